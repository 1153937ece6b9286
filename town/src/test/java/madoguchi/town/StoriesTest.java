package madoguchi.town;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import madoguchi.core.Answer;
import madoguchi.core.Caller;
import madoguchi.core.CopaymentRate;
import madoguchi.core.Coverage;
import madoguchi.core.CoverageClass;
import madoguchi.core.Inquiry;
import madoguchi.core.InquiryKind;
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

    private final Town town = Town.load();
    private final TownHub hub = new TownHub(town.batches(), Clock.fixed(MORNING, TOKYO));
    private final Caller caller = town.clinic().caller();

    @TestFactory
    Stream<DynamicTest> everyStoryComesOutAsTold() {
        return town.people().stream()
                .flatMap(person -> person.expectations().stream()
                        .map(expected -> DynamicTest.dynamicTest(
                                person.key() + " " + expected.ask() + " on " + expected.day() + ": "
                                        + expected.because().ja(),
                                () -> assertThat(outcome(person.inquiry(expected, caller)))
                                        .isEqualTo(expected.outcome()))));
    }

    @Test
    void mostPeopleAreCoveredTodayAndYearsLater() {
        assertThat(coveredOn(TODAY)).isGreaterThan(45);
        assertThat(coveredOn(TODAY.plusYears(3))).isGreaterThan(45);
    }

    @Test
    void aLostCoverageIsNamedButItsSuccessorIsNot() {
        Townsperson jirou = town.person("mihon-jirou");
        List<Coverage> listed = ask(ofId(jirou, "former", TODAY)).coverages();
        assertThat(listed).singleElement().satisfies(former -> {
            assertThat(former.id()).isEqualTo(jirou.id("former"));
            assertThat(former.qualified().orElseThrow().end()).contains(LocalDate.of(2026, 7, 1));
        });
    }

    @Test
    void insuranceAndAssistanceAreListedTogetherInsuranceFirst() {
        List<Coverage> listed =
                ask(town.person("shiken-satsuki").inquiry(TODAY, caller)).coverages();
        assertThat(listed)
                .extracting(Coverage::kind)
                .containsExactly(CoverageClass.GENERAL, CoverageClass.MEDICAL_ASSISTANCE);
        assertThat(listed.getLast().tickets())
                .singleElement()
                .satisfies(ticket -> assertThat(ticket.selfPayYen()).isEqualTo(1500));
    }

    @Test
    void aTicketIsShownOnlyToItsFacility() {
        Townsperson saburou = town.person("shiken-saburou");
        Caller stranger = new Caller(new MedicalInstitutionCode("1319999921"), "desk", "town");
        assertThat(ask(saburou.inquiry(TODAY, caller))).isInstanceOf(Answer.Active.class);
        assertThat(ask(saburou.inquiry(TODAY, stranger))).isInstanceOf(Answer.ActiveUnregistered.class);
    }

    @Test
    void theLimitClassComesWithConsentAndWithinItsPeriodOnly() {
        Townsperson hanako = town.person("mihon-hanako");
        assertThat(ask(hanako.inquiry(TODAY, caller)).coverages().getFirst().limit())
                .hasValueSatisfying(limit -> assertThat(limit.limitClass()).isEqualTo(LimitClass.A03));
        assertThat(ask(Inquiry.byNumber(hanako.id(), hanako.birth(), TODAY, false, caller))
                        .coverages()
                        .getFirst()
                        .limit())
                .isEmpty();
        Townsperson expired = town.person("reiji-kiichi");
        assertThat(limitOn(expired, LocalDate.of(2026, 7, 31))).isEqualTo(LimitClass.A04.code());
        assertThat(limitOn(expired, LocalDate.of(2026, 8, 1))).isEqualTo("none");
    }

    @Test
    void aCorrectedLimitClassIsStillWrongAsKnownBefore() {
        Townsperson teisei = town.person("reiji-teisei");
        Inquiry today = teisei.inquiry(TODAY, caller);
        assertThat(limit(today)).isEqualTo(LimitClass.A03.code());
        assertThat(limit(today.asKnownAt(Instant.parse("2026-09-01T00:00:00Z"))))
                .isEqualTo(LimitClass.A04.code());
    }

    @Test
    void aCorrectedCopaymentRateIsStillWrongAsKnownBefore() {
        Inquiry today = town.person("mihon-wario").inquiry(TODAY, caller);
        assertThat(ask(today).coverages().getFirst().rate()).contains(new CopaymentRate(20));
        assertThat(ask(today.asKnownAt(Instant.parse("2026-09-01T00:00:00Z")))
                        .coverages()
                        .getFirst()
                        .rate())
                .contains(new CopaymentRate(10));
    }

    @Test
    void theElderlyCertificateComesWithinItsPeriodAndNeverWithALostCoverage() {
        Townsperson nana = town.person("kourei-nana");
        assertThat(elderly(ofId(nana, "former", LocalDate.of(2026, 10, 14)))).isTrue();
        assertThat(elderly(ofId(nana, "former", LocalDate.of(2021, 10, 31)))).isFalse();
        assertThat(elderly(ofId(nana, "former", TODAY))).isFalse();
        assertThat(elderly(town.person("mihon-tsuru").inquiry(TODAY, caller))).isTrue();
    }

    @Test
    void aSpecificDiseaseIsShownWithTheConsentGivenAtTheReader() {
        Townsperson kourei = town.person("kourei-mihon");
        assertThat(ask(kourei.inquiry(TODAY, caller)).coverages().getFirst().diseases())
                .isEmpty();
        assertThat(ask(byCard(kourei)).coverages().getFirst().diseases())
                .singleElement()
                .satisfies(disease -> assertThat(disease.selfPayYen()).isEqualTo(10_000));
    }

    @Test
    void aWrongLinkShowsAnotherNameUntilItIsMended() {
        Townsperson arata = town.person("kakuu-shinichi-arata");
        Inquiry today = arata.inquiry(TODAY, caller);
        assertThat(name(today)).isEqualTo("架空　新一");
        assertThat(name(today.asKnownAt(Instant.parse("2026-09-15T00:00:00Z")))).isEqualTo("架空　真一");
    }

    @Test
    void namesKeepEveryCodePoint() {
        assertThat(name(town.person("takamihon-sakito").inquiry(TODAY, caller))).isEqualTo("髙見本　﨑人");
        assertThat(name(town.person("yoshirei-kako").inquiry(TODAY, caller))).startsWith("\uD842\uDFB7");
        assertThat(name(town.person("katsumi-reita").inquiry(TODAY, caller))).startsWith("葛\uDB40\uDD00");
        assertThat(name(town.person("kakuu-kuromaru").inquiry(TODAY, caller))).isEqualTo("架空　●子");
    }

    @Test
    void aFileIsNotSeenBeforeItsInstant() {
        TownHub early = new TownHub(town.batches(), Clock.fixed(Instant.parse("2023-01-01T00:00:00Z"), TOKYO));
        assertThat(town.people())
                .allSatisfy(person -> assertThat(
                                early.inquire(person.inquiry(TODAY, caller)).answer())
                        .isInstanceOf(Answer.NotFound.class));
    }

    private Answer ask(Inquiry inquiry) {
        return hub.inquire(inquiry).answer();
    }

    private Outcome outcome(Inquiry inquiry) {
        return Outcome.of(ask(inquiry));
    }

    private long coveredOn(LocalDate day) {
        return town.people().stream()
                .filter(person -> outcome(person.inquiry(day, caller)) == Outcome.ACTIVE)
                .count();
    }

    private Inquiry ofId(Townsperson person, String use, LocalDate day) {
        return Inquiry.byNumber(person.id(use), person.birth(), day, true, caller);
    }

    private Inquiry byCard(Townsperson person) {
        Inquiry number = person.inquiry(TODAY, caller);
        return new Inquiry(
                InquiryKind.CARD, number.insured(), number.birth(), TODAY, number.knownAt(), true, true, caller);
    }

    private String limitOn(Townsperson person, LocalDate day) {
        return limit(person.inquiry(day, caller));
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
