package madoguchi.review;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** レセプト枚数の保管庫 – how many receipts the agency accepted of each facility, for the usage rate by receipts. */
public final class ReceiptCountStore {

    private final JdbcClient client;

    /** Over the agency's database; call {@link Agency#migrate} before. */
    public ReceiptCountStore(DataSource database) {
        client = JdbcClient.create(database);
    }

    /**
     * The receipts accepted in files of one claim month (請求年月: usually the month after care; a late claim stands in the month in which it came), by 医療機関コード on the file.
     *
     * @return without facilities of which nothing was accepted
     */
    public Map<String, Long> accepted(YearMonth claimMonth) {
        Map<String, Long> counts = new HashMap<>();
        client.sql("""
                        select facility, sum(accepted) as accepted from review.file
                         where claim_month = :month and origin = 'FACILITY' and state <> 'REFUSED' and facility is not null
                         group by facility having sum(accepted) > 0""").param("month", claimMonth.atDay(1)).query(row -> {
            counts.put(row.getString("facility"), row.getLong("accepted"));
        });
        return Map.copyOf(counts);
    }
}
