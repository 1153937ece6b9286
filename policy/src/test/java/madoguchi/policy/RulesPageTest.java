package madoguchi.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class RulesPageTest {

    private static final Path APPROVED = Path.of("..", "docs", "rules");
    private static final Path ACTUAL = Path.of("target", "rules");

    @Test
    void thePagesOfTheRulesAreTheApprovedOnes() throws IOException {
        Map<String, String> pages = RulesPage.render(RuleBook.bundled());
        Files.createDirectories(ACTUAL);
        for (Map.Entry<String, String> page : pages.entrySet()) {
            Files.writeString(ACTUAL.resolve(page.getKey()), page.getValue());
        }

        try (Stream<Path> approved = Files.list(APPROVED)) {
            assertThat(approved.map(file -> file.getFileName().toString()))
                    .as("read %s, and approve it: cp policy/target/rules/* docs/rules", ACTUAL)
                    .containsExactlyInAnyOrderElementsOf(pages.keySet());
        }
        for (Map.Entry<String, String> page : pages.entrySet()) {
            assertThat(APPROVED.resolve(page.getKey())).content().isEqualTo(page.getValue());
        }
    }
}
