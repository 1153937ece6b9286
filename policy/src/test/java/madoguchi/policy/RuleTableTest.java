package madoguchi.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import madoguchi.core.Parsed;
import madoguchi.core.Problem;
import org.junit.jupiter.api.Test;

final class RuleTableTest {

    private static final String ONE_ROW = """
            documents:
              - key: D1
                title: {ja: 文書, en: document}
                date: 2025-11-19
            rules:
              - id: T-1
                sources: [{document: D1, heading: 一}]
                certain: true
                then: {verdict: full-charge, next: {ja: 全額です。, en: The full amount.}}
                example: {day: 2025-12-01, shown: card, outcome: active, visit: first, insurer: national}
            """;

    @Test
    void oneRowWithoutConditionAndDatesDecidesEverything() {
        RuleTable table = read(ONE_ROW).orElseThrow();

        assertThat(table.rules()).extracting(Rule::id).containsExactly("T-1");
        assertThat(table.rules().getFirst().then()).isEqualTo(new Verdict.FullCharge());
        assertThat(table.segments().count()).isEqualTo(1);
    }

    @Test
    void aTableWithFaultsOfManyKindsIsRefusedWithAllOfThemAtOnce() throws IOException {
        List<Problem> problems = read(resource("/broken/broken.yaml")).problems();

        assertThat(problems)
                .extracting(problem -> problem.place() + " " + problem.reason().en())
                .contains(
                        "broken.yaml:24 \"ticketless\" is an unknown kind in \"outcome\". Known are: active, active-unregistered, inactive, "
                                + "inactive-new-exists, not-found, ambiguous, unreachable, not-asked.",
                        "broken.yaml:27 A citation (\"sources\") is missing.",
                        "broken.yaml:33 \"through\" is before \"from\".",
                        "broken.yaml:36 The document \"D9\" is not listed.",
                        "broken.yaml:33 A row with \"certain: false\" needs a \"note\".",
                        "broken.yaml:38 Unknown field \"wen\".",
                        "broken.yaml:39 \"verdict\" is accepted, needs-evidence, full-charge or ask-staff.",
                        "broken.yaml:39 \"en\" is missing.",
                        "broken.yaml:33 \"example\" is missing.",
                        "broken.yaml:33 The id T-4 is used twice.",
                        "notice × active-unregistered × first × national, 2025-12-02 – No row decides this (gap).",
                        "notice × not-found × first × national, 2026-04-01 – Several rows decide this (overlap): T-3, T-4");
    }

    @Test
    void everyGapAndEveryOverlapIsListedOnce() throws IOException {
        List<Problem> problems = read(resource("/broken/broken.yaml")).problems();

        assertThat(problems.stream().filter(p -> p.reason().en().contains("(gap)")))
                .as("notice × active-unregistered × two visits × four insurers")
                .hasSize(8);
        assertThat(problems.stream().filter(p -> p.reason().en().contains("(overlap)")))
                .hasSize(1);
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
                .containsExactly("broken.yaml:9: certain が二度あります。 / \"certain\" stands here twice.");
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
        RuleTable table = read(ONE_ROW).orElseThrow();

        assertThatThrownBy(() -> table.rules().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    private static Parsed<RuleTable> read(String text) {
        return RuleTable.read(List.of(new RuleSource("broken.yaml", text)));
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = RuleTableTest.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
