package madoguchi.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import madoguchi.core.Answer;
import madoguchi.core.InquiryKind;
import madoguchi.core.Reply;
import madoguchi.core.Text;
import madoguchi.policy.EvidenceKind;
import madoguchi.policy.Facility;
import madoguchi.policy.Occasion;
import madoguchi.policy.Shown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What has to be followed up, and when it is asked about by itself. */
class StandingTest {

    private final List<Entry> log = new ArrayList<>();

    private Standing after(Facility facility, VisitEvent... events) {
        for (VisitEvent event : events) {
            log.add(new Entry(log.size() + 1, "a", Sample.MORNING, event));
        }
        return Sample.nextStep(facility).standing(Visit.fold(log).getFirst());
    }

    private Standing after(VisitEvent... events) {
        return after(Facility.ONLINE, events);
    }

    private static Optional<Provisional> today(Standing standing) {
        return standing.provisional(Sample.DAY);
    }

    private static VisitEvent card(Reply reply) {
        return new VisitEvent.Arrived(Sample.DAY, InquiryKind.CARD, reply);
    }

    private static VisitEvent showed(Shown shown, madoguchi.policy.Visit visit) {
        return new VisitEvent.Showed(shown, visit, Occasion.ORDINARY, "y");
    }

    private static VisitEvent saw(EvidenceKind evidence) {
        return new VisitEvent.Confirmed(evidence, Optional.of("rule"), "y");
    }

    @ParameterizedTest
    @CsvSource({
        "CARD_UNREADABLE, FIRST, PORTAL_SCREEN, R-FB-02, PORTAL_SCREEN",
        "CARD_UNREADABLE, FIRST, PORTAL_PDF, R-FB-02.pdf, PORTAL_PDF",
        "CARD_UNREADABLE, FIRST, NOTICE, R-FB-03, NOTICE",
        "CARD_UNREADABLE, RETURNING, ORAL_CONFIRMATION, R-FB-04, ORAL_CONFIRMATION",
        "CARD_UNREADABLE, FIRST, DECLARATION, R-FB-05, DECLARATION",
        "CARD_UNREADABLE, RETURNING_WITHOUT_RECORD, DECLARATION, G-01.declaration, DECLARATION",
        "SMARTPHONE_ONLY_UNREADABLE, FIRST, PORTAL_SCREEN, R-SP-03, PHONE_SCREEN",
    })
    void whatIsReceivedWithoutTheHubIsFollowedUp(
            Shown shown, madoguchi.policy.Visit visit, EvidenceKind evidence, String rule, Provisional why) {
        Standing standing = after(card(Sample.silent(Answer.Cause.TERMINAL)), showed(shown, visit), saw(evidence));
        assertThat(standing.rule()).isEqualTo(rule);
        assertThat(today(standing)).contains(why);
    }

    @Test
    void aReadCardIsNotFollowedUp() {
        assertThat(today(after(card(Sample.active(Sample.HANAKO))))).isEmpty();
    }

    @Test
    void leavingTheLadderAndTheFullAmountAreFollowedUp() {
        VisitEvent left = new VisitEvent.Left("other", new Text("その他", "other"), Optional.empty(), "r", "y");
        assertThat(today(after(card(Sample.silent(Answer.Cause.TERMINAL)), left)))
                .contains(Provisional.LEFT);

        log.clear();
        VisitEvent school =
                new VisitEvent.Showed(Shown.NOTHING, madoguchi.policy.Visit.FIRST, Occasion.SCHOOL_EVENT, "y");
        Standing paid = after(card(Sample.silent(Answer.Cause.TERMINAL)), school, saw(EvidenceKind.NOT_OBTAINED));
        assertThat(paid.rule()).isEqualTo("R-SCH-03");
        assertThat(today(paid)).contains(Provisional.FULL_CHARGE);
    }

