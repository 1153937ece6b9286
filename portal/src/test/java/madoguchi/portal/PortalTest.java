package madoguchi.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.core.Octets;
import madoguchi.core.Period;
import madoguchi.core.PersonKey;
import madoguchi.core.TokenKind;
import madoguchi.fixture.Database;
import madoguchi.fixture.MovableClock;
import madoguchi.policy.Policy;
import madoguchi.policy.RuleBook;
import madoguchi.stamp.StampKeys;
import madoguchi.stamp.Stamper;
import madoguchi.web.QrCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The parts of the portal by themselves: words, days, sessions, delegations, keys. */
class PortalTest {

    private static final PersonKey PARENT = new PersonKey(1);
    private static final PersonKey CHILD = new PersonKey(2);
    private static final PersonKey STRANGER = new PersonKey(3);

    private final MovableClock clock = new MovableClock("2026-05-25T00:12:00Z");

    @Test
    void everyLanguageHasEverySentenceWithTheSamePlacesToFillIn() {
        Texts texts = new Texts();
        Set<String> keys = texts.keys(Speech.JA);
        for (Speech speech : Speech.values()) {
            assertThat(texts.keys(speech)).isEqualTo(keys);
            for (String key : keys) {
                assertThat(places(texts.of(speech, key)))
                        .as("%s %s", speech, key)
                        .isEqualTo(places(texts.of(Speech.JA, key)));
            }
        }
    }

    @Test
    void everySentenceThatATemplateNamesIsThere() throws IOException {
        Set<String> keys = new Texts().keys(Speech.JA);
        try (Stream<Path> templates = Files.list(Path.of("src/main/jte"))) {
            for (Path template : templates.toList()) {
                assertThat(Pattern.compile("page\\.t\\(\"([a-z.-]+[a-z])\"\\)")
                                .matcher(Files.readString(template))
                                .results()
                                .map(match -> match.group(1)))
                        .as("%s", template)
                        .isSubsetOf(keys);
            }
        }
    }

    private static Set<String> places(String sentence) {
        Set<String> found = new HashSet<>();
        Pattern.compile("%,?[sd]").matcher(sentence).results().forEach(match -> found.add(match.group()));
        return found;
    }

    @ParameterizedTest
    @CsvSource({
        "2026-05-24, health-screen.before, R-SP-13.before, R-SUB-02.wording",
        "2026-05-25, health-screen, R-SP-13, R-SUB-04.wording"
    })
    void theTwentyFifthOfMayChangesSentenceAndLayout(LocalDate day, String form, String health, String recipient) {
        Wording wording = new Wording(() -> new Policy(RuleBook.bundled()));
        assertThat(HealthScreen.on(day).id()).isEqualTo(form);
        assertThat(wording.health(day).id()).isEqualTo(health);
        assertThat(wording.recipient(day).id()).isEqualTo(recipient);
        assertThat(HealthScreen.on(day).heading().isPresent()).isEqualTo(form.equals("health-screen"));
    }

    @Test
    void aLogInEndsAfterTenMinutesWithoutAHandAndAfterThirtyInAnyCase() {
        Sessions sessions = new Sessions(PortalTerms.bundled(), clock, session -> true);
        String idle = sessions.begin(loggedIn());
        clock.advance(Duration.ofMinutes(9));
        assertThat(sessions.find(idle, true)).isPresent();
        clock.advance(Duration.ofMinutes(9));
        assertThat(sessions.find(idle, true)).isPresent();
        clock.advance(Duration.ofMinutes(10));
        assertThat(sessions.find(idle, true)).isEmpty();

        String busy = sessions.begin(loggedIn());
        for (int minute = 0; minute < 29; minute++) {
            clock.advance(Duration.ofMinutes(1));
            assertThat(sessions.find(busy, true)).isPresent();
        }
        clock.advance(Duration.ofMinutes(1));
        assertThat(sessions.find(busy, true)).isEmpty();
    }

    @Test
    void aScreenThatRenewsItselfIsNoHand() {
        Sessions sessions = new Sessions(PortalTerms.bundled(), clock, session -> true);
        String name = sessions.begin(loggedIn());
        clock.advance(Duration.ofMinutes(5));
        assertThat(sessions.find(name, false)).isPresent();
        clock.advance(Duration.ofMinutes(5));
        assertThat(sessions.find(name, false)).isEmpty();
    }

    @Test
    void whoLogsOutIsOutAndNobodyGuessesAName() {
        Sessions sessions = new Sessions(PortalTerms.bundled(), clock, session -> true);
        String name = sessions.begin(loggedIn());
        assertThat(name).hasSize(43).isNotEqualTo(sessions.begin(loggedIn()));
        sessions.forget(name);
        assertThat(sessions.find(name, true)).isEmpty();
        assertThat(sessions.find("", true)).isEmpty();
    }

    private Session loggedIn() {
        return new Session(
                Optional.of(PARENT),
                new Way.Token(TokenKind.CARD, Octets.of(), LocalDate.of(2029, 5, 3), false),
                clock.instant(),
                Optional.empty());
    }

    @Test
    void aDelegationIsReadFromBothSidesAndEndedByEitherAndByNobodyElse() {
        DataSource database = Database.fresh("portal", Portal::migrate);
        DelegationStore store = new DelegationStore(database);
        LocalDate today = LocalDate.of(2026, 5, 25);
        store.add(clock.instant(), PARENT, CHILD, Delegation.Relation.CHILD, Period.through(today, today.plusDays(10)));
        Delegation made = store.of(PARENT).getFirst();

        assertThat(store.of(CHILD)).containsExactly(made);
        assertThat(store.of(STRANGER)).isEmpty();
        assertThat(made.holds(today.plusDays(10))).isTrue();
        assertThat(made.holds(today.plusDays(11))).isFalse();
        store.end(clock.instant(), made.id(), STRANGER);
        assertThat(store.of(PARENT)).hasSize(1);
        store.end(clock.instant(), made.id(), CHILD);
        assertThat(store.of(PARENT)).isEmpty();
    }

    @Test
    void aFacilityIsGivenSecretsOfItsOwnForTodayAndTheDaysInWhichItMayBeCutOff() {
        Codes codes = new Codes(Stamper.of(Stamper.newKey()), Octets.of(new byte[32]), PortalTerms.bundled(), clock);
        StampKeys one = codes.keys(new MedicalInstitutionCode("1319999913"));
        StampKeys other = codes.keys(new MedicalInstitutionCode("1349999913"));
        assertThat(one.keys()).isEqualTo(other.keys()).hasSize(1);
        assertThat(one.counter()).hasSize(5).doesNotContainAnyElementsOf(other.counter());
        assertThat(one.counter().get(1).day()).isEqualTo(LocalDate.of(2026, 5, 25));
        assertThat(codes.keys(new MedicalInstitutionCode("1319999913"))).isEqualTo(one);
    }

    @Test
    void aQrCodeIsTheSamePictureOnScreenAndPaper() {
        QrCode code = QrCode.of("MG" + "A".repeat(162));
        assertThat(code.size()).isEqualTo(45 + 8);
        assertThat(code.png()).startsWith("data:image/png;base64,");
        assertThat(List.of(code.path().split("M"))).hasSizeGreaterThan(400);
    }
}
