package madoguchi.hub;

import com.zaxxer.hikari.HikariDataSource;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import javax.crypto.spec.SecretKeySpec;
import madoguchi.core.CertificateStanding;
import madoguchi.core.Challenged;
import madoguchi.core.Octets;
import madoguchi.core.SelfEntry;
import madoguchi.core.Subject;
import madoguchi.core.TokenKind;
import madoguchi.fixture.MovableClock;
import madoguchi.jpki.RevocationStatus;
import madoguchi.jpki.SimulatedAuthority;
import madoguchi.jpki.Trust;

/**
 * ログインでの不開示の見分け – whether the time of a log-in to the portal tells a hidden person's card from one that leads to nobody ({@code properties.md} S6). Started by hand ({@code main}, with the number of log-ins of
 * each kind): genuine cards of hidden people, of nobody and of known people log in one after the other in random order; the times are compared as in {@link HiddenFigures}, from the signed nonce to the answer. Known
 * people are told in any case who they are: they are the control.
 */
final class HiddenLogInFigures {

    private static final Instant START = Instant.parse("2026-08-03T01:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 8, 3);
    private static final int PEOPLE = 40;
    private static final Duration STEP = Duration.ofMillis(500);
    private static final String[] GROUPS = {"hidden by a row", "hidden by the register", "nobody", "known"};
    private static final int NOBODY = 2;

    private HiddenLogInFigures() {}

    /** Prints a line for each group. */
    public static void main(String[] arguments) throws Exception {
        int logIns = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 2_000;
        MovableClock clock = new MovableClock(START);
        try (HikariDataSource database = Databases.fresh()) {
            SimulatedAuthority authority =
                    SimulatedAuthority.open(Files.createTempDirectory("figures"), URI.create("http://localhost/ocsp"));
            List<TestCard> cards = cards(database, authority, clock);
            SelfAuthentication door = new SelfAuthentication(
                    database,
                    new Registers(database, Optional.empty(), clock),
                    new Trust(Trust.Accept.SIMULATION, authority.roots()),
                    (certificate, now) -> new RevocationStatus.Good(),
                    (token, end, today) -> Optional.of(new CertificateStanding.Current()),
                    CardTerms.bundled(),
                    clock);
            compare(door, cards, clock, logIns);
        }
        System.exit(0); // The server of the tests has its own threads.
    }

    /** Every fourth card leads nowhere; the groups before and behind it are hidden in the two ways, or known. */
    private static List<TestCard> cards(HikariDataSource database, SimulatedAuthority authority, MovableClock clock) {
        List<Map<String, String>> people = IntStream.range(0, 4 * PEOPLE)
                .mapToObj(person -> FileOf.line(person))
                .toList();
        Registrations files = new Registrations(database, new SecretKeySpec(new byte[32], "HmacSHA256"), clock);
        files.take(Source.of("people.csv", FileOf.lines(people).utf8()), rows -> {});
        Registers registers = new Registers(database, Optional.empty(), clock);
        List<TestCard> cards = new ArrayList<>();
        for (int person = 0; person < 4 * PEOPLE; person++) {
            TestCard card = TestCard.issue(authority, TokenKind.CARD, DAY.minusYears(1), DAY.plusYears(3));
            cards.add(card);
            Subject.ByNumber number = new Subject.ByNumber(
                    Said.id("138016", "12-34", Integer.toString(500_000 + person), "02"), Said.BIRTH);
            if (person % 4 != NOBODY) {
                registers.linkCard(number, card.serial(), TokenKind.CARD, DAY.minusYears(1), "figures");
            }
            if (person % 4 == 1) {
                registers.suppress(number, "figures");
            }
        }
        List<Map<String, String>> hidden = IntStream.range(0, PEOPLE)
                .mapToObj(person -> FileOf.line(4 * person, "不開示", "1"))
                .toList();
        files.take(Source.of("hidden.csv", FileOf.lines(hidden).utf8()), rows -> {});
        return cards;
    }

    private static void compare(SelfAuthentication door, List<TestCard> cards, MovableClock clock, int logIns)
            throws Exception {
        Random random = new Random(20261121);
        List<Integer> order = new ArrayList<>();
        IntStream.range(0, logIns).forEach(i -> order.addAll(List.of(0, 1, 2, 3)));
        Collections.shuffle(order, random);
        double[][] times = new double[GROUPS.length][logIns];
        int[] asked = new int[GROUPS.length];
        boolean[] named = new boolean[GROUPS.length];
        for (int group : order.subList(0, order.size() / 4)) {
            entered(door, cards.get(4 * random.nextInt(PEOPLE) + group), clock);
        }
        for (int group : order) {
            SelfEntry.Presented presented = presented(door, cards.get(4 * random.nextInt(PEOPLE) + group), clock);
            long start = System.nanoTime();
            SelfEntry.Entered entered = door.enter(presented);
            times[group][asked[group]++] = (System.nanoTime() - start) / 1e3;
            named[group] = ((SelfEntry.Entered.Admitted) entered).person().isPresent();
        }
        for (int group = 0; group < GROUPS.length; group++) {
            double[] sorted = times[group].clone();
            Arrays.sort(sorted);
            System.out.printf(
                    "%-22s %-8s n=%,d  median %8.1f µs  p90 %8.1f µs%s%n",
                    GROUPS[group],
                    named[group] ? "shown" : "nobody",
                    logIns,
                    sorted[logIns / 2],
                    sorted[logIns * 9 / 10],
                    group == NOBODY ? "" : "  against nobody p = %.4f".formatted(Ranks.p(times[group], times[NOBODY])));
        }
    }

    private static void entered(SelfAuthentication door, TestCard card, MovableClock clock) throws Exception {
        door.enter(presented(door, card, clock));
    }

    /* Time goes on, so that used nonces are forgotten. */
    private static SelfEntry.Presented presented(SelfAuthentication door, TestCard card, MovableClock clock)
            throws Exception {
        clock.advance(STEP);
        Challenged.Issued nonce = (Challenged.Issued) door.challenge();
        return new SelfEntry.Presented(
                nonce.name(),
                Octets.of(card.certificate().getEncoded()),
                card.sign(nonce.nonce().bytes()),
                card.token());
    }
}
