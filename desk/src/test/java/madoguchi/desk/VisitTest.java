package madoguchi.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import madoguchi.core.Answer;
import madoguchi.core.InquiryKind;
import madoguchi.core.Text;
import madoguchi.policy.EvidenceKind;
import madoguchi.policy.Occasion;
import madoguchi.policy.Shown;
import org.junit.jupiter.api.Test;

class VisitTest {

    private final List<Entry> log = new ArrayList<>();

    private void write(String visit, VisitEvent event) {
        int seq = log.size() + 1;
        log.add(new Entry(seq, visit, Sample.MORNING.plusSeconds(seq), event));
    }

    private Visit only() {
        return Visit.fold(log).getFirst();
    }

    private static VisitEvent showed(Shown shown) {
        return VisitEvent.Showed.of(Presented.usual(shown), "yamamoto");
    }

    private static VisitEvent saw(EvidenceKind evidence) {
        return new VisitEvent.Confirmed(evidence, Optional.of("R-FB-01"), "yamamoto");
    }

    private Standing standing() {
        return Sample.nextStep().standing(only());
    }

    private List<Row> rows(Instant now) {
        return Row.of(Visit.fold(log).stream().map(Sample.nextStep()::standing).toList(), now);
    }

    @Test
    void aNumberInquiryIsAskingUntilTheReplyComes() {
        write("a", new VisitEvent.Asked(Sample.ABOUT_HANAKO, "yamamoto"));
        assertThat(only().state()).isEqualTo(State.ASKING);

        write("a", new VisitEvent.Replied(Sample.active(Sample.HANAKO)));
        assertThat(only().state()).isEqualTo(State.ACTIVE);
        assertThat(only().askedAt()).isEmpty();
    }

    @Test
    void silenceIsNoAnswerAndNeverNotValid() {
        write("a", new VisitEvent.Asked(Sample.ABOUT_HANAKO, "yamamoto"));
        write("a", new VisitEvent.Replied(Sample.silent(Answer.Cause.NETWORK)));
        assertThat(only().state()).isEqualTo(State.DOWN);
        assertThat(only().waitsForAnswer()).isTrue();
    }

    @Test
    void aLaterSilenceDoesNotTakeAnAnswerAway() {
        write("a", new VisitEvent.Asked(Sample.ABOUT_HANAKO, "yamamoto"));
        write("a", new VisitEvent.Replied(Sample.active(Sample.HANAKO)));
        write("a", new VisitEvent.Asked(Sample.ABOUT_HANAKO, "yamamoto"));
        write("a", new VisitEvent.Replied(Sample.silent(Answer.Cause.NETWORK)));
        assertThat(only().state()).isEqualTo(State.ACTIVE);
        assertThat(only().lastTry())
                .hasValueSatisfying(
                        reply -> assertThat(reply.answer().isFromPeer()).isFalse());
        assertThat(only().waitsForAnswer()).isFalse();
    }

    @Test
    void aRefusedQuestionIsNotAskedAgainByItself() {
        write("a", new VisitEvent.Asked(Sample.ABOUT_HANAKO, "yamamoto"));
        write("a", new VisitEvent.Replied(Sample.silent(Answer.Cause.REFUSED)));
        assertThat(only().waitsForAnswer()).isFalse();
    }

    @Test
    void aClosedReceptionIsNotOpenUntilItIsReopened() {
        write("a", new VisitEvent.Asked(Sample.ABOUT_HANAKO, "yamamoto"));
        write("a", showed(Shown.CARD_UNREADABLE));
        write("a", new VisitEvent.Replied(Sample.silent(Answer.Cause.NETWORK)));
        write("a", new VisitEvent.Closed("yamamoto"));
        assertThat(standing().open()).isFalse();
        assertThat(only().waitsForAnswer()).isFalse();

        write("a", new VisitEvent.Reopened("yamamoto"));
        assertThat(standing().open()).isTrue();
    }

