package madoguchi.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
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
import madoguchi.policy.Policy;
import madoguchi.policy.Shown;
import org.junit.jupiter.api.Test;

class NextStepTest {

    private final NextStep nextStep = Sample.nextStep();
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

    private static VisitEvent showed(Shown shown, madoguchi.policy.Visit visit) {
        return new VisitEvent.Showed(shown, visit, Occasion.ORDINARY, "y");
    }

    private static VisitEvent saw(EvidenceKind evidence) {
        return new VisitEvent.Confirmed(evidence, Optional.of("rule"), "y");
    }

    private static List<EvidenceKind> buttons(Step step) {
        return step.buttons().stream().map(Button::evidence).toList();
    }

    @Test
    void notValidLeadsToTheNoticeWithTheCardAndNeverToFullCharge() {
        Step step = after(card(Reply.of(new Answer.NotFound(), Sample.MORNING)));
        assertThat(buttons(step)).containsExactly(EvidenceKind.NOTICE, EvidenceKind.NEITHER);
        assertThat(step.verdict().ja()).isNotEqualTo("10割負担");
    }

    @Test
    void theCardThatCannotBeReadGoesDownByScreenNoticeAndThenByWordOfMouthOrDeclaration() {
        VisitEvent silent = card(Sample.silent(Answer.Cause.TERMINAL));
        assertThat(buttons(after(silent, showed(Shown.CARD_UNREADABLE, madoguchi.policy.Visit.FIRST))))
                .containsExactly(
                        EvidenceKind.PORTAL_SCREEN, EvidenceKind.PORTAL_PDF, EvidenceKind.NOTICE, EvidenceKind.NEITHER);
        assertThat(buttons(after(saw(EvidenceKind.NEITHER))))
                .containsExactly(EvidenceKind.DECLARATION, EvidenceKind.NOT_OBTAINED);
        Step accepted = after(saw(EvidenceKind.DECLARATION));
        assertThat(accepted.buttons()).isEmpty();
        assertThat(accepted.verdict().ja()).isEqualTo("受付できる");
        assertThat(accepted.why())
                .hasValueSatisfying(why -> assertThat(why.rule()).isEqualTo("R-FB-05"));
    }

    @Test
    void aPhoneAloneHasOnlyTheScreenAndNeverADeclaration() {
        Step step = after(
                card(Sample.silent(Answer.Cause.TERMINAL)),
                showed(Shown.SMARTPHONE_ONLY_UNREADABLE, madoguchi.policy.Visit.FIRST));
        assertThat(buttons(step)).contains(EvidenceKind.PORTAL_SCREEN).doesNotContain(EvidenceKind.DECLARATION);
        assertThat(buttons(after(saw(EvidenceKind.NOT_OBTAINED)))).doesNotContain(EvidenceKind.DECLARATION);
    }

    @Test
    void everyButtonSaysWhatToLookAtAndOnlyWhatIsPressedHasAKey() {
        Step step = after(card(Reply.of(new Answer.NotFound(), Sample.MORNING)));
        assertThat(step.buttons())
                .allSatisfy(button -> assertThat(button.check()).isPresent());
        assertThat(step.buttons()).extracting(Button::key).containsExactly(1, 2);
        Step phone = after(showed(Shown.PORTAL_ONLY, madoguchi.policy.Visit.FIRST));
        assertThat(phone.buttons().getFirst().does()).isEqualTo(Button.Does.WAIT);
        assertThat(phone.buttons()).extracting(Button::key).containsExactly(0, 1, 2);
    }

    @Test
    void aCertificateIsAskedAboutByNumberWhereTheFacilityCanAndIsEnoughWhereItCannot() {
        assertThat(Ladder.does(EvidenceKind.CERTIFICATE, Facility.ONLINE)).isEqualTo(Button.Does.OPEN_SHEET);
        assertThat(Ladder.does(EvidenceKind.CERTIFICATE, Facility.EXEMPT)).isEqualTo(Button.Does.RECORD);
    }

    @Test
    void theReasonSaysWhatDecidesOnOtherDays() {
        Question lastYear = new Question(Sample.HANAKO_ID, Sample.BIRTH, LocalDate.of(2026, 3, 31), true);
        Step step = after(
                new VisitEvent.Asked(lastYear, "y"),
                showed(Shown.EXPIRED_INSURANCE_CARD, madoguchi.policy.Visit.FIRST),
                new VisitEvent.Replied(Sample.active(Sample.HANAKO)));
        assertThat(step.why()).hasValueSatisfying(why -> {
            assertThat(why.rule()).startsWith("R-OLD-13");
            assertThat(why.otherDays()).filteredOn(Why.Days::decides).hasSize(1);
            assertThat(why.otherDays().getLast().rule()).isNotEqualTo(why.rule());
        });
    }

    @Test
    void onceTheLadderIsLeftTheSentenceOfTheReasonStands() {
        Step step = after(
                card(Sample.silent(Answer.Cause.TERMINAL)),
                saw(EvidenceKind.NEITHER),
                new VisitEvent.Left("brings-later", new Text("後日", "later"), Optional.empty(), "R-UNK-05.later", "y"));
        assertThat(step.buttons()).isEmpty();
        assertThat(step.verdict().ja()).isEqualTo("ほかの扱い");
        assertThat(step.why()).hasValueSatisfying(why -> assertThat(why.rule()).isEqualTo("R-UNK-05.later"));
    }

    @Test
    void aBookWithoutTheTablesBesideKeepsTheLadderAndOffersNoOtherWay() {
        Policy policy = new Policy(Rules.withoutTablesBeside());
        NextStep bare = new NextStep(() -> policy, Facility.ONLINE);
        log.add(new Entry(1, "a", Sample.MORNING, card(Sample.silent(Answer.Cause.TERMINAL))));
        Step step = bare.of(Visit.fold(log).getFirst());
        assertThat(step.mayLeave()).isFalse();
        assertThat(step.buttons())
                .isNotEmpty()
                .allSatisfy(button -> assertThat(button.check()).isEmpty());
    }
}
