package madoguchi.rulebook;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import madoguchi.core.Parsed;
import madoguchi.core.Text;
import madoguchi.json.CoreJson;
import madoguchi.policy.Checklist;
import madoguchi.policy.Facet;
import madoguchi.policy.Kind;
import madoguchi.policy.RuleBook;
import madoguchi.policy.Situation;
import madoguchi.policy.Table;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** 不詳についての問い – {@code yes}, {@code no} or {@code unknown} for each condition of an unidentified claim; one left out is unknown. */
final class ClaimCheckQuestion {

    static final String TABLE = "unidentified";

    private static final String LEFT_OUT = "unknown";

    /**
     * 点検の答え.
     *
     * @param day the day decided for
     * @param verdict the verdict on the whole
     * @param label its name
     * @param conditions every condition's own decision, in the order of the checklist
     */
    record Checked(LocalDate day, String verdict, Text label, List<Decision> conditions) {}

    private ClaimCheckQuestion() {}

    /** The whole checklist; every fault at once, by field. */
    static Parsed<JsonNode> decide(RuleBook book, ObjectNode object) {
        Table table = book.table(TABLE);
        Facet conditions = table.facets().getFirst();
        Sheet sheet = new Sheet(object);
        Optional<LocalDate> day = sheet.day(TableQuestion.DAY);
        Map<String, String> states = new HashMap<>();
        for (Kind condition : conditions.kinds()) {
            sheet.text(condition.word()).ifPresent(state -> states.put(condition.word(), state));
        }
        // Without a day a fault is known already, and any day stands in for it.
        Parsed<Checklist> checked = Checklist.of(book, day.orElse(LocalDate.EPOCH), states);
        return TableQuestion.closed(sheet, checked)
                .map(list -> CoreJson.mapper().valueToTree(answer(table, day.orElseThrow(), list, states)));
    }

    private static Checked answer(Table table, LocalDate day, Checklist list, Map<String, String> states) {
        Facet conditions = table.facets().getFirst();
        Facet state = table.facets().getLast();
        return new Checked(
                day,
                list.verdict(),
                table.verdicts().stream()
                        .filter(kind -> kind.word().equals(list.verdict()))
                        .findFirst()
                        .orElseThrow()
                        .label(),
                conditions.kinds().stream()
                        .map(condition -> new Situation(List.of(
                                condition,
                                state.kind(states.getOrDefault(condition.word(), LEFT_OUT))
                                        .orElseThrow())))
                        .map(situation -> Decision.of(table, day, situation))
                        .toList());
    }
}
