package madoguchi.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import javax.crypto.spec.SecretKeySpec;
import madoguchi.core.Answer;
import madoguchi.core.BulkHub;
import madoguchi.core.BulkHub.Progress;
import madoguchi.core.BulkHub.Submission;
import madoguchi.core.BulkQuestion;
import madoguchi.core.BulkRequest;
import madoguchi.core.BulkRetrieval;
import madoguchi.core.VisitKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;

class BulkApiTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-08-03T09:00:05Z"), ZoneOffset.UTC);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final HikariDataSource DATABASE = Databases.fresh();
    private static final RegisterHub HUB = new RegisterHub(DATABASE, CLOCK);
    private static final BulkJobs JOBS = new BulkJobs(DATABASE, HUB, new RealTimeHub(HUB), CLOCK, BulkSettings.usual());
    private static @Nullable ServletWebServerApplicationContext app;

    /** 試験用の起動 – the controller alone; the header {@code Facility} stands in for a client certificate. */
    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class App {
        @Bean
        BulkApi api() {
            return new BulkApi(JOBS);
        }

        @Bean
        Filter certificate() {
            return (request, response, chain) -> chain.doFilter(known((HttpServletRequest) request), response);
        }

        private static HttpServletRequest known(HttpServletRequest request) {
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
        new Registrations(DATABASE, new SecretKeySpec(new byte[32], "HmacSHA256"), CLOCK)
                .take(
                        Source.of(
                                "a.csv",
                                FileOf.lines(IntStream.rangeClosed(1, 700)
                                                .mapToObj(FileOf::line)
                                                .toList())
                                        .utf8()),
                        rows -> {})
                .orElseThrow();
    }

    @AfterAll
    static void stop() {
        if (app != null) {
            app.close();
        }
        JOBS.close();
        HUB.close();
        DATABASE.close();
    }

    @Test
    void theHubOverHttpGivesWhatTheHubItselfGives() {
        BulkHub far = new HttpBulkHub(CLIENT, base(), Duration.ofSeconds(10));
        BulkHub near = new LocalBulkHub(JOBS, Said.CLINIC.facility());
        BulkRequest request = request("over-http", 1100);
        String reception = ((Submission.Accepted) far.submit(request)).reception();

        assertThat(near.submit(request)).isEqualTo(far.submit(request));
        until(near, reception);
        Progress.Finished results = (Progress.Finished) far.look(reception);
        assertThat(results).isEqualTo(near.look(reception));
        assertThat(results.counts().normal()).isEqualTo(1100);
        assertThat(results.results())
                .extracting(result -> result.reply().answer() instanceof Answer.Active)
                .isEqualTo(IntStream.rangeClosed(1, 1100)
                        .mapToObj(person -> person <= 700)
                        .toList());
        assertThat(far.cancel("12")).isFalse();
        assertThat(far.look("12")).isEqualTo(new Progress.Unknown());
    }

    @Test
    void aRetrievalOverHttpGivesWhatTheHubItselfGives() throws Exception {
        take(FileOf.lines(FileOf.line(900, "保険者番号", "12138012", "記号", "", "番号", "1234567", "枝番", "", "被保険者証区分", "A1")));
        take(FileOf.lines(FileOf.ticketLine()));
        BulkHub far = new HttpBulkHub(CLIENT, base(), Duration.ofSeconds(10));
        BulkHub near = new LocalBulkHub(JOBS, Said.CLINIC.facility());
        BulkRetrieval august =
                new BulkRetrieval("august", Said.CLINIC, new BulkRetrieval.Wanted.Tickets(YearMonth.of(2026, 8)));
        BulkRetrieval home = new BulkRetrieval(
                "home",
                Said.CLINIC,
                new BulkRetrieval.Wanted.Consented(VisitKind.HOME, Said.day("2026-08-01"), Said.day("2026-08-31")));

        for (BulkRetrieval retrieval : List.of(august, home)) {
            String reception = ((Submission.Accepted) far.retrieve(retrieval)).reception();
            assertThat(near.retrieve(retrieval)).isEqualTo(far.retrieve(retrieval));
            until(near, reception);
            assertThat(far.look(reception)).isEqualTo(near.look(reception));
            assertThat(((Progress.Finished) far.look(reception)).results()).hasSize(retrieval.equals(august) ? 1 : 0);
        }
        HttpResponse<String> refused = CLIENT.send(
                HttpRequest.newBuilder(base().resolve(BulkApi.RETRIEVALS))
                        .header("Idempotency-Key", "bad")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"month\":\"1987-04-31\"}"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("line 1: month", "line 1: terminal").doesNotContain("1987");
    }

    private static void take(FileOf file) {
        assertThat(new Registrations(DATABASE, new SecretKeySpec(new byte[32], "HmacSHA256"), CLOCK)
                        .take(Source.of("more.csv", file.utf8()), rows -> {})
                        .orElseThrow()
                        .faults())
                .isEmpty();
    }

    @Test
    void theReceptionOfAnotherFacilityIsAnsweredByteForByteLikeOneThatDoesNotExist() throws Exception {
        BulkHub near = new LocalBulkHub(JOBS, Said.CLINIC.facility());
        String reception = ((Submission.Accepted) near.submit(request("mine", 3))).reception();
        until(near, reception);

        for (String below : List.of("", "/results")) {
            for (String method : below.isEmpty() ? List.of("GET", "DELETE") : List.of("GET")) {
                HttpResponse<String> foreign = call(method, "/" + reception + below, "1310000001");
                HttpResponse<String> nowhere = call(method, "/20260803180005999999" + below, "1310000001");
                assertThat(foreign.statusCode()).isEqualTo(404);
                assertThat(foreign.body()).isEqualTo(nowhere.body());
                assertThat(withoutDate(foreign)).isEqualTo(withoutDate(nowhere));
            }
            assertThat(call("GET", "/" + reception + below, "1319999913").statusCode())
                    .isEqualTo(200);
            assertThat(call("GET", "/" + reception + below, "none").statusCode())
                    .isEqualTo(401);
            assertThat(call("GET", "/" + reception + below, "operator").statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void aRefusalNamesEveryReasonInBothLanguagesAndNoValue() throws Exception {
        HttpResponse<String> refused = CLIENT.send(
                HttpRequest.newBuilder(base().resolve(BulkApi.PATH))
                        .header("Idempotency-Key", "bad")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"day\":\"1987-04-31\",\"name\":\"567890\"}"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(refused.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(refused.body())
                .contains("line 1: day", "line 1: terminal", "line 1: operator", "line 2", "実在する日付", "an existing day")
                .doesNotContain("567890", "1987");
    }

    private static List<String> withoutDate(HttpResponse<String> response) {
        return response.headers().map().entrySet().stream()
                .filter(header -> !header.getKey().equalsIgnoreCase("date"))
                .map(Object::toString)
                .sorted()
                .toList();
    }

    private static BulkRequest request(String id, int persons) {
        return new BulkRequest(
                id,
                Said.day("2026-08-04"),
                Said.CLINIC,
                IntStream.rangeClosed(1, persons)
                        .mapToObj(person -> new BulkQuestion(
                                Said.id("138016", "12-34", Integer.toString(500_000 + person), "02"),
                                Said.BIRTH,
                                person % 2 == 0,
                                Optional.of("P" + person)))
                        .toList());
    }

    private static void until(BulkHub hub, String reception) {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (hub.look(reception) instanceof Progress.Processing) {
            assertThat(System.nanoTime()).as("waiting").isLessThan(deadline);
            LockSupport.parkNanos(5_000_000);
        }
    }

    private static HttpResponse<String> call(String method, String below, String facility) throws Exception {
        return CLIENT.send(
                HttpRequest.newBuilder(base().resolve(BulkApi.PATH + below))
                        .header("Facility", facility)
                        .method(method, HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static URI base() {
        return URI.create("http://127.0.0.1:"
                + Objects.requireNonNull(Objects.requireNonNull(app).getWebServer())
                        .getPort());
    }
}
