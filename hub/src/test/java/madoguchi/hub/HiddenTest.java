package madoguchi.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import madoguchi.core.Answer;
import madoguchi.core.Inquiry;
import madoguchi.core.Reply;
import madoguchi.fixture.MovableClock;
import madoguchi.fixture.SmallServer;
import madoguchi.hub.Hiding.Group;
import madoguchi.json.CoreJson;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/*
 * What a facility could look at is compared over questions about hidden people and about nobody, mixed by chance: the bytes of the answers, the rows of the logs, the times.
 *
 * The comparison of times asserts no speed: however slow the machine, both kinds of question are asked in the same moments, block by block, in an order that chance draws within each block, so whatever slows
 * the machine slows both alike. Where the two do not differ, the labels within a block are exchangeable, and p < 10^-6 comes once in a million runs. That the comparison would see a difference is shown in the same run: beside them
 * stand questions about nobody that were made slower on purpose, and blocks are added until those are told apart beyond doubt. A machine that is too busy to tell those needs more blocks, it does not fail.
 */

/** 不開示の人は誰でもない番号と見分けられない – hidden people and nobody are the same to a facility ({@code properties.md} S6): answers, logs, times. {@link HiddenFigures} looks at the times more closely, by hand. */
class HiddenTest {

    private static final Hiding PEOPLE = new Hiding(24);
    private static final MovableClock CLOCK = new MovableClock(Instant.parse("2026-08-03T00:30:00.123456Z"));
    private static final Set<Group> ALIKE = Set.of(Group.BY_ROW, Group.BY_REGISTER, Group.NOBODY);

    /** Told apart; a p as small as this comes by chance once in a million runs. */
    private static final double APART = 1e-6;

    /** z of a p of 10<sup>-10</sup>: the control has been seen beyond doubt. */
    private static final double SEEN = 6.5;

    @TempDir
    static @Nullable Path folder;

    private static @Nullable HikariDataSource database;
    private static @Nullable RegisterIndex index;
    private static @Nullable RegisterHub memory;
    private static @Nullable RegisterHub disk;

    /** 試験用の起動 – the controller alone, asked by one clinic. */
    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class App {
        @Bean
        HubApi api() {
            return new HubApi(inquiry -> opened(memory).inquire(inquiry));
        }

        @Bean
        Filter certificate() {
            return (request, response, chain) ->
                    chain.doFilter(HubApiTest.App.known((HttpServletRequest) request), response);
        }
    }

    @BeforeAll
    static void open() {
        HikariDataSource fresh = Databases.fresh();
        PEOPLE.enter(fresh, CLOCK);
        RegisterIndex reading = new RegisterIndex(fresh, Optional.empty());
        while (!reading.isServing()) {
            Thread.onSpinWait();
        }
        Seal seal = Seal.usual(new SigningKey(new byte[32]), opened(folder).resolve("checkpoints"));
        database = fresh;
        index = reading;
        memory = new RegisterHub(fresh, Optional.of(reading), Optional.of(seal), CLOCK);
        disk = new RegisterHub(fresh, CLOCK);
    }

    @AfterAll
    static void close() {
        opened(memory).close();
        opened(disk).close();
        opened(index).close();
        opened(database).close();
    }

    // Answers and logs.

    /**
     * 返ってきたもの – an answer without what tells any two answers apart: its number in the log and its proof.
     *
     * @param length of the body without the digits of that number
     */
    private record Told(int status, Map<String, List<String>> headers, int length, String body) {}

