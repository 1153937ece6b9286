package madoguchi.reader;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 汎用カードリーダーの記録 – append-only facts in the schema {@code reader}, which {@link PasscodeStore#migrate} brings up to date. */
public final class PhoneReaderStore {

    private static final String GOOD = "CARD";

    private final JdbcClient jdbc;

    /** A store over a database that is up to date. */
    public PhoneReaderStore(DataSource database) {
        this.jdbc = JdbcClient.create(database);
    }

    /**
     * 記録の一行, for the page.
     *
     * @param act TESTED, REGISTERED or REMOVED
     * @param reader the device
     * @param detail its label, or the outcome of the test; empty where there is neither
     */
    public record Line(Instant at, String login, String act, String reader, String detail) {}

    void tested(String device, String outcome, String login, Instant at) {
        add("TESTED", device, Optional.empty(), Optional.of(outcome), login, at);
    }

    void registered(String device, String label, String login, Instant at) {
        add("REGISTERED", device, Optional.of(label), Optional.empty(), login, at);
    }

    void removed(String device, String login, Instant at) {
        add("REMOVED", device, Optional.empty(), Optional.empty(), login, at);
    }

    private void add(
            String act, String device, Optional<String> label, Optional<String> outcome, String login, Instant at) {
        jdbc.sql("""
                        INSERT INTO reader.phone_reader (at, login, act, reader, label, outcome)
                        VALUES (:at, :login, :act, :reader, :label, :outcome)""")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("login", login)
                .param("act", act)
                .param("reader", device)
                .param("label", label.orElse(null))
                .param("outcome", outcome.orElse(null))
                .update();
    }

    /** The registered one: the last that was registered, unless it was removed since. */
    Optional<PhoneReader> current() {
        return jdbc.sql("""
                        SELECT reader, label, at, login FROM (
                            SELECT * FROM reader.phone_reader WHERE act IN ('REGISTERED', 'REMOVED') ORDER BY seq DESC LIMIT 1) last
                        WHERE act = 'REGISTERED'""")
                .query((row, n) -> new PhoneReader(
                        row.getString("reader"),
                        row.getString("label"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("login")))
                .optional();
    }

    /** When that device last read a card well. */
    Optional<Instant> lastGood(String device) {
        return jdbc.sql(
                        "SELECT max(at) AS at FROM reader.phone_reader WHERE act = 'TESTED' AND reader = ? AND outcome = ?")
                .params(device, GOOD)
                .query((row, n) -> Optional.ofNullable(row.getObject("at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant))
                .single();
    }

    /** The latest facts, newest first. */
    List<Line> latest(int most) {
        return jdbc.sql("""
                        SELECT at, login, act, reader, coalesce(label, outcome, '') AS detail FROM reader.phone_reader
                        ORDER BY seq DESC LIMIT ?""")
                .param(most)
                .query((row, n) -> new Line(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("login"),
                        row.getString("act"),
                        row.getString("reader"),
                        row.getString("detail")))
                .list();
    }
}
