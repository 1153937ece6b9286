package madoguchi.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import madoguchi.core.Answer;
import madoguchi.core.InquiryKind;
import madoguchi.core.Reply;
import madoguchi.policy.EvidenceKind;
import madoguchi.policy.Policy;
import madoguchi.policy.RuleBook;
import madoguchi.policy.Shown;
import org.junit.jupiter.api.Test;

class NextStepTest {

    private final NextStep nextStep = new NextStep(new Policy(RuleBook.bundled()));
    private final List<Entry> log = new ArrayList<>();

    private Step after(VisitEvent... events) {
        for (VisitEvent event : events) {
            log.add(new Entry(log.size() + 1, "a", Sample.MORNING, event));
        }
        return nextStep.of(Visit.fold(log).getFirst());
    }

    private static VisitEvent card(Reply reply) {
        return new VisitEvent.Arrived(Sample.DAY, InquiryKind.CARD, reply);
    }

    @Test
    void whileAskingThereIsNothingToDecide() {
        Step step = after(new VisitEvent.Asked(Sample.ABOUT_HANAKO, "yamamoto"));
        assertThat(step.why()).isEmpty();
        assertThat(step.sentence().ja()).contains("照会しています");
    }

    @Test
    void aReadCardIsAcceptedByRuleRAcc01WithItsSourceAndDays() {
        Step step = after(card(Sample.active(Sample.HANAKO)));
        assertThat(step.verdict().ja()).isEqualTo("受付できる");
        assertThat(step.why()).hasValueSatisfying(why -> {
            assertThat(why.rule()).isEqualTo("R-ACC-01");
            assertThat(why.sources()).isNotEmpty();
            assertThat(why.period().ja()).startsWith("2024-12-02");
        });
    }

    @Test
    void notValidLeadsToTheNoticeWithTheCardAndNeverToFullCharge() {
        Step step = after(card(Reply.of(new Answer.NotFound(), Sample.MORNING)));
        assertThat(step.evidence()).contains(EvidenceKind.NOTICE);
        assertThat(step.verdict().ja()).isNotEqualTo("10割負担");
    }

    @Test
    void whatIsShownAndWhetherItIsTheFirstVisitChangesTheStep() {
        Reply silent = Sample.silent(Answer.Cause.NETWORK);
        Step returning = after(card(silent), new VisitEvent.Showed(Shown.CARD_UNREADABLE, false, "y"));
        Step first = after(new VisitEvent.Showed(Shown.CARD_UNREADABLE, true, "y"));
        assertThat(returning.evidence()).contains(EvidenceKind.NEITHER);
        assertThat(first.evidence()).contains(EvidenceKind.NEITHER);
    }

    @Test
    void anEvidenceThatWasSeenSettlesIt() {
        Step step = after(
                card(Sample.silent(Answer.Cause.NETWORK)), new VisitEvent.Confirmed(EvidenceKind.PORTAL_SCREEN, "y"));
        assertThat(step.evidence()).isEmpty();
        assertThat(step.sentence().ja()).contains("確認済み");
    }
}
