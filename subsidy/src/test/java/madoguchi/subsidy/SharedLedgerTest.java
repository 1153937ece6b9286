package madoguchi.subsidy;

import static madoguchi.subsidy.Samples.CLINIC;
import static madoguchi.subsidy.Samples.ELSEWHERE;
import static madoguchi.subsidy.Samples.PREFECTURE;
import static madoguchi.subsidy.Samples.record;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import madoguchi.charge.CapLedger;
import madoguchi.charge.HeldLedgers;
import madoguchi.charge.LedgerEntry;
import madoguchi.charge.LedgerEntry.Source;
import madoguchi.charge.LedgerFact;
import madoguchi.charge.LedgerOf;
import madoguchi.charge.Service;
import madoguchi.charge.SharedLedgers;
import madoguchi.charge.SharedLedgers.Told;
import madoguchi.core.Holder;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.core.PersonName;
import madoguchi.core.Problem;
import madoguchi.core.Sex;
import madoguchi.fixture.Database;
import madoguchi.fixture.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/** The ledger of ceilings that facilities share: who sees and writes which, and that no payment is lost or counted twice. */
class SharedLedgerTest {

    private static final MedicalInstitutionCode PHARMACY = new MedicalInstitutionCode("1349999914");
    private static final LocalDate BIRTH = LocalDate.of(1980, 8, 8);
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final LedgerOf LEDGER = new LedgerOf(
            "54139993", "5400015", Optional.empty(), BIRTH, YearMonth.of(2026, 11), "MEDICAL_DENTAL_ALL+PHARMACY");

    private final javax.sql.DataSource database = Database.fresh("subsidy", SubsidyHub::migrate);
    private final MovableClock clock = new MovableClock(Samples.NOW.minus(Duration.ofDays(300)));
    private final SubsidyHub hub = new SubsidyHub(
            database,
            Samples.KEYS,
            persons -> persons.contains(Samples.person(1)) ? Map.of(Samples.person(1), List.of(holder())) : Map.of(),
            clock);
    private final SharedLedgers clinic = hub.ledgers(CLINIC);
    private final SharedLedgers pharmacy = hub.ledgers(PHARMACY);

    private static Holder holder() {
        return new Holder(
                PersonName.of("架空　望", "ｶｸｳ ﾉｿﾞﾑ"),
                Sex.MALE,
                Optional.empty(),
                BIRTH,
                Optional.empty(),
                Optional.empty());
    }

    @BeforeEach
    void begin() throws IOException {
        hub.participants(
                        Samples.text(Samples.PARTICIPANTS + "FACILITY,1349999914,,架空薬局,,,2026-05-01,\n"),
                        Optional.empty(),
                        "test")
                .orElseThrow();
        clock.set(Samples.NOW);
    }

    @AfterEach
    void close() {
        hub.close();
    }

    private void registered(Object... changes) throws IOException {
        assertThat(hub.register(
                                Samples.json(record(1, changes)),
                                PREFECTURE,
                                "test",
                                "a.json",
                                Optional.empty(),
                                stored -> {})
                        .good())
                .isEqualTo(1);
    }

    private static LedgerFact paid(String facility, long total, long yen) {
        return paid(facility, total, yen, Source.OWN);
    }

    private static LedgerFact paid(String facility, long total, long yen, Source source) {
        return new LedgerFact.Entered(new LedgerEntry(DAY, facility, Service.PHARMACY, total, yen, source));
    }

    private static CapLedger ledger(Told told) {
        assertThat(told).isInstanceOf(Told.Kept.class);
        return CapLedger.of(((Told.Kept) told).facts(), Optional.of(5_000L));
    }

    @Test
    void whatOneFacilityTookIsSeenByTheNextAndTheCeilingIsReachedBetweenThem() throws IOException {
        registered();
        assertThat(ledger(clinic.read(LEDGER)).lines()).isEmpty();
        assertThat(clinic.write(LEDGER, 0, List.of(paid("架空診療所", 20_000, 4_000)), "yamamoto"))
                .isInstanceOf(Told.Kept.class);
        Told.Kept seen = (Told.Kept) pharmacy.read(LEDGER);
        assertThat(ledger(seen).lines())
                .singleElement()
                .satisfies(line -> assertThat(line.entry())
                        .isEqualTo(new LedgerEntry(DAY, "架空診療所", Service.PHARMACY, 20_000, 4_000, Source.PMH)));
        assertThat(seen.ours()).isEmpty();
        Told.Kept done = (Told.Kept) pharmacy.write(LEDGER, 4_000, List.of(paid("架空薬局", 9_000, 1_000)), "x");
        assertThat(ledger(done).reached()).isTrue();
        assertThat(done.ours()).containsExactly(2);
        assertThat(done.totals()).isEqualTo(Map.of(YearMonth.of(2026, 11), 29_000L));
    }

