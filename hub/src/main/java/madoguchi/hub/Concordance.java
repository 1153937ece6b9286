package madoguchi.hub;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import madoguchi.core.BlackCircle;
import madoguchi.core.Holder;
import madoguchi.core.Sex;
import madoguchi.core.Text;

/**
 * 突合 – what agrees between the persons of two coverages: 氏名, 生年月日, 性別, 住所. Tells nothing of what they are.
 *
 * @param name 氏名, by the reading; by the written name (● stands for any one letter) where a reading is missing
 * @param birth 生年月日
 * @param sex 性別
 * @param address 住所, without differences of spelling
 */
public record Concordance(Agreement name, Agreement birth, Agreement sex, Agreement address) {

    /** 一致 – whether one attribute agrees. */
    public enum Agreement {
        /** 一致. */
        SAME("○", "一致", "same"),
        /** 姓だけ違う: after a marriage, or another person. */
        FAMILY_NAME("◐", "姓だけ違う", "family name differs"),
        /** 不一致. */
        DIFFERS("✕", "不一致", "differs"),
        /** 不明: one of the two does not say. */
        UNKNOWN("－", "不明", "not known");

        private final Text label;

        Agreement(String sign, String ja, String en) {
            this.label = new Text(sign + " " + ja, sign + " " + en);
        }

        /** Shape and word. */
        public Text label() {
            return label;
        }
    }

    static Concordance of(Holder one, Holder other) {
        return new Concordance(
                name(one, other),
                agreement(one.birth().equals(other.birth())),
                one.sex() == Sex.UNSET || other.sex() == Sex.UNSET
                        ? Agreement.UNKNOWN
                        : agreement(one.sex() == other.sex()),
                address(one, other));
    }

    private static Agreement name(Holder one, Holder other) {
        Optional<String> kana = one.name().kana();
        Optional<String> kanaOther = other.name().kana();
        if (kana.isEmpty() || kanaOther.isEmpty()) {
            return agreement(mayEqualWritten(one, other));
        }
        if (Reading.key(kana.get()).equals(Reading.key(kanaOther.get()))) {
            return Agreement.SAME;
        }
        return Reading.givenKey(kana.get()).equals(Reading.givenKey(kanaOther.get()))
                ? Agreement.FAMILY_NAME
                : Agreement.DIFFERS;
    }

    private static boolean mayEqualWritten(Holder one, Holder other) {
        return BlackCircle.mayEqual(one.name().written(), other.name().written());
    }

    private static Agreement address(Holder one, Holder other) {
        Optional<String> here = one.address().map(AddressKey::of);
        Optional<String> there = other.address().map(AddressKey::of);
        return here.isEmpty() || there.isEmpty() ? Agreement.UNKNOWN : agreement(here.equals(there));
    }

    private static Agreement agreement(boolean same) {
        return same ? Agreement.SAME : Agreement.DIFFERS;
    }

    /** Whether name, birth and sex allow one person: a family name may have changed, a sex may not be told. */
    boolean allowsOnePerson() {
        return name != Agreement.DIFFERS && birth == Agreement.SAME && sex != Agreement.DIFFERS;
    }

    /** How many of name, birth and sex speak against one person. */
    int against() {
        return (int) Stream.of(name, birth, sex)
                .filter(attribute -> attribute == Agreement.DIFFERS)
                .count();
    }

    /** How many of the four attributes agree. A link needs three. */
    int agreeing() {
        return (int) Stream.of(name, birth, sex, address)
                .filter(attribute -> attribute == Agreement.SAME)
                .count();
    }

    /** Four letters for the database, such as {@code SSDU}. */
    String letters() {
        StringBuilder letters = new StringBuilder();
        Stream.of(name, birth, sex, address)
                .forEach(attribute -> letters.append(attribute.name().charAt(0)));
        return letters.toString().toUpperCase(Locale.ROOT);
    }

    /** What {@link #letters} wrote. */
    static Concordance ofLetters(String letters) {
        return new Concordance(
                lettered(letters.charAt(0)),
                lettered(letters.charAt(1)),
                lettered(letters.charAt(2)),
                lettered(letters.charAt(3)));
    }

    private static Agreement lettered(char letter) {
        for (Agreement agreement : Agreement.values()) {
            if (agreement.name().charAt(0) == letter) {
                return agreement;
            }
        }
        throw new IllegalArgumentException("not an agreement");
    }
}
