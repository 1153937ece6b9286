package madoguchi.hub;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import madoguchi.core.Inquiry;

/**
 * 不開示の見分け – whether the time of an answer tells a hidden person from nobody ({@code properties.md} S6). Started by hand ({@code main}, with the number of questions of each kind, and {@code memory} to leave out the slow ones from the database): it asks a hub on a real
 * database about hidden people, about nobody and about known people, one after the other in random order, and compares the times by the test of Mann and Whitney. A value of p above 0.01 means: not told apart.
 * Known people are the control: where even they are not told from nobody, the question was too coarse. {@code HiddenTest} compares the same in every run, more coarsely.
 */
final class HiddenFigures {

    private static final Hiding PEOPLE = new Hiding(300);
    private static final String[] GROUPS = {"hidden by a row", "hidden by the register", "nobody", "known"};
    private static final int NOBODY = 2;

    private HiddenFigures() {}

    /** Prints a line for each way of asking and each group. */
    public static void main(String[] arguments) throws InterruptedException {
        int questions = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5_000;
        try (HikariDataSource database = Databases.fresh()) {
            PEOPLE.enter(database, Clock.systemUTC());
            try (RegisterIndex index = new RegisterIndex(database, Optional.empty());
                    RegisterHub memory =
                            new RegisterHub(database, Optional.of(index), Optional.empty(), Clock.systemUTC());
                    RegisterHub disk = new RegisterHub(database, Clock.systemUTC())) {
                while (!index.isServing()) {
                    Thread.sleep(10);
                }
                for (boolean card : List.of(false, true)) {
                    String by = card ? "card" : "number";
                    compare("by " + by + " from memory", memory, card, questions);
                    if (arguments.length < 2) {
                        compare("by " + by + " from the database", disk, card, questions);
                    }
                }
            }
        }
        System.exit(0); // The server of the tests has its own threads.
    }

    private static void compare(String way, RegisterHub hub, boolean card, int questions) {
        Random random = new Random(20261121);
        List<Integer> order = new ArrayList<>();
        IntStream.range(0, questions).forEach(i -> order.addAll(List.of(0, 1, 2, 3)));
        Collections.shuffle(order, random);
        order.subList(0, order.size() / 4).forEach(group -> hub.inquire(Hiding.inquiry(group, card)));
        double[][] times = new double[GROUPS.length][questions];
        int[] asked = new int[GROUPS.length];
        String[] answers = new String[GROUPS.length];
        for (int group : order) {
            Inquiry inquiry = Hiding.inquiry(PEOPLE.one(Hiding.group(group), random), card);
            long start = System.nanoTime();
            var reply = hub.inquire(inquiry);
            times[group][asked[group]++] = (System.nanoTime() - start) / 1e3;
            answers[group] = reply.answer().getClass().getSimpleName();
        }
        for (int group = 0; group < GROUPS.length; group++) {
            double[] sorted = times[group].clone();
            Arrays.sort(sorted);
            System.out.printf(
                    "%-28s %-22s %-9s n=%,d  median %7.1f µs  p90 %7.1f µs%s%n",
                    way,
                    GROUPS[group],
                    answers[group],
                    questions,
                    sorted[questions / 2],
                    sorted[questions * 9 / 10],
                    group == NOBODY ? "" : "  against nobody p = %.4f".formatted(Ranks.p(times[group], times[NOBODY])));
        }
    }
}
