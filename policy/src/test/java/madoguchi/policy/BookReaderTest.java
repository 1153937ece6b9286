package madoguchi.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import madoguchi.core.Parsed;
import madoguchi.core.Problem;
import org.junit.jupiter.api.Test;

final class BookReaderTest {

    private static final String ONE_ROW = """
            documents:
              - key: D1
                title: {ja: 文書, en: document}
                date: 2025-11-19
            table: paper
            title: {ja: 紙, en: paper}
            question: {ja: 何か, en: What it is}
            facets:
              - {name: shown, label: {ja: 提示, en: shown}, vocabulary: shown}
              - name: colour
                label: {ja: 色, en: colour}
                kinds: [{word: red, ja: 赤, en: red}, {word: blue, ja: 青, en: blue}]
            verdicts: [{word: pay, ja: 払う, en: pay}]
            values: [{name: yen, ja: 円, en: yen, for: [pay]}]
            rules:
              - id: T-1
                sources: [{document: D1, heading: 一}]
                certain: true
                then: {verdict: pay, values: {yen: 12}, next: {ja: 払います。, en: Pay.}}
                example: {day: 2025-12-01, shown: card, colour: red}
            """;

    @Test
    void oneRowWithoutConditionAndDatesDecidesEverything() {
        Table table = read(ONE_ROW).orElseThrow().table("paper");

        assertThat(table.rules()).extracting(Rule::id).containsExactly("T-1");
        assertThat(table.rules().getFirst().then().value("yen")).isEqualTo(12);
        assertThat(table.segments()).hasSize(1);
        assertThat(table.situations()).isEqualTo(Shown.values().length * 2);
    }

    @Test
    void aTableWithFaultsOfManyKindsIsRefusedWithAllOfThemAtOnce() throws IOException {
        List<Problem> problems = read(resource("/broken/broken.yaml")).problems();

        assertThat(problems)
                .extracting(problem -> problem.place() + " " + problem.reason().en())
                .contains(
                        "broken.yaml:32 \"ticketless\" is an unknown kind in \"outcome\". Known are: active, inactive, not-asked.",
                        "broken.yaml:35 A citation (\"sources\") is missing.",
                        "broken.yaml:41 \"through\" is before \"from\".",
                        "broken.yaml:44 The document \"D9\" is not listed.",
                        "broken.yaml:41 A row with \"certain: false\" needs a \"note\".",
                        "broken.yaml:46 Unknown field \"wen\".",
                        "broken.yaml:47 \"perhaps\" is an unknown kind in \"verdict\". Known are: pay, ask-staff.",
                        "broken.yaml:47 \"en\" is missing.",
                        "broken.yaml:41 \"example\" is missing.",
                        "broken.yaml:41 The id T-4 is used twice.",
                        "paper: notice × not-asked × {first, returning}, 2025-12-02 – No row decides this (gap).",
                        "paper: notice × inactive × first, 2026-04-01 – Several rows decide this (overlap): T-3, T-4");
    }

    @Test
    void situationsWithTheSameCauseAreOneProblem() throws IOException {
        List<Problem> problems = read(resource("/broken/broken.yaml")).problems();

        assertThat(problems.stream().filter(p -> p.reason().en().contains("(gap)")))
                .hasSize(1);
        assertThat(problems.stream().filter(p -> p.reason().en().contains("(overlap)")))
                .hasSize(1);
    }

    @Test
    void aRowMayHoldInSeveralBoxes() {
        String boxes = ONE_ROW.replace(
                        "    then: {", "    when: [{colour: [red]}, {shown: [card], colour: [blue]}]\n    then: {")
                + ONE_ROW.substring(ONE_ROW.indexOf("  - id: T-1"))
                        .replace("T-1", "T-2")
                        .replace("    then: {", "    when: {shown: [notice, certificate], colour: [blue]}\n    then: {")
                        .replace("shown: card, colour: red}", "shown: notice, colour: blue}");

        assertThat(read(boxes).problems())
                .extracting(Problem::place)
                .containsExactly("paper: {smartphone, card-unreadable, smartphone-only-unreadable, insurance-card, "
                        + "expired-insurance-card, notice-copy, portal-only, nothing} × blue, –");
    }

