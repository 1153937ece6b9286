package madoguchi.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import madoguchi.core.InsurerNumber;
import madoguchi.hub.Concordance.Agreement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each kind of finding by an example an official would give; the report is of 20 November 2026. */
class QualityFoldTest {

    private static final String LONG_AGO = "2020-04-01";

    @Test
    void aPersonWithOneSoundCoverageGivesNoFinding() {
        Found found = Found.in(SaidLine.line().fact(1, 1, LONG_AGO));
        assertThat(found.findings()).isEmpty();
        assertThat(found.tally().persons()).isOne();
        assertThat(found.tally().facts()).isOne();
    }

    @Test
    void changingTheInsurerOnOneDayLeavesNeitherGapNorOverlap() {
        Found found = Found.in(
                SaidLine.line("資格喪失年月日", "20250401", "喪失事由", "03").fact(1, 1, LONG_AGO),
                SaidLine.ward("資格取得年月日", "20250401").fact(2, 1, LONG_AGO));
        assertThat(found.kinds()).isEmpty();
    }

    @Test
    void theLaterInsurerMustSayWhyNineDaysAreMissing() {
        QualityFinding gap = Found.in(
                        SaidLine.line("資格喪失年月日", "20250401", "喪失事由", "03").fact(1, 1, LONG_AGO),
                        SaidLine.ward("資格取得年月日", "20250410").fact(2, 1, LONG_AGO))
                .only(QualityKind.GAP);
        assertThat(gap.insurer()).isEqualTo(new InsurerNumber(SaidLine.WARD));
        assertThat(gap.other()).contains(new InsurerNumber(SaidLine.SOCIETY));
        assertThat(gap.from()).contains(LocalDate.of(2025, 4, 1));
        assertThat(gap.days()).isEqualTo(OptionalInt.of(9));
        assertThat(gap.facts()).containsExactly(1L, 2L);
    }

    @Test
    void nobodyIsAskedAboutTheDaysAfterADeath() {
        assertThat(Found.in(
                                SaidLine.line("資格喪失年月日", "20250401", "喪失事由", "01")
                                        .fact(1, 1, LONG_AGO),
                                SaidLine.ward("資格取得年月日", "20250410").fact(2, 1, LONG_AGO))
                        .kinds())
                .doesNotContain(QualityKind.GAP);
    }

    @Test
    void aCoverageThatEndedTooLateOverlapsWithTheNextOne() {
        QualityFinding overlap = Found.in(
                        SaidLine.line("資格喪失年月日", "20250411", "喪失事由", "03").fact(1, 1, LONG_AGO),
                        SaidLine.ward("資格取得年月日", "20250401").fact(2, 1, LONG_AGO))
                .only(QualityKind.OVERLAP);
        assertThat(overlap.insurer()).isEqualTo(new InsurerNumber(SaidLine.SOCIETY));
        assertThat(overlap.other()).contains(new InsurerNumber(SaidLine.WARD));
        assertThat(overlap.days()).isEqualTo(OptionalInt.of(10));
    }

    @Test
    void twoInsurersOnTheDayOfTheReportAreSeriousAndTheEarlierOneIsAsked() {
        QualityFinding twice = Found.in(
                        SaidLine.line().fact(1, 1, LONG_AGO),
                        SaidLine.ward("資格取得年月日", "20260401").fact(2, 1, LONG_AGO))
                .only(QualityKind.TWO_AT_ONCE);
        assertThat(twice.gravity()).isEqualTo(Gravity.SERIOUS);
        assertThat(twice.insurer()).isEqualTo(new InsurerNumber(SaidLine.SOCIETY));
        assertThat(twice.days()).isEmpty();
    }

