package madoguchi.rulebook;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import madoguchi.core.Text;
import madoguchi.policy.EvidenceKind;
import madoguchi.policy.Means;
import madoguchi.policy.Rule;
import madoguchi.policy.Situation;
import madoguchi.policy.Spoken;
import madoguchi.policy.Table;

/**
 * 判定の答え – what one table says about one situation on one day, in the words of the rule files; the component names are the JSON names.
 *
 * @param table the table asked
 * @param day the day decided for
 * @param situation the word of every facet, defaults included
 * @param verdict the verdict's word
 * @param label the verdict's name
 * @param evidence what can still be asked for, in the order in which to try it
 * @param means how an accepted reception was verified
 * @param values the numbers the verdict carries
 * @param next what the clerk does now
 * @param patient what to tell the patient
 * @param rule the row it rests on
 */
record Decision(
        String table,
        LocalDate day,
        Map<String, String> situation,
        String verdict,
        Text label,
        List<String> evidence,
        Optional<String> means,
        Map<String, Integer> values,
        Text next,
        Optional<Spoken> patient,
        RuleNote rule) {

    /** The decision of this table. */
    static Decision of(Table table, LocalDate day, Situation situation) {
        Rule rule = table.decide(day, situation);
        return new Decision(
                table.name(),
                day,
                words(table, situation),
                rule.verdict(),
                rule.then().verdict().label(),
                rule.then().evidence().stream().map(EvidenceKind::word).toList(),
                rule.then().means().map(Means::word),
                rule.then().values(),
                rule.then().next(),
                rule.then().patient(),
                RuleNote.of(rule));
    }

    /** The situation in words, by facet name, in the order of the facets. */
    static Map<String, String> words(Table table, Situation situation) {
        Map<String, String> words = new LinkedHashMap<>();
        for (int i = 0; i < table.facets().size(); i++) {
            words.put(table.facets().get(i).name(), situation.kinds().get(i).word());
        }
        return words;
    }
}
