package madoguchi.hub;

import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 医療費助成を確認した施設の保管庫. */
final class SubsidyFacilityStore {

    private final JdbcClient client;

    SubsidyFacilityStore(DataSource database) {
        client = JdbcClient.create(database);
    }

    /** One facility and the instant of its first success. */
    record First(String facility, Instant at) {}

    /* A step from facility to facility along the index, so that millions of successes of one cost one look. */
    List<First> firsts() {
        return client.sql("""
                        with recursive seen as (
                            (select facility, at from hub.verification where subsidies = 'Found' order by facility, at limit 1)
                            union all
                            select next.facility, next.at from seen cross join lateral (
                                select facility, at from hub.verification
                                 where subsidies = 'Found' and facility > seen.facility order by facility, at limit 1) next)
                        select facility, at from seen""")
                .query((row, n) -> new First(
                        row.getString("facility"), row.getTimestamp("at").toInstant()))
                .list();
    }
}
