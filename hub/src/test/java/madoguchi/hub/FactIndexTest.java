package madoguchi.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import madoguchi.core.Answer;
import madoguchi.core.Inquiry;
import madoguchi.core.InsuredId;
import org.junit.jupiter.api.Test;

class FactIndexTest {

    private static final Inquiry ABOUT_WARD = Said.asking(Said.WARD, "2026-08-03");

    @Test
    void everyAnswerToARandomHistoryIsThatOfAllItsFacts() {
        Random random = new Random(20261121);
        Map<String, Integer> outcomes = new TreeMap<>();
        for (int history = 0; history < 800; history++) {
            Histories histories = new Histories(random, 1 + random.nextInt(5), 1 + random.nextInt(6));
            List<Fact> facts = histories.facts(1 + random.nextInt(30));
            FactIndex index = taken(facts, random);
            for (int i = 0; i < 30; i++) {
                Inquiry question = histories.question();
                Finding expected = answer(facts, question);
                assertThat(answer(index, question))
                        .as("history %s, question %s", history, i)
                        .isEqualTo(expected);
                outcomes.merge(expected.answer().getClass().getSimpleName(), 1, Integer::sum);
            }
        }
        assertThat(outcomes)
                .containsOnlyKeys(
                        "Active", "ActiveUnregistered", "Inactive", "InactiveNewExists", "NotFound", "Ambiguous")
                .allSatisfy((outcome, times) -> assertThat(times).isGreaterThan(200));
    }

    @Test
    void manyPersonsAndManyChangesMakeTheTablesGrowAndEveryAnswerStaysRight() {
        Random random = new Random(9);
        Histories histories = new Histories(random, 40_000, 30_000);
        List<Fact> facts = histories.facts(120_000);
        FactIndex index = taken(facts, random);
        Map<String, List<Fact>> byNumber = new TreeMap<>();
        facts.forEach(fact -> byNumber.computeIfAbsent(fact.coverage().id().numberKey(), number -> new ArrayList<>())
                .add(fact));
        Map<Long, List<Fact>> byPerson = new TreeMap<>();
        facts.forEach(fact -> byPerson.computeIfAbsent(fact.person(), person -> new ArrayList<>())
                .add(fact));

        assertThat(index.slots().size()).isGreaterThan(60_000);
        for (int i = 0; i < 20_000; i++) {
            Inquiry question = histories.question();
            List<Fact> all =
                    byNumber
                            .getOrDefault(
                                    question.number().orElseThrow().insured().numberKey(), List.of())
                            .stream()
                            .map(Fact::person)
                            .distinct()
                            .flatMap(person -> byPerson.getOrDefault(person, List.of()).stream())
                            .toList();
            assertThat(answer(index, question)).isEqualTo(answer(all, question));
        }
    }

    @Test
    void theIndexTellsTheFactAsItWasRecorded() {
        Fact fact = Histories.named(Said.said(700_000_000_000L)
                .recorded("2026-08-03T00:30:00.123456Z")
                .fact());
        FactIndex index = new FactIndex();
        index.take(List.of(fact));

        Fact told = index.about(Said.WARD, Said.BIRTH).getFirst();

        assertThat(told.id()).isEqualTo(fact.id());
        assertThat(told.recordedAt()).isEqualTo(fact.recordedAt());
        assertThat(told.person()).isEqualTo(fact.person());
        assertThat(told.withdrawn()).isFalse();
        assertThat(told.suppressed()).isFalse();
        assertThat(fact.name()).startsWith(told.name());
        assertThat(told.coverage()).isEqualTo(fact.coverage());
    }

    @Test
    void aHiddenPersonStandsInNoSlotAndComesBackUnderEveryNumberWhenShownAgain() {
        FactIndex index = new FactIndex();
        index.take(named(Said.said(1), Said.said(2).under(Said.COMPANY)));
        int before = entries(index);
        index.take(named(Said.said(3).hidden()));

        assertThat(index.about(Said.WARD, Said.BIRTH)).isEmpty();
        assertThat(index.about(Said.COMPANY, Said.BIRTH)).isEmpty();
        assertThat(entries(index)).isZero();
        index.take(named(Said.said(4)));
        assertThat(index.about(Said.COMPANY, Said.BIRTH)).extracting(Fact::id).containsExactlyInAnyOrder(2L, 4L);
        assertThat(index.about(Said.WARD, Said.BIRTH)).extracting(Fact::id).containsExactlyInAnyOrder(2L, 4L);
        assertThat(entries(index)).isEqualTo(before).isEqualTo(2);
    }

    private static int entries(FactIndex index) {
        Slots slots = index.slots();
        return (int) IntStream.range(0, slots.size())
                .filter(slot ->
                        (slots.memory().getFirst().get(java.lang.foreign.ValueLayout.JAVA_BYTE, slot) & 0xFE) != 0)
                .count();
    }

