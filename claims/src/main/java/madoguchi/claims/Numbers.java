package madoguchi.claims;

import java.util.Set;
import madoguchi.core.InsuredId;
import madoguchi.core.Typed;

/** 突合 – when two numbers are the same: without differences of width, spaces, hyphens, case and leading zeros ({@code claims-uke.md} §8.2). */
final class Numbers {

    /** 災害で保険者も分からないときの保険者番号. */
    static final String DISASTER_INSURER = "99999999";

    /** 災害で番号が分からないときの番号. */
    static final String DISASTER_NUMBER = "999999999";

    private static final Set<String> DUMMIES = Set.of("77777777", "77777779", DISASTER_INSURER);

    private Numbers() {}

    /** Insurer and number, and the symbol where both have one; the branch is asked apart. */
    static boolean same(InsuredId one, InsuredId other) {
        return one.insurer().equals(other.insurer())
                && one.numberKey().equals(other.numberKey())
                && (one.symbol().isEmpty()
                        || other.symbol().isEmpty()
                        || one.symbolKey().equals(other.symbolKey()));
    }

    /** 仮の番号 – whether the insurer number stands for an unknown one (§7). */
    static boolean isDummy(String insurer) {
        return DUMMIES.contains(insurer);
    }

    /** Whether two names are the same but for width and spaces. */
    static boolean sameName(String one, String other) {
        return !one.isBlank() && Typed.key(one).equals(Typed.key(other));
    }
}
