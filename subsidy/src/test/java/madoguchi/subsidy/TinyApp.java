package madoguchi.subsidy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import madoguchi.fixture.Database;
import madoguchi.fixture.MovableClock;
import madoguchi.json.CoreJson;
import madoguchi.web.Frames;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;

/** The hub's interface and pages over real HTTP, once for all tests; ends with the process. */
final class TinyApp {

    static final MovableClock CLOCK = new MovableClock(Samples.NOW);
    static final SubsidyHub HUB = hub();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final ConfigurableApplicationContext APP = start();

    private TinyApp() {}

    private static SubsidyHub hub() {
        try {
            SubsidyHub hub = new SubsidyHub(
                    Database.fresh("subsidy", SubsidyHub::migrate), Samples.KEYS, Samples.REGISTERED, CLOCK);
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
        LedgerApi ledgerApi() {
            return HUB.ledgerApi();
        }

        @Bean
        SubsidyPages pages() {
            return HUB.pages(new Frames("見本", List.of()));
        }

        @Bean
        TokenPages tokenPages() {
            return HUB.tokenPages(new Frames("見本", List.of()));
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

    /** Where it listens. */
    static URI base() {
        return URI.create("http://localhost:" + APP.getEnvironment().getRequiredProperty("local.server.port"));
    }

    /** Sends a request as that caller; empty = nobody. */
    static HttpResponse<String> send(String caller, String path, HttpRequest.Builder request) throws Exception {
        int port = Integer.parseInt(APP.getEnvironment().getRequiredProperty("local.server.port"));
        return CLIENT.send(
                request.uri(URI.create("http://localhost:" + port + path))
                        .header("X-Caller", caller)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    static HttpRequest.Builder array(byte[] body) {
        return HttpRequest.newBuilder()
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    }

    static HttpRequest.Builder form(String form) {
        return HttpRequest.newBuilder()
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form));
    }

    static JsonNode json(HttpResponse<String> response) {
        return CoreJson.mapper().readTree(response.body());
    }
}
