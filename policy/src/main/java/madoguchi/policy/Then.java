package madoguchi.policy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import madoguchi.core.Text;

/**
 * 結果 – what a row decides.
 *
 * @param verdict one of the table's verdicts
 * @param evidence what to ask for, in the order in which to try it; empty unless the verdict leaves something open
 * @param means how the reception was verified; present in the rows of {@code insurance} that accept
 * @param values the numbers the verdict carries, by the names the table declares
 * @param next what the clerk does now, or reads aloud
 * @param patient what to tell the patient beside it
 */
public record Then(
        Kind verdict,
        List<EvidenceKind> evidence,
        Optional<Means> means,
        Map<String, Integer> values,
        Text next,
        Optional<Spoken> patient) {

    /** Copies the collections. */
    public Then {
        evidence = List.copyOf(evidence);
        values = Map.copyOf(values);
    }

    /** 値 – a number the table declares for this verdict; refuses a name it does not. */
    public int value(String name) {
        Integer value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("this row carries no \"" + name + "\"");
        }
        return value;
    }
}