    @Test
    void aReceptionRestsOnTheEvidenceAClerkSaw() {
        write("a", new VisitEvent.Arrived(Sample.DAY, InquiryKind.CARD, Sample.silent(Answer.Cause.TERMINAL)));
        assertThat(standing().open()).isTrue();
        write("a", new VisitEvent.Confirmed(EvidenceKind.PORTAL_SCREEN, Optional.of("R-FB-01.line"), "yamamoto"));
        assertThat(standing().open()).isFalse();
        assertThat(only().state()).isEqualTo(State.DOWN);
    }

    @Test
    void anAnswerForAWrongNumberIsGoneOnceTheRightOneIsAsked() {
        write("a", new VisitEvent.Asked(Sample.ABOUT_HANAKO, "yamamoto"));
        write("a", new VisitEvent.Replied(Sample.active(Sample.HANAKO)));
        Question right =
                new Question(Sample.SACHIKO.id(), Sample.SACHIKO.holder().birth(), Sample.DAY, true);
        write("a", new VisitEvent.Asked(right, "yamamoto"));
        assertThat(only().coverage()).isEmpty();
        assertThat(only().people()).doesNotContain(Person.key(Sample.HANAKO_ID, Sample.BIRTH));
        write("a", new VisitEvent.Replied(Sample.silent(Answer.Cause.TIMEOUT)));
        assertThat(only().state()).isEqualTo(State.DOWN);
    }

    @Test
    void aReceptionCanBeTakenBackForFiveMinutes() {
        write("a", new VisitEvent.Asked(Sample.ABOUT_HANAKO, "yamamoto"));
        var received = only().receivedAt();
        assertThat(only().undoLeft(received.plus(Duration.ofMinutes(4)))).contains(Duration.ofMinutes(1));
        assertThat(only().undoLeft(received.plus(Duration.ofMinutes(5)))).isEmpty();
    }

    @Test
    void theListIsNewestFirstAndEveryReceptionKeepsItsOrderOfArrival() {
        write("a", new VisitEvent.Asked(Sample.ABOUT_HANAKO, "yamamoto"));
        write("b", new VisitEvent.Arrived(Sample.DAY, InquiryKind.CARD, Sample.active(Sample.SACHIKO)));
        write("c", new VisitEvent.Arrived(Sample.DAY, InquiryKind.CARD, Sample.active(Sample.HANAKO)));
        write("b", new VisitEvent.Withdrawn("yamamoto"));
        List<Row> rows = rows(Sample.MORNING.plusSeconds(31));
        assertThat(rows).extracting(row -> row.visit().id()).containsExactly("c", "a");
        assertThat(rows).extracting(Row::order).containsExactly(3, 1);
        assertThat(rows.getLast().seconds()).contains(30L);
    }

    @Test
    void theListShowsKanaAndMarksALostCharacter() {
        write("b", new VisitEvent.Arrived(Sample.DAY, InquiryKind.CARD, Sample.active(Sample.SACHIKO)));
        Row row = rows(Sample.MORNING).getFirst();
        assertThat(row.who().ja()).isEqualTo("カクウ サチコ");
        assertThat(row.blackCircle()).isTrue();
    }

    @Test
    void theLineIsDeadSinceTheFirstSilenceAfterTheLastAnswer() {
        write("a", new VisitEvent.Replied(Sample.active(Sample.HANAKO)));
        write("b", new VisitEvent.Replied(Sample.silent(Answer.Cause.NETWORK)));
        write("c", new VisitEvent.Replied(Sample.silent(Answer.Cause.TIMEOUT)));
        assertThat(Line.after(log)).isEqualTo(new Line.Down(Answer.Cause.TIMEOUT, Sample.MORNING.plusSeconds(2)));

        write("b", new VisitEvent.Replied(Sample.active(Sample.HANAKO)));
        assertThat(Line.after(log)).isEqualTo(new Line.Up());
    }

    @Test
    void aRefusedQuestionSaysNothingAboutTheLine() {
        write("a", new VisitEvent.Replied(Sample.silent(Answer.Cause.REFUSED)));
        assertThat(Line.after(log)).isEqualTo(new Line.Quiet());
    }

