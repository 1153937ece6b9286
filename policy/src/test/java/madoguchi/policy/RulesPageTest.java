package madoguchi.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class RulesPageTest {

    private static final Path APPROVED = Path.of("..", "docs", "rules.md");
    private static final Path ACTUAL = Path.of("target", "rules.md");

    @Test
    void thePageOfTheRulesIsTheApprovedOne() throws IOException {
        String page = RulesPage.render(RuleBook.bundled());
        Files.writeString(ACTUAL, page);

        assertThat(APPROVED)
                .as("read %s, and approve it: cp policy/target/rules.md docs/rules.md", ACTUAL)
                .exists()
                .content()
                .isEqualTo(page);
    }
}
