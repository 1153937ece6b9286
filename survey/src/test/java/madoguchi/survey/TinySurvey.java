package madoguchi.survey;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.fixture.Database;
import madoguchi.fixture.MovableClock;
import madoguchi.web.Frames;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.web.filter.OncePerRequestFilter;

/** The smallest server around the survey: everybody is 山本, the clock stands within the seventh round, and one facility's log knows two troubles. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
class TinySurvey {

    static final MedicalInstitutionCode FACILITY = new MedicalInstitutionCode("1319999913");
    static final MovableClock CLOCK = new MovableClock("2025-08-25T01:00:00Z");

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @Bean
    DataSource database() {
        return Database.fresh("survey", Surveys::migrate);
    }

    @Bean
    Surveys surveys(DataSource database) {
        Prefill log = (MedicalInstitutionCode facility, LocalDate first, LocalDate last) ->
                facility.equals(FACILITY) && first.equals(LocalDate.of(2025, 8, 23))
                        ? Map.of("q6.invalid", 12, "q8.full", 3, "q6.share", 0, "q99.unheard", 5)
                        : Map.of();
        return new Surveys(database, FilledForm.TOKENS, log, CLOCK);
    }

    @Bean
    Frames frames() {
        return new Frames("調査の会", List.of());
    }

    @Bean
    SurveyPages pages(Surveys surveys, Frames frames) {
        return surveys.pages(frames);
    }

    @Bean
    AnswerPages answerPages(Surveys surveys, Frames frames) {
        return surveys.answerPages(frames);
    }

    @Bean
    ConsentPages consentPages(Surveys surveys, Frames frames) {
        return surveys.consentPages(FACILITY, frames);
    }

    @Bean
    OncePerRequestFilter somebody() {
        return new OncePerRequestFilter() {
            @Override
            protected void doFilterInternal(
                    jakarta.servlet.http.HttpServletRequest request,
                    jakarta.servlet.http.HttpServletResponse response,
                    jakarta.servlet.FilterChain chain)
                    throws IOException, jakarta.servlet.ServletException {
                chain.doFilter(
                        new jakarta.servlet.http.HttpServletRequestWrapper(request) {
                            @Override
                            public Principal getUserPrincipal() {
                                return () -> "yamamoto";
                            }
                        },
                        response);
            }
        };
    }

    static ServletWebServerApplicationContext start() {
        SpringApplication application = new SpringApplication(TinySurvey.class);
        application.setDefaultProperties(Map.of(
                "server.port", System.getProperty("madoguchi.survey.port", "0"),
                "spring.main.banner-mode", "off",
                "spring.flyway.enabled", "false",
                "spring.servlet.multipart.max-file-size", "20MB",
                "spring.servlet.multipart.max-request-size", "20MB"));
        return (ServletWebServerApplicationContext) application.run();
    }

    static HttpResponse<String> get(ServletWebServerApplicationContext app, String path)
            throws IOException, InterruptedException {
        return CLIENT.send(
                HttpRequest.newBuilder(at(app, path)).build(),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    static HttpResponse<String> post(ServletWebServerApplicationContext app, String path, String form)
            throws IOException, InterruptedException {
        return CLIENT.send(
                HttpRequest.newBuilder(at(app, path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    /** Sends a file as a browser does. */
    static HttpResponse<String> send(ServletWebServerApplicationContext app, String path, byte[] file)
            throws IOException, InterruptedException {
        byte[] head = "--part\r\nContent-Disposition: form-data; name=\"file\"; filename=\"file\"\r\n\r\n"
                .getBytes(StandardCharsets.US_ASCII);
        byte[] tail = "\r\n--part--\r\n".getBytes(StandardCharsets.US_ASCII);
        return CLIENT.send(
                HttpRequest.newBuilder(at(app, path))
                        .header("Content-Type", "multipart/form-data; boundary=part")
                        .POST(HttpRequest.BodyPublishers.concat(
                                HttpRequest.BodyPublishers.ofByteArray(head),
                                HttpRequest.BodyPublishers.ofByteArray(file),
                                HttpRequest.BodyPublishers.ofByteArray(tail)))
                        .build(),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private static URI at(ServletWebServerApplicationContext app, String path) {
        return URI.create(
                "http://localhost:" + Objects.requireNonNull(app.getWebServer()).getPort() + path);
    }
}
