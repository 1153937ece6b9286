package madoguchi.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/*
 * 12,000 invented persons with a former and a present coverage each, and the differences between two insurers' records that a nation has: houses moved, family names
 * changed, readings spelled otherwise or missing, lost letters, a mistyped birth date. One in ten has a twin of the same sex in the same household. Then coverages
 * are linked to the wrong person: at random, between twins, between namesakes born on the same day, exchanged and one-sided.
 */

/** Property P5: the wrong-link detector raises on every seeded swap, and its false alarms are counted. */
class WrongLinkTest {

    private static final int PERSONS = 12_000;
    private static final DateTimeFormatter BASIC = DateTimeFormatter.BASIC_ISO_DATE;
    private static final String KANA = "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜ";
    private static final String SIGNS = "架空仮想作例見本試験測定甲乙丙丁戊己庚辛壬癸";

    private final SplittableRandom random = new SplittableRandom(20_261_121);
    private final List<SaidLine> former = new ArrayList<>();
    private final List<SaidLine> present = new ArrayList<>();

    @Test
    void everySeededWrongLinkIsSuspectedAndFewOthersAre() {
        invent();
        long[] holder = new long[PERSONS];
        for (int i = 0; i < PERSONS; i++) {
            holder[i] = i + 1L;
        }
        List<Set<Long>> seeded = seed(holder);
        List<Fact> facts = new ArrayList<>();
        for (int i = 0; i < PERSONS; i++) {
            facts.add(former.get(i).fact(2L * i + 1, i + 1L, "2020-04-01"));
            facts.add(present.get(i).fact(2L * i + 2, holder[i], "2025-04-01"));
        }
        Found found = Found.in(facts, Found.KNOWN);

        Set<Long> suspected = new HashSet<>();
        found.findings().stream()
                .filter(finding ->
                        finding.kind() == QualityKind.MIXED_PERSON || finding.kind() == QualityKind.LOOK_ALIKE)
                .forEach(finding -> suspected.addAll(finding.persons()));
        assertThat(seeded)
                .hasSizeGreaterThan(150)
                .allSatisfy(pair -> assertThat(suspected)
                        .as("recall must be 100 %%: %s", pair)
                        .containsAnyElementsOf(pair));
        suspected.removeAll(seeded.stream().flatMap(Set::stream).toList());
        System.out.printf(
                "誤紐付け: 仕込み seeded %d、再現率 recall 100 %%、誤警報 false alarms %d / %,d 人 persons (%.2f %%)%n",
                seeded.size(), suspected.size(), PERSONS, 100.0 * suspected.size() / PERSONS);
        assertThat(suspected).hasSizeLessThan(PERSONS / 100);
    }

    private void invent() {
        for (int i = 0; i < PERSONS; i++) {
            boolean twin = i % 10 == 1;
            boolean namesake = i % 200 == 2;
            String birth =
                    LocalDate.of(1951, 1, 1).plusDays(random.nextInt(20_000)).format(BASIC);
            SaidLine person = SaidLine.line(
                    "番号",
                    Integer.toString(i + 1),
                    "氏名",
                    name(random.nextInt(400)) + "　" + name(random.nextInt(400)),
                    "氏名カナ",
                    kana(random.nextInt(2_000)) + " " + kana(random.nextInt(2_000)),
                    "性別1",
                    Integer.toString(1 + random.nextInt(2)),
                    "生年月日",
                    birth,
                    "住所",
                    "東京都架空区" + name(random.nextInt(400)) + "町" + random.nextInt(1, 300));
            if (twin || namesake) {
                person = like(i - 1, person, twin);
            }
            LocalDate change = LocalDate.of(2021, 1, 1).plusDays(random.nextInt(1_500));
            former.add(person.and("資格喪失年月日", change.format(BASIC), "喪失事由", "03"));
            present.add(changed(person, namesake || i % 200 == 1)
                    .and("保険者番号", SaidLine.WARD, "枝番", "01", "資格取得年月日", change.format(BASIC)));
        }
    }

    /** A twin has the given name of its own; a namesake born on the same day, everything but the address. */
    private SaidLine like(int other, SaidLine own, boolean twin) {
        SaidLine known = former.get(other);
        SaidLine alike = own.and("生年月日", known.cell("生年月日"), "性別1", known.cell("性別1"));
        return twin
                ? alike.and(
                        "氏名カナ",
                        known.family("氏名カナ") + " " + own.given("氏名カナ"),
                        "氏名",
                        known.family("氏名") + "　" + own.given("氏名"),
                        "住所",
                        known.cell("住所"))
                : alike.and("氏名カナ", known.cell("氏名カナ"), "氏名", known.cell("氏名"));
    }

    /** The differences a second insurer's record has. Whose reading is missing cannot be told from a namesake who moved, so those named so keep theirs. */
    private SaidLine changed(SaidLine person, boolean keepsReading) {
        SaidLine line = person;
        String kana = person.cell("氏名カナ");
        if (random.nextInt(100) < 15) {
            line = line.and("住所", "大阪府見本市" + name(random.nextInt(400)) + random.nextInt(1, 300));
        }
        if (keepsReading) {
            return line;
        }
        if (random.nextInt(100) < 3) {
            line = line.and("氏名カナ", kana(random.nextInt(2_000)) + " " + person.given("氏名カナ"));
        }
        if (random.nextInt(100) < 2) {
            line = line.and("氏名カナ", java.text.Normalizer.normalize(kana, java.text.Normalizer.Form.NFKC));
        }
        if (random.nextInt(100) < 4) {
            line = line.and("氏名", "●" + person.cell("氏名").substring(1));
        }
        if (random.nextInt(100) < 3) {
            line = line.and("氏名カナ", "");
        }
        if (random.nextInt(1_000) < 1) {
            line = line.and(
                    "生年月日",
                    LocalDate.of(1951, 1, 1).plusDays(random.nextInt(20_000)).format(BASIC));
        }
        return line;
    }

    private List<Set<Long>> seed(long[] holder) {
        List<Set<Long>> seeded = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            exchange(holder, 100 * i + 50, 100 * i + 50 + random.nextInt(1, 40), seeded);
        }
        for (int i = 0; i < 30; i++) {
            exchange(holder, 300 * i + 20, 300 * i + 21, seeded);
        }
        for (int i = 0; i < 20; i++) {
            exchange(holder, 400 * i + 201, 400 * i + 202, seeded);
        }
        for (int i = 0; i < 20; i++) {
            int to = 500 * i + 10;
            int of = to + random.nextInt(1, 9);
            holder[of] = to + 1L;
            seeded.add(Set.of(of + 1L, to + 1L));
        }
        return seeded;
    }

    private static void exchange(long[] holder, int one, int other, List<Set<Long>> seeded) {
        if (holder[one] == one + 1L && holder[other] == other + 1L) {
            holder[one] = other + 1L;
            holder[other] = one + 1L;
            seeded.add(Set.of(one + 1L, other + 1L));
        }
    }

    private static String kana(int number) {
        int base = KANA.length();
        return "" + KANA.charAt(number % base) + KANA.charAt(number / base % base) + KANA.charAt(number / 7 % base);
    }

    private static String name(int number) {
        int base = SIGNS.length();
        return "" + SIGNS.charAt(number % base) + SIGNS.charAt(number / base % base);
    }
}