    @Test
    void answersAndLogsAboutHiddenPeopleAreThoseAboutNobody() throws Exception {
        Map<Group, Set<Told>> told = new EnumMap<>(Group.class);
        Map<Long, Group> entries = new TreeMap<>();
        try (SmallServer server = SmallServer.start(App.class, Map.of())) {
            Random chance = new Random(1);
            for (int question = 0; question < 120; question++) {
                Group group = Hiding.group(chance.nextInt(1 << 20));
                Inquiry inquiry = Hiding.inquiry(PEOPLE.one(group, chance), question % 2 == 0);
                HttpResponse<String> response = server.post(
                        HubApi.PATH,
                        "application/json",
                        BodyPublishers.ofByteArray(CoreJson.mapper().writeValueAsBytes(past(inquiry, question))));
                Reply reply = CoreJson.mapper().readValue(response.body(), Reply.class);
                entries.put(reply.verification().orElseThrow(), group);
                told.computeIfAbsent(group, any -> new HashSet<>()).add(told(response, reply));
            }
        }

        assertThat(told.keySet()).containsAll(ALIKE).contains(Group.KNOWN);
        ALIKE.forEach(group -> assertThat(told.get(group)).as("%s", group).hasSize(1));
        assertThat(told.get(Group.BY_ROW)).isEqualTo(told.get(Group.NOBODY));
        assertThat(told.get(Group.BY_REGISTER)).isEqualTo(told.get(Group.NOBODY));
        assertThat(told.get(Group.KNOWN)).doesNotContainAnyElementsOf(told.get(Group.NOBODY));
        same(entries, listed());
        same(entries, counted());
        same(entries, kept());
    }

    /** Every sixth question is one about the state of knowledge of a minute ago, which is read in the database. */
    private static Inquiry past(Inquiry inquiry, int question) {
        return question % 12 < 2 ? inquiry.asKnownAt(CLOCK.instant()) : inquiry;
    }

    private static Told told(HttpResponse<String> response, Reply reply) {
        String number = Long.toString(reply.verification().orElseThrow());
        String proof = reply.proof().orElseThrow();
        Map<String, List<String>> headers = new TreeMap<>(response.headers().map());
        int length = response.body().getBytes(StandardCharsets.UTF_8).length;
        assertThat(headers.remove("content-length")).isIn(null, List.of(Integer.toString(length)));
        headers.remove("date");
        // The server closes a connection after so many requests, whatever they ask.
        headers.remove("connection");
        String body = response.body()
                .replace("\"verification\":" + number, "\"verification\":n")
                .replace(proof, "p".repeat(proof.length()));
        return new Told(response.statusCode(), headers, length - number.length(), body);
    }