    @Test
    void aValueIsAskedForExactlyWhereTheVerdictCarriesIt() {
        assertThat(read(ONE_ROW.replace("values: {yen: 12}, ", "")).problems())
                .extracting(problem -> problem.reason().en())
                .contains("\"values\" is missing.");
        assertThat(read(ONE_ROW.replace("yen: 12", "yen: 12, sen: 3")).problems())
                .extracting(problem -> problem.reason().en())
                .contains("Unknown field \"sen\".");
        assertThat(read(ONE_ROW.replace("yen: 12", "yen: twelve")).problems())
                .extracting(problem -> problem.reason().en())
                .contains("\"yen\" is a whole number.");
    }

    @Test
    void whatTheCatalogueSaysDecidesMustBeCarriedByARow() {
        String catalogue =
                "catalogue: [{id: R-1, topic: t, ja: 一, en: one, decides: true}, {id: R-2, topic: t, ja: 二, en: two,"
                        + " decides: false, why: {ja: 数字, en: a figure}}]\n";

        assertThat(read(catalogue + ONE_ROW).problems())
                .extracting(Problem::toString)
                .containsExactly(
                        "R-1: 目録では決める項目ですが、根拠とする行がありません。 / The catalogue says that it decides, but no row rests on it.");
        assertThat(read(catalogue + ONE_ROW.replace("    certain", "    basis: [R-1]\n    certain"))
                        .problems())
                .isEmpty();
        assertThat(read(catalogue + ONE_ROW.replace("    certain", "    basis: [R-1, R-3]\n    certain"))
                        .problems())
                .extracting(problem -> problem.reason().en())
                .containsExactly("The basis R-3 is not in the catalogue.");
    }

    @Test
    void wordsOfASituationAreReadWithAllTheirFaultsAtOnce() {
        Table table = read(ONE_ROW).orElseThrow().table("paper");

        assertThat(table.read(Map.of("shown", "card", "colour", "blue")).orElseThrow())
                .hasToString("card × blue");
        assertThat(table.read(Map.of("shown", "leaf", "size", "big")).problems())
                .extracting(Problem::place)
                .containsExactly("shown", "colour", "size");
    }

    @Test
    void anExampleThatItsOwnRowDoesNotDecideIsRefused() {
        String table = ONE_ROW.replace("    certain: true\n", "    certain: true\n    through: 2025-11-30\n");

        assertThat(read(table).problems())
                .extracting(problem -> problem.reason().en())
                .contains("The example of T-1 is not decided by this row but by none.");
    }

    @Test
    void aRepeatedFieldIsRefusedBecauseOneOfTheTwoWouldBeLost() {
        String table = ONE_ROW.replace("    certain: true\n", "    certain: true\n    certain: true\n");

        assertThat(read(table).problems())
                .extracting(Problem::toString)
                .containsExactly("broken.yaml:19: certain が二度あります。 / \"certain\" stands here twice.");
    }

    @Test
    void textThatIsNoYamlIsRefusedAndNamesTheFile() {
        assertThat(read("rules: [").problems().getFirst().place()).startsWith("broken.yaml");
        assertThat(read("rules: [").problems()).hasSize(1);
        assertThat(read("").problems().getFirst().place()).isEqualTo("broken.yaml");
        assertThat(read("- a").problems().getFirst().place()).isEqualTo("broken.yaml");
    }

    @Test
    void aFileThatNamesAClassToBuildIsRefused() {
        String table = ONE_ROW.replace("id: T-1", "id: !!java.io.File T-1");

        assertThat(read(table).problems()).hasSize(1);
        assertThat(read(table).problems().getFirst().reason().en()).contains("Global tag is not allowed");
    }

    @Test
    void listsHandedOutCannotBeChanged() {
        Table table = read(ONE_ROW).orElseThrow().table("paper");

        assertThatThrownBy(() -> table.rules().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    private static Parsed<RuleBook> read(String text) {
        return RuleBook.read(List.of(new RuleSource("broken.yaml", text)));
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = BookReaderTest.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
