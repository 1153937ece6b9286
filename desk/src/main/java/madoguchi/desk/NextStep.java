package madoguchi.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import madoguchi.core.Text;
import madoguchi.policy.Determination;
import madoguchi.policy.EvidenceKind;
import madoguchi.policy.Facility;
import madoguchi.policy.Policy;
import madoguchi.policy.Reception;
import madoguchi.policy.Rule;
import madoguchi.policy.Then;
import madoguchi.policy.Verdict;

/** 次の一手 – puts a reception before the rules and makes a step of their determination. No rule stands here. */
final class NextStep {

    private static final String EVIDENCE_CHECK = "evidence-check";

    private final Supplier<Policy> policy;
    private final Facility facility;

    /** Asks the rules in force at each moment: they may be exchanged while the desk is open. */
    NextStep(Supplier<Policy> policy, Facility facility) {
        this.policy = policy;
        this.facility = facility;
    }

    Facility facility() {
        return facility;
    }

    /** How a reception stands under the rules. */
    Standing standing(Visit visit) {
        Determination now = policy.get().determine(Ladder.reception(visit, facility));
        return new Standing(visit, now.verdict(), now.rule().id(), facility == Facility.ONLINE);
    }

    /** The reasons for leaving the ladder, in the rules in force now. */
    LeavingTable leaving() {
        return new LeavingTable(policy.get().book(), facility);
    }

    /** What the clerk does next. While the first answer is awaited, that is to wait; after leaving the ladder, what the reason asks for. */
    Step of(Visit visit) {
        if (visit.askedAt().isPresent()
                && visit.replies().isEmpty()
                && visit.taken().isEmpty()) {
            return Step.waiting();
        }
        return visit.left().map(leaving -> left(visit, leaving)).orElseGet(() -> determined(visit));
    }

    private Step determined(Visit visit) {
        Policy rules = policy.get();
        Reception reception = Ladder.reception(visit, facility);
        Determination now = rules.determine(reception);
        return new Step(
                now.rule().then().next(),
                now.verdict().label(),
                now.rule().then().patient(),
                buttons(rules, visit, now.verdict().evidence()),
                !(now.verdict() instanceof Verdict.Accepted)
                        && !leaving().reasons().isEmpty(),
                Optional.of(Why.of(now.rule(), rules.explain(reception).timeline())));
    }

    private Step left(Visit visit, Leaving leaving) {
        Optional<Rule> rule = leaving().decide(visit, leaving.reason());
        return new Step(
                rule.map(row -> row.then().next()).orElse(leaving.label()),
                new Text("ほかの扱い", "off the ladder"),
                rule.flatMap(row -> row.then().patient()),
                List.of(),
                false,
                rule.map(row -> Why.of(row, List.of())));
    }

    private List<Button> buttons(Policy rules, Visit visit, List<EvidenceKind> kinds) {
        List<Button> buttons = new ArrayList<>();
        int key = 0;
        for (EvidenceKind kind : kinds) {
            Button.Does does = Ladder.does(kind, facility);
            Optional<Then> check = check(rules, visit, kind);
            buttons.add(new Button(
                    does == Button.Does.WAIT ? 0 : ++key,
                    kind,
                    does,
                    check.map(Then::next),
                    check.flatMap(Then::patient)));
        }
        return buttons;
    }

    private static Optional<Then> check(Policy rules, Visit visit, EvidenceKind kind) {
        return SideTable.decide(rules.book(), EVIDENCE_CHECK, visit.day(), Map.of("evidence", kind.word()))
                .map(Rule::then);
    }
}
