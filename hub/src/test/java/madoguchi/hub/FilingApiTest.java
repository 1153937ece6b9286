package madoguchi.hub;

import static madoguchi.hub.FileOf.line;
import static madoguchi.hub.FileOf.lines;
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
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;
import madoguchi.core.Answer;
import madoguchi.core.CardSerial;
import madoguchi.core.ConsentScope;
import madoguchi.core.Filed;
import madoguchi.core.Filing;
import madoguchi.core.Identification;
import madoguchi.core.Inquiry;
import madoguchi.core.InsuredId;
import madoguchi.core.Problem;
import madoguchi.core.ReferenceNumber;
import madoguchi.core.Subject;
import madoguchi.core.TokenKind;
import madoguchi.core.VisitKind;
import madoguchi.fixture.MovableClock;
import madoguchi.json.CoreJson;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;

/** A facility that asks by card and registers over HTTP, against a hub on a real database. The header {@code Facility} stands in for a client certificate. */
class FilingApiTest {

    private static final MovableClock CLOCK = new MovableClock("2026-08-03T00:30:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 8, 3);
    private static final CardSerial CARD = new CardSerial("SIM-1", "2A01");
    private static final HikariDataSource DATABASE = Databases.fresh();
    private static final RegisterIndex INDEX = new RegisterIndex(DATABASE, Optional.empty());
    private static final RegisterHub HUB = new RegisterHub(DATABASE, Optional.of(INDEX), Optional.empty(), CLOCK);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static @Nullable ServletWebServerApplicationContext app;

    /** 試験用の起動. */
    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class App {
        @Bean
        HubApi inquiries() {
            return new HubApi(HUB);
        }

        @Bean
        FilingApi filings() {
            return new FilingApi(HUB);
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
        new Registrations(DATABASE, Optional.of(INDEX), new SecretKeySpec(new byte[32], "HmacSHA256"), CLOCK)
                .take(Source.of("a.csv", lines(line(1), line(2)).utf8()), rows -> {})
                .orElseThrow();
        Registers registers = new Registers(DATABASE, Optional.of(INDEX), CLOCK);
        assertThat(registers.linkCard(number(1), CARD, TokenKind.IPHONE, DAY, "test"))
                .isInstanceOf(Filed.Taken.class);
        assertThat(registers.enrol(number(1), DAY, "test")).isInstanceOf(Filed.Taken.class);
        SpringApplication application = new SpringApplication(App.class);
        application.setDefaultProperties(Map.of("server.port", "0", "spring.main.banner-mode", "off"));
        app = (ServletWebServerApplicationContext) application.run();
    }

    @AfterAll
    static void stop() {
        if (app != null) {
            app.close();
        }
        HUB.close();
        INDEX.close();
        DATABASE.close();
    }

    @Test
    void aCardIsAskedForAndTheNumberRegisteredMeanwhileComesBack() {
        Inquiry inquiry = Inquiry.byCard(CARD, DAY, Said.CLINIC);

        assertThat(over().inquire(inquiry).answer()).isInstanceOf(Answer.Active.class);
        assertThat(over().file(reference(1, "P-1"))).isEqualTo(new Filed.Taken(CLOCK.instant()));
        assertThat(over().inquire(inquiry).referenceNumber()).contains("P-1");
        assertThat(over().inquire(Inquiry.byCard(new CardSerial("SIM-1", "FF"), DAY, Said.CLINIC))
                        .answer())
                .isEqualTo(new Answer.NotFound());
    }

    @Test
    void aRefusalComesThroughWithItsReasons() {
        assertThat(over().file(reference(1, "Q-1"))).isInstanceOf(Filed.Taken.class);

        assertThat(over().file(reference(2, "Q-1")))
                .isInstanceOfSatisfying(
                        Filed.Refused.class,
                        refused -> assertThat(refused.problems())
                                .singleElement()
                                .satisfies(
                                        problem -> assertThat(problem.place()).isEqualTo("照会番号")));
        assertThat(over().file(reference(77, "Q-2"))).isInstanceOf(Filed.Refused.class);
    }

    @Test
    void aConsentByWordOfMouthIsGivenAndWithdrawn() {
        Filing give = consent(number(1), Set.of(ConsentScope.LIMIT), false);
        Filing withdraw = consent(number(1), Set.of(ConsentScope.values()), true);

        assertThat(over().file(give)).isInstanceOf(Filed.Taken.class);
        CLOCK.advance(Duration.ofMinutes(1));
        assertThat(over().file(withdraw)).isInstanceOf(Filed.Taken.class);
        assertThat(consents()).isEmpty();
    }

    /** Who knows a card's number does not hold the card, and a number on paper opens no medical record. */
    @Test
    void aBareCardNumberOrANumberOnPaperConsentsToNothingThatNeedsTheCard() {
        assertThat(over().file(consent(new Subject.ByCard(CARD), Set.of(ConsentScope.MEDICINES), false)))
                .isInstanceOfSatisfying(
                        Filed.Refused.class,
                        refused -> assertThat(refused.problems())
                                .extracting(Problem::place)
                                .containsExactly("subject"));
        assertThat(over().file(consent(number(1), Set.of(ConsentScope.LIMIT, ConsentScope.MEDICINES), false)))
                .isInstanceOfSatisfying(
                        Filed.Refused.class,
                        refused -> assertThat(refused.problems())
                                .extracting(Problem::place)
                                .containsExactly("scopes"));
        assertThat(consents()).isEmpty();
    }

    @Test
    void aConsentToVisitsNeedsTheCardAndIsTakenBackByTheFacilityByNumber() {
        Filing.VisitConsent given =
                new Filing.VisitConsent(number(1), VisitKind.HOME, Optional.empty(), Identification.PIN, Said.CLINIC);

        assertThat(over().file(given)).isEqualTo(new Filed.Refused(FilingApi.CARD_ONLY));
        assertThat(HUB.file(given)).isInstanceOf(Filed.Taken.class);
        assertThat(over().file(new Filing.VisitWithdrawal(new Subject.ByCard(CARD), VisitKind.HOME, Said.CLINIC)))
                .isEqualTo(new Filed.Refused(FilingApi.CARD_ONLY));
        assertThat(over().file(new Filing.VisitWithdrawal(number(1), VisitKind.HOME, Said.CLINIC)))
                .isEqualTo(new Filed.Taken(CLOCK.instant()));
        assertThat(over().file(new Filing.VisitWithdrawal(number(1), VisitKind.HOME, Said.CLINIC)))
                .isInstanceOf(Filed.Refused.class);
    }

    private static Filing consent(Subject who, Set<ConsentScope> scopes, boolean withdraw) {
        return new Filing.Consent(who, scopes, withdraw, Said.CLINIC);
    }

    private static List<Kept.Consent> consents() {
        return new Registers(DATABASE, Optional.empty(), CLOCK)
                .about(number(1), Optional.empty())
                .consents(Said.CLINIC.facility(), CLOCK.instant());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    1319999913 | "P-9"       | ""        | 400
                    1319999913 | "number"    | "nummer"  | 400
                    1319999913 | "500001"    | "x"       | 409
                    1310000001 | "P-9"       | "P-9"     | 403
                    none       | "P-9"       | "P-9"     | 401
                    """)
    void whatIsNoFilingOfThisFacilityIsRefusedWithoutRepeatingIt(String facility, String good, String bad, int status)
            throws Exception {
        String body = CoreJson.mapper().writeValueAsString(reference(1, "P-9")).replace(good, bad);
        HttpResponse<String> response = CLIENT.send(
                HttpRequest.newBuilder(base().resolve(FilingApi.REFERENCES))
                        .header("Facility", facility)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(response.body()).doesNotContain("P-9", "500001", "1987");
    }

    private static Filing reference(int person, String number) {
        return new Filing.Reference(
                insured(person), Optional.of(Said.BIRTH), new ReferenceNumber(number), false, Said.CLINIC);
    }

    private static Subject.ByNumber number(int person) {
        return new Subject.ByNumber(insured(person), Said.BIRTH);
    }

    private static InsuredId insured(int person) {
        return Said.id("138016", "12-34", Integer.toString(500_000 + person), "02");
    }

    private static HttpHub over() {
        return new HttpHub(CLIENT, base(), Duration.ofSeconds(10), CLOCK);
    }

    private static URI base() {
        return URI.create("http://localhost:"
                + java.util.Objects.requireNonNull(
                                java.util.Objects.requireNonNull(app).getWebServer())
                        .getPort());
    }
}
