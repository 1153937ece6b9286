package madoguchi.town;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code PEOPLE.md} says what {@code people.yaml} says. */
final class PeoplePageTest {

    private static final Path APPROVED = Path.of("PEOPLE.md");
    private static final Path RECEIVED = Path.of("target", "PEOPLE.md");

    @Test
    void theListOfPeopleIsCurrent() throws IOException {
        String page = PeoplePage.of(Town.load());
        Files.createDirectories(RECEIVED.toAbsolutePath().getParent());
        Files.writeString(RECEIVED, page);
        assertThat(page)
                .as("town/PEOPLE.md is stale: look at town/target/PEOPLE.md and, if it is right, copy it there")
                .isEqualTo(Files.exists(APPROVED) ? Files.readString(APPROVED) : "");
    }
}
