package madoguchi.rulebook;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import madoguchi.core.Parsed;
import madoguchi.core.Text;
import madoguchi.policy.Explanation;
import madoguchi.policy.Facet;
import madoguchi.policy.Rule;
import madoguchi.policy.Situation;
import madoguchi.policy.Table;

/**
 * 試す頁 – one situation put to a table, with everything the table has to say about it.
 *
 * @param name of the table
 * @param title of the table
 * @param question what it answers
 * @param filter the day
 * @param day the day in words
 * @param facets what can be chosen
 * @param chosen the word chosen of each, by its name
 * @param said the situation in words
 * @param decides the row that decides
 * @param timeline what decides the same situation on all days
 * @param otherDays rows that would decide it on another day
 * @param near rows in force from which one thing alone differs
 * @param far all others
 */
public record TrialView(
        String name,
        Text title,
        Text question,
        Filter filter,
        Text day,
        List<Facet> facets,
        Map<String, String> chosen,
        Text said,
        RowView decides,
        List<Spell> timeline,
        List<Aside> otherDays,
        List<Aside> near,
        List<Aside> far) {

    /**
     * ある期間.
     *
     * @param days in words
     * @param row what decides then
     * @param now whether the day lies in it
     */
    public record Spell(Text days, RowView row, boolean now) {}

    /**
     * 当たらない行.
     *
     * @param row the row
     * @param reasons why it does not decide
     */
    public record Aside(RowView row, List<Text> reasons) {}

    /** A facet left out, or a word it does not have, falls back to the example of a row in force. */
    static TrialView of(Table table, Filter filter, Map<String, String> query) {
        Map<String, String> words = new HashMap<>(start(table, filter.day()));
        for (Facet facet : table.facets()) {
            Optional.ofNullable(query.get(facet.name()))
                    .filter(word -> facet.kind(word).isPresent())
                    .ifPresent(word -> words.put(facet.name(), word));
        }
        Parsed<Situation> situation = table.read(words);
        return of(table, filter, words, situation.orElseThrow());
    }

    private static Map<String, String> start(Table table, LocalDate day) {
        Rule rule = table.rules().stream()
                .filter(each -> each.inForce().contains(day))
                .findFirst()
                .orElseThrow();
        return Decision.words(table, rule.example().situation());
    }

    private static TrialView of(Table table, Filter filter, Map<String, String> words, Situation situation) {
        Explanation why = table.explain(filter.day(), situation);
        return new TrialView(
                table.name(),
                table.title(),
                table.question(),
                filter,
                Wording.bothWays(filter.day()),
                table.facets(),
                Map.copyOf(words),
                Wording.situation(table, situation),
                RowView.of(table, why.decides()),
                why.timeline().stream()
                        .map(spell -> new Spell(
                                Wording.days(spell.period()),
                                RowView.of(table, spell.rule()),
                                spell.period().contains(filter.day())))
                        .toList(),
                views(table, why.onOtherDays().stream()),
                views(table, why.asides().stream().filter(TrialView::isNear)),
                views(
                        table,
                        why.asides().stream()
                                .filter(aside ->
                                        !isNear(aside) && !why.onOtherDays().contains(aside))));
    }

    private static boolean isNear(Explanation.Aside aside) {
        return aside.inForce() && aside.reasons().size() == 1;
    }

    private static List<Aside> views(Table table, Stream<Explanation.Aside> asides) {
        return asides.map(aside -> new Aside(RowView.of(table, aside.rule()), aside.reasons()))
                .toList();
    }

    /** The table on the same day. */
    public String tableHref() {
        return Address.with("/rules/" + name, Map.of("day", filter.day().toString()));
    }
}
