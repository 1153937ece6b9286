package madoguchi.settle;

import madoguchi.core.InsuredId;

/** 突合 – when a number on a claim is a registered one: without differences of width, spaces, hyphens, case and leading zeros ({@code claims-uke.md} §8.2). */
final class Same {

    private Same() {}

    /** Insurer and number are the same, and so is the symbol where the claim has one. The branch is asked apart. */
    static boolean number(InsuredId registered, InsuredId claimed) {
        return registered.insurer().equals(claimed.insurer())
                && registered.numberKey().equals(claimed.numberKey())
                && (claimed.symbol().isEmpty() || registered.symbolKey().equals(claimed.symbolKey()));
    }

    /** The branch is the same; a registered coverage without one (後期高齢者医療) asks for none. */
    static boolean branch(InsuredId registered, InsuredId claimed) {
        return registered.branch().isEmpty() || registered.branch().equals(claimed.branch());
    }
}
