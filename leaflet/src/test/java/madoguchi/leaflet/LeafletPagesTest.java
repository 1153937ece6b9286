package madoguchi.leaflet;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import madoguchi.web.Frames;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;

/** The pages of the printing house over real HTTP. */
class LeafletPagesTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static @Nullable ServletWebServerApplicationContext app;

    /** The smallest server around the prints, without accounts. */
    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Pages {

        @Bean
        LeafletPages leafletPages() {
            return new LeafletPages(Printed.HOUSE, new Frames("みなと架空診療所", List.of()));
        }
    }

    @BeforeAll
    static void start() {
        SpringApplication application = new SpringApplication(Pages.class);
        application.setDefaultProperties(Map.of("server.port", "0", "spring.main.banner-mode", "off"));
        app = (ServletWebServerApplicationContext) application.run();
    }

    @AfterAll
    static void stop() {
        if (app != null) {
            app.close();
        }
    }

    @Test
    void everyKindIsListedWithItsPurpose() throws Exception {
        String page = text(get("/leaflets"));
        Printed.HOUSE
                .kinds()
                .forEach(kind -> assertThat(page).contains(kind.purpose().ja(), "/leaflets/" + kind.name() + "\""));
    }

    @Test
    void aPrintIsChosenLookedAtAndTaken() throws Exception {
        String page = text(get("/leaflets/next-time?voice=en&day=2026-04-01"));
        assertThat(page)
                .contains("/leaflets/next-time/print.pdf?day=2026-04-01&amp;voice=en", "/leaflets/next-time/page-1.png")
                .contains("value=\"en\" checked");
        HttpResponse<byte[]> pdf = get("/leaflets/next-time/print.pdf?day=2026-04-01&voice=en");
        assertThat(pdf.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(new String(pdf.body(), 0, 5, StandardCharsets.ISO_8859_1)).isEqualTo("%PDF-");
        HttpResponse<byte[]> picture = get("/leaflets/next-time/page-1.png?day=2026-04-01&voice=en");
        assertThat(picture.headers().firstValue("Content-Type")).contains("image/png");
        assertThat(get("/leaflets/changes/page-2.png").statusCode()).isEqualTo(404);
    }

    @Test
    void whatCannotBeMadeIsSaidBesideItsField() throws Exception {
        HttpResponse<byte[]> page = get("/leaflets/changes?day=2026-13-40&size=A3");
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(text(page)).contains("その日は暦にありません", "この印刷物で選べるのは A4 です", "2026-13-40");
        assertThat(get("/leaflets/changes/print.pdf?day=2026-13-40").statusCode())
                .isEqualTo(422);
        HttpResponse<byte[]> unknown = get("/leaflets/menu");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(text(unknown)).contains("この名前の印刷物はありません");
    }

    private static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    private static HttpResponse<byte[]> get(String path) throws Exception {
        int port = Objects.requireNonNull(Objects.requireNonNull(app).getWebServer())
                .getPort();
        return CLIENT.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }
}