    /** A person whose coverage is corrected all the time, in every field but its name, is found at any moment, once. */
    @Test
    void whoeverAsksWhileAPersonIsCorrectedGetsTheOldOrTheNewAnswerAndNeverBothOrNeither() throws Exception {
        FactIndex index = new FactIndex();
        index.take(named(Said.said(1), Said.said(2).of(2).under(Said.COMPANY)));
        whileAsked(
                index,
                ABOUT_WARD,
                answer -> assertThat(answer).isInstanceOf(Answer.Active.class),
                round -> named(
                        Said.said(round * 4L).until("2020-04-01", "2027-01-01"),
                        Said.said(round * 4L + 1).of(2).under(Said.COMPANY)));
    }

    /** In one file the coverage is withdrawn from one person and registered for the other, again and again. */
    @Test
    void whoeverAsksWhileANumberIsMovedToAnotherPersonNeverSeesBothOrNeither() throws Exception {
        FactIndex index = new FactIndex();
        index.take(named(Said.said(1).of(1), Said.said(2).of(2).takenBack()));
        whileAsked(
                index,
                ABOUT_WARD,
                answer -> assertThat(answer).isInstanceOf(Answer.Active.class),
                round -> round % 2 == 0
                        ? named(
                                Said.said(round * 4L).of(1),
                                Said.said(round * 4L + 1).of(2).takenBack())
                        : named(
                                Said.said(round * 4L).of(2),
                                Said.said(round * 4L + 1).of(1).takenBack()));
    }

    /** Two coverages of one person are replaced by two others in one file; nobody sees one old and one new. */
    @Test
    void whoeverAsksWhileTwoCoveragesChangeTogetherSeesBothOldOrBothNew() throws Exception {
        FactIndex index = new FactIndex();
        index.take(List.of(ended(1, Said.WARD, 2), ended(2, Said.COMPANY, 2)));
        AtomicBoolean done = new AtomicBoolean();
        try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
            List<Future<?>> readers = IntStream.range(0, 2)
                    .<Future<?>>mapToObj(n -> threads.submit(() -> {
                        while (!done.get()) {
                            List<Fact> facts = index.about(Said.WARD, Said.BIRTH);
                            assertThat(facts.stream()
                                            .map(fact -> fact.coverage().qualified())
                                            .distinct())
                                    .hasSize(1);
                            assertThat(facts).hasSize(2);
                        }
                    }))
                    .toList();
            for (int round = 2; round < 10_000; round++) {
                index.take(List.of(
                        ended(round * 2L, Said.WARD, 1 + round % 50),
                        ended(round * 2L + 1, Said.COMPANY, 1 + round % 50)));
            }
            done.set(true);
            for (Future<?> reader : readers) {
                reader.get();
            }
        }
    }

    private static Fact ended(long id, InsuredId number, int days) {
        return Histories.named(Said.said(id)
                .under(number)
                .until("2020-04-01", Said.day("2026-01-01").plusDays(days).toString())
                .fact());
    }

    private interface Change {
        List<Fact> of(int round);
    }

    private static void whileAsked(
            FactIndex index, Inquiry question, java.util.function.Consumer<Answer> expected, Change change)
            throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
            List<Future<Long>> readers = IntStream.range(0, 2)
                    .mapToObj(n -> threads.submit(() -> {
                        long asked = 0;
                        while (!done.get() || asked == 0) {
                            expected.accept(answer(index, question).answer());
                            asked++;
                        }
                        return asked;
                    }))
                    .toList();
            for (int round = 1; round < 10_000; round++) {
                index.take(change.of(round));
            }
            done.set(true);
            for (Future<Long> reader : readers) {
                assertThat(reader.get()).isPositive();
            }
        }
    }

    /** An index that took the facts in portions. */
    static FactIndex taken(List<Fact> facts, Random random) {
        FactIndex index = new FactIndex();
        int from = 0;
        while (from < facts.size()) {
            int until = Math.min(facts.size(), from + 1 + random.nextInt(1 + facts.size() / 4));
            index.take(facts.subList(from, until));
            from = until;
        }
        return index;
    }

    static List<Fact> named(Said... said) {
        return java.util.Arrays.stream(said)
                .map(Said::fact)
                .map(Histories::named)
                .toList();
    }

    static Finding answer(FactIndex index, Inquiry inquiry) {
        return answer(
                index.about(
                        inquiry.number().orElseThrow().insured(),
                        inquiry.number().orElseThrow().birth()),
                inquiry);
    }

    private static Finding answer(List<Fact> facts, Inquiry inquiry) {
        return Register.answer(facts, inquiry, recipient -> List.of());
    }
}
