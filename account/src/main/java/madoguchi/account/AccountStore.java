package madoguchi.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 利用者の保管 – the accounts and their audit in PostgreSQL, schema {@code account}; the only SQL of this module. Every change that two requests may try at once is one statement. */
public final class AccountStore {

    private final JdbcClient jdbc;

    /** A store over a database that {@link #migrate} has prepared. */
    public AccountStore(DataSource database) {
        this.jdbc = JdbcClient.create(database);
    }

    /** Brings the schema {@code account} of a PostgreSQL database up to date; creates it on the first start. */
    public static void migrate(DataSource database) {
        Flyway.configure()
                .dataSource(database)
                .schemas("account")
                .locations("classpath:db/account")
                .load()
                .migrate();
    }

    /** Adds an account; {@code false} when the login name is taken. */
    boolean add(String login, String name, Role role, String passwordHash, String secret, Instant at) {
        return jdbc.sql("""
                        INSERT INTO account.account (login, name, role, password_hash, totp_secret, created_at)
                        VALUES (:login, :name, :role, :hash, :secret, :at) ON CONFLICT DO NOTHING""")
                        .param("login", login)
                        .param("name", name)
                        .param("role", role.name())
                        .param("hash", passwordHash)
                        .param("secret", secret)
                        .param("at", time(at))
                        .update()
                == 1;
    }

    Optional<Credentials> find(String login) {
        return jdbc.sql("""
                        SELECT login, name, role, stamp, password_hash, totp_secret, disabled, locked_until
                        FROM account.account WHERE login = :login""")
                .param("login", login)
                .query((row, n) -> new Credentials(
                        new Staff(row.getString("login"), row.getString("name"), role(row), row.getInt("stamp")),
                        row.getString("password_hash"),
                        row.getString("totp_secret"),
                        row.getBoolean("disabled"),
                        instant(row, "locked_until")))
                .optional();
    }

    List<Account> all() {
        return jdbc.sql("""
                        SELECT login, name, role, disabled, locked_until,
                               (SELECT max(at) FROM account.audit e WHERE e.login = a.login AND act = 'SIGNED_IN') AS last_sign_in
                        FROM account.account a ORDER BY login""")
                .query((row, n) -> new Account(
                        row.getString("login"),
                        row.getString("name"),
                        role(row),
                        row.getBoolean("disabled"),
                        instant(row, "locked_until"),
                        instant(row, "last_sign_in")))
                .list();
    }

    /** Whether sessions opened with that stamp may go on. */
    boolean stillValid(String login, int stamp) {
        return jdbc.sql("SELECT 1 FROM account.account WHERE login = :login AND stamp = :stamp AND NOT disabled")
                .param("login", login)
                .param("stamp", stamp)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /**
     * Counts a try before anything is compared, so that a hundred tries at once are still five; locks when it is the last one.
     *
     * @return how many tries the window now holds, or empty when the account is locked and nothing may be compared
     */
    OptionalInt charge(String login, Instant now, SignInLimits limits) {
        return jdbc.sql("""
                        UPDATE account.account
                        SET tries = array(SELECT t FROM unnest(tries) t WHERE t > :since AND locked_until IS NULL) || :now::timestamptz,
                            locked_until = CASE WHEN :limit <= 1 + (
                                SELECT count(*) FROM unnest(tries) t WHERE t > :since AND locked_until IS NULL) THEN :until::timestamptz END
                        WHERE login = :login AND (locked_until IS NULL OR locked_until <= :now)
                        RETURNING cardinality(tries)""")
                .param("login", login)
                .param("now", time(now))
                .param("since", time(now.minus(limits.window())))
                .param("until", time(now.plus(limits.lock())))
                .param("limit", limits.tries())
                .query(Integer.class)
                .optional()
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }

    /** Takes one charged try back, and the lock it may have brought. */
    void refund(String login) {
        jdbc.sql("""
                        UPDATE account.account
                        SET tries = trim_array(tries, least(1, cardinality(tries))), locked_until = NULL WHERE login = :login""").param("login", login).update();
    }

    /** Forgets all tries and lifts the lock. */
    boolean clear(String login) {
        return changed("UPDATE account.account SET tries = '{}', locked_until = NULL WHERE login = :login", login);
    }

    /** Takes a time step once; {@code false} when it or a later one was taken before. */
    boolean takeStep(String login, long step) {
        return jdbc.sql("UPDATE account.account SET last_step = :step WHERE login = :login AND last_step < :step")
                        .param("login", login)
                        .param("step", step)
                        .update()
                == 1;
    }

    boolean disable(String login) {
        return changed(
                "UPDATE account.account SET disabled = true, stamp = stamp + 1 WHERE login = :login AND NOT disabled",
                login);
    }

    boolean enable(String login) {
        return changed("UPDATE account.account SET disabled = false WHERE login = :login AND disabled", login);
    }

    boolean changeSecret(String login, String secret) {
        return jdbc.sql("""
                        UPDATE account.account SET totp_secret = :secret, last_step = 0, stamp = stamp + 1
                        WHERE login = :login""").param("login", login).param("secret", secret).update() == 1;
    }

    boolean changePassword(String login, String passwordHash) {
        return jdbc.sql("UPDATE account.account SET password_hash = :hash, stamp = stamp + 1 WHERE login = :login")
                        .param("login", login)
                        .param("hash", passwordHash)
                        .update()
                == 1;
    }

    void append(Event event) {
        jdbc.sql("""
                        INSERT INTO account.audit (at, login, act, actor, remote)
                        VALUES (:at, :login, :act, :actor, :remote)""")
                .param("at", time(event.at()))
                .param("login", event.login())
                .param("act", event.act().name())
                .param("actor", event.actor())
                .param("remote", event.remote())
                .update();
    }

    /** The newest events with a number below {@code before}. */
    List<Event.Numbered> events(long before, int count) {
        return jdbc.sql("""
                        SELECT seq, at, login, act, actor, remote FROM account.audit
                        WHERE seq < :before ORDER BY seq DESC LIMIT :count""")
                .param("before", before)
                .param("count", count)
                .query((row, n) -> new Event.Numbered(
                        row.getLong("seq"),
                        new Event(
                                row.getObject("at", OffsetDateTime.class).toInstant(),
                                row.getString("login"),
                                Act.valueOf(row.getString("act")),
                                row.getString("actor"),
                                row.getString("remote"))))
                .list();
    }

    private boolean changed(String sql, String login) {
        return jdbc.sql(sql).param("login", login).update() == 1;
    }

    private static Role role(ResultSet row) throws SQLException {
        return Role.valueOf(row.getString("role"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
