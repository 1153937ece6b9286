package madoguchi.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import madoguchi.core.Answer;
import madoguchi.core.Caller;
import madoguchi.core.Inquiry;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.core.Reply;
import madoguchi.hub.HttpHub;
import madoguchi.hub.HubApi;
import madoguchi.hub.InquiryLane;
import madoguchi.hub.Proof;
import madoguchi.hub.RealTimeHub;
import madoguchi.json.CoreJson;
import madoguchi.town.Town;
import madoguchi.town.Townsperson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The door for inquiries only, over real TLS, against the town's hub. */
class InquiryLaneTest {

    private static final String CLINIC = "1319999913";
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static DemoTown town;
    private static DevelopmentCa ca;
    private static InquiryLane lane;
    private static HttpClient client;

    @BeforeAll
    static void open() throws Exception {
        town = DemoTown.shared();
        ca = new DevelopmentCa(town.settings.pki(), town.clock);
        lane = new InquiryLane(
                town.server.bean(RealTimeHub.class),
                Tls.keys(ca.server(), ca.password()),
                Tls.trust(ca),
                new InetSocketAddress("localhost", 0));
        client = Tls.client(ca, CLINIC);
    }

    @AfterAll
    static void close() {
        lane.close();
    }

    @Test
    void everybodyOfTheTownIsAnsweredAsByTheHubItself() {
        var hub = new HttpHub(client, base(), Duration.ofSeconds(10), town.clock);
        for (Townsperson person : Town.load().people()) {
            Answer there = hub.inquire(about(person)).answer();

            assertThat(there)
                    .isEqualTo(town.server
                            .bean(RealTimeHub.class)
                            .inquire(about(person))
                            .answer());
        }
    }

    @Test
    void manyAtOnceEachHaveTheirOwnEntryAndAProofThatTheHubSigned() throws IOException {
        List<Townsperson> people = Town.load().people();
        List<CompletableFuture<HttpResponse<byte[]>>> asked = IntStream.range(0, 200)
                .mapToObj(i -> client.sendAsync(
                        post(about(people.get(i % people.size()))), HttpResponse.BodyHandlers.ofByteArray()))
                .toList();
        Set<Long> entries = new HashSet<>();
        var key = HubKey.signing(town.settings.data()).verifying();
        for (var each : asked) {
            Reply reply = CoreJson.mapper().readValue(each.join().body(), Reply.class);
            Proof proof = Proof.parse(reply.proof().orElseThrow(), key).orElseThrow();
            entries.add(reply.verification().orElseThrow());

            assertThat(proof.entry()).isEqualTo(reply.verification().orElseThrow());
        }
        assertThat(entries).hasSize(200);
    }

    @Test
    void questionsSentAheadOfTheirAnswersAreAnsweredInOrder() throws Exception {
        Townsperson known = Town.load().people().getFirst();
        byte[] good = wire(CoreJson.mapper().writeValueAsBytes(about(known)));
        byte[] bad = wire("{}".getBytes(StandardCharsets.UTF_8));
        try (SSLSocket socket = socket(Tls.context(ca, CLINIC))) {
            socket.getOutputStream().write(joined(bad, good, bad));

            assertThat(statuses(socket, 3)).containsExactly(400, 200, 400);
        }
    }

    @Test
    void nobodyAsksInAnotherFacilitysNameAndWithoutACertificateNobodyAsksAtAll() throws Exception {
        HttpClient other = Tls.client(ca, "1319999921");

        assertThat(other.send(post(about(Town.load().people().getFirst())), HttpResponse.BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(403);
        SSLContext nameless = SSLContext.getInstance("TLS");
        nameless.init(null, Tls.trust(ca).getTrustManagers(), null);
        assertThatThrownBy(() -> HttpClient.newBuilder()
                        .sslContext(nameless)
                        .build()
                        .send(
                                HttpRequest.newBuilder(base().resolve("/healthz"))
                                        .build(),
                                HttpResponse.BodyHandlers.discarding()))
                .isInstanceOf(IOException.class);
    }

    @Test
    void whatIsNoInquiryIsToldSo() throws Exception {
        assertThat(status(HttpRequest.newBuilder(base().resolve("/healthz")).build()))
                .isEqualTo(200);
        assertThat(status(HttpRequest.newBuilder(base().resolve("/hub")).build()))
                .isEqualTo(404);
        assertThat(status(HttpRequest.newBuilder(base().resolve(HubApi.PATH))
                        .POST(HttpRequest.BodyPublishers.ofString(" ".repeat(100_000)))
                        .build()))
                .isEqualTo(413);
        HttpResponse<String> unreadable = client.send(
                HttpRequest.newBuilder(base().resolve(HubApi.PATH))
                        .POST(HttpRequest.BodyPublishers.ofString("{\"day\":\"not a day\"}"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(unreadable.statusCode()).isEqualTo(400);
        assertThat(unreadable.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(unreadable.headers().firstValue("Cache-Control")).contains("no-store");
    }

    private static int status(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private static URI base() {
        return URI.create("https://localhost:" + lane.port());
    }

    private static Inquiry about(Townsperson person) {
        return Inquiry.byNumber(
                person.id(), person.birth(), DAY, true, new Caller(new MedicalInstitutionCode(CLINIC), "test", "test"));
    }

    private static HttpRequest post(Inquiry inquiry) {
        return HttpRequest.newBuilder(base().resolve(HubApi.PATH))
                .POST(HttpRequest.BodyPublishers.ofByteArray(CoreJson.mapper().writeValueAsBytes(inquiry)))
                .build();
    }

    private static SSLSocket socket(SSLContext tls) throws IOException {
        SSLSocket socket = (SSLSocket) tls.getSocketFactory().createSocket("localhost", lane.port());
        socket.setSoTimeout(10_000);
        socket.startHandshake();
        return socket;
    }

    private static byte[] wire(byte[] json) {
        return LoadConnection.post(HubApi.PATH, json);
    }

    private static byte[] joined(byte[]... parts) {
        var all = new java.io.ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    /** The statuses of so many responses, read one after the other. */
    private static List<Integer> statuses(SSLSocket socket, int count) throws IOException {
        InputStream in = socket.getInputStream();
        List<Integer> statuses = new java.util.ArrayList<>();
        for (int i = 0; i < count; i++) {
            StringBuilder head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                head.append((char) in.read());
            }
            statuses.add(Integer.parseInt(head.substring(9, 12)));
            String length = head.toString().replaceAll("(?is).*content-length: *(\\d+).*", "$1");
            in.readNBytes(Integer.parseInt(length));
        }
        return statuses;
    }
}
