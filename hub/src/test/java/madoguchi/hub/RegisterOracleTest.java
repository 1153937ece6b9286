package madoguchi.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import madoguchi.core.Answer;
import madoguchi.core.Inquiry;
import madoguchi.core.InsuredId;
import org.junit.jupiter.api.Test;

/**
 * 神託との照合 – the answers of the register and of the index in memory on random histories against a ledger kept by hand, day by day ({@code properties.md} P1, P2, P3). {@code -Dmadoguchi.histories=1000000} for
 * as many histories as the property asks for; seeded, so that a run is repeated by running it again.
 */
class RegisterOracleTest {

    private static final int HISTORIES = Integer.getInteger("madoguchi.histories", 10_000);

    /** Histories that share one index, of different people under different numbers. */
    private static final int SHELF = 2_000;

    private static final int INQUIRIES = 3;
    private static final int LONGEST = 7;
    private static final int DAYS = 30;
    private static final LocalDate FIRST = LocalDate.of(2026, 7, 1);
    private static final Instant START = Instant.parse("2026-07-01T00:00:00Z");

    /** What somebody sees of an answer: its name, and the first days of the coverages that came with it. */
    private record Seen(String outcome, List<LocalDate> coverages) {}

    /** 一件の届出 – a step of a history. The end is the first day without; {@code DAYS} and more means open. */
    private record Step(int person, int number, int first, int end, boolean withdrawn, boolean hidden) {

        String key() {
            return person + ":" + number + ":" + first;
        }

        boolean isAssistance() {
            return number == 3;
        }
    }

    private record Question(int number, boolean branch, int day, int known) {}

    @Test
    void everyAnswerToARandomHistoryIsTheOracles() {
        Random random = new Random(20261121);
        Map<String, Integer> outcomes = new LinkedHashMap<>();
        long start = System.nanoTime();
        for (int history = 0; history < HISTORIES; history++) {
            List<Step> steps = history(random);
            for (int i = 0; i < INQUIRIES; i++) {
                Question question = new Question(
                        steps.get(random.nextInt(steps.size())).number(),
                        random.nextBoolean(),
                        random.nextInt(DAYS),
                        1 + random.nextInt(steps.size()));
                Seen expected = oracle(steps, question);
                assertThat(register(steps, question))
                        .as("history %s: %s, asked %s", history, steps, question)
                        .isEqualTo(expected);
                outcomes.merge(expected.outcome(), 1, Integer::sum);
            }
        }
        told("register", start, outcomes);
    }

    @Test
    void theIndexSaysOfEveryHistoryWhatTheOracleSays() {
        Random random = new Random(1121);
        Map<String, Integer> outcomes = new LinkedHashMap<>();
        long start = System.nanoTime();
        for (int done = 0; done < HISTORIES; done += SHELF) {
            List<List<Step>> shelf = Stream.generate(() -> history(random))
                    .limit(Math.min(SHELF, HISTORIES - done))
                    .toList();
            FactIndex index = FactIndexTest.taken(mixed(shelf), random);
            for (int place = 0; place < shelf.size(); place++) {
                List<Step> steps = shelf.get(place);
                for (int i = 0; i < INQUIRIES; i++) {
                    Question question = new Question(
                            steps.get(random.nextInt(steps.size())).number(),
                            random.nextBoolean(),
                            random.nextInt(DAYS),
                            steps.size());
                    Seen expected = oracle(steps, question);
                    InsuredId asked = asked(question, place);
                    assertThat(seen(index.about(asked, Said.BIRTH), question, now(question, asked)))
                            .as("history %s: %s, asked %s", done + place, steps, question)
                            .isEqualTo(expected);
                    outcomes.merge(expected.outcome(), 1, Integer::sum);
                }
            }
        }
        told("index", start, outcomes);
    }

    /** The steps of all histories as facts: first everybody's first step, then everybody's second. */
    private static List<Fact> mixed(List<List<Step>> shelf) {
        List<Fact> facts = new ArrayList<>();
        for (int step = 0; step < LONGEST; step++) {
            for (int place = 0; place < shelf.size(); place++) {
                if (step < shelf.get(place).size()) {
                    facts.add(
                            Histories.named(fact(facts.size(), shelf.get(place).get(step), place)));
                }
            }
        }
        return facts;
    }

    /** The histories are worth their time only if no outcome is rare among them. */
    private static void told(String of, long start, Map<String, Integer> outcomes) {
        assertThat(outcomes)
                .containsOnlyKeys(
                        "Active", "ActiveUnregistered", "Inactive", "InactiveNewExists", "NotFound", "Ambiguous")
                .allSatisfy((outcome, times) -> assertThat(times).isGreaterThan(HISTORIES / 40));
        System.out.printf(
                "oracle of the %s: %,d histories, %,d questions, %.1f s, %s%n",
                of,
                HISTORIES,
                outcomes.values().stream().mapToInt(Integer::intValue).sum(),
                (System.nanoTime() - start) / 1e9,
                outcomes);
    }

