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
        Map<String, String> words = new HashMap<>();
        for (Facet facet : table.facets()) {
            sheet.text(facet.name()).ifPresent(word -> words.put(facet.name(), word));
        }
        return decide(table, sheet, day, words);
    }

    /** The decision about those words, unless they or the sheet are faulty. */
    static Parsed<Decision> decide(Table table, Sheet sheet, Optional<LocalDate> day, Map<String, String> words) {
        Parsed<Situation> situation = table.read(words);
        sheet.faults(situation.problems());
        List<Problem> problems = sheet.closed();
        return problems.isEmpty()
                ? Parsed.of(Decision.of(table, day.orElseThrow(), situation.orElseThrow()))
                : new Parsed.Faults<>(problems);
    }
}
