package madoguchi.uke;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import madoguchi.core.InsuredId;
import madoguchi.core.InsurerNumber;
import madoguchi.core.Sex;

/**
 * 作りものの患者 – SIMULATION: nobody. The patient of one invented receipt, told by its index, so that a timeline can be invented for the same person elsewhere. Insurers are those of the sample town.
 *
 * @param index counted from 0
 * @param id insurer, symbol, number (made of the index, so nobody's twice), branch
 * @param family index of the family name
 * @param given index of the given name
 * @param sex as the given name
 * @param birth birthday, such that the insurer fits the age in the month of the file
 * @param dependent 家族
 */
public record InventedPatient(
        long index, InsuredId id, int family, int given, Sex sex, LocalDate birth, boolean dependent) {

    private static final InsurerNumber LATE_ELDERLY = new InsurerNumber("39139993");
    private static final List<InsurerNumber> INSURERS = List.of(
            new InsurerNumber("01139997"),
            new InsurerNumber("01139997"),
            new InsurerNumber("06139992"),
            new InsurerNumber("06139984"),
            new InsurerNumber("139998"),
            new InsurerNumber("139980"),
            new InsurerNumber("133991"),
            new InsurerNumber("31139991"),
            new InsurerNumber("34139998"));
    private static final String[][] FAMILY = {
        {"見本", "ミホン"},
        {"架空", "カクウ"},
        {"試験", "シケン"},
        {"例示", "レイジ"},
        {"仮名", "カメイ"},
        {"模擬", "モギ"},
        {"想定", "ソウテイ"},
        {"雛形", "ヒナガタ"}
    };
    private static final String[][] GIVEN = {
        {"一郎", "イチロウ"},
        {"花子", "ハナコ"},
        {"次郎", "ジロウ"},
        {"さくら", "サクラ"},
        {"健", "ケン"},
        {"みどり", "ミドリ"},
        {"大輔", "ダイスケ"},
        {"由美子", "ユミコ"}
    };
    static final byte[][] NAMES = encoded(0, "　");
    static final byte[][] KANA = encoded(1, "");

    private static byte[][] encoded(int column, String space) {
        byte[][] names = new byte[FAMILY.length * GIVEN.length][];
        for (int i = 0; i < names.length; i++) {
            names[i] = (FAMILY[i / GIVEN.length][column] + space + GIVEN[i % GIVEN.length][column])
                    .getBytes(Letters.WINDOWS_31J);
        }
        return names;
    }

    /**
     * The patient of a receipt.
     *
     * @param seed of the file
     * @param index of the receipt, counted from 0
     * @param day a day of the service month, by which ages are reckoned
     */
    public static InventedPatient of(long seed, long index, LocalDate day) {
        return of(new SplittableRandom(seed * 0x9E3779B97F4A7C15L + index), index, day);
    }

    static InventedPatient of(SplittableRandom random, long index, LocalDate day) {
        int age = Math.max(random.nextInt(98), random.nextInt(98));
        LocalDate birth = day.minusYears(age).minusDays(40 + random.nextInt(300));
        int given = random.nextInt(GIVEN.length);
        boolean elderly = birth.plusYears(75).isBefore(day);
        boolean dependent = !elderly && (age < 20 || random.nextInt(3) == 0);
        InsuredId id = elderly
                ? new InsuredId(LATE_ELDERLY, Optional.empty(), Long.toString(10_000_000 + index), Optional.empty())
                : new InsuredId(
                        INSURERS.get(random.nextInt(INSURERS.size())),
                        Optional.of(Integer.toString(1000 + random.nextInt(9000))),
                        Long.toString(1 + index),
                        Optional.of(dependent ? "02" : "00"));
        return new InventedPatient(
                index,
                id,
                random.nextInt(FAMILY.length),
                given,
                given % 2 == 0 ? Sex.MALE : Sex.FEMALE,
                birth,
                dependent);
    }

    int name() {
        return family * GIVEN.length + given;
    }

    /** 氏名 – with a full-width space. */
    public String kanji() {
        return FAMILY[family][0] + "　" + GIVEN[given][0];
    }

    /** カナ氏名 – full-width, without space. */
    public String kana() {
        return FAMILY[family][1] + GIVEN[given][1];
    }

    /** Its index only. */
    @Override
    public String toString() {
        return "InventedPatient[" + index + "]";
    }
}
