package madoguchi.subsidy;

import static madoguchi.subsidy.Samples.record;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import madoguchi.fixture.Database;
import madoguchi.fixture.MovableClock;
import madoguchi.json.CoreJson;
import madoguchi.web.Frames;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;

/** The interface and the pages over real HTTP; the name in the header stands for certificate or sign-in, which the program checks. */
class RegistrationApiTest {

    private static final SubsidyHub HUB = hub();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final ConfigurableApplicationContext APP = start();

    private static SubsidyHub hub() {
        try {
            SubsidyHub hub = new SubsidyHub(
                    Database.fresh("subsidy", SubsidyHub::migrate), Samples.KEYS, new MovableClock(Samples.NOW));
            hub.participants(Samples.text(Samples.PARTICIPANTS), Optional.empty(), "test")
                    .orElseThrow();
            hub.clerk("kobayashi", Optional.of(Samples.PREFECTURE), "test");
            return hub;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Wiring {
        @Bean
        RegistrationApi api() {
            return HUB.api();
        }

        @Bean
        SubsidyPages pages() {
            return HUB.pages(new Frames("見本", List.of()));
        }

        @Bean
        NamedCaller namedCaller() {
            return new NamedCaller();
        }
    }

    private static ConfigurableApplicationContext start() {
        SpringApplication application = new SpringApplication(Wiring.class);
        application.setDefaultProperties(Map.of("server.port", "0", "spring.main.banner-mode", "off"));
        return application.run();
    }

    @AfterAll
    static void stop() {
        APP.close();
        HUB.close();
    }

    @Test
    void anArrayBecomesATaskWhoseResultsAreReadBackByItsOwnMunicipalityOnly() throws Exception {
        HttpResponse<String> posted =
                post("139904", Samples.json(record(31), record(32, "validTo", "x")).readAllBytes());
        assertThat(posted.statusCode()).isEqualTo(202);
        String task = json(posted).get("task").asString();

        JsonNode told = json(get("139904", "/" + task));
        while (!told.get("state").asString().equals("STORED")) {
            told = json(get("139904", "/" + task));
        }
        assertThat(told.get("stored").asLong()).isEqualTo(1);
        assertThat(told.get("setAside").asLong()).isEqualTo(1);
        JsonNode results = json(get("139904", "/" + task + "/results"));
        assertThat(results.get(0).get("outcome").asString()).isEqualTo("STORED");
        assertThat(results.get(0).get("historyKey").asString()).isEqualTo("h1");
        assertThat(results.get(1).get("outcome").asString()).isEqualTo("SET_ASIDE");
        assertThat(results.get(1).get("faults").get(0).get("code").asString()).isEqualTo("SUB-E45");
        assertThat(results.get(1).get("faults").get(0).get("field").asString()).isEqualTo("validTo");

        assertThat(get("139998", "/" + task).statusCode()).isEqualTo(404);
        assertThat(get("139998", "/" + task + "/results").statusCode()).isEqualTo(404);
        assertThat(get("1319999913", "/" + task).statusCode()).isEqualTo(404);
    }

    @Test
    void aFacilityOrNobodyIsSentAway() throws Exception {
        byte[] body = Samples.json(record(33)).readAllBytes();
        assertThat(post("1319999913", body).statusCode()).isEqualTo(401);
        assertThat(post("", body).statusCode()).isEqualTo(401);
    }

    @Test
    void aTextThatBreaksOffIsRefusedWithItsNumber() throws Exception {
        HttpResponse<String> posted = post("139904", "[{\"historyKey\":".getBytes(StandardCharsets.UTF_8));
        assertThat(posted.statusCode()).isEqualTo(422);
        assertThat(json(posted).get("refused").get("code").asString()).isEqualTo("SUB-E01");
    }

    @Test
    void aClerkSeesEveryFaultBeforeAnythingIsStoredThenConfirmsAndMayTakeItBack() throws Exception {
        HttpResponse<String> sent = upload("kobayashi", Samples.json(record(41), record(42, "validTo", "x"))
                .readAllBytes());
        assertThat(sent.statusCode()).isEqualTo(303);
        String page = sent.headers().firstValue("Location").orElseThrow();
        String preview = body("kobayashi", page);
        assertThat(preview).contains("まだ何も登録されていません", "SUB-E45", "id=\"confirm\"");

        assertThat(form("kobayashi", page + "/confirm", "").statusCode()).isEqualTo(303);
        String stored = body("kobayashi", page);
        while (!stored.contains("登録しました")) {
            stored = body("kobayashi", page);
        }
        String report = body("kobayashi", page + "/report.csv");
        assertThat(report).contains("1,h1,STORED", "2,,SET_ASIDE", "SUB-E45").startsWith("\uFEFF");

        assertThat(form("kobayashi", page + "/undo", "reason=").statusCode()).isEqualTo(422);
        assertThat(form("kobayashi", page + "/undo", "reason=wrong").statusCode()).isEqualTo(303);
        assertThat(body("kobayashi", page)).contains("取り消しました");
        assertThat(request("stranger", page, Optional.empty()).statusCode()).isEqualTo(404);
    }

    @Test
    void whoWorksForNoMunicipalityIsToldWhatToDo() throws Exception {
        assertThat(body("stranger", "/municipality")).contains("madoguchi subsidy clerk");
    }

    @Test
    void thePageOfParticipantsShowsStagesAndTheMasterWithItsSources() throws Exception {
        assertThat(body("suzuki", "/subsidies/participants"))
                .contains("架空県", "NANBYO", "○ 予定", "みなと架空診療所", "81136244", "pmh.md §4");
    }

    private static HttpResponse<String> post(String caller, byte[] body) throws Exception {
        return request(
                caller,
                RegistrationApi.PATH,
                Optional.of(HttpRequest.newBuilder()
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))));
    }

    private static HttpResponse<String> get(String caller, String below) throws Exception {
        return request(caller, RegistrationApi.PATH + below, Optional.empty());
    }

    private static HttpResponse<String> form(String caller, String path, String form) throws Exception {
        return request(
                caller,
                path,
                Optional.of(HttpRequest.newBuilder()
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))));
    }

    private static HttpResponse<String> upload(String caller, byte[] file) throws Exception {
        String text = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.json\"\r\n\r\n"
                + new String(file, StandardCharsets.UTF_8) + "\r\n--x--\r\n";
        return request(
                caller,
                "/municipality/upload",
                Optional.of(HttpRequest.newBuilder()
                        .header("Content-Type", "multipart/form-data; boundary=x")
                        .POST(HttpRequest.BodyPublishers.ofString(text))));
    }

    private static String body(String caller, String path) throws Exception {
        return request(caller, path, Optional.empty()).body();
    }

    private static HttpResponse<String> request(String caller, String path, Optional<HttpRequest.Builder> request)
            throws Exception {
        int port = Integer.parseInt(APP.getEnvironment().getRequiredProperty("local.server.port"));
        return CLIENT.send(
                request.orElseGet(HttpRequest::newBuilder)
                        .uri(URI.create("http://localhost:" + port + path))
                        .header("X-Caller", caller)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> response) {
        return CoreJson.mapper().readTree(response.body());
    }
}
