package madoguchi.desk;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;
import madoguchi.json.CoreJson;
import madoguchi.stamp.StampKeys;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 画面の証明の保管 – the keys of codes as last told, and every code that was checked, in the schema {@code desk}, append-only. */
final class StampStore {

    private final JdbcClient jdbc;

    StampStore(DataSource database) {
        jdbc = JdbcClient.create(database);
    }

    /** The keys as last told; none before. */
    StampKeys keys() {
        return jdbc.sql("select body from desk.stamp_keys order by seq desc limit 1")
                .query(String.class)
                .optional()
                .map(body -> CoreJson.mapper().readValue(body, StampKeys.class))
                .orElseGet(StampKeys::none);
    }

    void keep(StampKeys keys, Instant at) {
        jdbc.sql("insert into desk.stamp_keys (at, body) values (?, cast(? as jsonb))")
                .params(at.atOffset(ZoneOffset.UTC), CoreJson.mapper().writeValueAsString(keys))
                .update();
    }

    void checked(Instant at, String operator, String visit, byte[] code, String result) {
        jdbc.sql("insert into desk.stamp_check (at, operator, visit, code, result) values (?, ?, ?, ?, ?)")
                .params(at.atOffset(ZoneOffset.UTC), operator, visit, code, result)
                .update();
    }

    /** When a code was first found genuine for another reception. */
    Optional<Instant> usedElsewhere(byte[] code, String visit) {
        return jdbc.sql("""
                        select at from desk.stamp_check
                         where code = ? and visit <> ? and result in ('LIVE', 'TYPED') order by seq limit 1""")
                .params(code, visit)
                .query((row, index) -> row.getTimestamp(1).toInstant())
                .optional();
    }
}
