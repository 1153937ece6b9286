package madoguchi.reader;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;

/** パスコードの保管 – hashes and the audit of visual confirmation in PostgreSQL, schema {@code reader}. Both are append-only. */
public final class PasscodeStore {

    /** 記録の種類. */
    enum Act {
        /** 発行. */
        ISSUED,
        /** 正しい入力. */
        RIGHT,
        /** 誤った入力. */
        WRONG,
        /** 目視確認. */
        CONFIRMED
    }

    /**
     * 保管された形.
     *
     * @param login the account
     * @param hash salted and slow
     * @param issuedAt when
     */
    record Hashed(String login, String hash, Instant issuedAt) {
        /** Never prints the hash. */
        @Override
        public String toString() {
            return "Hashed[" + login + "]";
        }
    }

    private final JdbcClient jdbc;

    /** A store over a database that {@link #migrate} has prepared. */
    public PasscodeStore(DataSource database) {
        this.jdbc = JdbcClient.create(database);
    }

    /** Brings the schema {@code reader} of a PostgreSQL database up to date; creates it on the first start. */
    public static void migrate(DataSource database) {
        Flyway.configure()
                .dataSource(database)
                .schemas("reader")
                .locations("classpath:db/reader")
                .load()
                .migrate();
    }

    /** The new hash and its line in the audit, both or neither. */
    void issue(String login, String hash, Instant at) {
        jdbc.sql("""
                        WITH issued AS (
                            INSERT INTO reader.passcode (login, hash, issued_at) VALUES (:login, :hash, :at) RETURNING login)
                        INSERT INTO reader.visual (at, act, login) SELECT :at, 'ISSUED', login FROM issued""")
                .param("login", login)
                .param("hash", hash)
                .param("at", time(at))
                .update();
    }

    /** The last hash of each account: all before it are void. */
    List<Hashed> current() {
        return jdbc.sql(
                        "SELECT DISTINCT ON (login) login, hash, issued_at FROM reader.passcode ORDER BY login, seq DESC")
                .query((row, n) -> new Hashed(
                        row.getString("login"),
                        row.getString("hash"),
                        row.getObject("issued_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    void note(Act act, Optional<String> login, Instant at) {
        jdbc.sql("INSERT INTO reader.visual (at, act, login) VALUES (:at, :act, :login)")
                .param("at", time(at))
                .param("act", act.name())
                .param("login", login.orElse(null))
                .update();
    }

    /** Wrong entries after {@code since} and after the last right one, oldest first. */
    List<Instant> wrongSince(Instant since) {
        return jdbc.sql("""
                        SELECT at FROM reader.visual
                        WHERE act = 'WRONG' AND at > :since
                          AND seq > coalesce((SELECT max(seq) FROM reader.visual WHERE act = 'RIGHT'), 0)
                        ORDER BY seq""")
                .param("since", time(since))
                .query((row, n) -> row.getObject("at", OffsetDateTime.class).toInstant())
                .list();
    }

    private static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
