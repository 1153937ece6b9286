package madoguchi.stats;

import java.math.BigDecimal;
import java.util.List;

/** 利用率のCSV – one line for each row of a report; percentages with two decimals, empty where the whole is 0. */
final class UsageCsv {

    private static final List<String> HEAD = List.of(
            "month",
            "level",
            "key",
            "label",
            "facilities",
            "counted",
            "denominator_only",
            "open",
            "not_counted",
            "online_percent",
            "people",
            "people_with_receipts",
            "receipts",
            "receipt_percent",
            "facilities_without_receipts");

    private UsageCsv() {}

    static String of(UsageReport report, FacilityMaster master) {
        StringBuilder lines = new StringBuilder(Csv.line(HEAD));
        add(lines, report, "nation", List.of(report.nation()));
        add(lines, report, "kind", report.kinds(master));
        add(lines, report, "prefecture", report.prefectures());
        add(lines, report, "facility", report.rows());
        return lines.toString();
    }

    private static void add(StringBuilder lines, UsageReport report, String level, List<UsageRow> rows) {
        rows.forEach(row -> lines.append(Csv.line(List.of(
                report.month().toString(),
                level,
                row.key(),
                row.label().ja(),
                Integer.toString(row.facilities()),
                Long.toString(row.tally().counted()),
                Long.toString(row.tally().other()),
                Long.toString(row.tally().open()),
                Long.toString(row.tally().not()),
                percent(row.online()),
                Long.toString(row.people()),
                Long.toString(row.billed()),
                Long.toString(row.receipts()),
                percent(row.receipt()),
                Integer.toString(row.waiting())))));
    }

    private static String percent(Rate rate) {
        return rate.percent(2).map(BigDecimal::toPlainString).orElse("");
    }
}
