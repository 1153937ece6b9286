package madoguchi.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import madoguchi.json.CoreJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rules asked from the command line, without a server. */
class DetermineCommandTest {

    @TempDir
    Path folder;

    @Test
    void aReceptionIsDecidedFromWordsAndAJapaneseDay() {
        Spoken spoken = Spoken.by("determine", "day=R8.4.1", "shown=card", "outcome=active", "visit=first");

        assertThat(spoken.err()).isEmpty();
        assertThat(spoken.code()).isZero();
        assertThat(CoreJson.mapper().readTree(spoken.out()).at("/rule/id").asString())
                .isEqualTo("R-ACC-01");
    }

    @Test
    void aFileOfManyQuestionsIsAnsweredInItsOrder() throws IOException {
        Path file = Files.writeString(folder.resolve("questions.json"), """
                [{"day": "2026-01-15", "programme": "verification-only", "facility-kind": "clinic"},
                 {"day": "2026-01-16", "programme": "verification-only", "facility-kind": "clinic"}]
                """);
        Spoken spoken = Spoken.by("determine", "--table", "grant", "--json", file.toString());

        assertThat(spoken.code()).isZero();
        var answers = CoreJson.mapper().readTree(spoken.out());
        assertThat(answers.at("/0/values/cap-yen").asInt()).isEqualTo(31_000);
        assertThat(answers.at("/1/verdict").asString()).isEqualTo("closed");
    }

    @Test
    void everyFaultIsNamedAtOnce() {
        Spoken spoken = Spoken.by("determine", "day=yesterday", "shown=passport", "colour=red", "outcome=active");

        assertThat(spoken.code()).isEqualTo(2);
        assertThat(spoken.err().lines())
                .hasSize(4)
                .allSatisfy(line -> assertThat(line).contains(" / "));
        assertThat(spoken.err()).contains("day: ", "shown: ", "colour: ", "visit: ");
        assertThat(spoken.err()).doesNotContain("yesterday", "passport", "red\n");
    }

    @Test
    void aTableThereIsNoneOfAFileThatIsNotThereAndAnEmptyCommandAreSaidPlainly() {
        Spoken table = Spoken.by("determine", "--table", "weather", "day=2026-04-01");
        assertThat(table.code()).isEqualTo(2);
        assertThat(table.err()).contains("insurance", "certificate-state");

        Spoken file =
                Spoken.by("determine", "--json", folder.resolve("none.json").toString());
        assertThat(file.code()).isEqualTo(3);
        assertThat(file.err()).contains("none.json").doesNotContain("\tat ");

        assertThat(Spoken.by("determine").code()).isEqualTo(2);
    }
}
