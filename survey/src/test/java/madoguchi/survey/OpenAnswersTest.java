package madoguchi.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Open answers, on the excerpts that the seventh round's release prints (seed 003, 問7 and 問11). */
class OpenAnswersTest {

    private static final Questionnaire QUESTIONS = Questionnaire.bundled();

    private static OpenAnswers to(String question) {
        List<Response> responses = Resources.rows("sample-comments.csv").stream()
                .filter(row -> row.getField("question").equals(question))
                .map(row -> new Response(
                        Long.parseLong(row.getField("number")),
                        Instant.EPOCH,
                        row.getField("number"),
                        Channel.IMPORT,
                        new Answers(Map.of(question, Given.written(row.getField("text"))))))
                .toList();
        return OpenAnswers.to(QUESTIONS.question(question).orElseThrow(), responses);
    }

    private static List<Long> found(OpenAnswers answers, String words) {
        return answers.search(words, 10).stream()
                .map(OpenAnswers.Written::response)
                .toList();
    }

    @Test
    void wordsAreFoundInWhateverFormTheyWereWritten() {
        assertThat(found(to("q7"), "再起動する")).containsExactly(588L);
        assertThat(found(to("q7"), "間違う エラー")).isEmpty();
        assertThat(found(to("q7"), "間違える エラー")).containsExactly(588L);
        assertThat(found(to("q11"), "慣れる")).containsExactly(464L);
        assertThat(found(to("q7"), "月")).contains(661L);
    }

    @Test
    void whatNobodyWroteIsNotFoundAndNoWordFindsAll() {
        assertThat(found(to("q7"), "温泉")).isEmpty();
        assertThat(found(to("q7"), "　")).hasSize(5);
    }

    @Test
    void answersAreGroupedByThemesAndThoseThatFitNoneComeLast() {
        List<OpenAnswers.Group> groups = to("q7").groups();
        assertThat(groups.getLast().theme()).isEmpty();
        assertThat(group(groups, "share")).containsExactly(661L);
        assertThat(group(groups, "reader")).contains(749L, 588L, 574L);
        assertThat(group(groups, "late")).contains(403L);
        assertThat(groups.stream().flatMap(group -> group.answers().stream()).map(OpenAnswers.Written::response))
                .contains(661L, 749L, 574L, 588L, 403L);
    }

    private static List<Long> group(List<OpenAnswers.Group> groups, String theme) {
        return groups.stream()
                .filter(group ->
                        group.theme().map(Theme::id).filter(theme::equals).isPresent())
                .flatMap(group -> group.answers().stream())
                .map(OpenAnswers.Written::response)
                .toList();
    }

    @Test
    void anOpenAnswerIsInNoLogLine() {
        assertThat(to("q7").all())
                .allSatisfy(written -> assertThat(written.toString()).doesNotContain(written.words()));
    }
}
