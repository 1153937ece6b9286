package madoguchi.survey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Names beside bars. */
class BarsTest {

    private static Bars.Row row(String label) {
        return new Bars.Row(label, new Share(1, 2), "1");
    }

    @Test
    void aNameStandsOnOneLineOrOnTwoAndIsCutOnlyAfterThese() {
        assertThat(row("カードリーダーの不具合").lines()).containsExactly("カードリーダーの不具合");
        assertThat(row("card reader or authentication fails").lines())
                .containsExactly("card reader or authentication", "fails");
        assertThat(row("資格情報のお知らせや資格確認書を持っていない人が来た").lines()).containsExactly("資格情報のお知らせや資格確認書を持", "っていない人が来た");
        assertThat(row("あ".repeat(60)).lines()).containsExactly("あ".repeat(17), "あ".repeat(16) + "…");
    }

    /** Of the questionnaire as it is, nothing is cut in either language. */
    @Test
    void everyOptionOfTheBundledQuestionnaireIsReadWhole() {
        assertThat(Questionnaire.bundled().questions().stream()
                        .flatMap(question -> question.options().stream())
                        .flatMap(option -> java.util.stream.Stream.of(
                                option.label().ja(), option.label().en()))
                        .map(label -> String.join("", row(label).lines())))
                .noneMatch(shown -> shown.endsWith("…"));
    }
}
