package madoguchi.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.core.Parsed;
import madoguchi.core.Problem;
import madoguchi.policy.RuleBook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R-MET-01 to -05, R-SP-04, R-SP-10, R-FB-07, G-05, X-10, X-11. */
final class UsageTest {

    private static final RuleBook BOOK = RuleBook.bundled();
    private static final String HOSPITAL = "1310000019";
    private static final String CLINIC = "1319999999";
    private static final String DENTAL = "1239999990";
    private static final String PHARMACY = "4749999995";

    @TempDir
    Path folder;

    /** The ledger of a test: what it is given, in order. */
    private static final class Given implements Ledger {
        private final List<Use> uses = new ArrayList<>();

        Given use(String at, String facility, Token token, Reading reading, Lane lane, long person) {
            uses.add(new Use(
                    uses.size() + 1L,
                    Instant.parse(at),
                    facility,
                    token,
                    reading,
                    lane,
                    person == 0 ? OptionalLong.empty() : OptionalLong.of(person)));
            return this;
        }

        @Override
        public void each(YearMonth month, Optional<MedicalInstitutionCode> only, Consumer<Use> reader) {
            uses.stream()
                    .filter(use -> YearMonth.from(use.day()).equals(month))
                    .filter(use -> only.filter(code -> !code.digits().equals(use.facility()))
                            .isEmpty())
                    .forEach(reader);
        }
    }

    private UsageReport report(Given ledger, YearMonth month, Map<String, Long> receipts) {
        return UsageReport.of(
                UsageMonth.of(ledger, new Counting(BOOK), month, Optional.empty(), folder),
                receipts,
                FacilityMaster.read("code,kind,name\n" + HOSPITAL + ",hospital,架空病院\n")
                        .orElseThrow());
    }

    @Test
    void onePersonWhoComesTwiceIsTwoUsesAndOneUser() {
        Given ledger = new Given()
                .use("2025-10-03T00:00:00Z", CLINIC, Token.CARD, Reading.ACTIVE, Lane.AT_ONCE, 7)
                .use("2025-10-17T00:00:00Z", CLINIC, Token.PHONE, Reading.ACTIVE, Lane.AT_ONCE, 7)
                .use("2025-10-17T01:00:00Z", CLINIC, Token.NUMBER, Reading.NOT_READ, Lane.AT_ONCE, 0)
                .use("2025-10-18T01:00:00Z", CLINIC, Token.NUMBER, Reading.NOT_READ, Lane.BULK, 0)
                .use("2025-10-19T01:00:00Z", CLINIC, Token.CARD, Reading.INACTIVE, Lane.AT_ONCE, 0);

        UsageRow row =
                report(ledger, YearMonth.of(2025, 10), Map.of(CLINIC, 4L)).nation();

        assertThat(row.tally()).isEqualTo(new Tally(2, 1, 0, 2));
        assertThat(row.online().written()).isEqualTo("66.67 %");
        assertThat(row.tally().least().written()).isEqualTo("40.00 %");
        assertThat(row.tally().most().written()).isEqualTo("80.00 %");
        assertThat(row.receipt()).isEqualTo(new Rate(1, 4));
    }

    /** The month turns at midnight in Japan, and phones begin with 2025-09-19 there. */
    @Test
    void monthsAndDaysAreThoseOfJapan() {
        Given ledger = new Given()
                .use("2025-08-31T14:59:59Z", CLINIC, Token.CARD, Reading.ACTIVE, Lane.AT_ONCE, 1)
                .use("2025-08-31T15:00:00Z", CLINIC, Token.CARD, Reading.ACTIVE, Lane.AT_ONCE, 2)
                .use("2025-09-18T14:59:59Z", CLINIC, Token.PHONE, Reading.ACTIVE, Lane.AT_ONCE, 3)
                .use("2025-09-18T15:00:00Z", CLINIC, Token.PHONE, Reading.ACTIVE, Lane.AT_ONCE, 4);

        assertThat(report(ledger, YearMonth.of(2025, 9), Map.of()).nation().tally())
                .isEqualTo(new Tally(2, 0, 0, 1));
    }

