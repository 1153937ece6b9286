package madoguchi.facilities;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import madoguchi.core.Parsed;
import madoguchi.core.Problem;
import madoguchi.core.Text;
import madoguchi.policy.Facet;
import madoguchi.policy.Policy;
import madoguchi.policy.Rule;
import madoguchi.policy.Situation;
import madoguchi.policy.Table;

/** 補助の計算 – by the tables {@code grant} and {@code grant-pair} (R-AID-01 to 05, R-ADD-06) in force at the moment. Pure but for asking which rules those are. */
public final class Grants {

    private static final long MOST = 100_000_000_000L;
    private static final String EXCLUDED = "excluded";

    private final Supplier<Policy> policy;

    /** A calculator by these rules. */
    public Grants(Supplier<Policy> policy) {
        this.policy = policy;
    }

    private Table table(String name) {
        return policy.get().book().table(name);
    }

    /** The programmes or kinds of facility there are, for a form. */
    Facet facet(String name) {
        return table("grant").facets().stream()
                .filter(facet -> facet.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The answer; every fault at once: an unknown word, a cost that is none, more costs than coupons. */
    public Parsed<Granted> ask(GrantQuestion question) {
        Table grant = table("grant");
        Table pair = table("grant-pair");
        Parsed<Situation> situation =
                grant.read(Map.of("programme", question.programme(), "facility-kind", question.facilityKind()));
        List<Problem> problems = new ArrayList<>(situation.problems());
        Map<String, Rule> pairs = new HashMap<>();
        for (String drawn : question.drawn()) {
            Parsed<Situation> both = pair.read(Map.of("programme", question.programme(), "drawn", drawn));
            if (both instanceof Parsed.Value<Situation>(var value)) {
                pairs.put(drawn, pair.decide(question.day(), value));
            } else if (!(situation instanceof Parsed.Faults<Situation>)) {
                problems.addAll(both.problems());
            }
        }
        if (question.costs().stream().anyMatch(cost -> cost < 0 || cost > MOST)) {
            problems.add(Problem.at("cost", "費用は0円以上の整数で書いてください。", "Write the cost as a whole number of yen."));
        }
        if (!problems.isEmpty() || !(situation instanceof Parsed.Value<Situation>(var asked))) {
            return new Parsed.Faults<>(problems);
        }
        return granted(question, grant.decide(question.day(), asked), pairs);
    }

    private static Parsed<Granted> granted(GrantQuestion question, Rule rule, Map<String, Rule> pairs) {
        Map<String, Integer> values = rule.then().values();
        int most = values.getOrDefault("coupons", 1);
        if (question.costs().size() > most) {
            return Parsed.fault(
                    "cost",
                    "費用は" + most + "件までです（クーポンは病院3つ、診療所・薬局1つまで）。",
                    "At most " + most + " costs (three coupons for a hospital, one for a clinic or pharmacy).");
        }
        Optional<Rule> excluding = pairs.values().stream()
                .filter(one -> one.verdict().equals(EXCLUDED))
                .findFirst();
        Rule said = excluding.orElse(rule);
        return Parsed.of(new Granted(
                question.day(),
                question.programme(),
                question.facilityKind(),
                said.verdict(),
                said.then().verdict().label(),
                said.certain(),
                excluding.isPresent() ? Optional.empty() : amount(question.costs(), values),
                Optional.ofNullable(values.get("cap-yen")),
                Optional.ofNullable(values.get("coupons")),
                deadline(rule),
                said.then().next(),
                rule.id(),
                pairs.entrySet().stream()
                        .map(one -> pair(one.getKey(), one.getValue()))
                        .toList()));
    }

    private static Granted.Pair pair(String drawn, Rule rule) {
        Text label = rule.then().verdict().label();
        return new Granted.Pair(drawn, rule.verdict(), label, rule.then().next(), rule.id());
    }

    /** Part of each cost, up to the limit; yen below one are dropped, because the sources do not speak of them. */
    private static Optional<Long> amount(List<Long> costs, Map<String, Integer> values) {
        Integer numerator = values.get("numerator");
        Integer denominator = values.get("denominator");
        Integer cap = values.get("cap-yen");
        if (numerator == null || denominator == null || cap == null || costs.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(costs.stream()
                .mapToLong(cost -> Math.min(
                        cap,
                        Math.min(cost, values.getOrDefault("cost-yen", Integer.MAX_VALUE)) * numerator / denominator))
                .sum());
    }

    private static Optional<LocalDate> deadline(Rule rule) {
        return rule.then().verdict().word().equals("closed")
                ? Optional.empty()
                : rule.inForce().lastDay();
    }
}
