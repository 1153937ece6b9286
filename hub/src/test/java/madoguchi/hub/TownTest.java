package madoguchi.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import madoguchi.core.Answer;
import madoguchi.core.Caller;
import madoguchi.core.CardSerial;
import madoguchi.core.Inquiry;
import madoguchi.core.InsuredId;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.core.Subject;
import madoguchi.town.Batch;
import madoguchi.town.Outcome;
import madoguchi.town.Town;
import madoguchi.town.TownHub;
import madoguchi.town.Townsperson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** 見本の町 – the hub over the town's registration files, against what the stories expect and against the town's own naive hub. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TownTest {

    private static final Instant NOW = Instant.parse("2027-01-01T00:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private final Town town = Town.load();
    private final Caller clinic = town.clinic().caller();
    private final TownHub naive = new TownHub(town.batches(), CLOCK);
    private final HikariDataSource database = Databases.fresh();
    private final RegisterHub hub = new RegisterHub(database, CLOCK);
    private final List<ImportReport> reports = new ArrayList<>();

    @BeforeAll
    void takeAllFiles() {
        for (Batch batch : town.batches()) {
            reports.add(take(batch));
        }
    }

    @AfterAll
    void close() {
        hub.close();
        database.close();
    }

    @Test
    void everyFileOfTheTownIsTakenWithoutAFault() {
        assertThat(reports)
                .isNotEmpty()
                .allSatisfy(report -> assertThat(report.faults()).isEmpty())
                .allSatisfy(report ->
                        assertThat(report.stored() + report.unchanged()).isEqualTo(report.rows()));
    }

    @Test
    void takingEveryFileAgainChangesNothing() {
        long facts = Databases.count(database, "fact");
        long tickets = Databases.count(database, "ticket_fact");

        assertThat(town.batches())
                .allSatisfy(batch -> assertThat(take(batch).stored()).isZero());
        assertThat(Databases.count(database, "fact")).isEqualTo(facts);
        assertThat(Databases.count(database, "ticket_fact")).isEqualTo(tickets);
    }

    @Test
    void everyPersonIsAnsweredAsTheStoryExpects() {
        for (Townsperson person : town.people()) {
            assertThat(person.expectations())
                    .as(person.key())
                    .isNotEmpty()
                    .allSatisfy(expected -> assertThat(Outcome.of(hub.inquire(person.inquiry(expected, clinic))
                                    .answer()))
                            .as("%s: %s", person.key(), expected.because())
                            .isEqualTo(expected.outcome()));
        }
    }

    /** Every way to ask for every person, on the days of the stories and around them and on month ends, as known at one instant of recording after the other and just before each. */
    @Test
    void everyAnswerIsThatOfTheNaiveHub() {
        Caller elsewhere = new Caller(new MedicalInstitutionCode("1310000001"), "desk", "clerk");
        List<Optional<Instant>> instants = instants();
        List<Asked> inquiries = new ArrayList<>();
        for (Townsperson person : town.people()) {
            for (InsuredId id : spellings(person)) {
                for (LocalDate day : days(person)) {
                    int asked = inquiries.size() + 1;
                    inquiries.add(new Asked(
                            person.key(),
                            new Inquiry(
                                    new Subject.ByNumber(id, person.birth()),
                                    day,
                                    instants.get((asked - 1) % instants.size()),
                                    asked % 3 != 0,
                                    asked % 4 == 0,
                                    asked % 5 == 0 ? elsewhere : clinic)));
                }
            }
        }
        assertThat(inquiries).hasSizeGreaterThan(1_000);
        assertThat(found(inquiries)).isPositive();
    }

    /** Every card of the town on the days of the stories, as known at one instant of recording after the other and just before each. */
    @Test
    void everyAnswerByCardIsThatOfTheNaiveHub() {
        List<Optional<Instant>> instants = instants();
        List<Asked> inquiries = new ArrayList<>();
        for (Townsperson person : town.people()) {
            for (CardSerial card : town.card(person).stream().toList()) {
                for (LocalDate day : days(person)) {
                    int asked = inquiries.size();
                    Inquiry now = Inquiry.byCard(card, day, clinic);
                    inquiries.add(new Asked(
                            person.key(),
                            asked % 3 == 0
                                    ? now
                                    : instants.get((asked + 1) % instants.size())
                                            .map(now::asKnownAt)
                                            .orElse(now)));
                }
            }
        }
        long asked = inquiries.size();
        assertThat(found(inquiries)).isBetween(asked / 4, asked);
    }

    private record Asked(String person, Inquiry inquiry) {}

    /** Asks both hubs and compares; side by side, as a hub is asked: each answer waits for the disk, and many wait together. Returns how many were about a coverage. */
    private long found(List<Asked> inquiries) {
        return inquiries.parallelStream()
                .filter(asked -> {
                    Inquiry inquiry = asked.inquiry();
                    Answer answer = hub.inquire(inquiry).answer();
                    assertThat(answer)
                            .as(
                                    "%s on %s as known at %s, limit %s, diseases %s",
                                    asked.person(),
                                    inquiry.day(),
                                    inquiry.knownAt(),
                                    inquiry.limitConsent(),
                                    inquiry.diseaseConsent())
                            .isEqualTo(naively(inquiry));
                    return !(answer instanceof Answer.NotFound);
                })
                .count();
    }

    private List<Optional<Instant>> instants() {
        return Stream.concat(
                        Stream.of(Optional.<Instant>empty()),
                        town.batches().stream()
                                .map(Batch::recordedAt)
                                .distinct()
                                .flatMap(at -> Stream.of(Optional.of(at), Optional.of(at.minusNanos(1_000)))))
                .toList();
    }

    /** As registered, without branch, without symbol, with a leading zero. */
    private static List<InsuredId> spellings(Townsperson person) {
        return person.ids().values().stream()
                .flatMap(id -> Stream.of(
                        id,
                        new InsuredId(id.insurer(), id.symbol(), id.number(), Optional.empty()),
                        new InsuredId(id.insurer(), Optional.empty(), "0" + id.number(), id.branch())))
                .distinct()
                .toList();
    }

    private static SortedSet<LocalDate> days(Townsperson person) {
        SortedSet<LocalDate> days = new TreeSet<>();
        person.expectations()
                .forEach(expected -> days.addAll(List.of(
                        expected.day().minusDays(1),
                        expected.day(),
                        expected.day().plusDays(1))));
        for (LocalDate month = LocalDate.of(2023, 4, 1); month.getYear() < 2027; month = month.plusMonths(6)) {
            days.addAll(List.of(month.minusDays(1), month));
        }
        return days;
    }

    /* The town's hub also shows 特定疾病 whose own period is over; Coverage.withoutExpired says that those are not shown. */
    private Answer naively(Inquiry inquiry) {
        Answer answer = naive.inquire(inquiry).answer();
        return answer instanceof Answer.Active(var coverages)
                ? new Answer.Active(coverages.stream()
                        .map(coverage -> coverage.withoutExpired(inquiry.day()))
                        .toList())
                : answer;
    }

    private ImportReport take(Batch batch) {
        Registrations registrations = new Registrations(database, new SecretKeySpec(new byte[32], "HmacSHA256"), CLOCK);
        return registrations
                .take(Source.of(batch.fileName(), batch.bytes()), batch.recordedAt(), rows -> {})
                .orElseThrow();
    }
}
