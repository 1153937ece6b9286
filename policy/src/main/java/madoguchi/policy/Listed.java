package madoguchi.policy;

import java.util.Locale;

/** 既知の区分 – a kind that is a constant of the program. */
interface Listed extends Kind {

    /** The enum constant's name. */
    String name();

    /** The constant's name in lower case with hyphens. */
    @Override
    default String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
