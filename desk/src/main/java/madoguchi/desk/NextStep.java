package madoguchi.desk;

import java.util.List;
import java.util.Optional;
import madoguchi.core.InsurerNumber;
import madoguchi.core.Text;
import madoguchi.policy.Citation;
import madoguchi.policy.Policy;
import madoguchi.policy.Reception;
import madoguchi.policy.Rule;
import madoguchi.policy.Verdict;

/** 次の一手 – puts a reception before the policy and makes a step of its determination. No rule stands here. */
final class NextStep {

    private final Policy policy;

    NextStep(Policy policy) {
        this.policy = policy;
    }

    /** What the clerk does next. While the hub is being asked, that is to wait; once a clerk saw an evidence, to go on. */
    Step of(Visit visit) {
        if (visit.askedAt().isPresent()) {
            return waiting();
        }
        var determination = policy.determine(reception(visit));
        Step step = step(determination.verdict(), determination.rule());
        return visit.confirmed().isEmpty()
                ? step
                : step.settledBy(visit.confirmed().getLast());
    }

    private static Reception reception(Visit visit) {
        Optional<InsurerNumber> asked =
                visit.question().map(question -> question.insured().insurer());
        Reception reception = new Reception(
                visit.day(),
                visit.shown(),
                visit.answer(),
                visit.firstVisit() ? madoguchi.policy.Visit.FIRST : madoguchi.policy.Visit.RETURNING);
        return asked.map(reception::asking).orElse(reception);
    }

    private static Step waiting() {
        return new Step(
                new Text("照会しています。回答を待たずに、次の方の受付を続けられます。", "Asking. You can go on with the next patient meanwhile."),
                Text.same(""),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    private static Step step(Verdict verdict, Rule rule) {
        return new Step(
                rule.then().next(),
                verdict.label(),
                rule.then().patient().map(words -> new Text(words.ja(), words.en())),
                verdict.evidence(),
                Optional.of(why(rule)));
    }

    private static Step.Why why(Rule rule) {
        return new Step.Why(
                rule.id(),
                rule.sources().stream().map(NextStep::source).toList(),
                new Text(
                        rule.days() + (rule.fromDerived() ? "（初日は読み）" : ""),
                        rule.days() + (rule.fromDerived() ? " (first day is a reading)" : "")),
                rule.certain(),
                rule.note());
    }

    private static Text source(Citation citation) {
        Text title = citation.document().title();
        String date = citation.document().date();
        return new Text(
                title.ja() + "（" + date + "）「" + citation.heading() + "」",
                title.en() + " (" + date + "), " + citation.heading());
    }
}
