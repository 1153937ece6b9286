package madoguchi.stats;

import java.util.List;
import java.util.Optional;

/** つまずきのCSV – questions 6 and 8 in the order of the survey; an empty count is a choice that nothing at the desk records. */
final class TroubleCsv {

    private TroubleCsv() {}

    static String of(TroubleReport report) {
        StringBuilder lines = new StringBuilder(Csv.line(
                List.of("from", "through", "question", "choice", "receptions", "of", "minutes", "mean_minutes")));
        for (Difficulty one : Difficulty.values()) {
            add(lines, report, "6", one.label().ja(), report.difficulty(one));
        }
        add(lines, report, "6", "特にトラブルはない", Optional.of(report.cost(trouble -> !trouble.isTrouble())));
        for (Handling one : Handling.values()) {
            add(lines, report, "8", one.label().ja(), Optional.of(report.handling(one)));
        }
        return lines.toString();
    }

    private static void add(
            StringBuilder lines,
            TroubleReport report,
            String question,
            String choice,
            Optional<TroubleReport.Cost> cost) {
        lines.append(Csv.line(List.of(
                report.from().toString(),
                report.through().toString(),
                question,
                choice,
                cost.map(one -> Long.toString(one.receptions())).orElse(""),
                Integer.toString(report.all().size()),
                cost.map(TroubleReport.Cost::minutes).orElse(""),
                cost.map(TroubleReport.Cost::mean)
                        .filter(mean -> !mean.equals("－"))
                        .orElse(""))));
    }
}
