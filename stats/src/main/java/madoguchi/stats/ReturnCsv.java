package madoguchi.stats;

import java.util.List;
import java.util.Locale;

/** 返戻のCSV – one line for each month, rule and outcome; {@code fate} is {@code returned}, {@code changed} or {@code unchanged}; points are empty where not told. */
final class ReturnCsv {

    private ReturnCsv() {}

    static String of(ReturnReport report) {
        StringBuilder lines = new StringBuilder(
                Csv.line(List.of("claim_month", "rule", "reason", "outcome", "fate", "receipts", "points")));
        report.months()
                .forEach(month -> report.of(month)
                        .forEach(one -> lines.append(Csv.line(List.of(
                                month.toString(),
                                one.rule(),
                                one.reason().ja(),
                                one.outcome().ja(),
                                one.fate().name().toLowerCase(Locale.ROOT),
                                Long.toString(one.receipts()),
                                one.points().isPresent()
                                        ? Long.toString(one.points().getAsLong())
                                        : "")))));
        return lines.toString();
    }
}