    @Test
    void medicalAssistanceStandsBesideAnEmployeesInsuranceButNotBesideTheNationalOne() {
        SaidLine assistance = SaidLine.line(
                "保険者番号",
                SaidLine.WELFARE,
                "記号",
                "",
                "番号",
                "1234567",
                "枝番",
                "",
                "本人家族",
                "",
                "被保険者証区分",
                "A1",
                "資格取得年月日",
                "20260401");
        assertThat(Found.in(SaidLine.line().fact(1, 1, LONG_AGO), assistance.fact(2, 1, LONG_AGO))
                        .kinds())
                .isEmpty();
        assertThat(Found.in(SaidLine.ward().fact(1, 1, LONG_AGO), assistance.fact(2, 1, LONG_AGO))
                        .kinds())
                .containsExactly(QualityKind.TWO_AT_ONCE);
    }

    @Test
    void atSeventyFiveTheFormerInsurerMustEndItsCoverage() {
        SaidLine former = SaidLine.ward("生年月日", "19500203", "高齢有効開始", "20200301", "高齢負担割合", "020");
        SaidLine elderly = SaidLine.elderly();
        assertThat(Found.in(
                                former.and("資格喪失年月日", "20250203", "喪失事由", "03").fact(1, 1, LONG_AGO),
                                elderly.fact(2, 1, LONG_AGO))
                        .kinds())
                .isEmpty();
        assertThat(Found.in(former.fact(1, 1, LONG_AGO), elderly.fact(2, 1, LONG_AGO))
                        .only(QualityKind.TWO_AT_ONCE)
                        .insurer())
                .isEqualTo(new InsurerNumber(SaidLine.WARD));
        assertThat(Found.in(
                                elderly.fact(1, 1, LONG_AGO),
                                former.and("資格取得年月日", "20260401").fact(2, 1, LONG_AGO))
                        .only(QualityKind.TWO_AT_ONCE)
                        .insurer())
                .as("an insurance that begins after 75 is the wrong one")
                .isEqualTo(new InsurerNumber(SaidLine.WARD));
    }

    @Test
    void theFatherHasMovedAndTheChildStays() {
        // 資料 003 (403): 父親は新しい情報に更新されていたが扶養家族である子供は…
        QualityFinding left = Found.in(
                        SaidLine.line("資格喪失年月日", "20260901", "喪失事由", "03").fact(1, 1, LONG_AGO),
                        SaidLine.ward("資格取得年月日", "20260901").fact(2, 1, LONG_AGO),
                        SaidLine.line("本人家族", "2", "枝番", "02", "氏名", "架空　子", "氏名カナ", "ｶｸｳ ｺ", "生年月日", "20150610")
                                .fact(3, 2, LONG_AGO))
                .only(QualityKind.DEPENDENT_LEFT_BEHIND);
        assertThat(left.persons()).containsExactly(2L, 1L);
        assertThat(left.facts()).containsExactly(1L, 3L);
        assertThat(left.from()).contains(LocalDate.of(2026, 9, 1));
        assertThat(left.days()).isEqualTo(OptionalInt.of(80));
        assertThat(left.insurer()).isEqualTo(new InsurerNumber(SaidLine.SOCIETY));
    }

    @Test
    void aDependantWhoseInsuredPersonIsStillThereIsNotLeftBehind() {
        SaidLine child = SaidLine.line("本人家族", "2", "枝番", "02", "氏名カナ", "ｶｸｳ ｺ", "生年月日", "20150610");
        assertThat(Found.in(SaidLine.line().fact(1, 1, LONG_AGO), child.fact(2, 2, LONG_AGO))
                        .kinds())
                .isEmpty();
        assertThat(Found.in(child.fact(1, 2, LONG_AGO)).kinds()).isEmpty();
    }

    @Test
    void anotherPersonsCoverageIsSuspectedByNameAndBirth() {
        QualityFinding wrong = Found.in(
                        SaidLine.line("資格喪失年月日", "20250401", "喪失事由", "03").fact(1, 1, LONG_AGO),
                        SaidLine.ward("資格取得年月日", "20250401", "氏名", "例示　次郎", "氏名カナ", "ﾚｲｼﾞ ｼﾞﾛｳ", "生年月日", "19620101")
                                .fact(2, 1, LONG_AGO))
                .only(QualityKind.MIXED_PERSON);
        assertThat(wrong.gravity()).isEqualTo(Gravity.SERIOUS);
        assertThat(wrong.concordance())
                .contains(new Concordance(Agreement.DIFFERS, Agreement.DIFFERS, Agreement.SAME, Agreement.SAME));
        assertThat(wrong.facts()).containsExactly(1L, 2L);
    }

