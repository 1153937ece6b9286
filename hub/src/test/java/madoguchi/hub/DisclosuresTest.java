package madoguchi.hub;

import static madoguchi.hub.FileOf.line;
import static madoguchi.hub.FileOf.lines;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;
import madoguchi.core.Caller;
import madoguchi.core.Inquiry;
import madoguchi.core.InsuredId;
import madoguchi.core.MedicalInstitutionCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DisclosuresTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-08-03T00:30:00Z"), ZoneOffset.UTC);
    private static final LocalDate TODAY = LocalDate.of(2026, 8, 3);

    private final HikariDataSource database = Databases.fresh();
    private final RegisterHub hub = new RegisterHub(database, CLOCK);
    private final Disclosures disclosures = new Disclosures(database);

    @BeforeEach
    void register() {
        take(lines(line(1), line(2)));
    }

    @AfterEach
    void close() {
        hub.close();
        database.close();
    }

    @Test
    void aPersonReadsWhichFacilityWasShownWhatAndWhy() {
        ask(1, "1319999913", TODAY);
        ask(1, "1310000001", TODAY.plusDays(7));
        ask(2, "1310000002", TODAY);

        assertThat(of(1))
                .extracting(
                        Disclosure::facility,
                        Disclosure::purpose,
                        Disclosure::day,
                        Disclosure::outcome,
                        Disclosure::limitConsent)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "1310000001", Purpose.APPOINTMENT, TODAY.plusDays(7), "Active", true),
                        org.assertj.core.groups.Tuple.tuple("1319999913", Purpose.RECEPTION, TODAY, "Active", true));
        assertThat(of(1).getLast().at()).isEqualTo(CLOCK.instant());
    }

    @Test
    void onlyTheLatestAreReadWhereFewAreWanted() {
        ask(1, "1319999913", TODAY);
        ask(1, "1310000001", TODAY);

        assertThat(disclosures.of(id(1), Said.BIRTH, 1))
                .extracting(Disclosure::facility)
                .containsExactly("1310000001");
    }

    @Test
    void aQuestionThatShowedNothingIsNoDisclosure() {
        ask(3, "1319999913", TODAY);

        assertThat(of(3)).isEmpty();
    }

    @Test
    void aHiddenPersonIsToldNothingNotEvenWhatWasShownBefore() {
        ask(1, "1319999913", TODAY);
        take(lines(line(1, "不開示", "1")));
        ask(1, "1319999913", TODAY);

        assertThat(of(1)).isEmpty();
    }

    private List<Disclosure> of(int person) {
        return disclosures.of(id(person), Said.BIRTH, 100);
    }

    private void ask(int person, String facility, LocalDate day) {
        hub.inquire(Inquiry.byNumber(
                id(person), Said.BIRTH, day, true, new Caller(new MedicalInstitutionCode(facility), "desk", "clerk")));
    }

    private static InsuredId id(int person) {
        return Said.id("138016", "12-34", Integer.toString(500_000 + person), "02");
    }

    private void take(FileOf file) {
        assertThat(new Registrations(database, new SecretKeySpec(new byte[32], "HmacSHA256"), CLOCK)
                        .take(Source.of("a.csv", file.utf8()), rows -> {})
                        .orElseThrow()
                        .faults())
                .isEmpty();
    }
}