    @Test
    void facilitiesAreGroupedByKindAndPrefectureAndThoseWithoutReceiptsStandInNeitherSide() {
        Given ledger = new Given()
                .use("2025-10-03T00:00:00Z", HOSPITAL, Token.CARD, Reading.ACTIVE, Lane.AT_ONCE, 1)
                .use("2025-10-03T00:00:00Z", CLINIC, Token.NUMBER, Reading.NOT_READ, Lane.AT_ONCE, 0)
                .use("2025-10-03T00:00:00Z", DENTAL, Token.CARD, Reading.ACTIVE, Lane.AT_ONCE, 2)
                .use("2025-10-03T00:00:00Z", PHARMACY, Token.CARD, Reading.ACTIVE, Lane.AT_ONCE, 3);
        UsageReport report = report(ledger, YearMonth.of(2025, 10), Map.of(HOSPITAL, 2L, DENTAL, 1L));
        FacilityMaster master = FacilityMaster.read("code,kind,name\n" + HOSPITAL + ",hospital,\n")
                .orElseThrow();

        assertThat(report.kinds(master))
                .extracting(UsageRow::key)
                .containsExactly("hospital", "dental", "pharmacy", "medical");
        assertThat(report.prefectures()).extracting(row -> row.label().ja()).containsExactly("千葉県", "東京都", "沖縄県");
        assertThat(report.nation().receipt()).isEqualTo(new Rate(2, 3));
        assertThat(report.nation().waiting()).isEqualTo(2);
        assertThat(report.only("13", master).rows()).hasSize(2);
        assertThat(UsageCsv.of(report, master))
                .startsWith("month,level,key,label,")
                .contains("2025-10,nation,nation,全国,4,3,1,0,0,75.00,3,2,3,66.67,2\r\n")
                .contains("2025-10,facility," + CLINIC + "," + CLINIC + ",1,0,1,0,0,0.00,0,0,0,,1\r\n");
    }

    @Test
    void everyFigureHasItsEventsAndTheRuleThatDecided() {
        Given ledger = new Given()
                .use("2025-10-03T00:00:00Z", CLINIC, Token.CARD, Reading.ACTIVE, Lane.AT_ONCE, 1)
                .use("2025-10-04T00:00:00Z", CLINIC, Token.CARD, Reading.INACTIVE, Lane.AT_ONCE, 0)
                .use("2025-10-05T00:00:00Z", CLINIC, Token.NUMBER, Reading.NOT_READ, Lane.BULK, 0)
                .use("2025-10-05T00:00:00Z", HOSPITAL, Token.CARD, Reading.INACTIVE, Lane.AT_ONCE, 0);
        Stats stats = stats(ledger, month -> Map.of());

        List<UseLine> open = stats.lines(
                YearMonth.of(2025, 10), new MedicalInstitutionCode(CLINIC), Optional.of(Counted.OPEN), 0, 10);

        assertThat(open).extracting(UseLine::rule).containsExactly("G-05", "M-STATS.bulk");
        assertThat(stats.report(YearMonth.of(2025, 10), new MedicalInstitutionCode(CLINIC))
                        .tally()
                        .open())
                .isEqualTo(open.size());
        assertThat(stats.lines(YearMonth.of(2025, 10), new MedicalInstitutionCode(CLINIC), Optional.empty(), 2, 10))
                .extracting(line -> line.use().entry())
                .containsExactly(3L);
    }

    private Stats stats(Ledger ledger, Receipts receipts) {
        return new Stats(
                ledger,
                receipts,
                () -> BOOK,
                FacilityMaster.none(),
                folder,
                java.time.Clock.fixed(Instant.parse("2026-11-21T00:00:00Z"), ZoneId.of("Asia/Tokyo")));
    }

