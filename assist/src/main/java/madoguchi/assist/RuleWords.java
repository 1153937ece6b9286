package madoguchi.assist;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import madoguchi.core.Text;
import madoguchi.policy.Box;
import madoguchi.policy.Facet;
import madoguchi.policy.Kind;
import madoguchi.policy.Listing;
import madoguchi.policy.Rule;
import madoguchi.policy.Table;

/** 規則の言葉 – by which words a row is found: the situations it decides and what the catalogue calls it first of all, what it says after that. */
final class RuleWords {

    /* A facet of which a row names more kinds than this does not tell it from others. */
    private static final int FEW = 3;

    private final Table table;
    private final Rule rule;
    private final List<Listing> listings;

    RuleWords(Table table, Rule rule, Map<String, Listing> catalogue) {
        this.table = table;
        this.rule = rule;
        this.listings = rule.basis().stream()
                .filter(catalogue::containsKey)
                .map(catalogue::get)
                .toList();
    }

    /** 題 – the first thing the catalogue says of it, or the table's title, with the verdict. */
    Text title() {
        Text about = listings.isEmpty() ? table.title() : listings.getFirst().heading();
        Text verdict = rule.then().verdict().label();
        return new Text(about.ja() + " → " + verdict.ja(), about.en() + " → " + verdict.en());
    }

    Text strong() {
        List<Text> parts = new ArrayList<>();
        listings.stream().limit(2).map(Listing::heading).forEach(parts::add);
        parts.addAll(conditions());
        return joined(parts);
    }

    Text weak() {
        List<Text> parts = new ArrayList<>();
        parts.add(table.title());
        listings.stream().map(Listing::heading).forEach(parts::add);
        parts.add(rule.then().next());
        parts.add(rule.then().verdict().label());
        rule.then().patient().ifPresent(said -> parts.add(new Text(said.ja(), said.en())));
        rule.note().ifPresent(parts::add);
        return joined(parts);
    }

    private List<Text> conditions() {
        List<Text> labels = new ArrayList<>();
        for (Box box : rule.when().boxes()) {
            for (int i = 0; i < table.facets().size(); i++) {
                Facet facet = table.facets().get(i);
                Set<Kind> kinds = box.kinds().get(i);
                if (kinds.size() <= FEW && kinds.size() < facet.kinds().size()) {
                    facet.kinds().stream()
                            .filter(kinds::contains)
                            .map(Kind::label)
                            .forEach(labels::add);
                }
            }
        }
        return labels.stream().distinct().toList();
    }

    private static Text joined(List<Text> parts) {
        return new Text(
                parts.stream().map(Text::ja).collect(Collectors.joining("。")),
                parts.stream().map(Text::en).collect(Collectors.joining(". ")));
    }
}
