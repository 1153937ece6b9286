package madoguchi.hub;

import static madoguchi.hub.Said.CLINIC;
import static madoguchi.hub.Said.WARD;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import madoguchi.core.Answer;
import madoguchi.core.Hub;
import madoguchi.core.Inquiry;
import madoguchi.core.Reply;
import madoguchi.core.SubsidyAnswer;
import madoguchi.core.SubsidyUse;
import madoguchi.core.Text;
import madoguchi.json.CoreJson;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;

class HubApiTest {

    private static final Instant NOW = Instant.parse("2026-08-03T00:30:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Inquiry INQUIRY = Said.asking(WARD, "2026-08-03");
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private static volatile Hub behind = HubApiTest::active;
    private static @Nullable ServletWebServerApplicationContext app;

    /** 試験用の起動 – the controller alone; the header {@code Facility} stands in for a client certificate. */
    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class App {
        @Bean
        HubApi api() {
            return new HubApi(inquiry -> behind.inquire(inquiry));
        }

        @Bean
        Filter certificate() {
            return (request, response, chain) -> chain.doFilter(known((HttpServletRequest) request), response);
        }

        static HttpServletRequest known(HttpServletRequest request) {
            String facility = Optional.ofNullable(request.getHeader("Facility")).orElse("1319999913");
            return new HttpServletRequestWrapper(request) {
                @Override
                public @Nullable Principal getUserPrincipal() {
                    return facility.equals("none") ? null : () -> facility;
                }
            };
        }
    }

    @BeforeAll
    static void start() {
        SpringApplication application = new SpringApplication(App.class);
        application.setDefaultProperties(Map.of("server.port", "0", "spring.main.banner-mode", "off"));
        app = (ServletWebServerApplicationContext) application.run();
    }

    @AfterAll
    static void stop() {
        if (app != null) {
            app.close();
        }
    }

    @AfterEach
    void answerAsUsual() {
        behind = HubApiTest::active;
    }

    // The API.

    @Test
    void anInquiryIsAnsweredWithTheReplyOfTheHub() throws Exception {
        HttpResponse<String> response = post(json(INQUIRY));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        assertThat(CoreJson.mapper().readValue(response.body(), Reply.class)).isEqualTo(active(INQUIRY));
    }

    @Test
    void whatTheHubKnowsOfSubsidiesComesBackAndIsAskedForOnlyWhereItIsWanted() {
        behind = inquiry -> active(inquiry)
                .withSubsidies(
                        inquiry.subsidies() == SubsidyUse.USE
                                ? new SubsidyAnswer.Nothing(SubsidyAnswer.Absence.NONE)
                                : new SubsidyAnswer.NotAsked());
        assertThat(over(base()).inquire(INQUIRY.withSubsidies(SubsidyUse.USE)).subsidies())
                .isEqualTo(new SubsidyAnswer.Nothing(SubsidyAnswer.Absence.NONE));
        assertThat(over(base()).inquire(INQUIRY).subsidies()).isEqualTo(new SubsidyAnswer.NotAsked());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "1319999913"    | "13199"         | property caller.facility
                    "138016"        | "13801x"        | property subject.insured.insurer
                    "567890"        | ""              | property subject.insured
                    "02"            | "7"             | property subject.insured
                    "1987-04-12"    | "1987-04-31"    | property subject.birth
                    "NUMBER"        | "FAX"           | property subject
                    "limitConsent"  | "limitkonsent"  | property limitConsent
                    "kind":         | "x":1,"kind":   | an unknown property of subject
                    """)
    void aRequestThatIsNotAnInquiryIsRefusedByPropertyWithoutItsValue(String good, String bad, String place)
            throws Exception {
        String faulty = json(INQUIRY).replace(good, bad);
        HttpResponse<String> response = post(faulty);

        assertThat(faulty).isNotEqualTo(json(INQUIRY));
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(response.body()).contains(place);
        assertThat(response.body()).doesNotContain("567890", "12-34", "1987", "138016", "13801x", "FAX", "13199");
    }

    @ParameterizedTest
    @ValueSource(strings = {"caller", "subject", "day"})
    void anAbsentPropertyIsNamed(String property) throws Exception {
        var tree = (tools.jackson.databind.node.ObjectNode) CoreJson.mapper().readTree(json(INQUIRY));
        tree.remove(property);
        HttpResponse<String> response = post(tree.toString());

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains(property).doesNotContain("567890", "1987");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "\"567890\"", "{", "番号567890", "{}"})
    void aBodyThatIsNoInquiryAtAllIsRefused(String body) throws Exception {
        HttpResponse<String> response = post(body);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).doesNotContain("567890");
    }

    @Test
    void anEndlessBodyIsRefusedBeforeItIsRead() throws Exception {
        assertThat(post(" ".repeat(100_000) + json(INQUIRY)).statusCode()).isEqualTo(413);
    }

    @Test
    void nobodyMayAskInAnotherFacilitysName() throws Exception {
        behind = inquiry -> {
            throw new AssertionError("asked all the same");
        };

        assertThat(post(json(INQUIRY), "1310000001").statusCode()).isEqualTo(403);
        assertThat(post(json(INQUIRY), "none").statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({"HUB,503,30", "OVERLOAD,503,[123]", "REFUSED,400,none"})
    void anOutageIsNotAnAnswerAndSaysWhenToComeAgain(Answer.Cause cause, int status, String retryAfter)
            throws Exception {
        behind = inquiry -> unreachable(cause);
        HttpResponse<String> response = post(json(INQUIRY));

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Retry-After").orElse("none")).matches(retryAfter);
    }

    // The hub at the other end of the line.

    @Test
    void theHubOverHttpAnswersWhatTheHubItselfAnswers() {
        assertThat(over(base()).inquire(INQUIRY)).isEqualTo(active(INQUIRY));
    }

    @ParameterizedTest
    @EnumSource(
            value = Answer.Cause.class,
            names = {"HUB", "OVERLOAD", "REFUSED"})
    void theCauseOfAnOutageComesThrough(Answer.Cause cause) {
        behind = inquiry -> unreachable(cause);

        assertThat(cause(over(base()).inquire(INQUIRY))).isEqualTo(cause);
    }

    @Test
    void aRefusalComesThrough() {
        assertThat(cause(over(base()).inquire(Said.asking(WARD, "2026-08-03").asKnownAt(NOW))))
                .as("the usual hub answers everything")
                .isNull();
        HttpHub other = over(base());
        Inquiry foreign = Inquiry.byNumber(
                WARD,
                Said.BIRTH,
                Said.day("2026-08-03"),
                true,
                new madoguchi.core.Caller(new madoguchi.core.MedicalInstitutionCode("1310000001"), "desk", "clerk"));

        assertThat(cause(other.inquire(foreign))).isEqualTo(Answer.Cause.REFUSED);
    }

    @Test
    void aDeadPortIsTheNetworksFault() throws IOException {
        int dead;
        try (ServerSocket socket = new ServerSocket(0)) {
            dead = socket.getLocalPort();
        }

        assertThat(cause(over(local(dead)).inquire(INQUIRY))).isEqualTo(Answer.Cause.NETWORK);
    }

    @Test
    void aServerThatNeverAnswersIsATimeout() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            HttpHub hub = new HttpHub(CLIENT, local(silent.getLocalPort()), Duration.ofMillis(300), CLOCK);

            assertThat(cause(hub.inquire(INQUIRY))).isEqualTo(Answer.Cause.TIMEOUT);
        }
    }

    @Test
    void anAnswerThatBeginsAndNeverEndsIsATimeout() throws Exception {
        assertThat(cause(rawAnswer("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{\"answer\":", true)))
                .isEqualTo(Answer.Cause.TIMEOUT);
    }

    @Test
    void anAnswerThatBreaksOffIsTheNetworksFault() throws Exception {
        assertThat(cause(rawAnswer("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{\"answer\":", false)))
                .isEqualTo(Answer.Cause.NETWORK);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    200 | <html>hello</html>                                               | UNREADABLE
                    200 | {}                                                               | UNREADABLE
                    200 | null                                                             | UNREADABLE
                    200 | {"answer":{"outcome":"active","coverages":[]},"answeredAt":"x"}   | UNREADABLE
                    200 | {"answer":{"outcome":"perhaps"},"answeredAt":"2026-08-03T00:30:00Z","extras":[]} | UNREADABLE
                    200 | {"answeredAt":"2026-08-03T00:30:00Z","extras":[]}                 | UNREADABLE
                    503 | <html>maintenance</html>                                         | HUB
                    500 | {}                                                               | HUB
                    502 | bad gateway                                                      | HUB
                    401 | who are you                                                      | REFUSED
                    302 | elsewhere                                                        | REFUSED
                    """)
    void whatCannotBeUnderstoodIsNoAnswer(int status, String body, Answer.Cause cause) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        try {
            assertThat(cause(over(local(server.getAddress().getPort())).inquire(INQUIRY)))
                    .isEqualTo(cause);
        } finally {
            server.stop(0);
        }
    }

