package madoguchi.claims;

import madoguchi.core.InsuredId;
import madoguchi.core.Typed;

/** 突合 – when two numbers are the same: without differences of width, spaces, hyphens, case and leading zeros ({@code claims-uke.md} §8.2). */
final class Numbers {

    private Numbers() {}

    /** Insurer and number, and the symbol where both have one; the branch is asked apart. */
    static boolean same(InsuredId one, InsuredId other) {
        return one.insurer().equals(other.insurer())
                && one.numberKey().equals(other.numberKey())
                && (one.symbol().isEmpty()
                        || other.symbol().isEmpty()
                        || one.symbolKey().equals(other.symbolKey()));
    }

    /** Whether two names are the same but for width and spaces. */
    static boolean sameName(String one, String other) {
        return !one.isBlank() && Typed.key(one).equals(Typed.key(other));
    }
}
