package madoguchi.policy;

import java.util.ArrayList;
import java.util.List;

/**
 * 状況 – one point of the finite space that the rule rows must cover: every combination of the four kinds.
 *
 * @param shown what the patient shows
 * @param outcome what came of the inquiry
 * @param visit first or returning
 * @param insurer the group of the insurer
 */
public record Situation(Shown shown, Outcome outcome, Visit visit, InsurerGroup insurer) {

    private static final int SHOWN = Shown.values().length;
    private static final int OUTCOMES = Outcome.values().length;
    private static final int VISITS = Visit.values().length;
    private static final int INSURERS = InsurerGroup.values().length;

    /** How many situations there are. */
    static final int COUNT = SHOWN * OUTCOMES * VISITS * INSURERS;

    private static final List<Situation> ALL = combined();

    /** All situations; each stands at its {@link #ordinal}. */
    public static List<Situation> all() {
        return ALL;
    }

    private static List<Situation> combined() {
        List<Situation> all = new ArrayList<>(COUNT);
        for (Shown shown : Shown.values()) {
            for (Outcome outcome : Outcome.values()) {
                for (Visit visit : Visit.values()) {
                    for (InsurerGroup insurer : InsurerGroup.values()) {
                        all.add(new Situation(shown, outcome, visit, insurer));
                    }
                }
            }
        }
        return List.copyOf(all);
    }

    /** The place in {@link #all}; an index within one running program, never stored. */
    @SuppressWarnings("EnumOrdinal") // An array index that never leaves memory is what ordinals are for.
    int ordinal() {
        return ((shown.ordinal() * OUTCOMES + outcome.ordinal()) * VISITS + visit.ordinal()) * INSURERS
                + insurer.ordinal();
    }

    /** The four words of the rule files, for reports. */
    @Override
    public String toString() {
        return shown.word() + " × " + outcome.word() + " × " + visit.word() + " × " + insurer.word();
    }
}