    @Test
    void whatBecomesKnownLaterNeverChangesAnAnswerAsKnownBeforeUnlessItHides() {
        Random random = new Random(5);
        for (int history = 0; history < HISTORIES / 4; history++) {
            List<Step> steps = history(random).stream()
                    .map(step ->
                            new Step(step.person(), step.number(), step.first(), step.end(), step.withdrawn(), false))
                    .toList();
            int known = random.nextInt(steps.size() + 1);
            Question question = new Question(random.nextInt(4), true, random.nextInt(DAYS), known);

            assertThat(register(steps, question)).isEqualTo(register(steps.subList(0, known), question));
        }
    }

    @Test
    void onceALossIsKnownTheDaysFromItOnAreNeverActiveAgain() {
        Random random = new Random(3);
        for (int history = 0; history < HISTORIES / 100; history++) {
            List<Step> shortening = shortening(random);
            Set<Integer> before = IntStream.range(0, DAYS).boxed().collect(Collectors.toSet());
            for (int known = 1; known <= shortening.size(); known++) {
                Set<Integer> active = activeDays(shortening, known);
                assertThat(before).as("%s as known at %s", shortening, known).containsAll(active);
                before = active;
            }
        }
    }

    /** One coverage of which the insurer only ever says that it ended earlier than said before, or never was, among news about somebody else. */
    private static List<Step> shortening(Random random) {
        List<Step> steps = new ArrayList<>();
        int first = random.nextInt(5);
        int end = DAYS;
        while (steps.size() < 6) {
            steps.add(
                    random.nextInt(3) == 0
                            ? new Step(1, 2, random.nextInt(DAYS), DAYS, false, false)
                            : new Step(0, 0, first, end, random.nextInt(8) == 0 && end < DAYS / 2, false));
            end = Math.max(first, end - random.nextInt(8));
            if (steps.getLast().withdrawn()) {
                break;
            }
        }
        steps.addFirst(new Step(0, 0, first, DAYS, false, false));
        return steps;
    }

    private static Set<Integer> activeDays(List<Step> steps, int known) {
        return IntStream.range(0, DAYS)
                .filter(day -> register(steps, new Question(0, true, day, known))
                        .outcome()
                        .equals("Active"))
                .boxed()
                .collect(Collectors.toSet());
    }

    private static List<Step> history(Random random) {
        List<Step> steps = new ArrayList<>();
        int length = 1 + random.nextInt(LONGEST);
        while (steps.size() < length) {
            steps.add(
                    !steps.isEmpty() && random.nextInt(3) == 0
                            ? changed(steps.get(random.nextInt(steps.size())), random)
                            : fresh(random));
        }
        return steps;
    }

    private static Step fresh(Random random) {
        int person = random.nextInt(5) == 0 ? 1 : 0;
        int number = random.nextInt(3) == 0 ? 3 : random.nextInt(3);
        int first = random.nextInt(DAYS);
        int end = random.nextBoolean() ? DAYS : first + random.nextInt(DAYS - first);
        return new Step(number == 3 ? 0 : person, number, first, end, false, random.nextInt(40) == 0);
    }

    private static Step changed(Step step, Random random) {
        int end = step.first() + random.nextInt(DAYS + 1 - step.first());
        return new Step(
                step.person(), step.number(), step.first(), end, random.nextInt(3) == 0, random.nextInt(40) == 0);
    }

    // The register's side: steps as facts.

