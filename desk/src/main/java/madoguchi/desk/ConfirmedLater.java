package madoguchi.desk;

import java.util.Optional;
import madoguchi.core.Text;

/**
 * 確認できた受付 – received without the hub, and confirmed by it since.
 *
 * @param row the reception
 * @param comparison how the confirmed coverage differs from the one used; absent when that one is not known
 */
public record ConfirmedLater(Row row, Optional<Comparison> comparison) {

    /** Whether something differs, or cannot be compared: a clerk must look. */
    public boolean look() {
        return comparison.map(found -> !found.differences().isEmpty()).orElse(true);
    }

    /** In words. */
    public Text words() {
        return comparison
                .map(found -> found.differences().isEmpty()
                        ? new Text("受付で使った資格と同じでした。", "The same as was used at the desk.")
                        : new Text(
                                "受付で使った資格と " + found.differences().size() + " か所違います。",
                                found.differences().size() + " items differ from what was used at the desk."))
                .orElseGet(() -> new Text(
                        "受付で使った資格の記録がありません。控えと見比べてください。",
                        "Nothing was held of what was used. Compare it with your notes."));
    }
}
