package madoguchi.rulebook;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import madoguchi.core.Text;
import madoguchi.policy.Policy;
import madoguchi.policy.RuleBook;
import madoguchi.web.Frame;
import madoguchi.web.Frames;
import madoguchi.web.LangSwitch;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;

/** The smallest server around the rulebook, without accounts, on the bundled rules and a clock that stands at 2026-11-21 in Japan. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
class TinyApp {

    static final RuleBook BOOK = RuleBook.bundled();

    private static final Supplier<Policy> POLICY = supplier(new Policy(BOOK));
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T00:30:00Z"), ZoneId.of("Asia/Tokyo"));
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static Supplier<Policy> supplier(Policy policy) {
        return () -> policy;
    }

    @Bean
    RuleApi api() {
        return new RuleApi(new RuleService(POLICY));
    }

    @Bean
    LangSwitch langSwitch() {
        return new LangSwitch();
    }

    @Bean
    RulePages pages() {
        return new RulePages(
                POLICY,
                new Frames(
                        "みなと架空診療所",
                        List.of(new Frames.RoleLink("RECEPTION", new Frame.Link("/rules", new Text("規則", "Rules"))))),
                CLOCK);
    }

    static ServletWebServerApplicationContext start() {
        SpringApplication application = new SpringApplication(TinyApp.class);
        application.setDefaultProperties(Map.of("server.port", "0", "spring.main.banner-mode", "off"));
        return (ServletWebServerApplicationContext) application.run();
    }

    static URI at(ServletWebServerApplicationContext app, String path) {
        return URI.create(
                "http://localhost:" + Objects.requireNonNull(app.getWebServer()).getPort() + path);
    }

    static HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }
}
