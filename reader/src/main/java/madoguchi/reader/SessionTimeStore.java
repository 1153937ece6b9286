package madoguchi.reader;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import madoguchi.core.Identification;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 読取の時間の記録 – append-only facts in the schema {@code reader}, which {@link PasscodeStore#migrate} brings up to date. */
public final class SessionTimeStore {

    private final JdbcClient jdbc;

    /** A store over a database that is up to date. */
    public SessionTimeStore(DataSource database) {
        this.jdbc = JdbcClient.create(database);
    }

    /**
     * 記録の一行.
     *
     * @param place the reader as the program was told it
     * @param time how long, and how
     */
    public record Line(String place, SessionTime time) {}

    /** Writes down one session at the reader of that name; durable when it returns. */
    public void add(String place, SessionTime time) {
        jdbc.sql("""
                        INSERT INTO reader.session_time (at, place, took_ms, identified, ending)
                        VALUES (:at, :place, :took, :by, :ending)""")
                .param("at", time.began().atOffset(ZoneOffset.UTC))
                .param("place", place)
                .param("took", time.took().toMillis())
                .param("by", time.by().map(Identification::name).orElse(null))
                .param("ending", time.ending().name())
                .update();
    }

    /** The sessions that began from an instant (included) to another (excluded), in order. */
    public List<Line> between(Instant from, Instant until) {
        return jdbc.sql("""
                        SELECT at, place, took_ms, identified, ending FROM reader.session_time
                        WHERE at >= :from AND at < :until ORDER BY at, seq""")
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .query((row, n) -> new Line(
                        row.getString("place"),
                        new SessionTime(
                                row.getObject("at", OffsetDateTime.class).toInstant(),
                                Duration.ofMillis(row.getLong("took_ms")),
                                Optional.ofNullable(row.getString("identified")).map(Identification::valueOf),
                                SessionTime.Ending.valueOf(row.getString("ending")))))
                .list();
    }
}
