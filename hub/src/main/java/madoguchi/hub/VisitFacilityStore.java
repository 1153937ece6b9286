package madoguchi.hub;

import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 居宅同意を取得した施設の保管庫 – reads the register log; consents taken back later were given all the same. */
final class VisitFacilityStore {

    private final JdbcClient client;

    VisitFacilityStore(DataSource database) {
        client = JdbcClient.create(database);
    }

    /** One facility and the instant of its first consent. */
    record First(String facility, Instant at) {}

    List<First> firsts() {
        return client.sql("""
                        select cast(body as jsonb) ->> 'facility' as facility, min(recorded_at) as at
                          from hub.register_fact where kind = 'VISIT_CONSENT' and not withdrawn
                         group by 1 having cast(body as jsonb) ->> 'facility' is not null""")
                .query((row, n) -> new First(
                        row.getString("facility"), row.getTimestamp("at").toInstant()))
                .list();
    }
}
