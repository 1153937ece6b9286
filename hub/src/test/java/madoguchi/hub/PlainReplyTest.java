package madoguchi.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import madoguchi.core.Answer;
import madoguchi.core.CopaymentRate;
import madoguchi.core.Coverage;
import madoguchi.core.CoverageClass;
import madoguchi.core.Holder;
import madoguchi.core.InsuredId;
import madoguchi.core.InsurerNumber;
import madoguchi.core.LossReason;
import madoguchi.core.Period;
import madoguchi.core.PersonName;
import madoguchi.core.Relation;
import madoguchi.core.Reply;
import madoguchi.core.Sex;
import madoguchi.core.SubsidyAnswer;
import madoguchi.json.CoreJson;
import org.junit.jupiter.api.Test;

class PlainReplyTest {

    private static final Instant NOW = Instant.parse("2026-11-22T01:02:03.456789Z");

    private static final Optional<Period> FROM = Optional.of(Period.startingOn(LocalDate.of(2026, 4, 1)));

    private final Random random = new Random(20261122);

    @Test
    void everyUsualReplyIsWrittenAsTheMapperWritesIt() {
        for (int i = 0; i < 3_000; i++) {
            List<Coverage> coverages =
                    Stream.generate(this::usual).limit(1 + random.nextInt(2)).toList();
            assertThat(same(reply(new Answer.Active(coverages), NOW))).isTrue();
        }
        assertThat(same(reply(new Answer.NotFound(), NOW))).isTrue();
    }

    @Test
    void aReplyWithAnythingRarerIsNeverWrittenOtherwiseThanByTheMapper() {
        RandomCoverage odd = new RandomCoverage(random);
        int left = 0;
        for (int i = 0; i < 3_000; i++) {
            Reply reply = reply(new Answer.Active(List.of(odd.next())), NOW);
            left += same(reply) ? 0 : 1;
        }
        assertThat(left).as("left to the mapper").isPositive();
        Reply usual = reply(new Answer.NotFound(), NOW);
        assertThat(PlainReply.write(usual.withSubsidies(new SubsidyAnswer.Nothing(SubsidyAnswer.Absence.NONE))))
                .isEmpty();
        assertThat(PlainReply.write(reply(new Answer.Inactive(Optional.empty()), NOW)))
                .isEmpty();
        assertThat(PlainReply.write(reply(new Answer.Ambiguous(), NOW))).isEmpty();
    }

    @Test
    void noCharacterIsWrittenOtherwiseThanByTheMapper() {
        int plain = 0;
        for (int c = 0; c <= Character.MAX_VALUE; c++) {
            Coverage named = usual("A" + (char) c, FROM);
            plain += same(reply(new Answer.Active(List.of(named)), NOW)) ? 1 : 0;
        }
        int escaped = ' ' + 2;
        int surrogates = Character.MAX_SURROGATE - Character.MIN_SURROGATE + 1;
        assertThat(plain).isEqualTo(Character.MAX_VALUE + 1 - escaped - surrogates);
        assertThat(same(reply(new Answer.Active(List.of(usual("𠮷野", FROM))), NOW)))
                .isFalse();
    }

    @Test
    void everyInstantAndEveryDayIsWrittenAsTheMapperWritesIt() {
        List<String> instants = List.of(
                "2026-11-22T00:00:00Z",
                "2026-11-22T23:59:59.1Z",
                "2026-11-22T10:00:00.012Z",
                "2026-11-22T10:00:00.000001Z",
                "2026-11-22T10:00:00.123456789Z",
                "1969-12-31T23:59:59.999Z",
                "0000-01-01T00:00:00Z");
        instants.forEach(text -> assertThat(same(reply(new Answer.NotFound(), Instant.parse(text))))
                .as(text)
                .isTrue());
        assertThat(same(reply(new Answer.NotFound(), Instant.parse("+12026-11-22T00:00:00Z"))))
                .isFalse();
        IntStream.of(-719_528, -1, 0, 1, 20_000, 2_932_896)
                .mapToObj(LocalDate::ofEpochDay)
                .forEach(day -> {
                    assertThat(same(reply(
                                    new Answer.Active(List.of(usual("架空", Optional.of(Period.startingOn(day))))), NOW)))
                            .isTrue();
                });
        assertThat(same(reply(
                        new Answer.Active(
                                List.of(usual("架空", Optional.of(Period.startingOn(LocalDate.of(10_000, 1, 1)))))),
                        NOW)))
                .isFalse();
    }

    /** Whether it was written plainly, and then as the mapper writes it. */
    private static boolean same(Reply reply) {
        Optional<byte[]> plain = PlainReply.write(reply);
        plain.ifPresent(bytes -> assertThat(bytes).isEqualTo(mapped(reply)));
        return plain.isPresent();
    }

    private static byte[] mapped(Reply reply) {
        return CoreJson.mapper().writeValueAsBytes(reply);
    }

    private Reply reply(Answer answer, Instant at) {
        return new Reply(
                answer,
                at,
                random.nextBoolean() ? Optional.of(random.nextLong(Long.MAX_VALUE)) : Optional.of(0L),
                random.nextBoolean() ? Optional.of("P1.ab_-c") : Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    private Coverage usual() {
        LocalDate first = day();
        return usual(
                "架空健康保険組合",
                maybe(random.nextBoolean() ? Period.startingOn(first) : Period.until(first, first.plusDays(9))));
    }

    private Coverage usual(String insurerName, Optional<Period> qualified) {
        return new Coverage(
                new InsuredId(
                        new InsurerNumber("06132013"),
                        maybe(random.nextBoolean() ? "12-34" : "記号・千代田"),
                        Integer.toString(random.nextInt(1, 9_999_999)),
                        maybe("07")),
                any(CoverageClass.values()),
                maybe(any(Relation.values())),
                maybe("架空　太郎"),
                new Holder(
                        new PersonName("﨑葛　●子", maybe("ｶｸｳ ﾀﾛｳ"), maybe("NGUYEN VAN A"), maybe("café")),
                        any(Sex.values()),
                        maybe(any(Sex.values())),
                        day(),
                        maybe("東京都架空区測定町１２－３".repeat(random.nextInt(1, 60))),
                        maybe("100-0001")),
                insurerName,
                qualified,
                maybe(day()),
                maybe(Period.startingOn(day())),
                maybe(any(LossReason.values())),
                maybe(new CopaymentRate(10 * random.nextInt(4))),
                random.nextBoolean(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of());
    }

    private LocalDate day() {
        return LocalDate.of(1900, 1, 1).plusDays(random.nextInt(60_000));
    }

    private <T> Optional<T> maybe(T value) {
        return random.nextBoolean() ? Optional.of(value) : Optional.empty();
    }

    private <T> T any(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
