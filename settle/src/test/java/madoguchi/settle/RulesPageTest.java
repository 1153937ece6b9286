package madoguchi.settle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The table of docs/settle.md is that of {@code rules.csv}. */
class RulesPageTest {

    @Test
    void everyRuleStandsInTheDocumentAsItIsInForce() throws IOException {
        String page = Files.readString(Path.of("../docs/settle.md"));
        assertThat(SettleRules.all())
                .allSatisfy(rule -> assertThat(page)
                        .contains("| %s | %s–%s | %s |"
                                .formatted(
                                        rule.id(),
                                        rule.from(),
                                        rule.until().map(Object::toString).orElse(""),
                                        rule.outcome()))
                        .contains("| %s | %s |"
                                .formatted(rule.reason().ja(), rule.reason().en())));
    }
}
