package madoguchi.hub;

import static madoguchi.hub.FileOf.line;
import static madoguchi.hub.FileOf.lines;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;
import madoguchi.core.CardSerial;
import madoguchi.core.ConsentScope;
import madoguchi.core.Filing;
import madoguchi.core.Identification;
import madoguchi.core.ReferenceNumber;
import madoguchi.core.Subject;
import madoguchi.core.TokenKind;
import madoguchi.core.VisitKind;
import madoguchi.fixture.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every register about one person, as staff of the hub read it. */
class RegisterReadingTest {

    private static final LocalDate DAY = LocalDate.of(2026, 8, 3);
    private static final CardSerial CARD = new CardSerial("SIM-1", "2A01");

    private final MovableClock clock = new MovableClock("2026-08-03T00:30:00Z");
    private final HikariDataSource database = Databases.fresh();
    private final Registers registers = new Registers(database, Optional.empty(), clock);
    private final RegisterReading reading = new RegisterReading(database, clock);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void everyRegisterIsReadForADayAsKnownAtAnInstant() {
        Instant before = clock.instant();
        clock.advance(Duration.ofMinutes(1));
        take(lines(line(1)).utf8());
        fillAll();
        Instant then = clock.instant();
        clock.advance(Duration.ofDays(2));
        registers.endEnrolment(subject(), DAY.plusDays(1), "test");
        registers.unlinkCard(CARD, "test");

        assertThat(read(DAY, Optional.of(before))).isEmpty();
        assertThat(read(DAY, Optional.of(then)))
                .extracting(entry -> entry.register().ja())
                .containsExactlyInAnyOrder("資格", "カード", "利用登録", "照会番号", "閲覧同意", "居宅同意", "資格確認書", "資格情報のお知らせ", "証の回収");
        assertThat(read(DAY, Optional.of(then))).allMatch(RegisterEntry::holds);
        assertThat(read(DAY.plusDays(1), Optional.empty()))
                .filteredOn(RegisterEntry::holds)
                .extracting(entry -> entry.register().ja())
                .as("the consent is over, the enrolment ended, the card was taken back")
                .containsExactlyInAnyOrder("資格", "照会番号", "居宅同意", "資格確認書", "資格情報のお知らせ", "証の回収");
        assertThat(read(DAY, Optional.empty()))
                .noneMatch(entry -> entry.said().ja().contains("500001")
                        || entry.said().ja().contains("2A01"));
    }

    private void fillAll() {
        registers.linkCard(subject(), CARD, TokenKind.CARD, DAY, "test");
        registers.enrol(subject(), DAY, "test");
        registers.file(new Filing.Reference(
                subject().insured(), Optional.of(Said.BIRTH), new ReferenceNumber("P1"), false, Said.CLINIC));
        registers.file(new Filing.Consent(subject(), Set.of(ConsentScope.MEDICINES), false, Said.CLINIC));
        registers.file(
                new Filing.VisitConsent(subject(), VisitKind.HOME, Optional.empty(), Identification.PIN, Said.CLINIC));
        take(("異動区分,個人番号,種別,保険者番号,交付年月日,交付事由,有効終了年月日\n"
                        + "1," + FileOf.myNumber(1) + ",1,138016,20260801,1,\n"
                        + "1," + FileOf.myNumber(1) + ",2,138016,20260801,2,\n")
                .getBytes(StandardCharsets.UTF_8));
        registers.collect(subject(), new Kept.Collection(subject().insured(), LocalDate.of(2020, 4, 1)), DAY, "test");
    }

    @Test
    void aHiddenPersonIsNobodyToAnOperatorAndReadByAnAuditorAndBothReadingsAreKept() {
        take(lines(line(1)).utf8());
        registers.suppress(subject(), "test");
        RegisterQuestion question = new RegisterQuestion(subject(), DAY, Optional.empty());

        assertThat(reading.read(question, false, "yamamoto")).isEmpty();
        assertThat(reading.read(question, true, "suzuki").orElseThrow())
                .extracting(entry -> entry.register().ja())
                .containsExactlyInAnyOrder("資格", "不開示");
        assertThat(reading.looks(9))
                .extracting(RegisterLook::account, RegisterLook::found)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("suzuki", true),
                        org.assertj.core.groups.Tuple.tuple("yamamoto", false));
    }

    @Test
    void everyFaultOfAQuestionIsToldAtOnce() {
        RegisterForm form = new RegisterForm("12", "", "", "", "S99.1.1", "", "", "x", "2026-08-03 24:00", List.of());
        assertThat(RegisterQuestion.parse(form, DAY).problems()).hasSizeGreaterThanOrEqualTo(5);
        assertThat(RegisterQuestion.parse(
                                new RegisterForm(
                                        "138016", "", "1", "", "S62.4.12", "", "", "", "R8.8.3 9:05", List.of()),
                                DAY)
                        .orElseThrow()
                        .knownAt())
                .contains(Instant.parse("2026-08-03T00:05:00Z"));
    }

    private List<RegisterEntry> read(LocalDate day, Optional<Instant> knownAt) {
        return reading.read(new RegisterQuestion(subject(), day, knownAt), false, "yamamoto")
                .orElseThrow();
    }

    private static Subject.ByNumber subject() {
        return new Subject.ByNumber(Said.id("138016", "12-34", "500001", "02"), Said.BIRTH);
    }

    private void take(byte[] file) {
        assertThat(new Registrations(database, new SecretKeySpec(new byte[32], "HmacSHA256"), clock)
                        .take(Source.of("a.csv", file), rows -> {})
                        .orElseThrow()
                        .faults())
                .isEmpty();
    }
}
