package madoguchi.core;

import java.util.Optional;

/** 医療費助成の利用 – what the holder said when asked whether their recipient certificates shall be used ({@code pmh.md} §1; the reader's 「医療費助成の各種受給者証を利用しますか」). */
public enum SubsidyUse {
    /** 利用する. */
    USE,
    /** 利用しない – subsidies are not looked for. */
    DECLINE,
    /** 尋ねていない – as in every inquiry by number, for which no consent to subsidies is described. */
    NOT_ASKED;

    /** The answer to the question at the reader; empty where it was not asked. */
    public static SubsidyUse of(Optional<Boolean> yes) {
        return yes.map(used -> used ? USE : DECLINE).orElse(NOT_ASKED);
    }
}
