package madoguchi.desk;

import java.util.List;
import java.util.Map;
import madoguchi.policy.Occasion;
import madoguchi.policy.Shown;

/**
 * 窓口の様子 – what the patient puts on the counter, and in which situation; what a clerk can choose by hand.
 *
 * @param shown what is shown
 * @param visit first or returning, and whether anything of use is held
 * @param occasion whether it is a school event
 */
public record Presented(Shown shown, madoguchi.policy.Visit visit, Occasion occasion) {

    /** An ordinary returning visit: the usual one. */
    static Presented usual(Shown shown) {
        return new Presented(shown, madoguchi.policy.Visit.RETURNING, Occasion.ORDINARY);
    }

    /** The same with something else on the counter. */
    Presented showing(Shown now) {
        return new Presented(now, visit, occasion);
    }

    /** As chosen on a sheet; what is missing or unknown is taken as the usual. */
    static Presented read(Map<String, String> typed) {
        return new Presented(
                choice(typed, "shown", List.of(Shown.values()), Shown.CERTIFICATE),
                choice(typed, "visit", List.of(madoguchi.policy.Visit.values()), madoguchi.policy.Visit.RETURNING),
                typed.containsKey("school") ? Occasion.SCHOOL_EVENT : Occasion.ORDINARY);
    }

    private static <T extends Enum<T>> T choice(Map<String, String> typed, String field, List<T> all, T usual) {
        String name = typed.getOrDefault(field, "");
        return all.stream().filter(one -> one.name().equals(name)).findFirst().orElse(usual);
    }
}