    @Test
    void aStepBackTakesTheLastStepOutOfTheReceptionButNotOutOfTheLog() {
        write("a", new VisitEvent.Arrived(Sample.DAY, InquiryKind.CARD, Sample.silent(Answer.Cause.TERMINAL)));
        write("a", saw(EvidenceKind.NEITHER));
        write("a", saw(EvidenceKind.ORAL_CONFIRMATION));
        assertThat(standing().settled()).isTrue();

        write("a", new VisitEvent.SteppedBack("yamamoto"));
        assertThat(only().taken()).extracting(Taken::evidence).containsExactly(EvidenceKind.NEITHER);
        assertThat(standing().allows(EvidenceKind.ORAL_CONFIRMATION)).isTrue();

        write("a", new VisitEvent.SteppedBack("yamamoto"));
        assertThat(only().taken()).isEmpty();
        assertThat(standing().allows(EvidenceKind.NEITHER)).isTrue();
        assertThat(log).hasSize(5);
    }

    @Test
    void leavingTheLadderSettlesAReceptionAndIsSteppedBackFromToo() {
        write("a", new VisitEvent.Arrived(Sample.DAY, InquiryKind.CARD, Sample.silent(Answer.Cause.TERMINAL)));
        write("a", saw(EvidenceKind.NEITHER));
        write(
                "a",
                new VisitEvent.Left(
                        "brings-later", new Text("後日", "later"), Optional.empty(), "R-UNK-05.later", "yamamoto"));
        assertThat(standing().settled()).isTrue();
        assertThat(standing().allows(EvidenceKind.ORAL_CONFIRMATION)).isFalse();

        write("a", new VisitEvent.SteppedBack("yamamoto"));
        assertThat(only().left()).isEmpty();
        assertThat(only().taken()).hasSize(1);
    }

    @Test
    void somethingElseOnTheCounterBeginsTheLadderAnewAndTheSameDoesNot() {
        write("a", new VisitEvent.Arrived(Sample.DAY, InquiryKind.CARD, Sample.silent(Answer.Cause.TERMINAL)));
        write("a", saw(EvidenceKind.NEITHER));
        write("a", new VisitEvent.Showed(Shown.CARD, madoguchi.policy.Visit.FIRST, Occasion.ORDINARY, "yamamoto"));
        assertThat(only().taken()).hasSize(1);
        assertThat(standing().allows(EvidenceKind.DECLARATION)).isTrue();

        write("a", showed(Shown.SMARTPHONE_ONLY_UNREADABLE));
        assertThat(only().taken()).isEmpty();
        assertThat(standing().allows(EvidenceKind.PORTAL_SCREEN)).isTrue();
    }

    @Test
    void aCopyOfTheNoticeAtASchoolEventIsWhatIsOnTheCounterThen() {
        write("a", new VisitEvent.Asked(Sample.ABOUT_HANAKO, "yamamoto"));
        write("a", new VisitEvent.Replied(Sample.silent(Answer.Cause.NETWORK)));
        write(
                "a",
                new VisitEvent.Showed(Shown.NOTHING, madoguchi.policy.Visit.FIRST, Occasion.SCHOOL_EVENT, "yamamoto"));
        assertThat(standing().allows(EvidenceKind.NOTICE_COPY)).isTrue();

        write("a", saw(EvidenceKind.NOTICE_COPY));
        assertThat(only().presented().shown()).isEqualTo(Shown.NOTICE_COPY);
        assertThat(standing().rule()).isEqualTo("R-SCH-01");
        write("a", new VisitEvent.SteppedBack("yamamoto"));
        assertThat(only().presented().shown()).isEqualTo(Shown.NOTHING);
    }

    @Test
    void aContactSaysWhenToAskAgain() {
        write("a", new VisitEvent.Asked(Sample.ABOUT_HANAKO, "yamamoto"));
        write(
                "a",
                new VisitEvent.Contacted(
                        Sample.DAY, Contact.Outcome.NO_ANSWER, Optional.of(Sample.DAY.plusDays(2)), "yamamoto"));
        assertThat(only().contactAgain()).contains(Sample.DAY.plusDays(2));
    }
}
