package madoguchi.subsidy;

import java.sql.Timestamp;
import java.time.Instant;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** ハブの設定の保管庫 – append-only; the latest row counts. PostgreSQL, schema {@code subsidy}. */
final class SettingStore {

    private final JdbcTemplate jdbc;

    SettingStore(DataSource database) {
        jdbc = new JdbcTemplate(database);
    }

    /** Whether subsidies are told by number, too; not until somebody says so. */
    boolean byNumber() {
        return jdbc
                .queryForList("select by_number from subsidy.setting order by id desc limit 1", Boolean.class)
                .stream()
                .findFirst()
                .orElse(false);
    }

    void byNumber(boolean told, String by, Instant at) {
        jdbc.update("insert into subsidy.setting (at, by, by_number) values (?, ?, ?)", Timestamp.from(at), by, told);
    }
}