    @Test
    void theTwinAtTheSameAddressIsNotTakenForTheOther() {
        QualityFinding twin = Found.in(
                        SaidLine.line("資格喪失年月日", "20250401", "喪失事由", "03").fact(1, 1, LONG_AGO),
                        SaidLine.ward("資格取得年月日", "20250401", "氏名", "架空　次郎", "氏名カナ", "ｶｸｳ ｼﾞﾛｳ")
                                .fact(2, 1, LONG_AGO))
                .only(QualityKind.MIXED_PERSON);
        assertThat(twin.gravity()).isEqualTo(Gravity.ATTENTION);
    }

    @ParameterizedTest
    @CsvSource({
        "カクウ タロウ, 架空　太郎", // full width
        "ガクウ ダロウ, 架空　太郎", // with voicing marks
        "かくう たろう, 架空　太郎",
        "ｶｸｳﾀﾛｳ, 架空　太郎",
        "ｶｸｳ ﾀﾛｳ, 架●　太郎",
        "ﾐﾎﾝ ﾀﾛｳ, 見本　太郎" // a new family name
    })
    void spellingsLostLettersAndANewFamilyNameAreNoWrongLink(String kana, String written) {
        Found found = Found.in(
                SaidLine.line("資格喪失年月日", "20250401", "喪失事由", "03").fact(1, 1, LONG_AGO),
                SaidLine.ward("資格取得年月日", "20250401", "氏名カナ", kana, "氏名", written)
                        .fact(2, 1, LONG_AGO));
        assertThat(found.kinds()).doesNotContain(QualityKind.MIXED_PERSON);
    }

    @Test
    void withoutAReadingTheWrittenNameDecidesAndABlackCircleStandsForOneLetter() {
        SaidLine first = SaidLine.line("資格喪失年月日", "20250401", "喪失事由", "03", "氏名カナ", "");
        assertThat(Found.in(
                                first.fact(1, 1, LONG_AGO),
                                SaidLine.ward("資格取得年月日", "20250401", "氏名", "架●　太郎")
                                        .fact(2, 1, LONG_AGO))
                        .kinds())
                .doesNotContain(QualityKind.MIXED_PERSON);
        assertThat(Found.in(
                                first.fact(1, 1, LONG_AGO),
                                SaidLine.ward("資格取得年月日", "20250401", "氏名", "架空　花子")
                                        .fact(2, 1, LONG_AGO))
                        .kinds())
                .contains(QualityKind.MIXED_PERSON);
    }

    @Test
    void onePersonWithTwoIdsIsFoundByNameBirthSexAndAddress() {
        QualityFinding alike = Found.in(
                        SaidLine.line("住所", "東京都架空区試験町１丁目２番地３号").fact(1, 1, LONG_AGO),
                        SaidLine.ward().fact(2, 20_000, LONG_AGO))
                .only(QualityKind.LOOK_ALIKE);
        assertThat(alike.gravity()).isEqualTo(Gravity.SERIOUS);
        assertThat(alike.persons()).containsExactlyInAnyOrder(1L, 20_000L);
        assertThat(alike.concordance().orElseThrow().agreeing()).isEqualTo(4);
    }

    @Test
    void aNamesakeBornOnTheSameDayElsewhereIsNotSuspectedUnlessOneCoverageContinuesTheOther() {
        SaidLine elsewhere = SaidLine.ward("住所", "大阪府見本市5-6");
        assertThat(Found.in(SaidLine.line().fact(1, 1, LONG_AGO), elsewhere.fact(2, 2, LONG_AGO))
                        .kinds())
                .isEmpty();
        QualityFinding continued = Found.in(
                        SaidLine.line("資格喪失年月日", "20250401", "喪失事由", "03").fact(1, 1, LONG_AGO),
                        elsewhere.and("資格取得年月日", "20250405").fact(2, 2, LONG_AGO))
                .only(QualityKind.LOOK_ALIKE);
        assertThat(continued.gravity()).isEqualTo(Gravity.ATTENTION);
    }

