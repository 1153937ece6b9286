package madoguchi.stats;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import madoguchi.policy.Facet;
import madoguchi.policy.Kind;
import madoguchi.policy.Rule;
import madoguchi.policy.RuleBook;
import madoguchi.policy.Table;

/** 体制整備加算 – which tier of the readiness add-on a facility's rates reach in a month, by the dated rule table {@code add-on}. */
final class AddOn {

    /** The months that the table names for the older add-on; shown, and marked as a reading, where a row names none. */
    private static final int NEAREST = 3;

    private static final int FARTHEST = 5;

    private final Table table;

    AddOn(RuleBook book) {
        this.table = book.table("add-on");
    }

    /** The months whose rates a month may look at. */
    static List<YearMonth> months(YearMonth applied) {
        return List.of(applied.minusMonths(NEAREST), applied.minusMonths(NEAREST + 1), applied.minusMonths(FARTHEST));
    }

    /** All tiers of one department in a month, over the receipt-base rates known so far; a rate whose whole is 0 is not known. */
    List<Tier> tiers(YearMonth applied, String department, Map<YearMonth, Rate> rates) {
        Facet tiers = table.facets().getFirst();
        return tiers.kinds().stream()
                .map(tier -> tier(applied, tier, department, rates))
                .toList();
    }

    private Tier tier(YearMonth applied, Kind tier, String department, Map<YearMonth, Rate> rates) {
        Rule rule = table.decide(
                applied.atDay(1),
                table.read(Map.of("tier", tier.word(), "department", department))
                        .orElseThrow());
        Map<String, Integer> values = rule.then().values();
        boolean stated = values.containsKey("months-back-first");
        List<YearMonth> months = back(
                applied,
                values.getOrDefault("months-back-first", NEAREST),
                values.getOrDefault("months-back-last", FARTHEST));
        Optional<Map.Entry<YearMonth, Rate>> best = best(months, rates);
        Optional<Integer> asked = Optional.ofNullable(values.get("percent"));
        return new Tier(
                tier.label(),
                rule,
                asked,
                months,
                stated,
                best,
                asked.flatMap(percent -> best.map(found -> found.getValue().reaches(percent))));
    }

    private static List<YearMonth> back(YearMonth applied, int nearest, int farthest) {
        List<YearMonth> months = new ArrayList<>();
        for (int back = nearest; back <= farthest; back++) {
            months.add(applied.minusMonths(back));
        }
        return months;
    }

    private static Optional<Map.Entry<YearMonth, Rate>> best(List<YearMonth> months, Map<YearMonth, Rate> rates) {
        return months.stream()
                .filter(month -> rates.containsKey(month) && rates.get(month).whole() > 0)
                .map(month -> Map.entry(month, rates.get(month)))
                .max(Comparator.comparing(entry -> entry.getValue().percent(10).orElseThrow()));
    }
}
