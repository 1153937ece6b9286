package madoguchi.desk;

import java.util.Optional;
import madoguchi.core.Text;
import madoguchi.policy.EvidenceKind;
import madoguchi.policy.Kind;
import madoguchi.policy.Rule;

/** 段取りの一歩 – writes a step down the ladder as a fact, only where the rules allow it at that moment. One step at a time: two clerks at one reception cannot take it twice. */
final class Steps {

    /** What came of it. */
    enum Came {
        /** It is written down, now or a moment before. */
        DONE,
        /** The rules do not allow it now. */
        NOT_ALLOWED,
        /** There is no such reception. */
        NOT_FOUND
    }

    private final VisitBook book;
    private final NextStep nextStep;

    Steps(VisitBook book, NextStep nextStep) {
        this.book = book;
        this.nextStep = nextStep;
    }

    /** Writes down that this was seen. The same evidence once more is the same step. */
    synchronized Came take(String id, EvidenceKind evidence, String operator) {
        Optional<Visit> found = book.find(id);
        if (found.isEmpty()) {
            return Came.NOT_FOUND;
        }
        Visit visit = found.get();
        if (!visit.taken().isEmpty() && visit.taken().getLast().evidence() == evidence) {
            return Came.DONE;
        }
        Standing standing = nextStep.standing(visit);
        if (visit.closed() || !standing.allows(evidence) || !isPressed(evidence)) {
            return Came.NOT_ALLOWED;
        }
        book.note(id, new VisitEvent.Confirmed(evidence, Optional.of(standing.rule()), operator));
        return Came.DONE;
    }

    /** Whether the rules allow to write down now that this was seen. */
    boolean mayTake(Visit visit, EvidenceKind evidence) {
        return !visit.closed()
                && isPressed(evidence)
                && nextStep.standing(visit).allows(evidence);
    }

    private boolean isPressed(EvidenceKind evidence) {
        return Ladder.does(evidence, nextStep.facility()) == Button.Does.RECORD;
    }

    /** Writes down that the last step was a mistake. */
    synchronized Came back(String id, String operator) {
        Optional<Visit> visit = book.find(id);
        if (visit.isEmpty()) {
            return Came.NOT_FOUND;
        }
        if (!visit.get().canStepBack()) {
            return Came.NOT_ALLOWED;
        }
        book.note(id, new VisitEvent.SteppedBack(operator));
        return Came.DONE;
    }

    /** Why a reception may not leave the ladder for this reason; empty when it may, and then it is written down. */
    synchronized Optional<Text> leave(Visit visit, String word, String note, String operator) {
        LeavingTable table = nextStep.leaving();
        Optional<Kind> reason = table.reason(word);
        if (reason.isEmpty()) {
            return Optional.of(new Text("理由を選んでください。", "Choose a reason."));
        }
        if (visit.closed() || nextStep.standing(visit).settled()) {
            return Optional.of(new Text("この受付はもう受け付けられています。", "This patient can be received already."));
        }
        Optional<Rule> rule = table.decide(visit, word);
        if (rule.isEmpty() || LeavingTable.forbids(rule.get())) {
            return Optional.of(rule.map(row -> row.then().next())
                    .orElse(new Text("この理由では離れられません。", "The ladder cannot be left for this reason.")));
        }
        book.note(
                visit.id(),
                new VisitEvent.Left(
                        word,
                        reason.get().label(),
                        Optional.of(note.strip()).filter(text -> !text.isEmpty()),
                        rule.get().id(),
                        operator));
        return Optional.empty();
    }
}