    private static Seen register(List<Step> steps, Question question) {
        List<Fact> facts = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            facts.add(fact(i, steps.get(i), 0));
        }
        Collections.shuffle(facts, new Random(question.day()));
        return seen(
                facts,
                question,
                now(question, asked(question, 0))
                        .asKnownAt(START.plusSeconds(question.known()).minusMillis(1)));
    }

    private static Inquiry now(Question question, InsuredId asked) {
        return Inquiry.byNumber(asked, Said.BIRTH, FIRST.plusDays(question.day()), true, Said.CLINIC);
    }

    private static Seen seen(List<Fact> facts, Question question, Inquiry inquiry) {
        Answer answer = Register.answer(
                        facts,
                        inquiry,
                        recipient -> List.of(Said.ticket("2026-07", Said.CLINIC.facility()))
                                .subList(0, tickets(question)))
                .answer();
        return new Seen(
                answer.getClass().getSimpleName(),
                answer.coverages().stream()
                        .map(coverage -> coverage.qualified().orElseThrow().from())
                        .toList());
    }

    private static int tickets(Question question) {
        return question.day() % 2;
    }

    private static Fact fact(int order, Step step, int place) {
        Said said = Said.said(order + 1)
                .recorded(START.plusSeconds(order).toString())
                .of(step.person() + 100L + 2L * place);
        said = step.isAssistance()
                ? said.assistance().under(welfare(place))
                : said.under(number(step.number(), step.person(), place));
        String first = FIRST.plusDays(step.first()).toString();
        said = step.end() >= DAYS
                ? said.from(first)
                : said.until(first, FIRST.plusDays(step.end()).toString());
        said = step.hidden() ? said.hidden() : said;
        return (step.withdrawn() ? said.takenBack() : said).fact();
    }

    /** Numbers 0 and 1 are families' (a branch for each person), number 2 has no branches; number 3 is assistance. */
    private static InsuredId number(int number, int person, int place) {
        return new InsuredId(
                Said.WARD.insurer(),
                Optional.of("S" + number),
                Integer.toString(100 + number + 10 * place),
                number == 2 ? Optional.empty() : Optional.of("0" + person));
    }

    private static InsuredId welfare(int place) {
        return new InsuredId(
                Said.WELFARE.insurer(), Optional.empty(), Integer.toString(1_234_567 + place), Optional.empty());
    }

    private static InsuredId asked(Question question, int place) {
        if (question.number() == 3) {
            return welfare(place);
        }
        InsuredId of = number(question.number(), 0, place);
        return question.branch() && question.number() != 2
                ? of
                : new InsuredId(of.insurer(), of.symbol(), of.number(), Optional.empty());
    }

    // The oracle's side: a ledger with a box for every day.

    private static final class Sheet {
        private final Step step;
        private final boolean[] covered = new boolean[DAYS];

        Sheet(Step step) {
            this.step = step;
            for (int day = step.first(); day < step.end() && day < DAYS; day++) {
                covered[day] = true;
            }
        }

        LocalDate start() {
            return FIRST.plusDays(step.first());
        }
    }

    private static Seen oracle(List<Step> steps, Question question) {
        Map<String, Sheet> ledger = ledger(steps.subList(0, question.known()));
        for (Sheet sheet : ledger(steps).values()) {
            if (sheet.step.hidden()) {
                ledger.values().removeIf(other -> other.step.person() == sheet.step.person());
            }
        }
        ledger.values().removeIf(sheet -> sheet.step.withdrawn());
        TreeSet<Integer> people = new TreeSet<>();
        for (Sheet sheet : ledger.values()) {
            if (fits(sheet.step, question)) {
                people.add(sheet.step.person());
            }
        }
        if (people.size() != 1) {
            return new Seen(people.isEmpty() ? "NotFound" : "Ambiguous", List.of());
        }
        ledger.values().removeIf(sheet -> sheet.step.person() != people.first());
        return ofOnePerson(new ArrayList<>(ledger.values()), question);
    }

    private static Seen ofOnePerson(List<Sheet> sheets, Question question) {
        Sheet holds = null;
        Sheet assistance = null;
        Sheet past = null;
        Sheet next = null;
        for (Sheet sheet : sheets) {
            boolean asked = fits(sheet.step, question);
            boolean covers = sheet.covered[question.day()];
            holds = asked && covers ? later(holds, sheet) : holds;
            assistance = sheet.step.isAssistance() && covers ? later(assistance, sheet) : assistance;
            past = asked && sheet.step.first() <= question.day() ? later(past, sheet) : past;
            next = asked && (next == null || sheet.step.first() < next.step.first()) ? sheet : next;
        }
        if (holds != null && holds.step.isAssistance()) {
            return new Seen(tickets(question) == 1 ? "Active" : "ActiveUnregistered", List.of(holds.start()));
        }
        if (holds != null) {
            return new Seen(
                    "Active", assistance == null ? List.of(holds.start()) : List.of(holds.start(), assistance.start()));
        }
        Sheet former = past != null ? past : java.util.Objects.requireNonNull(next);
        boolean newer = false;
        for (Sheet sheet : sheets) {
            newer |= !sheet.step.isAssistance()
                    && sheet.covered[question.day()]
                    && sheet.step.first() > former.step.first();
        }
        return new Seen(newer ? "InactiveNewExists" : "Inactive", List.of(former.start()));
    }

    private static Sheet later(@org.jspecify.annotations.Nullable Sheet a, Sheet b) {
        return a == null || b.step.first() > a.step.first() ? b : a;
    }

    private static Map<String, Sheet> ledger(List<Step> steps) {
        Map<String, Sheet> ledger = new LinkedHashMap<>();
        for (Step step : steps) {
            ledger.put(step.key(), new Sheet(step));
        }
        return ledger;
    }

    private static boolean fits(Step step, Question question) {
        return step.number() == question.number()
                && (step.person() == 0 || !question.branch() || step.number() == 2 || step.isAssistance());
    }
}
