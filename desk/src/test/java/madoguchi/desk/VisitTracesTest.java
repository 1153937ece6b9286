package madoguchi.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import madoguchi.core.Answer;
import madoguchi.core.InquiryKind;
import madoguchi.core.Reply;
import madoguchi.core.Text;
import madoguchi.policy.EvidenceKind;
import madoguchi.policy.Shown;
import org.junit.jupiter.api.Test;

/** What statistics are told of the visit log: what happened, and nothing about the person. */
final class VisitTracesTest {

    private static final Instant NINE = Instant.parse("2026-05-25T00:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 5, 25);
    private final List<Entry> log = new ArrayList<>();

    @Test
    void anUnreadableCardIsToldWithItsCodeAndTheEvidenceThatHelped() {
        write("a", 0, unread("011", false));
        write("a", 60, new VisitEvent.Confirmed(EvidenceKind.NEITHER, Optional.empty(), "yamamoto"));
        write("a", 80, new VisitEvent.SteppedBack("yamamoto"));
        write("a", 120, new VisitEvent.Confirmed(EvidenceKind.NOTICE, Optional.empty(), "yamamoto"));

        List<VisitTrace.Fact> facts = VisitTraces.traces(log).getFirst().facts();

        assertThat(facts)
                .filteredOn(VisitTrace.Answered.class::isInstance)
                .extracting(fact -> ((VisitTrace.Answered) fact).code().orElseThrow())
                .containsExactly("011");
        assertThat(facts)
                .filteredOn(VisitTrace.Saw.class::isInstance)
                .containsExactly(new VisitTrace.Saw(NINE.plusSeconds(120), EvidenceKind.NOTICE));
    }

    @Test
    void aPhoneAloneThatWasNotReadIsToldAsOne() {
        write("a", 0, unread("X-NOEQ", true));

        assertThat(VisitTraces.traces(log).getFirst().facts())
                .contains(new VisitTrace.Showed(NINE, Shown.SMARTPHONE_ONLY_UNREADABLE));
    }

    @Test
    void whatAPersonTookBackNeverHappenedAndWhatTheNextReadingMadeUpForDid() {
        write("mistake", 0, unread("011", false));
        write("mistake", 10, new VisitEvent.Withdrawn("yamamoto"));
        write("again", 20, unread("X-FACE", false));
        write("again", 45, new VisitEvent.Withdrawn(VisitBook.READER));

        List<VisitTrace> traces = VisitTraces.traces(log);

        assertThat(traces).extracting(VisitTrace::visit).containsExactly("again");
        assertThat(traces.getFirst().facts()).contains(new VisitTrace.Saw(NINE.plusSeconds(45), EvidenceKind.CARD_READ));
    }

    private void write(String visit, long seconds, VisitEvent event) {
        log.add(new Entry(log.size() + 1L, visit, NINE.plusSeconds(seconds), event));
    }

    private static VisitEvent unread(String code, boolean phone) {
        Answer nobody = new Answer.Unreachable(
                Answer.Cause.TERMINAL, Optional.of(code), new Text("読めません。", "It cannot be read."));
        return new VisitEvent.Arrived(
                DAY, InquiryKind.CARD, Reply.of(nobody, NINE), Optional.empty(), Optional.of(phone));
    }
}
