package madoguchi.hub;

import java.util.List;
import java.util.Optional;
import madoguchi.core.Problem;

/**
 * 点検の画面 – all that the first page shows.
 *
 * @param state what is going on
 * @param operator may start a report
 * @param all also sees the persons who must stay hidden
 * @param typed the day as typed
 * @param problems what was not understood of it
 * @param report the report shown; absent while there is none
 * @param reports the latest reports
 * @param insurers the report's figures
 * @param terms the numbers it judges by
 */
public record QualityView(
        QualityState state,
        boolean operator,
        boolean all,
        String typed,
        List<Problem> problems,
        Optional<QualityReport> report,
        List<QualityReport> reports,
        List<InsurerQuality> insurers,
        QualityTerms terms) {

    /** Copies the lists. */
    public QualityView {
        problems = List.copyOf(problems);
        reports = List.copyOf(reports);
        insurers = List.copyOf(insurers);
    }
}
