package madoguchi.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class BundledRulesTest {

    private final RuleTable table = RuleTable.bundled();

    @Test
    void thereAre512Situations() {
        assertThat(Situation.all()).hasSize(512).doesNotHaveDuplicates();
    }

    @Test
    void theDaysAreCutWhereRulesChange() {
        assertThat(table.segments().periods())
                .extracting(Days::written)
                .containsExactly(
                        "– 2024-12-01",
                        "2024-12-02 – 2025-06-26",
                        "2025-06-27 – 2025-07-31",
                        "2025-08-01 – 2025-08-03",
                        "2025-08-04 – 2025-09-18",
                        "2025-09-19 – 2025-12-01",
                        "2025-12-02 – 2026-03-31",
                        "2026-04-01 –");
    }
}
