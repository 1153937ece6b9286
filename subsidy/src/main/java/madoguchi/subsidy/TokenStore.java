package madoguchi.subsidy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** トークンの保管庫 – digests of tokens, and what became of them. Append-only. PostgreSQL, schema {@code subsidy}. */
final class TokenStore {

    private static final String TOKENS = """
            select t.id, t.municipality, t.at, t.by, t.expires, t.note,
                   (select max(e.at) from subsidy.token_event e where e.token = t.id and e.kind = 'USED'),
                   (select min(e.at) from subsidy.token_event e where e.token = t.id and e.kind = 'REVOKED')
              from subsidy.token t
            """;

    private final JdbcTemplate jdbc;

    TokenStore(DataSource database) {
        jdbc = new JdbcTemplate(database);
    }

    /** 出来事の種類. */
    enum Event {
        /** 使われた. */
        USED,
        /** 失効させた. */
        REVOKED,
        /** どのトークンでもない. */
        UNKNOWN,
        /** 期限切れで断った. */
        EXPIRED,
        /** 失効していて断った. */
        WITHDRAWN,
        /** 多すぎて断った. */
        TOO_MANY
    }

    /** The number of the token to come: its text carries it. */
    long next() {
        return Objects.requireNonNull(
                jdbc.queryForObject("select nextval(pg_get_serial_sequence('subsidy.token', 'id'))", Long.class));
    }

    void add(ApiToken token, byte[] digest) {
        jdbc.update(
                """
                insert into subsidy.token (id, at, by, municipality, digest, expires, note)
                overriding system value values (?, ?, ?, ?, ?, ?, ?)
                """,
                token.number(),
                Timestamp.from(token.issued()),
                token.by(),
                token.municipality().digits(),
                digest,
                Timestamp.from(token.expires()),
                token.note());
    }

    void add(Optional<Long> token, Event event, String source, Instant at) {
        jdbc.update(
                "insert into subsidy.token_event (at, token, kind, source) values (?, ?, ?, ?)",
                new Object[] {Timestamp.from(at), token.orElse(null), event.name(), source},
                new int[] {Types.TIMESTAMP, Types.BIGINT, Types.VARCHAR, Types.VARCHAR});
    }

    /** The same unless it was noted of this token since then: a machine that asks every second fills no table. */
    void addUnlessSince(long token, Event event, String source, Instant at, Instant since) {
        jdbc.update("""
                insert into subsidy.token_event (at, token, kind, source)
                select ?, ?, ?, ? where not exists
                       (select from subsidy.token_event where token = ? and kind = ? and at > ?)
                """, Timestamp.from(at), token, event.name(), source, token, event.name(), Timestamp.from(since));
    }

    /** The digest of a token; empty for a number that is none. */
    Optional<byte[]> digest(long number) {
        return jdbc.queryForList("select digest from subsidy.token where id = ?", byte[].class, number).stream()
                .findFirst();
    }

    Optional<ApiToken> token(long number) {
        return jdbc.query(TOKENS + "where t.id = ?", TokenStore::token, number).stream()
                .findFirst();
    }

    /** Every token, the youngest first. */
    List<ApiToken> all() {
        return jdbc.query(TOKENS + "order by t.id desc", TokenStore::token);
    }

    /** The latest tries that were sent away, the youngest first. */
    List<RefusedTry> refused(int most) {
        return jdbc.query(
                """
                select at, token, kind, source from subsidy.token_event
                 where kind not in ('USED', 'REVOKED') order by id desc limit ?
                """,
                (row, index) -> new RefusedTry(
                        row.getTimestamp(1).toInstant(),
                        Optional.ofNullable(row.getObject(2, Long.class)),
                        RefusedTry.Kind.valueOf(row.getString(3)),
                        row.getString(4)),
                most);
    }

    private static ApiToken token(ResultSet row, int index) throws SQLException {
        return new ApiToken(
                row.getLong(1),
                new MunicipalityCode(row.getString(2)),
                row.getTimestamp(3).toInstant(),
                row.getString(4),
                row.getTimestamp(5).toInstant(),
                row.getString(6),
                Optional.ofNullable(row.getTimestamp(7)).map(Timestamp::toInstant),
                Optional.ofNullable(row.getTimestamp(8)).map(Timestamp::toInstant));
    }
}
