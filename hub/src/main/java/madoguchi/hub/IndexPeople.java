package madoguchi.hub;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import madoguchi.core.CheckDigit;
import madoguchi.core.Coverage;
import madoguchi.core.CoverageClass;
import madoguchi.core.Holder;
import madoguchi.core.InsuredId;
import madoguchi.core.InsurerNumber;
import madoguchi.core.Period;
import madoguchi.core.PersonName;
import madoguchi.core.Relation;
import madoguchi.core.Sex;

/*
 * Computed from the serial number, so that nothing has to be remembered. Of 20,000 family names and 40,000 given names, with their readings, the first ones are
 * frequent and the last ones rare, as names are. There are a thousand insurers with prefecture number 99, which no prefecture has, four symbols of 10,000 at an
 * insurer, and 120,000 towns with a post number each. Two persons share a household's number and differ by branch number.
 */

/** 索引を測るための人 – invented persons with ordinary names, addresses and coverages. */
final class IndexPeople {

    private static final int INSURERS = 1_000;
    private static final int FAMILIES = 20_000;
    private static final int GIVEN = 40_000;
    private static final int TOWNS = 120_000;
    private static final int BIRTH_DAYS = 35_000;
    private static final LocalDate FIRST_BIRTH = LocalDate.of(1930, 1, 1);
    private static final LocalDate FIRST_START = LocalDate.of(2000, 4, 1);
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final String SIGNS = "架空仮想作例見本試験測定甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥";
    private static final String KANA = "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜ";

    private static final List<InsurerNumber> NUMBERS =
            IntStream.range(0, INSURERS).mapToObj(IndexPeople::number).toList();

    private IndexPeople() {}

    private static InsurerNumber number(int insurer) {
        String body = "0699%03d".formatted(insurer);
        return new InsurerNumber(body + CheckDigit.of(body));
    }

    /** One fact a person, and one more for each fourth; ids follow on {@code after}. Each thousand persons were recorded at one instant. */
    static List<Fact> facts(int serial, long after) {
        List<Fact> facts = new ArrayList<>();
        Instant recordedAt = START.plusSeconds(serial / 1_000);
        LocalDate start = FIRST_START.plusDays(mixed(serial, 1) % 9_000);
        if (serial % 4 == 0) {
            facts.add(fact(after + 1, serial, recordedAt, former(serial), Period.until(start.minusYears(5), start)));
        }
        facts.add(fact(after + 1 + facts.size(), serial, recordedAt, id(serial), Period.startingOn(start)));
        return facts;
    }

    private static Fact fact(long id, int serial, Instant recordedAt, InsuredId insured, Period days) {
        long name = (id * 0x9E3779B97F4A7C15L) ^ serial;
        return new Fact(
                id,
                recordedAt,
                serial + 1L,
                HexFormat.of().toHexDigits(name),
                false,
                false,
                coverage(serial, insured, days));
    }

    static InsuredId id(int serial) {
        return id(serial, serial / 2 % INSURERS);
    }

    private static InsuredId former(int serial) {
        return id(serial, (serial / 2 + 1 + mixed(serial, 2) % 7) % INSURERS);
    }

    private static InsuredId id(int serial, int insurer) {
        return new InsuredId(
                NUMBERS.get(insurer),
                Optional.of(Integer.toString(mixed(serial / 8, 3) % 10_000)),
                Integer.toString(1 + serial / 2),
                Optional.of(serial % 2 == 0 ? "00" : "01"));
    }

    static LocalDate birth(int serial) {
        return FIRST_BIRTH.plusDays(mixed(serial, 4) % BIRTH_DAYS);
    }

    private static Coverage coverage(int serial, InsuredId insured, Period days) {
        int family = often(mixed(serial / 2, 5), FAMILIES);
        String familyName = signs(family) + "　";
        String written = familyName + signs(FAMILIES + often(mixed(serial, 6), GIVEN));
        int town = mixed(serial / 2, 7) % TOWNS;
        return new Coverage(
                insured,
                CoverageClass.GENERAL,
                Optional.of(serial % 2 == 0 ? Relation.INSURED : Relation.DEPENDENT),
                Optional.of(
                        serial % 2 == 0 ? written : familyName + signs(FAMILIES + often(mixed(serial - 1, 6), GIVEN))),
                new Holder(
                        PersonName.of(written, kana(family) + " " + kana(FAMILIES + often(mixed(serial, 6), GIVEN))),
                        mixed(serial, 8) % 2 == 0 ? Sex.MALE : Sex.FEMALE,
                        Optional.empty(),
                        birth(serial),
                        Optional.of("架空県架空市" + signs(town) + "町" + (1 + mixed(serial / 2, 9) % 30) + "-"
                                + (1 + mixed(serial / 2, 10) % 40)
                                + (serial / 2 % 3 == 0 ? "-" + (101 + serial / 2 % 800) : "")),
                        Optional.of((town / 9_000 + 900) + "-" + (town % 9_000 + 1_000))),
                "架空" + insured.insurer().digits().substring(4, 7) + "健康保険組合",
                Optional.of(days),
                Optional.of(days.from().plusDays(serial % 14)),
                Optional.of(Period.until(
                        days.from().plusDays(serial % 14), days.from().plusYears(7))),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of());
    }

    /** Small results far more often than large ones. */
    private static int often(int random, int below) {
        long even = random % below;
        return (int) (even * even / below * (random / below % below) / below);
    }

    private static String signs(int number) {
        int base = SIGNS.length();
        return "" + SIGNS.charAt(number % base) + SIGNS.charAt(number / base % base)
                + (number < base * base
                        ? ""
                        : SIGNS.substring(number / base / base % base, number / base / base % base + 1));
    }

    private static String kana(int number) {
        int base = KANA.length();
        return "" + KANA.charAt(number % base) + KANA.charAt(number / base % base) + KANA.charAt(number / 7 % base)
                + (number % 3 == 0 ? KANA.charAt(number / 11 % base) : "");
    }

    /** An even number out of the serial number, another one for each use; never negative. */
    private static int mixed(int serial, int use) {
        long mixed = (serial * 31L + use) * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 31)) * 0xBF58476D1CE4E5B9L;
        return (int) (mixed >>> 33);
    }
}