    /** The rows of entries about nobody and about hidden people are, over each way of asking, one and the same. */
    private static void same(Map<Long, Group> entries, Map<Long, String> rows) {
        assertThat(rows.keySet()).containsAll(entries.keySet());
        Map<Group, Set<String>> said = entries.entrySet().stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getValue,
                        () -> new EnumMap<>(Group.class),
                        Collectors.mapping(entry -> rows.getOrDefault(entry.getKey(), ""), Collectors.toSet())));
        assertThat(said.get(Group.BY_ROW)).isEqualTo(said.get(Group.NOBODY));
        assertThat(said.get(Group.BY_REGISTER)).isEqualTo(said.get(Group.NOBODY));
        assertThat(said.get(Group.KNOWN)).doesNotContainAnyElementsOf(said.get(Group.NOBODY));
    }

    /** The ledger as it is shown. */
    private static Map<Long, String> listed() {
        return new LedgerStore(opened(database))
                .verifications(LedgerFilter.none(), 1_000_000).stream()
                        .collect(Collectors.toMap(
                                LoggedVerification::id, row -> row.toString().replace("id=" + row.id() + ",", "")));
    }

    /** What a facility's statistics are made of. */
    private static Map<Long, String> counted() {
        Map<Long, String> rows = new TreeMap<>();
        new UsageStore(opened(database))
                .each(
                        Instant.EPOCH,
                        Instant.parse("2100-01-01T00:00:00Z"),
                        Optional.of(Said.CLINIC.facility().digits()),
                        row -> rows.put(
                                row.entry(),
                                List.of(row.at(), row.kind(), row.phone(), row.active(), row.bulk(), row.person())
                                        .toString()));
        return rows;
    }

    /** The whole row, except its place in the chain and what was asked. */
    private static Map<Long, String> kept() {
        return JdbcClient.create(opened(database))
                .sql("""
                        select id, cast(to_jsonb(v) - array['id', 'previous', 'hash', 'asked_symbol', 'asked_number', 'asked_branch', 'asked_birth', 'asked_serial'] as text)
                          from hub.verification v
                        """)
                .query((row, place) -> Map.entry(row.getLong(1), row.getString(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    // Times.

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void fromMemoryTheTimesOfAnswersDoNotTellHiddenPeopleFromNobody(boolean card) {
        RegisterHub hub = opened(memory);
        Consumer<Random> nobody = chance -> ask(hub, Group.NOBODY, chance, card);
        Blocks blocks = new Blocks(
                List.of(
                        nobody,
                        chance -> ask(hub, Group.BY_ROW, chance, card),
                        chance -> ask(hub, Group.BY_REGISTER, chance, card),
                        chance -> {
                            later(Duration.ofNanos(150_000));
                            nobody.accept(chance);
                        }),
                1,
                card ? 2 : 1);
        compare("from memory by " + (card ? "card" : "number"), blocks, 500, 20_000);
    }

    /** Nobody is found no sooner than after {@link Even#INQUIRY}, in which what is read of hidden people disappears: many ask at once, because all of them wait. */
    @Test
    void fromTheDatabaseTheTimesOfAnswersDoNotTellHiddenPeopleFromNobody() {
        RegisterHub hub = opened(disk);
        Consumer<Random> nobody = chance -> ask(hub, Group.NOBODY, chance, chance.nextBoolean());
        Blocks blocks = new Blocks(
                List.of(
                        nobody,
                        chance -> ask(hub, Group.BY_ROW, chance, chance.nextBoolean()),
                        chance -> ask(hub, Group.BY_REGISTER, chance, chance.nextBoolean()),
                        chance -> {
                            later(Duration.ofMillis(1));
                            nobody.accept(chance);
                        }),
                8,
                3);
        compare("from the database", blocks, 200, 3_000);
        for (int kind = 0; kind < blocks.kinds(); kind++) {
            assertThat(Arrays.stream(blocks.times(kind)).min().orElseThrow())
                    .as("the shortest in nanoseconds")
                    .isGreaterThanOrEqualTo((double) Even.INQUIRY.toNanos());
        }
    }

    /**
     * Hidden people's times are like nobody's where even those of the controls are not.
     *
     * @param blocks of nobody, both kinds of hidden people, then the controls
     * @param least how many blocks are asked first, and again for as long as a control is not seen
     */
    private static void compare(String way, Blocks blocks, int least, int most) {
        blocks.warm(least / 4);
        do {
            blocks.ask(least);
        } while (!IntStream.range(3, blocks.kinds()).allMatch(control -> seen(blocks, control))
                && blocks.asked() < most);

        String figures = IntStream.range(0, blocks.kinds())
                .mapToObj(kind -> "%.0f µs (p %.1e)"
                        .formatted(median(blocks.times(kind)) / 1e3, Ranks.p(blocks.times(kind), blocks.times(0))))
                .collect(Collectors.joining(", "));
        System.out.printf("hidden or nobody, %s: %,d each: %s%n", way, blocks.asked(), figures);
        assertThat(IntStream.range(3, blocks.kinds()))
                .as("the comparison sees what is slower: %s", figures)
                .allMatch(control -> seen(blocks, control));
        assertThat(Ranks.p(blocks.times(1), blocks.times(0)))
                .as("hidden by a row: %s", figures)
                .isGreaterThan(APART);
        assertThat(Ranks.p(blocks.times(2), blocks.times(0)))
                .as("hidden by the register: %s", figures)
                .isGreaterThan(APART);
    }

    private static boolean seen(Blocks blocks, int control) {
        return Ranks.z(blocks.times(control), blocks.times(0)) > SEEN;
    }

    private static double median(double[] times) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static void ask(RegisterHub hub, Group group, Random chance, boolean card) {
        Reply reply = hub.inquire(Hiding.inquiry(PEOPLE.one(group, chance), card));
        if (!(reply.answer() instanceof Answer.NotFound)) {
            throw new AssertionError("somebody was shown, or nobody answered");
        }
    }

    private static void later(Duration wait) {
        long end = System.nanoTime() + wait.toNanos();
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }

    private static <T> T opened(@Nullable T part) {
        return java.util.Objects.requireNonNull(part);
    }
}
