package madoguchi.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import java.util.OptionalLong;
import madoguchi.core.Text;
import org.junit.jupiter.api.Test;

/** What came back, by month and reason. */
class ReturnReportTest {

    private static final YearMonth AUGUST = YearMonth.of(2026, 8);
    private static final YearMonth SEPTEMBER = YearMonth.of(2026, 9);

    private static ReturnFigure figure(YearMonth month, String rule, ReturnFigure.Fate fate, long receipts) {
        return new ReturnFigure(
                month, rule, Text.same("理由" + rule), Text.same(fate.name()), fate, receipts, OptionalLong.empty());
    }

    private static Returns told(List<ReturnFigure> figures) {
        return new Returns() {
            @Override
            public List<ReturnFigure> between(YearMonth from, YearMonth through) {
                return figures;
            }

            @Override
            public List<ReturnedReceipt> receipts(YearMonth claimed, String rule, String after, int most) {
                return List.of();
            }
        };
    }

    @Test
    void reasonsAreSummedOverTheMonthsAndReturnedOnesComeFirst() {
        ReturnReport report = ReturnReport.of(
                told(List.of(
                        figure(AUGUST, "S-04", ReturnFigure.Fate.CHANGED, 9),
                        figure(AUGUST, "S-08", ReturnFigure.Fate.RETURNED, 2),
                        figure(AUGUST, "S-07", ReturnFigure.Fate.RETURNED, 1),
                        figure(SEPTEMBER, "S-07", ReturnFigure.Fate.RETURNED, 4))),
                SEPTEMBER,
                6);

        assertThat(report.months()).hasSize(6).startsWith(YearMonth.of(2026, 4)).endsWith(SEPTEMBER);
        assertThat(report.reasons()).extracting(ReturnReport.Reason::rule).containsExactly("S-07", "S-08");
        assertThat(report.reasons().getFirst().receipts()).isEqualTo(5);
        assertThat(report.returned()).isEqualTo(7);
        assertThat(report.of(AUGUST)).extracting(ReturnFigure::rule).containsExactly("S-08", "S-07", "S-04");
        assertThat(report.latest()).isEqualTo(SEPTEMBER);
        assertThat(ReturnCsv.of(report))
                .startsWith("claim_month,rule,reason,outcome,fate,receipts,points\r\n")
                .contains("2026-08,S-04,理由S-04,CHANGED,changed,9,\r\n");
    }

    /** A facility's letters do not tell the unchanged ones: returned of told would be no share of claims. */
    @Test
    void thereIsAShareOnlyWhereUnchangedReceiptsAreTold() {
        ReturnFigure returned = figure(AUGUST, "S-08", ReturnFigure.Fate.RETURNED, 2);
        ReturnReport letters = new ReturnReport(List.of(AUGUST), List.of(returned));
        ReturnReport agency = new ReturnReport(
                List.of(AUGUST), List.of(returned, figure(AUGUST, "S-01", ReturnFigure.Fate.UNCHANGED, 198)));

        assertThat(letters.hasRates()).isFalse();
        assertThat(letters.rate(AUGUST).percent(2)).isEmpty();
        assertThat(agency.rate(AUGUST).written()).isEqualTo("1.00 %");
    }
}