    @Test
    void aCertificateReceivedWhileTheLineIsDeadWaitsForItsAnswer() {
        Standing standing = after(
                new VisitEvent.Asked(Sample.ABOUT_HANAKO, "y"),
                new VisitEvent.Replied(Sample.silent(Answer.Cause.NETWORK)));
        assertThat(standing.rule()).isEqualTo("R-ACC-02.line");
        assertThat(today(standing)).contains(Provisional.UNANSWERED);
        assertThat(Schedule.of(standing, Sample.MORNING)).isEqualTo(new Plan.WhenBack());
    }

    @Test
    void whatIsUnfinishedTodayIsAtTheCounterAndTomorrowIsToBeFollowedUp() {
        Standing standing = after(card(Reply.of(new Answer.NotFound(), Sample.MORNING)));
        assertThat(standing.open()).isTrue();
        assertThat(today(standing)).isEmpty();
        assertThat(standing.provisional(Sample.DAY.plusDays(1))).contains(Provisional.UNFINISHED);
    }

    @Test
    void whereNothingIsAskedByNumberAScreenIsAllThereWillBe() {
        Question none = Sample.ABOUT_HANAKO;
        Standing screen = after(
                Facility.EXEMPT,
                new VisitEvent.Asked(none, "y"),
                showed(Shown.CARD, madoguchi.policy.Visit.FIRST),
                saw(EvidenceKind.PORTAL_SCREEN));
        assertThat(screen.rule()).isEqualTo("R-NOQ-01.screen");
        assertThat(today(screen)).isEmpty();
    }

    @Test
    void itClosesItselfOnceTheHubConfirmsAndSaysWhatDiffersFromTheFirstAnswer() {
        VisitEvent former = card(
                Reply.of(new Answer.Inactive(Optional.of(Sample.withAddress(Sample.HANAKO, "旧町1-2"))), Sample.MORNING));
        assertThat(today(after(former, saw(EvidenceKind.NOTICE)))).contains(Provisional.NOTICE);

        Standing confirmed = after(
                new VisitEvent.Asked(Sample.ABOUT_HANAKO, Retry.OPERATOR),
                new VisitEvent.Replied(Sample.active(Sample.HANAKO)));
        assertThat(today(confirmed)).isEmpty();
        assertThat(confirmed.confirmedLater()).isTrue();
        assertThat(Comparison.of(confirmed.visit(), Optional.empty()))
                .hasValueSatisfying(found -> assertThat(found.differences())
                        .extracting(Difference::before)
                        .containsExactly("旧町1-2"));
    }

    @Test
    void anAnswerThatDoesNotConfirmIsAskedForAgainEverMoreSeldom() {
        Reply notFound = Reply.of(new Answer.NotFound(), Sample.MORNING);
        Standing standing = after(
                new VisitEvent.Asked(Sample.ABOUT_HANAKO, "y"),
                showed(Shown.CARD_UNREADABLE, madoguchi.policy.Visit.FIRST),
                new VisitEvent.Replied(notFound),
                saw(EvidenceKind.DECLARATION));
        for (Duration pause :
                List.of(Duration.ofHours(1), Duration.ofHours(4), Duration.ofDays(1), Duration.ofDays(1))) {
            assertThat(Schedule.of(standing, Sample.MORNING)).isEqualTo(new Plan.At(Sample.MORNING.plus(pause)));
            standing =
                    after(new VisitEvent.Asked(Sample.ABOUT_HANAKO, Retry.OPERATOR), new VisitEvent.Replied(notFound));
        }
        assertThat(Schedule.of(standing, Sample.MORNING.plus(Duration.ofDays(46))))
                .isInstanceOf(Plan.Never.class);
    }

    @Test
    void withoutANumberOrAfterARefusalNothingHappensByItself() {
        assertThat(Schedule.of(after(card(Sample.silent(Answer.Cause.TERMINAL))), Sample.MORNING))
                .isInstanceOf(Plan.Never.class);
        log.clear();
        Standing refused = after(
                new VisitEvent.Asked(Sample.ABOUT_HANAKO, "y"),
                new VisitEvent.Replied(Sample.silent(Answer.Cause.REFUSED)));
        assertThat(Schedule.of(refused, Sample.MORNING)).isInstanceOf(Plan.Never.class);
    }
}
