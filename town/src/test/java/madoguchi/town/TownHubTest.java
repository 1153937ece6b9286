package madoguchi.town;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import madoguchi.core.Answer;
import madoguchi.core.Inquiry;
import madoguchi.core.InsuredId;
import org.junit.jupiter.api.Test;

/** The oracle's rules at corners that no story of the town visits. One line of a table is one row of a registration file. */
final class TownHubTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final LocalDate BIRTH = LocalDate.of(1980, 1, 1);
    private static final String MIHON = "06139992";
    private static final String KAKUU = "06139984";

    @Test
    void aCoverageLostOnItsFirstDayNeverCoveredADay() {
        assertThat(ask(MIHON, DAY, file("1,000000000019,06139992,1,00,20261121,20261121,")))
                .isEqualTo(Outcome.INACTIVE);
    }

    @Test
    void anotherCoverageOfTheSameFirstDayIsNotNewer() {
        assertThat(ask(MIHON, DAY, file("""
                1,000000000019,06139992,1,00,20260401,20260401,
                1,000000000019,06139984,2,00,20260401,,"""))).isEqualTo(Outcome.INACTIVE);
    }

    @Test
    void anotherCoverageThatBeganEarlierIsNotNewer() {
        assertThat(ask(MIHON, DAY, file("""
                1,000000000019,06139984,2,00,20200401,,
                1,000000000019,06139992,1,00,20260401,20261001,"""))).isEqualTo(Outcome.INACTIVE);
    }

    @Test
    void aNewerCoverageThatIsLostTooIsNoNewCoverage() {
        assertThat(ask(MIHON, DAY, file("""
                1,000000000019,06139992,1,00,20200401,20260401,
                1,000000000019,06139984,2,00,20260401,20260901,"""))).isEqualTo(Outcome.INACTIVE);
    }

    @Test
    void aWithdrawnNewerCoverageIsNoNewCoverage() {
        assertThat(ask(MIHON, DAY, file("""
                1,000000000019,06139992,1,00,20200401,20260401,
                1,000000000019,06139984,2,00,20260401,,"""), file("9,000000000019,06139984,2,00,20260401,,")))
                .isEqualTo(Outcome.INACTIVE);
    }

    @Test
    void aWithdrawnCoverageCanBeRegisteredAgain() {
        String row = ",000000000019,06139992,1,00,20260401,,";
        assertThat(ask(MIHON, DAY, file("1" + row), file("9" + row))).isEqualTo(Outcome.NOT_FOUND);
        assertThat(ask(MIHON, DAY, file("1" + row), file("9" + row), file("1" + row)))
                .isEqualTo(Outcome.ACTIVE);
    }

    @Test
    void theLaterLineOfOneFileCorrectsTheEarlier() {
        assertThat(ask(MIHON, DAY, file("""
                1,000000000019,06139992,1,00,20260401,20261001,
                1,000000000019,06139992,1,00,20260401,,"""))).isEqualTo(Outcome.ACTIVE);
    }

    @Test
    void oneHiddenRowHidesEveryCoverageOfThePerson() {
        String both = """
                1,000000000019,06139992,1,00,20200401,,
                1,000000000019,06139984,2,00,20260401,,1""";
        assertThat(ask(MIHON, DAY, file(both))).isEqualTo(Outcome.NOT_FOUND);
        assertThat(ask(KAKUU, DAY, file(both))).isEqualTo(Outcome.NOT_FOUND);
    }

    @Test
    void aHiddenPersonDoesNotMakeAnotherOneAmbiguous() {
        assertThat(ask(MIHON, DAY, file("""
                1,000000000019,06139992,1,00,20200401,,1
                1,000000000027,06139992,1,01,20200401,,"""))).isEqualTo(Outcome.ACTIVE);
    }

    @Test
    void twoPeopleOfOneNumberAreAmbiguousEvenWhenOneIsLongGone() {
        assertThat(ask(MIHON, DAY, file("""
                1,000000000019,06139992,1,00,20200401,20210401,
                1,000000000027,06139992,1,01,20200401,,"""))).isEqualTo(Outcome.AMBIGUOUS);
    }

    @Test
    void ofTwoPeriodsOverTheInquiryTheLaterBegunIsAnswered() {
        Answer answer = answer(MIHON, DAY, file("""
                1,000000000019,06139992,1,00,20200401,,
                1,000000000019,06139992,1,00,20260401,,"""));
        assertThat(answer.coverages())
                .singleElement()
                .satisfies(coverage ->
                        assertThat(coverage.qualified().orElseThrow().from()).isEqualTo(LocalDate.of(2026, 4, 1)));
    }

    @Test
    void theFormerOfTwoLostPeriodsIsTheLastOneBegunBeforeTheDay() {
        String rows = """
                1,000000000019,06139992,1,00,20200401,20210401,
                1,000000000019,06139992,1,00,20230401,20240401,""";
        assertThat(formerFrom(LocalDate.of(2022, 1, 1), rows)).isEqualTo(LocalDate.of(2020, 4, 1));
        assertThat(formerFrom(DAY, rows)).isEqualTo(LocalDate.of(2023, 4, 1));
        assertThat(formerFrom(LocalDate.of(2019, 1, 1), rows)).isEqualTo(LocalDate.of(2020, 4, 1));
    }

    private static LocalDate formerFrom(LocalDate day, String rows) {
        return answer(MIHON, day, file(rows))
                .coverages()
                .getFirst()
                .qualified()
                .orElseThrow()
                .from();
    }

    private static Outcome ask(String insurer, LocalDate day, String... files) {
        return Outcome.of(answer(insurer, day, files));
    }

    private static Answer answer(String insurer, LocalDate day, String... files) {
        Town town = Town.load();
        Instant start = Instant.parse("2026-11-01T00:00:00Z");
        List<Batch> batches = IntStream.range(0, files.length)
                .mapToObj(i -> new Batch("file-" + i, start.plusSeconds(i), files[i].getBytes(StandardCharsets.UTF_8)))
                .toList();
        Clock clock = Clock.fixed(Instant.parse("2026-11-21T00:00:00Z"), ZoneOffset.UTC);
        InsuredId id = InsuredId.parse(insurer, "", insurer.equals(MIHON) ? "1" : "2", "")
                .orElseThrow();
        return new TownHub(batches, clock)
                .inquire(Inquiry.byNumber(id, BIRTH, day, true, town.clinic().caller()))
                .answer();
    }

    /** Lines of 異動区分, 個人番号, 保険者番号, 番号, 枝番, 資格取得年月日, 資格喪失年月日, 不開示; the rest is the same for all. */
    private static String file(String lines) {
        String header = "異動区分,個人番号,保険者番号,番号,枝番,資格取得年月日,資格喪失年月日,不開示,被保険者証区分,氏名,性別1,生年月日,保険者名称\n";
        return header
                + String.join(
                        "\n",
                        lines.lines()
                                .map(line -> line + ",01,見本　試験,1,19800101,見本健康保険組合")
                                .toList());
    }
}
