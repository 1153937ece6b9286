package madoguchi.desk;

import java.util.List;
import java.util.Optional;
import madoguchi.core.Text;
import madoguchi.policy.Citation;
import madoguchi.policy.Rule;
import madoguchi.policy.RuleInForce;

/**
 * 理由 – the rule behind a step.
 *
 * @param rule id of the rule
 * @param sources where it stands
 * @param period when it is in force
 * @param certain whether the sources state it; otherwise {@code note} says what was concluded
 * @param note a remark
 * @param otherDays what decides the same situation on all days, in their order; empty where it is always this rule
 */
public record Why(
        String rule, List<Text> sources, Text period, boolean certain, Optional<Text> note, List<Days> otherDays) {

    /**
     * ほかの日の規則.
     *
     * @param days the days, both ends inclusive
     * @param verdict the verdict in a word
     * @param rule id of the rule
     * @param decides whether it is the one that decides here
     */
    public record Days(String days, Text verdict, String rule, boolean decides) {}

    /** Copies the lists. */
    public Why {
        sources = List.copyOf(sources);
        otherDays = List.copyOf(otherDays);
    }

    static Why of(Rule rule, List<RuleInForce> timeline) {
        return new Why(
                rule.id(),
                rule.sources().stream().map(Why::source).toList(),
                new Text(
                        rule.days() + (rule.fromDerived() ? "（初日は読み）" : ""),
                        rule.days() + (rule.fromDerived() ? " (first day is a reading)" : "")),
                rule.certain(),
                rule.note(),
                timeline.size() < 2 ? List.of() : otherDays(rule, timeline));
    }

    private static List<Days> otherDays(Rule decides, List<RuleInForce> timeline) {
        return timeline.stream()
                .map(other -> new Days(
                        other.days(),
                        other.rule().then().verdict().label(),
                        other.rule().id(),
                        other.rule().equals(decides)))
                .toList();
    }

    private static Text source(Citation citation) {
        Text title = citation.document().title();
        String date = citation.document().date();
        return new Text(
                title.ja() + "（" + date + "）「" + citation.heading() + "」",
                title.en() + " (" + date + "), " + citation.heading());
    }
}