    @Test
    void whoSawAnOlderTotalIsShownTheLedgerAsItStandsAndNothingIsWritten() throws IOException {
        registered();
        clinic.write(LEDGER, 0, List.of(paid("架空診療所", 20_000, 4_000)), "yamamoto");
        assertThat(pharmacy.write(LEDGER, 0, List.of(paid("架空薬局", 9_000, 1_800)), "x"))
                .isInstanceOfSatisfying(
                        Told.Overtaken.class,
                        late -> assertThat(ledger(late.now()).runningYen()).isEqualTo(4_000));
        assertThat(ledger(pharmacy.read(LEDGER)).lines()).hasSize(1);
    }

    @Test
    void ofTwoFacilitiesAtTheSameMomentExactlyOneIsTakenEachTimeOverHttp() throws Exception {
        TinyApp.HUB
                .participants(
                        Samples.text(Samples.PARTICIPANTS + "FACILITY,1349999914,,架空薬局,,,2026-05-01,\n"),
                        Optional.empty(),
                        "test")
                .orElseThrow();
        TinyApp.HUB.register(
                Samples.json(record(91, "medicalSubsidyRecipientNumber", "5400023")),
                PREFECTURE,
                "test",
                "race.json",
                Optional.empty(),
                stored -> {});
        LedgerOf raced =
                new LedgerOf(LEDGER.payer(), "5400023", Optional.empty(), BIRTH, LEDGER.month(), LEDGER.total());
        List<SharedLedgers> both = List.of(over("1319999913"), over("1349999914"));
        try (ExecutorService facilities = Executors.newVirtualThreadPerTaskExecutor()) {
            for (long running = 0; running < 2_000; running += 100) {
                CyclicBarrier together = new CyclicBarrier(2);
                List<Future<Told>> writers = new ArrayList<>();
                long seen = running;
                for (SharedLedgers facility : both) {
                    writers.add(facilities.submit(() -> {
                        together.await();
                        return facility.write(raced, seen, List.of(paid("架空", 1_000, 100)), "x");
                    }));
                }
                List<Told> told = List.of(writers.get(0).get(), writers.get(1).get());
                assertThat(told).hasAtLeastOneElementOfType(Told.Kept.class);
                assertThat(told).hasAtLeastOneElementOfType(Told.Overtaken.class);
            }
            assertThat(ledger(both.getFirst().read(raced)).runningYen()).isEqualTo(2_000);
        }
    }

    /* The certificate's name comes in a cookie here, where the program takes it from the connection. */
    private static SharedLedgers over(String facility) throws IOException {
        CookieManager name = new CookieManager();
        name.put(TinyApp.base(), Map.of("Set-Cookie", List.of("caller=" + facility + "; Path=/")));
        return new HttpSharedLedgers(
                HttpClient.newBuilder().cookieHandler(name).build(), TinyApp.base(), Duration.ofSeconds(20));
    }

    @Test
    void whoeverMustNotBeToldGetsOneAndTheSameAnswer() throws IOException {
        registered();
        assertThat(clinic.read(LEDGER)).isInstanceOf(Told.Kept.class);
        assertThat(List.of(
                        clinic.read(of("54139993", "5400015", LocalDate.of(1980, 8, 9), LEDGER.total())),
                        clinic.read(of("54139993", "5400023", BIRTH, LEDGER.total())),
                        clinic.read(of("54139993", "5400015", BIRTH, "PHARMACY")),
                        hub.ledgers(ELSEWHERE).read(LEDGER),
                        hub.ledgers(ELSEWHERE).write(LEDGER, 0, List.of(paid("架空", 1, 1)), "x")))
                .containsOnly(new Told.NotKept());
        registered("isNotDisclosed", true);
        assertThat(clinic.read(LEDGER)).isEqualTo(new Told.NotKept());
        assertThat(clinic.write(LEDGER, 0, List.of(paid("架空", 1, 1)), "x")).isEqualTo(new Told.NotKept());
        assertThat(hub.heldLedgers().of(Samples.person(1), LEDGER.month()))
                .isEqualTo(new HeldLedgers.Listing.Listed(List.of()));
    }

