package madoguchi.hub;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import javax.crypto.spec.SecretKeySpec;
import madoguchi.core.CardSerial;
import madoguchi.core.Inquiry;
import madoguchi.core.TokenKind;

/**
 * 不開示の見分け – whether the time of an answer tells a hidden person from nobody ({@code properties.md} S6). Started by hand ({@code main}, with the number of questions of each kind, and {@code memory} to leave out the slow ones from the database): it asks a hub on a real
 * database about hidden people, about nobody and about known people, one after the other in random order, and compares the times by the test of Mann and Whitney. A value of p above 0.01 means: not told apart.
 * Known people are the control: where even they are not told from nobody, the question was too coarse.
 */
final class HiddenFigures {

    private static final LocalDate DAY = LocalDate.of(2026, 8, 3);
    private static final int PEOPLE = 300;
    private static final String[] GROUPS = {"hidden by a row", "hidden by the register", "nobody", "known"};
    private static final int NOBODY = 2;

    private HiddenFigures() {}

    /** Prints a line for each way of asking and each group. */
    public static void main(String[] arguments) throws InterruptedException {
        int questions = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5_000;
        try (HikariDataSource database = Databases.fresh()) {
            people(database);
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

    /** Everybody has a card and is enrolled; the second group is hidden afterwards, by its register. */
    private static void people(HikariDataSource database) {
        List<java.util.Map<String, String>> lines = IntStream.range(0, 4 * PEOPLE)
                .filter(person -> person % 4 != NOBODY)
                .mapToObj(person -> FileOf.line(person))
                .toList();
        Registrations files =
                new Registrations(database, new SecretKeySpec(new byte[32], "HmacSHA256"), Clock.systemUTC());
        files.take(Source.of("people.csv", FileOf.lines(lines).utf8()), rows -> {});
        Registers registers = new Registers(database, Optional.empty(), Clock.systemUTC());
        for (int person = 0; person < 4 * PEOPLE; person++) {
            if (person % 4 != NOBODY) {
                registers.linkCard(number(person), serial(person), TokenKind.CARD, DAY.minusYears(1), "figures");
                registers.enrol(number(person), DAY.minusYears(1), "figures");
            }
            if (person % 4 == 1) {
                registers.suppress(number(person), "figures");
            }
        }
        List<java.util.Map<String, String>> hidden = IntStream.range(0, PEOPLE)
                .mapToObj(person -> FileOf.line(4 * person, "不開示", "1"))
                .toList();
        files.take(Source.of("hidden.csv", FileOf.lines(hidden).utf8()), rows -> {});
    }

    private static madoguchi.core.Subject.ByNumber number(int person) {
        return new madoguchi.core.Subject.ByNumber(
                Said.id("138016", "12-34", Integer.toString(500_000 + person), "02"), Said.BIRTH);
    }

    private static CardSerial serial(int person) {
        return new CardSerial("SIM-1", "%04X".formatted(0x2000 + person));
    }

    private static Inquiry inquiry(int person, boolean card) {
        return card
                ? Inquiry.byCard(serial(person), DAY, Said.CLINIC)
                : Inquiry.byNumber(number(person).insured(), Said.BIRTH, DAY, true, Said.CLINIC);
    }

    private static void compare(String way, RegisterHub hub, boolean card, int questions) {
        Random random = new Random(20261121);
        List<Integer> order = new ArrayList<>();
        IntStream.range(0, questions).forEach(i -> order.addAll(List.of(0, 1, 2, 3)));
        Collections.shuffle(order, random);
        order.subList(0, order.size() / 4).forEach(group -> hub.inquire(inquiry(group, card)));
        double[][] times = new double[GROUPS.length][questions];
        int[] asked = new int[GROUPS.length];
        String[] answers = new String[GROUPS.length];
        for (int group : order) {
            Inquiry inquiry = inquiry(4 * random.nextInt(PEOPLE) + group, card);
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
                    group == NOBODY ? "" : "  against nobody p = %.4f".formatted(p(times[group], times[NOBODY])));
        }
    }

    /** The two-sided p of Mann and Whitney's U in its normal approximation; ties among nanoseconds are rare and share their ranks. */
    static double p(double[] one, double[] other) {
        double[] sorted = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, sorted, one.length, other.length);
        Arrays.sort(sorted);
        double ranks = 0;
        for (double value : one) {
            ranks += (first(sorted, value, false) + first(sorted, value, true) + 1) / 2.0;
        }
        double n = one.length;
        double m = other.length;
        double u = ranks - n * (n + 1) / 2;
        double z = (u - n * m / 2) / Math.sqrt(n * m * (n + m + 1) / 12);
        return 2 * (1 - normal(Math.abs(z)));
    }

    /** How many values are smaller, or not larger. */
    private static int first(double[] sorted, double value, boolean behind) {
        int from = 0;
        int to = sorted.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (sorted[middle] < value || (behind && sorted[middle] == value)) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    /** The normal distribution (Abramowitz and Stegun 26.2.17, error below 10^-7). */
    private static double normal(double z) {
        double t = 1 / (1 + 0.2316419 * z);
        double tail = t * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        return 1 - Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI) * tail;
    }
}
