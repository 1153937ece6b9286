package madoguchi.jpki;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import madoguchi.core.Octets;
import madoguchi.core.Parsed;
import madoguchi.core.Problem;
import madoguchi.core.TokenKind;
import org.bouncycastle.asn1.x500.X500Name;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hub for real cards is told its roots and responders by a folder. Here another authority of our own plays the official one: it is called what it is and bears no official name. */
class TrustAnchorsTest {

    private static final Instant NOW = Instant.parse("2026-11-21T01:00:00Z");
    private static final Generation GENERATION =
            new Generation(1, CardProfile.CURRENT, LocalDate.of(2023, 7, 16), LocalDate.of(2033, 7, 15));
    private static final Root PLAYED =
            Root.make(GENERATION, new X500Name("C=JP,O=DEV-PRODUCTION,OU=plays production in a test"));

    private static final KeyPair KEYS = CardProfile.CURRENT.newKeys();

    @TempDir
    private Path folder;

    private static X509Certificate card(Root root) {
        CertificateOrder order = new CertificateOrder(
                "OPAQUE",
                TokenKind.CARD,
                CardProfile.CURRENT,
                Instant.parse("2026-04-01T00:00:00Z"),
                LocalDate.of(2029, 5, 3));
        return Forged.by(root, order, KEYS);
    }

    private static String pem(X509Certificate certificate) throws Exception {
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded())
                + "\n-----END CERTIFICATE-----\n";
    }

    private List<String> places() {
        return TrustAnchors.read(folder).problems().stream().map(Problem::place).toList();
    }

    @Test
    void aCardOfAnAuthorityInTheFolderIsGenuineAndItsListIsAskedWhereNoResponderAnswers() throws Exception {
        HttpServer lists = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        lists.createContext("/lists/", exchange -> {
            byte[] list = RevocationList.make(PLAYED, List.of(), NOW);
            boolean known = exchange.getRequestURI().getPath().equals("/lists/" + PLAYED.identifier());
            exchange.sendResponseHeaders(known ? 200 : 404, known ? list.length : -1);
            if (known) {
                exchange.getResponseBody().write(list);
            }
            exchange.close();
        });
        lists.start();
        try (HttpClient client = HttpClient.newHttpClient()) {
            String base = "http://localhost:" + lists.getAddress().getPort();
            Files.writeString(folder.resolve("authca-played.pem"), pem(PLAYED.certificate()));
            Files.writeString(
                    folder.resolve(TrustAnchors.RESPONDERS),
                    "ocsp = " + base + "/silent\nlists = " + base + "/lists/\n");
            TrustAnchors anchors = TrustAnchors.read(folder).orElseThrow();

            Checked checked = anchors.trust().check(Octets.of(card(PLAYED).getEncoded()));
            assertThat(checked).isInstanceOf(Checked.Genuine.class);
            StatusSource statuses = anchors.statuses(client, Duration.ofSeconds(5), Duration.ofMinutes(5));
            assertThat(statuses.ask((Checked.Genuine) checked, NOW)).isEqualTo(new RevocationStatus.Good());
            assertThat(anchors.trust().check(Octets.of(card(Forged.root()).getEncoded())))
                    .as("a card of the simulation")
                    .isEqualTo(new Checked.UnknownIssuer());
        } finally {
            lists.stop(0);
        }
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() throws Exception {
        assertThat(places()).containsExactly("*.pem", "responders.properties");
        Files.writeString(folder.resolve("a.pem"), "no certificate");
        Files.writeString(folder.resolve("b.pem"), pem(Forged.root().certificate()));
        Files.writeString(folder.resolve("c.pem"), pem(card(PLAYED)));
        Files.writeString(folder.resolve(TrustAnchors.RESPONDERS), "ocsp = ldap://somewhere\n");
        assertThat(places()).containsExactly("a.pem", "b.pem", "c.pem", "responders.properties ocsp");
    }

    @Test
    void withoutAWayToAskAboutRevocationTheFolderIsNotEnough() throws Exception {
        Files.writeString(folder.resolve("a.pem"), pem(PLAYED.certificate()));
        Files.writeString(folder.resolve(TrustAnchors.RESPONDERS), "# nothing yet\n");
        assertThat(places()).containsExactly("responders.properties");
        Files.writeString(folder.resolve(TrustAnchors.RESPONDERS), "ocsp = https://ocsp.invalid/\n");
        assertThat(TrustAnchors.read(folder)).isInstanceOf(Parsed.Value.class);
        assertThat(TrustAnchors.read(folder).orElseThrow().ocsp())
                .isEqualTo(Optional.of(URI.create("https://ocsp.invalid/")));
    }

    @Test
    void aFolderThatIsNotThereIsSaid() throws IOException {
        assertThat(TrustAnchors.read(folder.resolve("none")).problems())
                .extracting(Problem::place)
                .contains("folder", "responders.properties");
    }
}
