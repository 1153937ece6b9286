package madoguchi.assist;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import madoguchi.policy.Policy;
import madoguchi.policy.RuleBook;
import org.junit.jupiter.api.Test;

/**
 * Questions of receptionists, patients and vendors, each with the rules or codes one of which must be among the first three answers. They were written before the search was tried; those marked
 * {@code held} were never looked at while its synonyms and weights were set.
 */
class AnswerQualityTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final LocalDateTime MORNING = DAY.atTime(9, 12);
    private static final int FIRST = 3;
    private static final Policy POLICY = new Policy(RuleBook.bundled());

    private final Assistant assistant = new Assistant(AnswerQualityTest::policy, List.of());
    private final List<NamedCsvRecord> questions = DataFile.rows("questions.csv");

    private static Policy policy() {
        return POLICY;
    }

    @Test
    void theRightRuleIsAmongTheFirstThree() {
        double tuned = recall("tuned");
        double held = recall("held");
        System.out.printf(
                "assistant: %d questions, right among the first %d: %.0f %% of %d that were tuned on, %.0f %% of %d held out%n",
                questions.size(),
                FIRST,
                tuned * 100,
                of("tuned").count(),
                held * 100,
                of("held").count());
        assertThat(questions).hasSizeGreaterThanOrEqualTo(60);
        assertThat(tuned).isGreaterThanOrEqualTo(0.95);
        assertThat(held).isGreaterThanOrEqualTo(0.8);
    }

    /* The second set was written before the search was run on it. Blind it stood at 72 % of 46 in Japanese and 61 % of 18 in English; then synonyms were mended by it. */
    @Test
    void theSecondSetIsAnsweredAfterItWasLookedAt() {
        answered("second", 0.85);
    }

    /* The third set was written before synonyms were mended by the second, and nothing was mended by it. */
    @Test
    void theThirdSetIsAnsweredAlthoughNothingWasTunedByIt() {
        answered("third", 0.65);
    }

    private void answered(String set, double least) {
        List<NamedCsvRecord> second = DataFile.rows("questions-" + set + ".csv");
        for (String lang : List.of("ja", "en")) {
            List<NamedCsvRecord> asked = second.stream()
                    .filter(row -> row.getField("lang").equals(lang))
                    .toList();
            List<NamedCsvRecord> missed =
                    asked.stream().filter(row -> !isRight(row)).toList();
            double share = 1 - (double) missed.size() / asked.size();
            System.out.printf(
                    "assistant: %s set, %s: %.0f %% of %d right among the first %d%n",
                    set, lang, share * 100, asked.size(), FIRST);
            if (set.equals(System.getProperty("madoguchi.missed"))) {
                missed.forEach(row -> System.out.println("assistant: missed " + row.getField("question") + " "
                        + row.getField("expected") + " "
                        + ask(row).answers().stream()
                                .map(answer -> answer.entry().id())
                                .toList()));
            }
            assertThat(share).as(set + " " + lang).isGreaterThanOrEqualTo(least);
        }
    }

    private Advice ask(NamedCsvRecord row) {
        return assistant.ask(row.getField("question"), DAY, MORNING);
    }

    private boolean isRight(NamedCsvRecord row) {
        List<String> expected = List.of(row.getField("expected").split(" ", -1));
        return first(ask(row)).stream().anyMatch(entry -> expected.stream().anyMatch(entry::isAbout));
    }

    private Stream<NamedCsvRecord> of(String kind) {
        return questions.stream().filter(row -> row.getField("kind").equals(kind));
    }

    private double recall(String kind) {
        return (double) of(kind).filter(row -> isAnswered(row)).count() / of(kind).count();
    }

    private boolean isAnswered(NamedCsvRecord row) {
        Advice advice = ask(row);
        boolean right = isRight(row);
        if ((!right || !advice.found()) && row.getField("kind").equals("tuned")) {
            System.out.println("assistant: tuned, " + (right ? "unsure " : "missed ") + row.getField("question") + " "
                    + row.getField("expected") + " "
                    + advice.answers().stream()
                            .map(answer -> answer.entry().id())
                            .toList());
        }
        return right;
    }

    /* The first three answers; of a term or a published question, the rules it shows. */
    private static List<Entry> first(Advice advice) {
        return Stream.concat(
                        advice.codes().stream()
                                .map(code -> Stream.concat(code.meaning().stream(), code.remedy().stream())),
                        advice.answers().stream()
                                .map(answer -> answer.entry().sort() == Entry.Sort.RULE
                                        ? Stream.of(answer.entry())
                                        : answer.rules().stream()))
                .limit(FIRST)
                .flatMap(answer -> answer)
                .toList();
    }
}
