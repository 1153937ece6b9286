package madoguchi.uke;

import java.util.Set;

/** 仮の番号 – what stands where insurer or number are not known ({@code claims-uke.md} §7). Which of them a facility writes in a month is a rule (table {@code unidentified-number}); here stand all that are known as dummies. */
public final class DummyNumbers {

    /** 災害で保険者も分からないときの保険者番号. */
    public static final String DISASTER_INSURER = "99999999";

    /** 災害で番号が分からないときの番号. */
    public static final String DISASTER_NUMBER = "999999999";

    private static final Set<String> UNIDENTIFIED = Set.of("77777777", "77777779");
    private static final Set<String> NUMBERS = Set.of("777777777", "77777777", DISASTER_NUMBER);

    private DummyNumbers() {}

    /** 不詳の保険者番号: eight sevens, or the one with a check digit that fits. */
    public static boolean isUnidentified(String insurer) {
        return UNIDENTIFIED.contains(insurer);
    }

    /** Whether the insurer number stands for an unknown one, 不詳 or disaster. */
    public static boolean isInsurer(String insurer) {
        return isUnidentified(insurer) || insurer.equals(DISASTER_INSURER);
    }

    /** Whether the 番号 stands for an unknown one. */
    public static boolean isNumber(String number) {
        return NUMBERS.contains(number);
    }
}
