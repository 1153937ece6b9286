package madoguchi.hub;

import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

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

    /** What the coverage of a line would be called if it were a person's. */
    interface Names {
        FactName of(int line, long person);
    }

    /**
     * Leads lines to the right persons.
     *
     * @param persons whom each line is about by its My Number; changed to whom it is about
     * @param leads whether a line follows a mended link at all
     */
    static void follow(FactStore store, long[] persons, IntPredicate leads, Names names) {
        boolean more = store.hasRelinks();
        for (int step = 0; step < STEPS && more; step++) {
            List<FactName> called = IntStream.range(0, persons.length)
                    .mapToObj(line -> names.of(line, persons[line]))
                    .toList();
            Map<FactName, Long> given = store.relinked(called);
            more = false;
            for (int line = 0; line < persons.length; line++) {
                long person = given.getOrDefault(called.get(line), persons[line]);
                if (person != persons[line] && leads.test(line)) {
                    persons[line] = person;
                    more = true;
                }
            }
        }
    }
}
