package madoguchi.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import madoguchi.core.Parsed;
import madoguchi.core.Text;
import madoguchi.jpki.TrustAnchors;
import org.jspecify.annotations.Nullable;

/** 点検項目 – one check after the other; each tells what it found and, if something is wrong, what to do. */
final class Checks {

    private static final Duration DRIFT = Duration.ofSeconds(5);
    private static final Duration SOON = Duration.ofDays(30);
    private static final long ROOM = 2L << 30;

    /**
     * 点検の結果.
     *
     * @param what what was checked
     * @param good whether it is right
     * @param found what was found
     * @param advice what to do
     */
    record Check(Text what, boolean good, String found, Optional<Text> advice) {
        static Check good(Text what, String found) {
            return new Check(what, true, found, Optional.empty());
        }

        static Check bad(Text what, String found, String ja, String en) {
            return new Check(what, false, found, Optional.of(new Text(ja, en)));
        }
    }

    private static final Text JDK = new Text("JDK", "JDK");
    private static final Text FOLDER = new Text("データのフォルダー", "data folder");
    private static final Text DATABASE = new Text("データベース", "database");
    private static final Text CLOCK = new Text("時計（データベースとの差）", "clock (against the database)");
    private static final Text CERTIFICATES = new Text("証明書", "certificates");
    private static final Text TERMINAL = new Text("公式端末のフォルダー", "the official terminal's folders");

    private static final Text CARD_TRUST = new Text("実物のカードのルート証明書", "roots of real cards");

    private final Path data;
    private final Path pki;
    private final Clock clock;

    Checks(Path data, Path pki, Clock clock) {
        this.data = data;
        this.pki = pki;
        this.clock = clock;
    }

    List<Check> all(@Nullable Path official) {
        List<Check> checks = new ArrayList<>();
        checks.add(Check.good(JDK, Runtime.version().toString()));
        checks.add(folder());
        checks.addAll(database());
        checks.addAll(certificates());
        if (official != null) {
            checks.add(terminal(official));
        }
        return checks;
    }

    /** The folder of roots and responders of real cards: every root with its last day, or everything that is wrong. */
    List<Check> cardTrust(Path folder) {
        List<Check> checks = new ArrayList<>(
                switch (TrustAnchors.read(folder)) {
                    case Parsed.Faults<TrustAnchors>(var problems) ->
                        problems.stream()
                                .map(fault -> new Check(
                                        CARD_TRUST, false, folder + ": " + fault.place(), Optional.of(fault.reason())))
                                .toList();
                    case Parsed.Value<TrustAnchors>(var anchors) ->
                        anchors.roots().stream().map(this::root).toList();
                });
        if (Files.exists(CardKeys.folder(data))) {
            checks.add(Check.bad(
                    CARD_TRUST,
                    CardKeys.folder(data).toString(),
                    "このデータのフォルダーには模擬のカードがあります。本番には別のフォルダーを使ってください。",
                    "This data folder has simulated cards: use another one for production."));
        }
        return checks;
    }

    private Check root(X509Certificate root) {
        String found = TrustAnchors.identifier(root) + " – "
                + root.getNotAfter().toInstant().atZone(Server.TOKYO).toLocalDate();
        return root.getNotAfter().toInstant().isAfter(clock.instant())
                ? Check.good(CARD_TRUST, found)
                : Check.bad(
                        CARD_TRUST,
                        found,
                        "期限が切れています。この世代のカードは猶予期間のものだけです。",
                        "It has ended: only cards in grace are of this generation.");
    }

    private Check folder() {
        try {
            Files.createDirectories(data);
            Files.delete(Files.createTempFile(data, "doctor", ".tmp"));
            long free = Files.getFileStore(data).getUsableSpace();
            String found = data.toAbsolutePath() + " (" + (free >> 30) + " GiB)";
            return free > ROOM
                    ? Check.good(FOLDER, found)
                    : Check.bad(FOLDER, found, "空きが2GiB以下です。場所を空けてください。", "Less than 2 GiB free: make room.");
        } catch (IOException unwritable) {
            return Check.bad(
                    FOLDER,
                    data.toAbsolutePath() + ": " + unwritable.getMessage(),
                    "書き込めるフォルダーを --data で指定してください。",
                    "Name a writable folder with --data.");
        }
    }

    private List<Check> database() {
        try (LocalHub hub = new LocalHub(data, null);
                Connection connection = hub.database().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("select version(), current_setting('fsync'), clock_timestamp()")) {
            row.next();
            boolean durable = row.getString(2).equals("on");
            Duration drift = Duration.between(row.getTimestamp(3).toInstant(), clock.instant())
                    .abs();
            return List.of(
                    durable
                            ? Check.good(DATABASE, row.getString(1) + ", fsync on")
                            : Check.bad(DATABASE, "fsync off", "fsync を on にしてください。", "Turn fsync on."),
                    drift.compareTo(DRIFT) < 0
                            ? Check.good(CLOCK, drift.toMillis() + " ms")
                            : Check.bad(CLOCK, drift.toString(), "時計を合わせてください（NTP）。", "Set the clock (NTP)."));
        } catch (SQLException | IOException | RuntimeException unusable) {
            return List.of(Check.bad(
                    DATABASE,
                    String.valueOf(unusable.getMessage()),
                    "データのフォルダーの権限と空きを確かめ、もう一度起動してください。",
                    "Check the data folder's permissions and room, then start again."));
        }
    }

    List<Check> certificates() {
        if (!Files.exists(pki.resolve("server.p12"))) {
            return List.of(Check.good(CERTIFICATES, "まだありません。最初の起動で作られます / none yet; made at the first start"));
        }
        List<Check> checks = new ArrayList<>();
        try (var files = Files.list(pki)) {
            for (Path file : files.filter(name -> name.toString().endsWith(".p12"))
                    .sorted()
                    .toList()) {
                checks.add(certificate(file));
            }
        } catch (IOException | GeneralSecurityException unreadable) {
            checks.add(Check.bad(
                    CERTIFICATES,
                    pki + ": " + unreadable.getMessage(),
                    "このフォルダーを読める利用者で起動してください。",
                    "Start as a user who may read this folder."));
        }
        return checks;
    }

    private Check certificate(Path file) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(file.toFile(), new DevelopmentCa(pki, clock).password());
        Instant end = Instant.MAX;
        for (String alias : Collections.list(store.aliases())) {
            Instant notAfter = ((X509Certificate) store.getCertificate(alias))
                    .getNotAfter()
                    .toInstant();
            end = notAfter.isBefore(end) ? notAfter : end;
        }
        String found = file.getFileName() + " (～ " + end + ")";
        return end.isAfter(clock.instant().plus(SOON))
                ? Check.good(CERTIFICATES, found)
                : Check.bad(
                        CERTIFICATES,
                        found,
                        "期限が近い証明書です。このファイルを消して起動し直すと新しく作られます。",
                        "It expires soon: delete this file and start again to have a new one made.");
    }

    private static Check terminal(Path root) {
        List<String> missing = List.of("req", "res", "face").stream()
                .filter(name -> !Files.isWritable(root.resolve(name)))
                .toList();
        return missing.isEmpty()
                ? Check.good(TERMINAL, root.toString())
                : Check.bad(
                        TERMINAL,
                        root + ": " + missing,
                        "共有フォルダーの名前と書き込み権限を確かめてください。",
                        "Check the shared folder's name and write permission.");
    }
}
