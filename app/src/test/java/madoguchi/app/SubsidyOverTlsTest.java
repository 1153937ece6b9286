package madoguchi.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.net.ssl.SSLContext;
import madoguchi.account.Accounts;
import madoguchi.charge.CapLedger;
import madoguchi.charge.LedgerEntry;
import madoguchi.charge.LedgerFact;
import madoguchi.charge.LedgerOf;
import madoguchi.charge.Service;
import madoguchi.charge.SharedLedgers;
import madoguchi.charge.SharedLedgers.Told;
import madoguchi.fixture.MovableClock;
import madoguchi.hub.Registrations;
import madoguchi.subsidy.HttpSharedLedgers;
import madoguchi.subsidy.LedgerApi;
import madoguchi.subsidy.MunicipalityCode;
import madoguchi.subsidy.RegistrationApi;
import madoguchi.subsidy.SubsidyHub;
import madoguchi.town.Town;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hub of subsidies that is reached from other machines: facilities over mutual TLS, a municipality's token over the TLS of the staff's screens. */
class SubsidyOverTlsTest {

    private static final MovableClock CLOCK = new MovableClock("2026-11-21T01:00:00Z");
    private static final String CLINIC = "1319999913";
    private static final String PHARMACY = "1349999914";
    private static final LedgerOf LEDGER = new LedgerOf(
            "54139993", "5400015", Optional.empty(), LocalDate.of(1980, 8, 8), YearMonth.of(2026, 11), "ALL");

    @TempDir
    private static Path data;

    private static Settings settings;
    private static Server server;
    private static SubsidyHub hub;

    @BeforeAll
    static void start() throws IOException {
        settings = TestSettings.hub(data, "0.0.0.0", CLINIC);
        server = Server.start(settings, CLOCK);
        hub = server.bean(SubsidyHub.class);
        new TownSettlement(Town.load(), server.bean(Registrations.class), server.bean(Accounts.class), hub).settle();
        String pharmacy =
                "kind,code,type,name,certificate,scheme,first,last\nFACILITY," + PHARMACY + ",,みなと架空薬局,,,2026-04-01,\n";
        hub.participants(new ByteArrayInputStream(pharmacy.getBytes(StandardCharsets.UTF_8)), Optional.empty(), "test")
                .orElseThrow();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    private static SharedLedgers asking(String facility, int port) throws Exception {
        return new HttpSharedLedgers(
                Tls.client(new DevelopmentCa(settings.pki(), CLOCK), facility),
                URI.create("https://localhost:" + port),
                Duration.ofSeconds(20));
    }

    private static LedgerFact paid(String facility, long yen) {
        return new LedgerFact.Entered(new LedgerEntry(
                LocalDate.of(2026, 11, 21), facility, Service.PHARMACY, 10 * yen, yen, LedgerEntry.Source.OWN));
    }

    private static CapLedger ledger(Told told) {
        assertThat(told).isInstanceOf(Told.Kept.class);
        return CapLedger.of(((Told.Kept) told).facts(), Optional.of(10_000L));
    }

    @Test
    void twoFacilitiesRaceForOneLedgerAndNoPaymentIsLostOrCountedTwice() throws Exception {
        List<SharedLedgers> both =
                List.of(asking(CLINIC, settings.machinePort()), asking(PHARMACY, settings.machinePort()));
        try (ExecutorService facilities = Executors.newVirtualThreadPerTaskExecutor()) {
            for (long running = 0; running < 10_000; running += 1_000) {
                CyclicBarrier together = new CyclicBarrier(2);
                long seen = running;
                List<Future<Told>> writers = new ArrayList<>();
                for (SharedLedgers facility : both) {
                    writers.add(facilities.submit(() -> {
                        together.await();
                        return facility.write(LEDGER, seen, List.of(paid("架空の施設", 1_000)), "yamamoto");
                    }));
                }
                List<Told> told = List.of(writers.get(0).get(), writers.get(1).get());
                assertThat(told).hasAtLeastOneElementOfType(Told.Kept.class);
                Told.Overtaken late = told.stream()
                        .filter(Told.Overtaken.class::isInstance)
                        .map(Told.Overtaken.class::cast)
                        .findFirst()
                        .orElseThrow();
                assertThat(ledger(late.now()).runningYen()).isEqualTo(running + 1_000);
            }
        }
        assertThat(ledger(both.getFirst().read(LEDGER)).reached()).isTrue();
        Told.Kept clinic = (Told.Kept) both.getFirst().read(LEDGER);
        Told.Kept pharmacy = (Told.Kept) both.getLast().read(LEDGER);
        assertThat(clinic.ours()).doesNotContainAnyElementsOf(pharmacy.ours());
        assertThat(clinic.ours().size() + pharmacy.ours().size()).isEqualTo(10);
        assertThat(asking("1310000001", settings.machinePort()).read(LEDGER)).isEqualTo(new Told.NotKept());
    }

    @Test
    void whileTheHubCannotBeReachedNothingIsWrittenAndTheClerkIsToldSo() throws Exception {
        assertThat(asking(CLINIC, DemoTown.freePort()).write(LEDGER, 0, List.of(paid("架空", 1)), "yamamoto"))
                .isInstanceOfSatisfying(Told.Unreachable.class, lost -> {
                    assertThat(lost.perhapsWritten()).isFalse();
                    assertThat(lost.detail().ja()).contains("紙の管理票に記入してください");
                });
    }

    @Test
    void aTokenLetsAMunicipalityInOverTheTlsOfTheStaffsScreensAndOnlyThere() throws Exception {
        String token = hub.tokens()
                .issue(new MunicipalityCode("139998"), 30, "夜間連携", "suzuki")
                .orElseThrow()
                .text();
        HttpClient machine = HttpClient.newBuilder().sslContext(trusting()).build();
        String staff = "https://localhost:" + settings.staff().port();
        HttpResponse<String> posted = send(machine, staff + RegistrationApi.PATH, token);
        assertThat(posted.statusCode()).isEqualTo(202);
        assertThat(posted.sslSession())
                .hasValueSatisfying(tls -> assertThat(tls.getProtocol()).isEqualTo("TLSv1.3"));
        assertThat(send(machine, staff + RegistrationApi.PATH, "mst-1-wrong").statusCode())
                .isEqualTo(401);
        assertThat(send(machine, staff + LedgerApi.PATH, token).statusCode()).isIn(302, 303, 401, 403);

        String machines = "https://localhost:" + settings.machinePort() + RegistrationApi.PATH;
        assertThatThrownBy(() -> send(machine, machines, token)).isInstanceOf(IOException.class);
        HttpClient facility = Tls.client(new DevelopmentCa(settings.pki(), CLOCK), CLINIC);
        assertThat(send(facility, machines, token).statusCode())
                .as("a facility's certificate is no municipality's, whatever token it shows")
                .isEqualTo(403);
        assertThat(send(HttpClient.newHttpClient(), staff.replace("https", "http") + RegistrationApi.PATH, token)
                        .statusCode())
                .as("unencrypted, nobody listens")
                .isEqualTo(400);
    }

    private static SSLContext trusting() throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, Tls.trust(new DevelopmentCa(settings.pki(), CLOCK)).getTrustManagers(), null);
        return context;
    }

    private static HttpResponse<String> send(HttpClient client, String where, String token) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(where))
                        .header("Content-Type", "application/json")
                        .header("Authorization", "Bearer " + token)
                        .POST(HttpRequest.BodyPublishers.ofString("[{}]"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
