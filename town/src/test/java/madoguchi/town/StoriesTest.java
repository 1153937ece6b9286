package madoguchi.town;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import madoguchi.core.Answer;
import madoguchi.core.BlackCircle;
import madoguchi.core.Caller;
import madoguchi.core.CardSerial;
import madoguchi.core.CopaymentRate;
import madoguchi.core.Coverage;
import madoguchi.core.CoverageClass;
import madoguchi.core.Inquiry;
import madoguchi.core.LimitClass;
import madoguchi.core.MedicalInstitutionCode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The stories of the town, asked of its oracle. */
final class StoriesTest {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final Instant MORNING = Instant.parse("2026-11-21T00:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    private static final Town TOWN = Town.load();
    private static final TownHub HUB = new TownHub(TOWN.batches(), Clock.fixed(MORNING, TOKYO));
    private static final Caller CALLER = TOWN.clinic().caller();

    @TestFactory
    Stream<DynamicTest> everyStoryComesOutAsTold() {
        return TOWN.people().stream()
                .flatMap(person -> person.expectations().stream()
                        .map(expected -> DynamicTest.dynamicTest(
                                person.key() + " " + expected.ask() + " on " + expected.day() + ": "
                                        + expected.because().ja(),
                                () -> assertThat(outcome(person.inquiry(expected, CALLER)))
                                        .isEqualTo(expected.outcome()))));
    }

    @Test
    void mostPeopleAreCoveredTodayAndYearsLater() {
        assertThat(coveredOn(TODAY)).isGreaterThan(45);
        assertThat(coveredOn(TODAY.plusYears(3))).isGreaterThan(45);
    }

    @Test
    void aLostCoverageIsNamedButItsSuccessorIsNot() {
        Townsperson jirou = TOWN.person("mihon-jirou");
        List<Coverage> listed = ask(ofId(jirou, "former", TODAY)).coverages();
        assertThat(listed).singleElement().satisfies(former -> {
            assertThat(former.id()).isEqualTo(jirou.id("former"));
            assertThat(former.qualified().orElseThrow().end()).contains(LocalDate.of(2026, 7, 1));
        });
    }

    @Test
    void insuranceAndAssistanceAreListedTogetherInsuranceFirst() {
        List<Coverage> listed =
                ask(TOWN.person("shiken-satsuki").inquiry(TODAY, CALLER)).coverages();
        assertThat(listed)
                .extracting(Coverage::kind)
                .containsExactly(CoverageClass.GENERAL, CoverageClass.MEDICAL_ASSISTANCE);
        assertThat(listed.getLast().tickets())
                .singleElement()
                .satisfies(ticket -> assertThat(ticket.selfPayYen()).isEqualTo(1500));
    }

    @Test
    void aTicketIsShownOnlyToItsFacility() {
        Townsperson saburou = TOWN.person("shiken-saburou");
        Caller stranger = new Caller(new MedicalInstitutionCode("1319999921"), "desk", "town");
        assertThat(ask(saburou.inquiry(TODAY, CALLER))).isInstanceOf(Answer.Active.class);
        assertThat(ask(saburou.inquiry(TODAY, stranger))).isInstanceOf(Answer.ActiveUnregistered.class);
    }

    @Test
    void theLimitClassComesWithConsentAndWithinItsPeriodOnly() {
        Townsperson hanako = TOWN.person("mihon-hanako");
        assertThat(ask(hanako.inquiry(TODAY, CALLER)).coverages().getFirst().limit())
                .hasValueSatisfying(limit -> assertThat(limit.limitClass()).isEqualTo(LimitClass.A03));
        assertThat(ask(Inquiry.byNumber(hanako.id(), hanako.birth(), TODAY, false, CALLER))
                        .coverages()
                        .getFirst()
                        .limit())
                .isEmpty();
        Townsperson expired = TOWN.person("reiji-kiichi");
        assertThat(limitOn(expired, LocalDate.of(2026, 7, 31))).isEqualTo(LimitClass.A04.code());
        assertThat(limitOn(expired, LocalDate.of(2026, 8, 1))).isEqualTo("none");
    }

    @Test
    void aCorrectedLimitClassIsStillWrongAsKnownBefore() {
        Townsperson teisei = TOWN.person("reiji-teisei");
        Inquiry today = teisei.inquiry(TODAY, CALLER);
        assertThat(limit(today)).isEqualTo(LimitClass.A03.code());
        assertThat(limit(today.asKnownAt(Instant.parse("2026-09-01T00:00:00Z"))))
                .isEqualTo(LimitClass.A04.code());
    }

    @Test
    void aCorrectedCopaymentRateIsStillWrongAsKnownBefore() {
        Inquiry today = TOWN.person("mihon-wario").inquiry(TODAY, CALLER);
        assertThat(ask(today).coverages().getFirst().rate()).contains(new CopaymentRate(20));
        assertThat(ask(today.asKnownAt(Instant.parse("2026-09-01T00:00:00Z")))
                        .coverages()
                        .getFirst()
                        .rate())
                .contains(new CopaymentRate(10));
    }

    @Test
    void aCardAnswersForItsHolderAndTheOldOneOnlyAsKnownBeforeTheSwitch() {
        Townsperson hanako = TOWN.person("mihon-hanako");
        CardSerial old = new CardSerial("SIM-1", "2A024BBD");
        Inquiry today = Inquiry.byCard(TOWN.card(hanako).orElseThrow(), TODAY, CALLER);

        assertThat(ask(today).coverages()).extracting(Coverage::id).containsExactly(hanako.id());
        assertThat(ask(Inquiry.byCard(old, TODAY, CALLER))).isInstanceOf(Answer.NotFound.class);
        assertThat(ask(Inquiry.byCard(old, TODAY, CALLER).asKnownAt(Instant.parse("2026-11-01T00:00:00Z"))))
                .isInstanceOf(Answer.Active.class);
        assertThat(ask(today.asKnownAt(Instant.parse("2026-11-01T00:00:00Z")))).isInstanceOf(Answer.NotFound.class);
    }

    @Test
    void aCardThatIsNotEnrolledOrWhoseHolderIsHiddenFindsNothing() {
        for (String key : List.of("reiji-manabu", "reiji-shizuka")) {
            CardSerial card = TOWN.card(TOWN.person(key)).orElseThrow();

            assertThat(ask(Inquiry.byCard(card, TODAY, CALLER))).as(key).isInstanceOf(Answer.NotFound.class);
        }
    }

    @Test
    void theElderlyCertificateComesWithinItsPeriodAndNeverWithALostCoverage() {
        Townsperson nana = TOWN.person("kourei-nana");
        assertThat(elderly(ofId(nana, "former", LocalDate.of(2026, 10, 14)))).isTrue();
        assertThat(elderly(ofId(nana, "former", LocalDate.of(2021, 10, 31)))).isFalse();
        assertThat(elderly(ofId(nana, "former", TODAY))).isFalse();
        assertThat(elderly(TOWN.person("mihon-tsuru").inquiry(TODAY, CALLER))).isTrue();
    }

    @Test
    void aSpecificDiseaseIsShownWithinItsPeriodWithTheConsentGivenAtTheReader() {
        Townsperson kourei = TOWN.person("kourei-mihon");
        assertThat(ask(kourei.inquiry(TODAY, CALLER)).coverages().getFirst().diseases())
                .isEmpty();
        assertThat(ask(byCard(kourei, TODAY)).coverages().getFirst().diseases())
                .singleElement()
                .satisfies(disease -> assertThat(disease.selfPayYen()).isEqualTo(10_000));
        assertThat(ask(byCard(kourei, LocalDate.of(2024, 3, 31)))
                        .coverages()
                        .getFirst()
                        .diseases())
                .isEmpty();
    }

    @Test
    void aWrongLinkShowsAnotherNameUntilItIsMended() {
        Townsperson arata = TOWN.person("kakuu-shinichi-arata");
        Inquiry today = arata.inquiry(TODAY, CALLER);
        assertThat(name(today)).isEqualTo("架空　新一");
        assertThat(name(today.asKnownAt(Instant.parse("2026-09-15T00:00:00Z")))).isEqualTo("架空　真一");
    }

    @Test
    void namesKeepEveryCodePoint() {
        assertThat(name(TOWN.person("takamihon-sakito").inquiry(TODAY, CALLER))).isEqualTo("髙見本　﨑人");
        assertThat(name(TOWN.person("yoshirei-kako").inquiry(TODAY, CALLER))).startsWith("\uD842\uDFB7");
        assertThat(name(TOWN.person("katsumi-reita").inquiry(TODAY, CALLER))).startsWith("葛\uDB40\uDD00");
        assertThat(name(TOWN.person("kakuu-kuromaru").inquiry(TODAY, CALLER))).isEqualTo("架空　●子");
    }

    @Test
    void aBlackCircleStandsForTheCharacterInTheChart() {
        assertThat(List.of("kakuu-kuromaru", "rei-wataru")).allSatisfy(key -> {
            Townsperson person = TOWN.person(key);
            String registered = name(person.inquiry(TODAY, CALLER));
            assertThat(registered).contains("●").isNotEqualTo(person.chart().written());
            assertThat(BlackCircle.mayEqual(registered, person.chart().written()))
                    .isTrue();
        });
    }

    @Test
    void theQuestionsOfTheTownBringEveryOutcome() {
        List<Inquiry> questions = TOWN.questions();
        assertThat(questions).hasSizeBetween(1_000, 10_000);
        assertThat(questions.stream().map(this::outcome).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(
                        Outcome.ACTIVE,
                        Outcome.ACTIVE_UNREGISTERED,
                        Outcome.INACTIVE,
                        Outcome.INACTIVE_NEW_EXISTS,
                        Outcome.NOT_FOUND,
                        Outcome.AMBIGUOUS);
    }

    @Test
    void aFileIsNotSeenBeforeItsInstant() {
        TownHub early = new TownHub(TOWN.batches(), Clock.fixed(Instant.parse("2023-01-01T00:00:00Z"), TOKYO));
        assertThat(TOWN.people())
                .allSatisfy(person -> assertThat(
                                early.inquire(person.inquiry(TODAY, CALLER)).answer())
                        .isInstanceOf(Answer.NotFound.class));
    }

    private Answer ask(Inquiry inquiry) {
        return HUB.inquire(inquiry).answer();
    }

    private Outcome outcome(Inquiry inquiry) {
        return Outcome.of(ask(inquiry));
    }

    private long coveredOn(LocalDate day) {
        return TOWN.people().stream()
                .filter(person -> outcome(person.inquiry(day, CALLER)) == Outcome.ACTIVE)
                .count();
    }

    private Inquiry ofId(Townsperson person, String use, LocalDate day) {
        return Inquiry.byNumber(person.id(use), person.birth(), day, true, CALLER);
    }

    private Inquiry byCard(Townsperson person, LocalDate day) {
        Inquiry number = person.inquiry(day, CALLER);
        return new Inquiry(number.subject(), day, number.knownAt(), true, true, CALLER);
    }

    private String limitOn(Townsperson person, LocalDate day) {
        return limit(person.inquiry(day, CALLER));
    }

    private String limit(Inquiry inquiry) {
        return ask(inquiry)
                .coverages()
                .getFirst()
                .limit()
                .map(limit -> limit.limitClass().code())
                .orElse("none");
    }

    private boolean elderly(Inquiry inquiry) {
        return ask(inquiry).coverages().getFirst().elderly().isPresent();
    }

    private String name(Inquiry inquiry) {
        return ask(inquiry).coverages().getFirst().holder().name().written();
    }
}
