package madoguchi.desk;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import madoguchi.core.Parsed;
import madoguchi.policy.Rule;
import madoguchi.policy.RuleBook;
import madoguchi.policy.Situation;
import madoguchi.policy.Table;

/** 添えの規則表 – asks a table that a book may or may not hold; the desk goes on without its sentence when it does not. */
final class SideTable {

    private SideTable() {}

    /**
     * The row that decides.
     *
     * @param words kinds by facet name; words for facets that the table does not have are not asked
     * @return empty when the book has no such table, or the table asks for something that is not given here
     */
    static Optional<Rule> decide(RuleBook book, String name, LocalDate day, Map<String, String> words) {
        if (!book.has(name)) {
            return Optional.empty();
        }
        Table table = book.table(name);
        Map<String, String> asked = new HashMap<>(words);
        asked.keySet()
                .retainAll(table.facets().stream().map(facet -> facet.name()).toList());
        return switch (table.read(asked)) {
            case Parsed.Value<Situation>(var situation) -> Optional.of(table.decide(day, situation));
            case Parsed.Faults<Situation> faults -> Optional.empty();
        };
    }
}
