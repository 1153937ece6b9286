package madoguchi.bundle;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import madoguchi.core.Problem;
import madoguchi.json.CoreJson;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 受領の保管 – every bundle a desk received, taken or refused; append-only. */
final class ReceivedStore {

    private final JdbcClient jdbc;

    ReceivedStore(DataSource database) {
        jdbc = JdbcClient.create(database);
    }

    /** Writes down a bundle that was found good; nothing happens when its serial is there already, taken by another process on the same database. */
    void take(Head head, SignedBundle bundle, Instant at) {
        jdbc.sql("""
                        insert into rules.received (at, digest, serial, head, problems, bytes)
                        values (:at, :digest, :serial, :head, '[]', :bytes) on conflict do nothing""")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("digest", bundle.digest())
                .param("serial", head.serial())
                .param("head", CoreJson.mapper().writeValueAsString(head))
                .param("bytes", bundle.bytes())
                .update();
    }

    /** Writes down a refused bundle, unless the same bytes were last refused for the same reason: a desk asks every minute. */
    void refuse(Receipt.Refused refused, String digest, Optional<SignedBundle> bundle, Instant at) {
        jdbc.sql("""
                        insert into rules.received (at, digest, refusal, serial, head, problems, bytes)
                        select :at, :digest, :refusal, cast(:serial as bigint), :head, :problems, cast(:bytes as bytea)
                        where :refusal is distinct from (select refusal from rules.received where digest = :digest order by id desc limit 1)""")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("digest", digest)
                .param("refusal", refused.why().name())
                .param("serial", refused.head().map(Head::serial).orElse(null))
                .param(
                        "head",
                        refused.head()
                                .map(CoreJson.mapper()::writeValueAsString)
                                .orElse(null))
                .param("problems", CoreJson.mapper().writeValueAsString(refused.problems()))
                .param("bytes", bundle.map(SignedBundle::bytes).orElse(null))
                .update();
    }

    /** The highest serial taken; 0 when there is none. */
    long serial() {
        return jdbc.sql("select coalesce(max(serial), 0) from rules.received where refusal is null")
                .query(Long.class)
                .single();
    }

    /** Whether these very bytes were taken. */
    boolean taken(String digest) {
        return jdbc.sql("select exists (select 1 from rules.received where digest = :digest and refusal is null)")
                .param("digest", digest)
                .query(Boolean.class)
                .single();
    }

    /** The latest bundles, newest first. */
    List<Received> latest(int most) {
        return jdbc.sql("select id, at, refusal, head, problems from rules.received order by id desc limit :most")
                .param("most", most)
                .query(ReceivedStore::received)
                .list();
    }

    /** The bundles taken, the highest serial first; their bytes are read one by one. */
    List<Received> taken() {
        return jdbc.sql(
                        "select id, at, refusal, head, problems from rules.received where refusal is null order by serial desc")
                .query(ReceivedStore::received)
                .list();
    }

    SignedBundle bundle(Received received) {
        return SignedBundle.of(jdbc.sql("select bytes from rules.received where id = :id")
                .param("id", received.id())
                .query(byte[].class)
                .single());
    }

    private static Received received(ResultSet row, int index) throws SQLException {
        return new Received(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getString("refusal")).map(Refusal::valueOf),
                Optional.ofNullable(row.getString("head"))
                        .map(json -> CoreJson.mapper().readValue(json, Head.class)),
                List.of(CoreJson.mapper().readValue(row.getString("problems"), Problem[].class)));
    }
}
