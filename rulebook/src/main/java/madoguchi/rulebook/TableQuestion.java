package madoguchi.rulebook;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import madoguchi.core.Parsed;
import madoguchi.core.Problem;
import madoguchi.policy.Facet;
import madoguchi.policy.Situation;
import madoguchi.policy.Table;
import tools.jackson.databind.node.ObjectNode;

/** 表への問い – a day and the word of every facet of one table. */
final class TableQuestion {

    /** The field every question has. */
    static final String DAY = "day";

    private TableQuestion() {}

    /** The table's decision; every fault at once, by field. */
    static Parsed<Decision> decide(Table table, ObjectNode object) {
        Sheet sheet = new Sheet(object);
        Optional<LocalDate> day = sheet.day(DAY);
        return decide(table, sheet, day, words(table, sheet));
    }

    /** The words of the facets that are there. */
    static Map<String, String> words(Table table, Sheet sheet) {
        Map<String, String> words = new HashMap<>();
        for (Facet facet : table.facets()) {
            sheet.text(facet.name()).ifPresent(word -> words.put(facet.name(), word));
        }
        return words;
    }

    /** The situation of a question without a day of its own. */
    static Parsed<Situation> situation(Table table, ObjectNode object) {
        Sheet sheet = new Sheet(object);
        return closed(sheet, table.read(words(table, sheet)));
    }

    /** The decision about those words, unless they or the sheet are faulty. */
    static Parsed<Decision> decide(Table table, Sheet sheet, Optional<LocalDate> day, Map<String, String> words) {
        return closed(sheet, table.read(words)).map(situation -> Decision.of(table, day.orElseThrow(), situation));
    }

    /** The value, unless the sheet has faults, those of the value included. */
    static <T> Parsed<T> closed(Sheet sheet, Parsed<T> value) {
        sheet.faults(value.problems());
        List<Problem> problems = sheet.closed();
        return problems.isEmpty() ? value : new Parsed.Faults<>(problems);
    }
}
