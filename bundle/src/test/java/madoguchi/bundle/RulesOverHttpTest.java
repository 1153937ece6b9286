package madoguchi.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import madoguchi.fixture.Database;
import madoguchi.fixture.MovableClock;
import madoguchi.policy.RuleBook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** From publishing to a desk that decides otherwise, over real HTTP, with a hub's and a desk's own PostgreSQL. */
class RulesOverHttpTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration NEVER = Duration.ofDays(1);
    private static final RuleBook RELEASED = RuleBook.bundled();

    @TempDir
    Path folder;

    private final DataSource hub = Database.fresh("rules", RuleDatabase::migrate);
    private final DataSource clinic = Database.fresh("rules", RuleDatabase::migrate);
    private final MovableClock clock = new MovableClock("2026-05-22T09:00:00Z");
    private final HttpClient client = HttpClient.newHttpClient();
    private Issuer ministry;
    private Path keys;
    private ConfigurableApplicationContext running;
    private DeskRules shown;
    private URI address;

    @BeforeEach
    void start() {
        ministry = new Issuer(folder, "ministry");
        keys = Issuer.trusted(folder, ministry);
        shown = new DeskRules(clinic, new OwnHubFeed(hub), keys, RELEASED, NEVER, clock);
        running = TinyApp.start(hub, shown, clock);
        address = TinyApp.address(running);
    }

    @AfterEach
    void stop() {
        running.close();
        shown.close();
    }

    @Test
    void aPublishedBundleReachesADeskOverHttpAndDecidesAtItsInstant() {
        DataSource own = Database.fresh("rules", RuleDatabase::migrate);
        HttpRuleFeed feed = new HttpRuleFeed(client, address, PATIENCE);
        try (DeskRules desk = new DeskRules(own, feed, keys, RELEASED, NEVER, clock)) {
            desk.fetchNow();
            assertThat(desk.view(1).last().orElseThrow().said().en()).isEqualTo("No rules were published yet.");
            publish(ministry.issue(1));
            desk.fetchNow();

            assertThat(desk.holder().inForce().serial()).isZero();
            assertThat(desk.holder().next().orElseThrow().serial()).isEqualTo(1);
            clock.set(Issuer.IN_FORCE);
            assertThat(desk.holder().inForce().serial()).isEqualTo(1);
            assertThat(desk.holder().get().book().sources()).isEqualTo(Issuer.extended());
        }
        running.close();
        try (DeskRules desk = new DeskRules(own, feed, keys, RELEASED, NEVER, clock)) {
            desk.fetchNow();
            assertThat(desk.holder().inForce().serial()).isEqualTo(1);
            assertThat(desk.view(1).last().orElseThrow().said().en()).isEqualTo("The hub cannot be reached.");
        }
    }

    @Test
    void whoHasTheCurrentBundleIsToldSoInAFewBytes() throws Exception {
        SignedBundle bundle = ministry.issue(1);
        publish(bundle);

        HttpResponse<byte[]> whole = get("/api/rules/current", Optional.empty());
        assertThat(whole.statusCode()).isEqualTo(200);
        assertThat(whole.body()).isEqualTo(bundle.bytes());
        String etag = whole.headers().firstValue("ETag").orElseThrow();
        assertThat(etag).isEqualTo("\"" + bundle.digest() + "\"");
        HttpResponse<byte[]> same = get("/api/rules/current", Optional.of(etag));
        assertThat(same.statusCode()).isEqualTo(304);
        assertThat(same.body()).isEmpty();
        assertThat(new HttpRuleFeed(client, address, PATIENCE).fetch(Optional.of(etag)))
                .isInstanceOf(RuleFeed.Fetched.Unchanged.class);
    }

    @Test
    void aBundleThatSaysItIsTooLargeIsNotRead() throws IOException {
        try (ServerSocket server = new ServerSocket(0)) {
            answer(server, "HTTP/1.1 200 OK\r\nETag: \"big\"\r\nContent-Length: 99999999\r\n\r\nmadoguchi");
            URI there = URI.create("http://localhost:" + server.getLocalPort());
            assertThat(new HttpRuleFeed(client, there, PATIENCE).fetch(Optional.empty()))
                    .isEqualTo(new RuleFeed.Fetched.TooLarge("\"big\""));
        }
    }

    @Test
    void aBundleThatBreaksOffOnItsWayIsNoBundle() throws IOException {
        try (ServerSocket server = new ServerSocket(0)) {
            answer(server, "HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\nmadoguchi");
            URI there = URI.create("http://localhost:" + server.getLocalPort());
            assertThat(new HttpRuleFeed(client, there, PATIENCE).fetch(Optional.empty()))
                    .isInstanceOf(RuleFeed.Fetched.Unreachable.class);
        }
    }

    @Test
    void thePageSaysWhatDecidesWhatComesNextAndWhatWasRefused() throws Exception {
        publish(ministry.issue(1, Issuer.ISSUED, Issuer.extended()));
        shown.fetchNow();
        publish(ministry.issue(2));
        shown.fetchNow();

        String page = page();
        assertThat(page)
                .contains("今の規則は第 1 号です。", "架空省", "暫定的な取扱いの延長")
                .contains("次は第 2 号です。2026-05-24 15:00:00 に切り替わります。")
                .contains("ministry.pem", ministry.key.name());
        assertThat(page).doesNotContain("✕");
    }

    @Test
    void aRefusedBundleStandsOnThePageWithEveryFault() throws Exception {
        SignedBundle gap = ministry.issue(
                1, Issuer.ISSUED, Issuer.edited("insurance-old", "from: 2026-04-01", "from: 2026-04-03"));
        new PublishedStore(hub).add(gap.look().orElseThrow().head(), gap, clock.instant());
        HttpResponse<String> fetched = client.send(
                HttpRequest.newBuilder(address.resolve("/rules/bundles/fetch"))
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(fetched.statusCode()).isEqualTo(303);
        assertThat(page())
                .contains("今の規則はプログラムに付いてきたもの（第 0 号）です。")
                .contains("✕ " + Refusal.NOT_TOTAL.sentence().ja(), "当てはまる行がありません（抜け）。");
    }

    private void publish(SignedBundle bundle) {
        assertThat(new Publishing(hub, new Verification(RELEASED), clock).publish(bundle, TrustedKeys.in(keys)))
                .isInstanceOf(Receipt.Good.class);
    }

    private String page() throws Exception {
        return new String(get("/rules/bundles", Optional.empty()).body(), StandardCharsets.UTF_8);
    }

    private HttpResponse<byte[]> get(String path, Optional<String> etag) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(path));
        etag.ifPresent(tag -> request.header("If-None-Match", tag));
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    /** Answers one request with these very bytes, and hangs up. */
    private static void answer(ServerSocket server, String bytes) {
        Thread.ofVirtual().start(() -> {
            try (Socket socket = server.accept();
                    InputStream in = socket.getInputStream();
                    OutputStream out = socket.getOutputStream()) {
                in.read(new byte[4096]);
                out.write(bytes.getBytes(StandardCharsets.US_ASCII));
            } catch (IOException hungUp) {
                // The other side may hang up first.
            }
        });
    }
}