    @Test
    void lateRegistrationsAreToldWithTheirSpreadAndOnlyOfTheLastWeeks() {
        List<Fact> facts = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            // Nine came within four days, one after twelve.
            String recorded = i == 9 ? "2026-11-13" : "2026-11-05";
            facts.add(SaidLine.line("番号", "10" + i, "資格取得年月日", "20261101", "生年月日", "1987041" + (i % 10), "住所", "")
                    .fact(i + 1, i + 1, recorded));
        }
        facts.add(SaidLine.line("番号", "99", "資格取得年月日", "20260101", "氏名カナ", "ﾚｲｼﾞ ﾊﾅ")
                .fact(99, 99, "2026-05-01"));
        Found found = Found.in(facts, Found.KNOWN);
        assertThat(found.only(QualityKind.LATE_START).days()).isEqualTo(OptionalInt.of(12));
        assertThat(found.delays(SaidLine.SOCIETY, QualityKind.LATE_START)).isEqualTo(new DelaySpread(10, 4, 4, 12, 1));
    }

    @Test
    void aLossToldLateIsLateThoughTheCoverageWasRegisteredInTime() {
        // 資料 003 (21): 失効した番号が有効で通ってしまう
        QualityFinding late = Found.in(
                        SaidLine.line().fact(1, 1, LONG_AGO),
                        SaidLine.line("資格喪失年月日", "20261001", "喪失事由", "03").fact(2, 1, "2026-11-10"))
                .only(QualityKind.LATE_LOSS);
        assertThat(late.days()).isEqualTo(OptionalInt.of(40));
        assertThat(late.facts()).containsExactly(2L);
    }

    @Test
    void theReportOfAnEarlierInstantDoesNotKnowWhatCameLater() {
        List<Fact> facts = List.of(
                SaidLine.line().fact(1, 1, LONG_AGO),
                SaidLine.ward("資格取得年月日", "20260401").fact(2, 1, "2026-04-03"),
                SaidLine.line("資格喪失年月日", "20260401", "喪失事由", "03").fact(3, 1, "2026-06-01"));
        assertThat(Found.in(facts, Instant.parse("2026-05-01T00:00:00Z")).kinds())
                .containsExactly(QualityKind.TWO_AT_ONCE);
        assertThat(Found.in(facts, Found.KNOWN).kinds()).isEmpty();
    }

    @Test
    void numbersThatNoInsurerCouldHaveGivenAreTold() {
        Fact sound = SaidLine.line().fact(1, 1, LONG_AGO);
        var coverage = sound.coverage();
        Fact wrongDigit = new Fact(
                1,
                sound.recordedAt(),
                1,
                sound.name(),
                false,
                false,
                new madoguchi.core.Coverage(
                        new madoguchi.core.InsuredId(
                                new InsurerNumber("06139990"), Optional.of("500"), "77", Optional.of("00")),
                        coverage.kind(),
                        coverage.relation(),
                        coverage.insuredName(),
                        coverage.holder(),
                        coverage.insurerName(),
                        coverage.qualified(),
                        coverage.issued(),
                        coverage.cardValid(),
                        coverage.lossReason(),
                        coverage.rate(),
                        coverage.preschool(),
                        coverage.elderly(),
                        coverage.limit(),
                        coverage.diseases(),
                        coverage.tickets()));
        assertThat(Found.in(wrongDigit).kinds()).containsExactly(QualityKind.CHECK_DIGIT);
        assertThat(Found.in(SaidLine.elderly("番号", "200017").fact(1, 1, LONG_AGO))
                        .kinds())
                .containsExactly(QualityKind.NUMBER_FORM);
        assertThat(Found.in(SaidLine.line("番号", "77A").fact(1, 1, LONG_AGO)).kinds())
                .containsExactly(QualityKind.NUMBER_FORM);
        assertThat(Found.in(SaidLine.ward("枝番", "").fact(1, 1, LONG_AGO)).kinds())
                .containsExactly(QualityKind.BRANCH_MISSING);
        assertThat(Found.in(SaidLine.elderly().fact(1, 1, LONG_AGO)).kinds()).isEmpty();
    }

    @Test
    void whatIsMissingOrRunOutInOneCoverageIsTold() {
        assertThat(kindsOf("氏名", "架●　太郎")).containsExactly(QualityKind.BLACK_CIRCLE);
        assertThat(kindsOf("氏名カナ", "")).containsExactly(QualityKind.NO_KANA);
        assertThat(kindsOf("資格喪失年月日", "20250401")).containsExactly(QualityKind.NO_REASON);
        assertThat(kindsOf("有効開始年月日", "20200401", "有効終了年月日", "20261119"))
                .containsExactly(QualityKind.CERTIFICATE_EXPIRED);
        assertThat(kindsOf("有効開始年月日", "20200401", "有効終了年月日", "20261120")).isEmpty();
        assertThat(Found.in(SaidLine.elderly("一部負担金割合", "").fact(1, 1, LONG_AGO))
                        .kinds())
                .containsExactly(QualityKind.SHARE_MISSING);
    }

    @ParameterizedTest
    @CsvSource({
        // Six is reached on the day before the birthday; preschool ends with the March after it. The report is of 20
        // November 2026.
        "20210402, 1, ''",
        "20210402, '', PRESCHOOL",
        "20210401, 1, ''", // six on 31 March 2027, which is the last day
        "20200402, 1, ''", // six on 1 April 2026: until 31 March 2027
        "20200401, 1, PRESCHOOL", // six on 31 March 2026: at school since April
        "20200401, '', ''",
    })
    void thePreschoolFlagMustFitTheAge(String birth, String flag, String expected) {
        assertThat(kindsOf("生年月日", birth, "未就学区分", flag, "資格取得年月日", "20220501"))
                .extracting(Enum::name)
                .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "19561130, ''", // 70 is reached on 29 November 2026: from December
        "19561102, ''", // on 1 November: from December
        "19561101, ELDERLY_CERTIFICATE", // on 31 October: from November
        "19511121, ELDERLY_CERTIFICATE", // the day before the 75th birthday
        "19511120, ''", // the 75th birthday
    })
    void theElderlyCertificateBelongsToPeopleFromTheMonthAfterSeventyUntilSeventyFive(String birth, String expected) {
        assertThat(kindsOf("生年月日", birth))
                .extracting(Enum::name)
                .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected));
        assertThat(kindsOf("生年月日", birth, "高齢有効開始", "20261101", "高齢負担割合", "020"))
                .isEmpty();
    }

    @Test
    void aHiddenPersonsFindingsAreMarkedAndTheirDelaysAreNotCounted() {
        Found found = Found.in(
                SaidLine.line("不開示", "1", "資格取得年月日", "20261001", "氏名カナ", "").fact(1, 1, "2026-11-10"));
        assertThat(found.findings()).isNotEmpty().allMatch(QualityFinding::hidden);
        assertThat(found.tally().delays().lines()).isEmpty();
        assertThat(found.tally().persons()).isZero();
    }

    @Test
    void aFindingThatTouchesAHiddenPersonIsHidden() {
        Found found = Found.in(
                SaidLine.line().fact(1, 1, LONG_AGO), SaidLine.ward("不開示", "1").fact(2, 2, LONG_AGO));
        assertThat(found.only(QualityKind.LOOK_ALIKE).hidden()).isTrue();
    }

    private static List<QualityKind> kindsOf(String... changes) {
        return Found.in(SaidLine.line(changes).fact(1, 1, LONG_AGO)).kinds();
    }
}
