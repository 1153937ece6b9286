package madoguchi.reader;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 読取機の画面の記録 – append-only facts in the schema {@code reader}, which {@link PasscodeStore#migrate} brings up to date. */
public final class KioskDeviceStore {

    private static final String STANDING = """
            SELECT p.device, p.label, p.at, p.login,
                   (SELECT max(s.at) FROM reader.kiosk_device s WHERE s.device = p.device AND s.act = 'SEEN') AS seen,
                   (SELECT k.place FROM reader.kiosk_place k WHERE k.device = p.device ORDER BY k.seq DESC LIMIT 1) AS place
            FROM reader.kiosk_device p
            WHERE p.act = 'PAIRED'
              AND NOT EXISTS (SELECT FROM reader.kiosk_device r WHERE r.device = p.device AND r.act = 'REVOKED')
            """;

    private final JdbcClient jdbc;

    /** A store over a database that is up to date. */
    public KioskDeviceStore(DataSource database) {
        this.jdbc = JdbcClient.create(database);
    }

    void pair(String device, String label, String hash, String login, Instant at) {
        jdbc.sql("""
                        INSERT INTO reader.kiosk_device (at, act, device, label, hash, login)
                        VALUES (:at, 'PAIRED', :device, :label, :hash, :login)""")
                .param("at", time(at))
                .param("device", device)
                .param("label", label)
                .param("hash", hash)
                .param("login", login)
                .update();
    }

    void seen(String device, Instant at) {
        jdbc.sql("INSERT INTO reader.kiosk_device (at, act, device) VALUES (:at, 'SEEN', :device)")
                .param("at", time(at))
                .param("device", device)
                .update();
    }

    /** Writes it for a device that stands; false for any other. */
    boolean revoke(String device, String login, Instant at) {
        return jdbc.sql(
                                "INSERT INTO reader.kiosk_device (at, act, device, login) SELECT :at, 'REVOKED', device, :login FROM ("
                                        + STANDING + ") standing WHERE device = :device")
                        .param("at", time(at))
                        .param("device", device)
                        .param("login", login)
                        .update()
                == 1;
    }

    void place(String device, String place, String login, Instant at) {
        jdbc.sql("""
                        INSERT INTO reader.kiosk_place (at, device, place, login)
                        VALUES (:at, :device, :place, :login)""")
                .param("at", time(at))
                .param("device", device)
                .param("place", place)
                .param("login", login)
                .update();
    }

    Optional<KioskDevice> find(String hash) {
        return devices(jdbc.sql(STANDING + "AND p.hash = :hash").param("hash", hash)).stream()
                .findFirst();
    }

    /** Those that may open the screen today, oldest first. */
    List<KioskDevice> standing() {
        return devices(jdbc.sql(STANDING + "ORDER BY p.seq"));
    }

    private static List<KioskDevice> devices(JdbcClient.StatementSpec statement) {
        return statement
                .query((row, n) -> new KioskDevice(
                        row.getString("device"),
                        row.getString("label"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("login"),
                        Optional.ofNullable(row.getString("place")),
                        Optional.ofNullable(row.getObject("seen", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)))
                .list();
    }

    private static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
