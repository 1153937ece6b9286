package madoguchi.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import madoguchi.core.Parsed;
import madoguchi.core.Period;
import madoguchi.core.Problem;
import madoguchi.core.Text;

/**
 * 規則表 – the rows of one question, proven to decide every situation on every day by exactly one of them. There are no priorities and no "else".
 *
 * <p>Everything is decided beforehand: a look-up is a search for the day's segment and one array access.
 */
public final class Table {

    private final TableHead head;
    private final Space space;
    private final Segments segments;
    private final List<Rule> rules;
    private final Rule[] byRow;
    private final short[][] rowAt;

    /** A table whose cover was found sound and whose rows are all readable. */
    Table(TableHead head, List<Row> rows, Cover cover) {
        this.head = head;
        this.space = cover.space();
        this.segments = cover.segments();
        this.rules = rows.stream().map(row -> row.rule().orElseThrow()).toList();
        this.byRow = rules.toArray(Rule[]::new);
        this.rowAt = cover.rowAt();
    }

    /** 名 – lower case with hyphens: {@code certificate-state}. */
    public String name() {
        return head.name();
    }

    /** 題 – in a few words. */
    public Text title() {
        return head.title();
    }

    /** 問い – what the table answers, in one sentence. */
    public Text question() {
        return head.question();
    }

    /** 切り口 – by what it tells situations apart, in the order that {@link #decide} takes. */
    public List<Facet> facets() {
        return head.facets();
    }

    /** 結論の一覧 – all verdicts that rows may give. */
    public List<Kind> verdicts() {
        return head.verdicts();
    }

    /** 値の一覧 – all numbers that rows may carry. */
    public List<ValueName> values() {
        return head.values();
    }

    /** 行 – all of them, in the order of the files. */
    public List<Rule> rules() {
        return rules;
    }

    /** 区間 – the days cut where some row begins or ceases; the first begins at {@link Rule#OPEN_START}. */
    public List<Period> segments() {
        return segments.periods();
    }

    /** 状況の数 – how many situations there are. */
    public int situations() {
        return space.size();
    }

    /**
     * 判定 – the one row that decides on a day.
     *
     * @param kinds one for each facet, in their order; refused when their number differs
     */
    public Rule decide(LocalDate day, Kind... kinds) {
        return decide(day, space.at(kinds));
    }

    /** 判定 – the one row that decides this situation on a day. */
    public Rule decide(LocalDate day, Situation situation) {
        return decide(day, space.at(situation.kinds().toArray(Kind[]::new)));
    }

    Rule decide(LocalDate day, int situation) {
        return byRow[rowAt[segments.at(day)][situation]];
    }

    Space space() {
        return space;
    }

    /** 状況 – every situation, in a fixed order. */
    public Situation situation(int number) {
        return space.situation(number);
    }

    /**
     * 状況の読取 – a situation from words by facet name.
     *
     * @return every fault at once: a facet that is missing, one that this table does not have, a word that a facet does not have
     */
    public Parsed<Situation> read(Map<String, String> words) {
        List<Problem> problems = new ArrayList<>();
        List<Kind> kinds = new ArrayList<>();
        for (Facet facet : facets()) {
            Optional<String> word = Optional.ofNullable(words.get(facet.name()));
            Optional<Kind> kind = word.flatMap(facet::kind);
            kind.ifPresent(kinds::add);
            if (word.isEmpty()) {
                problems.add(Problem.at(
                        facet.name(),
                        facet.name() + " がありません。使えるのは " + facet.words() + " です。",
                        "\"" + facet.name() + "\" is missing. Known are: " + facet.words() + "."));
            } else if (kind.isEmpty()) {
                problems.add(Problem.at(
                        facet.name(),
                        facet.name() + " の値が区分にありません。使えるのは " + facet.words() + " です。",
                        "\"" + facet.name() + "\" has a value that is no kind of it. Known are: " + facet.words()
                                + "."));
            }
        }
        words.keySet().stream()
                .filter(name ->
                        facets().stream().noneMatch(facet -> facet.name().equals(name)))
                .sorted()
                .forEach(name -> problems.add(Problem.at(name, "知らない項目です。", "This table has no field of this name.")));
        return problems.isEmpty() ? Parsed.of(new Situation(kinds)) : new Parsed.Faults<>(problems);
    }

    /** 経過 – the rows that decide the same situation, over all days and in their order. */
    public List<RuleInForce> timeline(Situation situation) {
        List<RuleInForce> timeline = new ArrayList<>();
        for (Period days : segments.periods()) {
            append(timeline, new RuleInForce(days, decide(days.from(), situation)));
        }
        return List.copyOf(timeline);
    }

    private static void append(List<RuleInForce> timeline, RuleInForce next) {
        if (!timeline.isEmpty() && timeline.getLast().rule().equals(next.rule())) {
            Period joined = new Period(
                    timeline.removeLast().period().from(), next.period().end());
            timeline.add(new RuleInForce(joined, next.rule()));
        } else {
            timeline.add(next);
        }
    }

    /** 説明 – the row that decides, when others do, and why each other row does not. */
    public Explanation explain(LocalDate day, Situation situation) {
        Rule decides = decide(day, situation);
        List<Explanation.Aside> asides = rules.stream()
                .filter(rule -> !rule.equals(decides))
                .map(rule -> Explanation.aside(this, rule, day, situation))
                .toList();
        return new Explanation(decides, timeline(situation), asides);
    }
}
