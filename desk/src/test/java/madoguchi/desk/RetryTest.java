package madoguchi.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import madoguchi.core.Answer;
import madoguchi.core.InsuredId;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.core.Reply;
import madoguchi.fixture.Database;
import madoguchi.fixture.MovableClock;
import madoguchi.policy.EvidenceKind;
import madoguchi.policy.Occasion;
import madoguchi.policy.Shown;
import madoguchi.web.EventStreams;
import org.junit.jupiter.api.Test;

class RetryTest {

    private final MovableClock clock = new MovableClock(Sample.MORNING);
    private final ScriptedHub hub = new ScriptedHub(inquiry -> Sample.active(Sample.HANAKO));
    private final VisitBook book = new VisitBook(
            new VisitStore(Database.fresh("desk", Desk::migrate)),
            clock,
            new EventStreams("desk-live", Duration.ofSeconds(2)));
    private final Retry retry =
            new Retry(book, new Asker(hub, book, new MedicalInstitutionCode("1399999999")), Sample.nextStep());

    private static Question about(String number) {
        InsuredId id = Sample.HANAKO_ID;
        return new Question(
                new InsuredId(id.insurer(), id.symbol(), number, id.branch()), Sample.BIRTH, Sample.DAY, true);
    }

    private String unanswered(String number, Answer.Cause cause) {
        String visit = book.asked(number, new VisitEvent.Asked(about(number), "yamamoto"))
                .visit();
        book.note(visit, new VisitEvent.Replied(Sample.silent(cause)));
        return visit;
    }

    private State state(String visit) {
        return book.find(visit).orElseThrow().state();
    }

    @Test
    void whoeverGotNoAnswerIsAskedForAgainUntilSomebodyAnswers() {
        String first = unanswered("1", Answer.Cause.NETWORK);
        String second = unanswered("2", Answer.Cause.TIMEOUT);
        retry.round();
        assertThat(state(first)).isEqualTo(State.ACTIVE);
        assertThat(state(second)).isEqualTo(State.ACTIVE);
        retry.round();
        assertThat(hub.asked()).hasSize(2);
        assertThat(hub.asked().getFirst().caller().operator()).isEqualTo(Retry.OPERATOR);
    }

    @Test
    void oneProbeARoundWhileTheWayIsDeadAndAnotherOneEachTime() {
        unanswered("1", Answer.Cause.NETWORK);
        unanswered("2", Answer.Cause.NETWORK);
        hub.answers(inquiry -> Sample.silent(Answer.Cause.NETWORK));
        retry.round();
        retry.round();
        assertThat(hub.asked())
                .extracting(inquiry -> inquiry.number().orElseThrow().insured().number())
                .containsExactly("1", "2");
    }

    @Test
    void closedWithdrawnAndRefusedOnesAreLeftAlone() {
        book.note(unanswered("1", Answer.Cause.NETWORK), new VisitEvent.Closed("yamamoto"));
        book.note(unanswered("2", Answer.Cause.NETWORK), new VisitEvent.Withdrawn("yamamoto"));
        unanswered("3", Answer.Cause.REFUSED);
        retry.round();
        assertThat(hub.asked()).isEmpty();
    }

    @Test
    void aQuestionThatAnEndingProgramLeftOpenIsAskedAgain() {
        String visit =
                book.asked("1", new VisitEvent.Asked(about("1"), "yamamoto")).visit();
        retry.round();
        assertThat(hub.asked()).isEmpty();
        clock.advance(Duration.ofMinutes(6));
        retry.round();
        assertThat(state(visit)).isEqualTo(State.ACTIVE);
    }

    @Test
    void yesterdaysOpenOnesAreStillAskedFor() {
        String visit = unanswered("1", Answer.Cause.HUB);
        clock.advance(Duration.ofDays(1));
        retry.round();
        assertThat(state(visit)).isEqualTo(State.ACTIVE);
        assertThat(book.find(visit).flatMap(Visit::lastTry).flatMap(reply -> reply.verification()))
                .isEqualTo(Optional.of(4711L));
    }

    private String declared(String number) {
        String visit = unanswered(number, Answer.Cause.NETWORK);
        hub.answers(inquiry -> Reply.of(new Answer.NotFound(), clock.instant()));
        retry.round();
        book.note(
                visit,
                new VisitEvent.Showed(
                        Shown.CARD_UNREADABLE, madoguchi.policy.Visit.FIRST, Occasion.ORDINARY, "yamamoto"));
        book.note(visit, new VisitEvent.Confirmed(EvidenceKind.DECLARATION, Optional.of("R-FB-05.ask"), "yamamoto"));
        hub.forget();
        return visit;
    }

    @Test
    void whoWasReceivedByADeclarationIsAskedAboutWhenTheirTimeHasComeUntilTheHubConfirms() {
        String visit = declared("1");
        retry.round();
        assertThat(hub.asked()).isEmpty();
        clock.advance(Duration.ofHours(1));
        retry.round();
        retry.round();
        assertThat(hub.asked()).hasSize(1);
        hub.answers(inquiry -> Sample.active(Sample.HANAKO));
        clock.advance(Duration.ofHours(4));
        retry.round();
        assertThat(state(visit)).isEqualTo(State.ACTIVE);
        clock.advance(Duration.ofDays(1));
        retry.round();
        assertThat(hub.asked()).hasSize(2);
    }

    @Test
    void onlySomeArePlannedForOneRoundSoThatTheHubIsSpared() {
        for (int i = 0; i < 12; i++) {
            declared(Integer.toString(i));
        }
        clock.advance(Duration.ofHours(1));
        retry.round();
        assertThat(hub.asked()).hasSize(10);
        retry.round();
        assertThat(hub.asked()).hasSize(12);
    }

    @Test
    void aMonthLaterItIsStillAskedAboutAndAfterTheClaimNoMore() {
        declared("1");
        clock.advance(Duration.ofDays(40));
        retry.round();
        assertThat(hub.asked()).hasSize(1);
        clock.advance(Duration.ofDays(6));
        retry.round();
        assertThat(hub.asked()).hasSize(1);
    }
}
