package madoguchi.stats;

import java.util.List;
import madoguchi.core.Text;

/**
 * 一括照会の数え方 – whether inquiries in bulk enter the rate: a row of data, because no source at hand says so.
 *
 * @param id names the row
 * @param verdict what is done with them
 * @param certain whether a source states it
 * @param note why
 */
record BulkCounting(String id, Counted verdict, boolean certain, Text note) {

    static BulkCounting bundled() {
        List<String> row = Csv.bundled("bulk-counting.csv").getFirst();
        return new BulkCounting(
                row.get(0), Counted.of(row.get(1)), Boolean.parseBoolean(row.get(2)), new Text(row.get(3), row.get(4)));
    }
}
