package madoguchi.hub;

import java.util.List;
import java.util.Optional;
import madoguchi.core.InsurerNumber;

/**
 * 所見の一覧の画面.
 *
 * @param report the report
 * @param insurer whose findings
 * @param kind of this kind only; all kinds where empty
 * @param rows this page's rows
 * @param next after which number the next page begins; absent on the last one
 */
public record FindingsView(
        QualityReport report,
        InsurerNumber insurer,
        Optional<QualityKind> kind,
        List<QualityRow> rows,
        Optional<Long> next) {

    /** Copies the list. */
    public FindingsView {
        rows = List.copyOf(rows);
    }
}
