package madoguchi.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import madoguchi.core.Answer;
import madoguchi.core.InquiryKind;
import madoguchi.policy.EvidenceKind;
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
        write("a", new VisitEvent.Replied(Sample.silent(Answer.Cause.NETWORK)));
        write("a", new VisitEvent.Closed("yamamoto"));
        assertThat(only().open()).isFalse();
        assertThat(only().waitsForAnswer()).isFalse();

        write("a", new VisitEvent.Reopened("yamamoto"));
        assertThat(only().open()).isTrue();
    }

    @Test
    void aReceptionRestsOnTheEvidenceAClerkSaw() {
        write("a", new VisitEvent.Arrived(Sample.DAY, InquiryKind.CARD, Sample.silent(Answer.Cause.TERMINAL)));
        assertThat(only().open()).isTrue();
        write("a", new VisitEvent.Confirmed(EvidenceKind.PORTAL_SCREEN, "yamamoto"));
        assertThat(only().open()).isFalse();
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
        List<Row> rows = Row.of(Visit.fold(log), Sample.MORNING.plusSeconds(31));
        assertThat(rows).extracting(row -> row.visit().id()).containsExactly("c", "a");
        assertThat(rows).extracting(Row::order).containsExactly(3, 1);
        assertThat(rows.getLast().seconds()).contains(30L);
    }

    @Test
    void theListShowsKanaAndMarksALostCharacter() {
        write("b", new VisitEvent.Arrived(Sample.DAY, InquiryKind.CARD, Sample.active(Sample.SACHIKO)));
        Row row = Row.of(Visit.fold(log), Sample.MORNING).getFirst();
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
}