    /** The reply to an answer given byte for byte, after which the line stays open or is cut. */
    private static Reply rawAnswer(String answer, boolean staysOpen) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            Thread peer = Thread.ofVirtual().start(() -> {
                try (Socket socket = server.accept();
                        OutputStream out = socket.getOutputStream()) {
                    byte[] request = new byte[16 * 1024];
                    assertThat(socket.getInputStream().read(request)).isPositive();
                    out.write(answer.getBytes(StandardCharsets.US_ASCII));
                    out.flush();
                    // Until the asker hangs up.
                    while (staysOpen && socket.getInputStream().read(request) >= 0) {
                        Thread.onSpinWait();
                    }
                } catch (IOException hungUp) {
                    Thread.currentThread().interrupt();
                }
            });
            Duration patience = staysOpen ? Duration.ofMillis(300) : PATIENCE;
            Reply reply = new HttpHub(CLIENT, local(server.getLocalPort()), patience, CLOCK).inquire(INQUIRY);
            peer.join(Duration.ofSeconds(5));
            return reply;
        }
    }

    private static Reply active(Inquiry inquiry) {
        return new Reply(
                new Answer.Active(List.of(Said.said(1)
                        .under(inquiry.number().orElseThrow().insured())
                        .limited("2026-01-01", "2027-01-01")
                        .coverage())),
                NOW,
                Optional.of(7L),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    private static Reply unreachable(Answer.Cause cause) {
        return Reply.of(new Answer.Unreachable(cause, Optional.empty(), new Text("止まっています。", "Down.")), NOW);
    }

    private static Answer.@Nullable Cause cause(Reply reply) {
        return reply.answer() instanceof Answer.Unreachable(var cause, var code, var detail) ? cause : null;
    }

    private static HttpHub over(URI base) {
        return new HttpHub(CLIENT, base, PATIENCE, CLOCK);
    }

    private static URI base() {
        return local(java.util.Objects.requireNonNull(
                        java.util.Objects.requireNonNull(app).getWebServer())
                .getPort());
    }

    private static URI local(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    private static String json(Inquiry inquiry) {
        return CoreJson.mapper().writeValueAsString(inquiry);
    }

    private static HttpResponse<String> post(String body) throws Exception {
        return post(body, CLINIC.facility().digits());
    }

    private static HttpResponse<String> post(String body, String facility) throws Exception {
        return CLIENT.send(
                HttpRequest.newBuilder(base().resolve(HubApi.PATH))
                        .header("Content-Type", "application/json")
                        .header("Facility", facility)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
