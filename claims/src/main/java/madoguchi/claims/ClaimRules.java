package madoguchi.claims;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import madoguchi.core.Answer;
import madoguchi.core.Parsed;
import madoguchi.core.Problem;
import madoguchi.policy.Checklist;
import madoguchi.policy.Known;
import madoguchi.policy.Means;
import madoguchi.policy.Policy;
import madoguchi.policy.Rule;
import madoguchi.policy.RuleBook;
import madoguchi.policy.Shown;

/** 請求の形の規則 – asks the tables {@code claim} and {@code unidentified} whether a reception may be claimed in a form. */
final class ClaimRules {

    private static final String YES = "yes";
    private static final String NO = "no";

    private ClaimRules() {}

    /** Why a reception may not be claimed in this form; empty when it may. What to do instead stands in the reason. */
    static List<Problem> against(Policy policy, ClaimVisit visit, String verdict) {
        if (visit.means().isEmpty()) {
            return List.of(Problem.at(
                    "reception",
                    "受付がまだ済んでいません。資格を確かめた方法を受付に記録してください。",
                    "The reception is not settled yet. Record there how the eligibility was verified."));
        }
        Rule rule =
                policy.book().table("claim").decide(visit.day(), visit.means().get(), known(visit));
        return rule.verdict().equals(verdict)
                ? List.of()
                : List.of(new Problem("claim " + rule.id(), rule.then().next()));
    }

    /** 分かっている資格 – a coverage in the answer counts even where the reception rests on something else: what could be claimed with a former coverage is never claimed as unidentified. */
    static Known known(ClaimVisit visit) {
        boolean former =
                visit.known() == Known.NOTHING && !visit.answer().coverages().isEmpty();
        return former ? Known.FORMER : visit.known();
    }

    /** Every condition of an unidentified claim that does not hold, with what to do. */
    static List<Problem> unidentified(RuleBook book, ClaimVisit visit, Optional<Statement> statement, int days) {
        Map<String, String> states = new LinkedHashMap<>();
        states.put("card-presented", yes(isCard(visit.shown())));
        states.put("not-only-phone-or-certificate", yes(isCard(visit.shown())));
        states.put("first-visit", yes(visit.first()));
        states.put("one-day", yes(days == 1));
        states.put("online-failed", yes(!(visit.answer() instanceof Answer.Active)));
        states.put("nothing-known", yes(known(visit) == Known.NOTHING));
        states.put("declaration-filled", yes(statement.isPresent()));
        states.put("asked-afterwards", yes(!visit.contacted().isEmpty()));
        states.put("no-number-given", yes(!visit.numberTold()));
        // Both were asked when the declaration was taken: without them there is none (R-UNK-01, R-UNK-04).
        boolean declared = visit.means().filter(Means.DECLARATION::equals).isPresent();
        states.put("valid-insurance", declared ? YES : "unknown");
        states.put("card-enrolled", declared ? YES : "unknown");
        return problems(Checklist.of(book, visit.day(), states));
    }

    private static List<Problem> problems(Parsed<Checklist> checked) {
        return switch (checked) {
            case Parsed.Faults<Checklist>(var problems) -> problems;
            case Parsed.Value<Checklist>(var list) ->
                list.open().stream()
                        .map(rule -> new Problem(
                                "unidentified " + rule.id(), rule.then().next()))
                        .toList();
        };
    }

    private static String yes(boolean holds) {
        return holds ? YES : NO;
    }

    private static boolean isCard(Shown shown) {
        return shown == Shown.CARD || shown == Shown.CARD_UNREADABLE;
    }

    static List<Problem> together(List<Problem> some, List<Problem> others) {
        return new ArrayList<>(Stream.concat(some.stream(), others.stream()).toList());
    }
}