    private static LedgerOf of(String payer, String recipient, LocalDate birth, String total) {
        return new LedgerOf(payer, recipient, Optional.empty(), birth, LEDGER.month(), total);
    }

    @Test
    void everythingAgainstAnEntryIsToldAtOnceAndNothingIsWritten() throws IOException {
        registered();
        List<LedgerFact> wrong = List.of(
                new LedgerFact.Entered(new LedgerEntry(
                        LocalDate.of(2026, 12, 1), "架空", Service.HOME_NURSING, 2_000_000_000L, 0, Source.PMH)),
                new LedgerFact.Struck(7));
        Told.Refused refused = (Told.Refused) clinic.write(LEDGER, 0, wrong, " ");
        assertThat(refused.problems())
                .extracting(Problem::place)
                .containsExactly("operator", "1", "1", "1", "1", "1", "2");
        assertThat(clinic.write(LEDGER, 0, List.of(), "x")).isInstanceOf(Told.Refused.class);
        assertThat(ledger(clinic.read(LEDGER)).lines()).isEmpty();
    }

    @Test
    void aFacilityTakesBackWhatItEnteredItselfAndOnlyOnce() throws IOException {
        registered();
        clinic.write(LEDGER, 0, List.of(paid("架空診療所", 20_000, 4_000)), "yamamoto");
        List<LedgerFact> strike = List.of(new LedgerFact.Struck(1));
        assertThat(pharmacy.write(LEDGER, 4_000, strike, "x"))
                .isInstanceOfSatisfying(
                        Told.Refused.class,
                        told -> assertThat(told.problems().getFirst().reason().ja())
                                .contains("ほかの施設が記入した行"));
        assertThat(clinic.write(LEDGER, 4_000, strike, "yamamoto")).isInstanceOf(Told.Kept.class);
        assertThat(clinic.write(LEDGER, 0, strike, "yamamoto")).isInstanceOf(Told.Refused.class);
        assertThat(ledger(pharmacy.read(LEDGER)).runningYen()).isZero();
    }

    @Test
    void theHolderSeesTheirLedgersAndWhoLooked() throws IOException {
        registered();
        clinic.write(LEDGER, 0, List.of(paid("架空診療所", 20_000, 5_000)), "yamamoto");
        pharmacy.read(LEDGER);
        HeldLedgers.Listing listing = hub.heldLedgers().of(Samples.person(1), LEDGER.month());
        assertThat(((HeldLedgers.Listing.Listed) listing).ledgers())
                .singleElement()
                .satisfies(held -> {
                    assertThat(held.ledger().reached()).isTrue();
                    assertThat(held.ledger().ceilingYen()).contains(5_000L);
                    assertThat(held.looks())
                            .extracting(HeldLedgers.Look::facility)
                            .containsExactly("1349999914");
                });
    }

    @Test
    void onlyAFacilitysCertificateIsTakenAndWhatIsNoRequestIsSaidSo() throws Exception {
        assertThat(post("", "{}").statusCode()).isEqualTo(401);
        assertThat(post("139904", "{}").statusCode()).isEqualTo(403);
        assertThat(post("1319999913", "{}").statusCode()).isEqualTo(400);
        assertThat(post("1319999913", "null").statusCode()).isEqualTo(400);
        assertThat(post("1319999913", " ".repeat(70_000)).statusCode()).isEqualTo(413);
        HttpResponse<String> unknown = post(
                "1319999913",
                "{\"payer\":\"54139993\",\"recipient\":\"no\",\"birth\":\"1980-08-08\",\"month\":\"2026-11\",\"total\":\"ALL\"}");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.body()).contains("共有の上限額管理票はありません");
    }

    private static HttpResponse<String> post(String caller, String body) throws Exception {
        return TinyApp.send(
                caller, LedgerApi.PATH, TinyApp.array(body.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update subsidy.ledger_fact set at = now()",
                "delete from subsidy.ledger_look",
                "truncate subsidy.ledger_fact"
            })
    void theLogsRefuseAnyChange(String change) {
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> new JdbcTemplate(database).update(change))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("append-only");
    }
}
