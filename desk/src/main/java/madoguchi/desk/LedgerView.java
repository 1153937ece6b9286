package madoguchi.desk;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import madoguchi.charge.Accumulator;
import madoguchi.charge.CapLedger;
import madoguchi.charge.CostAlert;
import madoguchi.charge.Service;
import madoguchi.core.Problem;
import madoguchi.core.Text;

/**
 * 上限額管理票の画面 – one certificate's month.
 *
 * @param visit the reception from which it was opened
 * @param slot which subsidy
 * @param who whom it is about
 * @param title the certificate
 * @param numbers payer and recipient number, as on the paper form
 * @param month the month
 * @param sections one for each total
 * @param problems faults of what was typed, by line
 * @param refused what could not be done, in words
 * @param today 発行日 of a print
 */
public record LedgerView(
        String visit,
        String slot,
        Text who,
        Text title,
        String numbers,
        YearMonth month,
        List<Section> sections,
        List<Problem> problems,
        Optional<Text> refused,
        LocalDate today) {

    /**
     * 累計の一つ.
     *
     * @param total which kinds run together
     * @param read its lines, and where they stand
     * @param services what can be entered
     * @param alerts 申請の知らせ, those with at least one month
     * @param typed the lines as they were typed, when they were refused
     */
    public record Section(
            Accumulator total, LedgerRead read, List<Service> services, List<CostAlert> alerts, String typed) {
        /** Copies the lists. */
        public Section {
            services = List.copyOf(services);
            alerts = List.copyOf(alerts);
        }

        /** What counts. */
        public CapLedger ledger() {
            return read.ledger();
        }
    }

    /** Copies the lists. */
    public LedgerView {
        sections = List.copyOf(sections);
        problems = List.copyOf(problems);
    }

    /** Whether the ledgers are those that facilities share. */
    public boolean isShared() {
        return sections.stream().anyMatch(section -> section.read().shared());
    }

    /** Where its forms go. */
    public String path() {
        return path(month);
    }

    /** The same ledger in another month. */
    public String path(YearMonth other) {
        return "/receptions/" + visit + "/subsidies/" + slot + "/ledger/" + other;
    }
}
