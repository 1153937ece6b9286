package madoguchi.hub;

import java.util.List;
import java.util.Map;
import madoguchi.hub.FactStore.NewFact;

/*
 * A link that two operators mended stays mended though the insurer goes on sending the wrong My Number: what a line says about such a coverage is said about the
 * person it was given to. There it is compared with what was said before, so an unchanged line changes nothing and a changed one (a loss) is taken. A withdrawal
 * (取消) is not followed: it is how an insurer takes its own wrong link back, and the wrong link is gone already.
 */

/** 付替えに従う – leads lines about coverages whose link was mended to the right person. */
final class Relinked {

    /** Mended so often, one after the other; nobody mends a link more often. */
    private static final int STEPS = 8;

    private Relinked() {}

    static List<NewFact> follow(FactStore store, List<NewFact> facts) {
        List<NewFact> followed = facts;
        for (int step = 0; step < STEPS; step++) {
            Map<Digest, Long> given =
                    store.relinked(followed.stream().map(NewFact::name).toList());
            if (given.isEmpty()) {
                return followed;
            }
            List<NewFact> next = followed.stream().map(fact -> led(fact, given)).toList();
            if (next.equals(followed)) {
                return followed;
            }
            followed = next;
        }
        return followed;
    }

    private static NewFact led(NewFact fact, Map<Digest, Long> given) {
        long person = given.getOrDefault(fact.name(), fact.person());
        return fact.withdrawn() || person == fact.person()
                ? fact
                : NewFacts.of(person, false, fact.suppressed(), fact.coverage());
    }
}
