package madoguchi.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import madoguchi.core.Parsed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The published figures of the seventh round (seed 003), computed from an import of 1,057 answer rows. Counts stand in {@code published-7.csv} alone. */
class SeventhRoundTest {

    private static final Questionnaire QUESTIONS = Questionnaire.bundled();
    private static final SurveyRound ROUND = SurveyRound.published().getLast();
    private static final Tabulation TABULATION = Tabulation.of(QUESTIONS, Counted.of(rows()));

    private static List<Response> rows() {
        return ((Parsed.Value<List<Response>>) AnswerFile.read(QUESTIONS, InventedAnswers.csv())).value();
    }

    @Test
    void everyPublishedFigureComesOutOfTheRowsExceptTheOneTheSourceContradictsItself() {
        List<Published> checks = Published.compare(TABULATION, ROUND);
        assertThat(checks).hasSizeGreaterThan(65);
        assertThat(checks.stream().filter(check -> !check.agrees()).toList())
                .containsExactly(new Published("q1", "no-answer", "21", "19"));
    }

    @Test
    void theAgesAndNoAnswerOfTheSourceAreTwoMoreThanItsValidAnswers() {
        Map<String, Integer> ages = Resources.rows("published-7.csv").stream()
                .filter(row -> row.getField("question").equals("q1"))
                .collect(
                        Collectors.toMap(row -> row.getField("option"), row -> Integer.valueOf(row.getField("count"))));
        assertThat(ages.values().stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(TABULATION.counted().valid().size() + 2);
        assertThat(Published.doubts()).anyMatch(doubt -> doubt.ja().contains("1,047"));
    }

    /** R-SVY-02: each single question has its own n; the published parts and 無回答 sum to the valid answers. */
    @ParameterizedTest
    @CsvSource({"q3", "q4", "q5", "q9"})
    void thePartsOfASingleQuestionSumToTheValidAnswers(String question) {
        int published = Resources.rows("published-7.csv").stream()
                .filter(row -> row.getField("question").equals(question)
                        && !row.getField("option").equals("n"))
                .mapToInt(row -> Integer.parseInt(row.getField("count")))
                .sum();
        assertThat(published).isEqualTo(TABULATION.counted().valid().size());
        Tally tally = TABULATION.tally(question);
        assertThat(tally.lines().stream().mapToLong(line -> line.share().part()).sum() + tally.noAnswer())
                .isEqualTo(published);
    }

    @Test
    void facilitiesThatAnsweredTwiceAreCountedOnceByTheirLastForm() {
        assertThat(TABULATION.counted().received()).isEqualTo(1057);
        assertThat(TABULATION.counted().valid()).hasSize(1045);
        assertThat(TABULATION.counted().duplicates())
                .hasSize(12)
                .allMatch(one -> one.answers().given().keySet().equals(java.util.Set.of("q4")));
        assertThat(TABULATION.counted().blanks()).isEmpty();
    }

    @Test
    void questionTenIsPutToThoseWhoFeelABurden() {
        Tally burden = TABULATION.tally("q9");
        assertThat(TABULATION.tally("q10").asked()).isEqualTo(burden.count("heavy") + burden.count("burden"));
        assertThat(TABULATION.tally("q10").beside()).isZero();
    }

    @Test
    void multipleAnswersHaveTheirOwnBaseAndMaySumToMoreThanIt() {
        Tally troubles = TABULATION.tally("q6");
        assertThat(troubles.answered()).isEqualTo(1004);
        assertThat(troubles.some()).isEqualTo(928);
        assertThat(troubles.lines().stream()
                        .mapToLong(line -> line.share().part())
                        .sum())
                .isGreaterThan(troubles.answered());
    }

    @Test
    void theRateIsOfThoseWhoCouldBeSentTheFormAndNotOfAllMembers() {
        assertThat(TABULATION.rate(ROUND.base().orElseThrow()).percent())
                .isEqualTo(ROUND.percent())
                .isEqualTo("27.4");
        assertThat(TABULATION.rate(4214).percent()).isNotEqualTo(ROUND.percent());
    }

    /** Rounds 1 to 6: the base was not published, so the rate is proven to have one, and the range of it is shown. */
    @Test
    void theRatesOfAllSevenRoundsAgreeWithTheirAnswersAndTheirDays() {
        assertThat(SurveyRound.published()).hasSize(7).allSatisfy(round -> {
            SurveyRound.Bases bases = round.bases();
            assertThat(bases.least()).isLessThanOrEqualTo(bases.most());
            assertThat(new Share(round.answers(), bases.least()).percent()).isEqualTo(round.percent());
            assertThat(new Share(round.answers(), bases.most()).percent()).isEqualTo(round.percent());
            assertThat(new Share(round.answers(), bases.least() - 1).percent()).isNotEqualTo(round.percent());
            assertThat(new Share(round.answers(), bases.most() + 1).percent()).isNotEqualTo(round.percent());
            assertThat(ChronoUnit.DAYS.between(round.first(), round.last()) + 1).isEqualTo(round.days());
            round.base().ifPresent(base -> assertThat(base).isBetween(bases.least(), bases.most()));
        });
    }

    @Test
    void aHalfIsRoundedUp() {
        assertThat(new Share(1, 2000).percent()).isEqualTo("0.1");
        assertThat(new Share(1, 2001).percent()).isEqualTo("0.0");
        assertThat(new Share(2, 3).percent()).isEqualTo("66.7");
        assertThat(new Share(0, 0).percent()).isEqualTo("－");
    }

    @Test
    void theReleaseNamesEveryQuestionWithItsBase() {
        String csv = ReleaseCsv.of(new RoundReport(
                7,
                ROUND.first(),
                ROUND.last(),
                true,
                TABULATION.rate(3814),
                TABULATION,
                SurveyRound.published(),
                List.of(),
                List.of(),
                ROUND.last()));
        assertThat(csv.lines())
                .contains(
                        ",回答総数,,1057,,,",
                        ",有効回答数,,1045,27.4,3814,回収率は有効回答数÷送信数",
                        "問4,８月に入ってから、マイナ保険証の利用率は増えましたか。,増えた,715,70.2,1018,",
                        "問9,マイナ保険証に関する窓口業務やトラブル対応に負担を感じることがありますか。,無回答,28,,,");
    }
}