    /** from 2025-10 on 60/40/25 of the best of the months 3 to 5 before; X-11: from 2026-06 on 30 %. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            2025-09, general,     true,  true,  true
            2025-10, general,     false, true,  true
            2026-03, general,     false, false, true
            2026-06, general,     true,  true,  true
            """)
    void theBestOfThreeMonthsDecidesTheTier(
            YearMonth applied, String department, boolean first, boolean second, boolean third) {
        Map<YearMonth, Rate> rates = Map.of(
                applied.minusMonths(2), new Rate(99, 100),
                applied.minusMonths(3), new Rate(30, 100),
                applied.minusMonths(4), new Rate(46, 100),
                applied.minusMonths(6), new Rate(99, 100));

        List<Tier> tiers = new AddOn(BOOK).tiers(applied, department, rates);

        assertThat(tiers).extracting(tier -> tier.reached().orElseThrow()).containsExactly(first, second, third);
        assertThat(tiers)
                .allSatisfy(
                        tier -> assertThat(tier.best().orElseThrow().getKey()).isEqualTo(applied.minusMonths(4)));
        assertThat(tiers)
                .allSatisfy(tier -> assertThat(tier.monthsStated()).isEqualTo(applied.isBefore(YearMonth.of(2026, 6))));
    }

    @Test
    void aThresholdIsComparedExactlyAndAnUnknownRateReachesNothing() {
        assertThat(new Rate(5_999, 10_000).percent(0)).contains(new BigDecimal("60"));
        assertThat(new Rate(5_999, 10_000).reaches(60)).isFalse();
        assertThat(new Rate(6_000, 10_000).reaches(60)).isTrue();
        assertThat(new AddOn(BOOK).tiers(YearMonth.of(2025, 12), "general", Map.of()))
                .allSatisfy(tier -> assertThat(tier.reached()).isEmpty());
    }

    @Test
    void aFaultyMasterListIsToldInFullByLine() {
        Parsed<FacilityMaster> read =
                FacilityMaster.read("code,kind,name\n123,clinic,\n" + CLINIC + ",shop,x\n" + CLINIC + "\n");

        assertThat(read.problems())
                .extracting(Problem::place)
                .hasSize(3)
                .containsExactly("2行目 line 2", "3行目 line 3", "4行目 line 4");
    }

    /** 千葉 has one dental clinic and one pharmacy, 東京 four and five: both cells of 千葉 are small, and 東京's would tell them by the totals. */
    @Test
    void aReleaseHidesFiguresOfFewFacilitiesAndThoseThatTellThemByTheTotals() {
        Given ledger = new Given();
        for (int i = 0; i < 11; i++) {
            String prefecture = i < 2 ? "12" : "13";
            String kind = i % 2 == 0 ? "3" : "4";
            ledger.use(
                    "2025-10-03T00:00:00Z",
                    prefecture + kind + "%07d".formatted(i),
                    i % 3 == 0 ? Token.NUMBER : Token.CARD,
                    i % 3 == 0 ? Reading.NOT_READ : Reading.ACTIVE,
                    Lane.AT_ONCE,
                    i + 1L);
        }
        UsageRelease release = UsageRelease.of(report(ledger, YearMonth.of(2025, 10), Map.of()), FacilityMaster.none());

        assertThat(release.isSafe()).isTrue();
        assertThat(release.hidden())
                .contains("dental/12", "pharmacy/12", "dental/13", "pharmacy/13", "12", "13")
                .doesNotContain("nation");
        assertThat(release.csv()).contains("2025-10,12,dental,*,*,*,*\r\n", "2025-10,all,all,11,7,11,63.64\r\n");
    }

    @Test
    void aMonthThatIsOverIsFoldedOnceAndTheRunningOneAgain() {
        List<YearMonth> folded = new ArrayList<>();
        Stats stats = stats((month, only, reader) -> folded.add(month), month -> Map.of());

        stats.report(YearMonth.of(2025, 10));
        stats.report(YearMonth.of(2025, 10));

        assertThat(folded).containsExactly(YearMonth.of(2025, 10));
        assertThat(stats.today()).isEqualTo(LocalDate.of(2026, 11, 21));
    }
}
