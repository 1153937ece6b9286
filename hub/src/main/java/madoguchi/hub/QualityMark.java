package madoguchi.hub;

import java.nio.LongBuffer;
import java.time.LocalDate;
import java.util.Optional;
import madoguchi.core.InsurerNumber;
import madoguchi.core.Period;

/**
 * 目印 – what one coverage leaves behind for a comparison between persons, in six numbers: nothing in it can be read without the key of the run.
 *
 * @param key those of one key are compared
 * @param person internal id
 * @param fact id
 * @param extra what the comparison needs: a digest of the address, or the part in the household
 * @param from first day, as days since 1970
 * @param end first day without, as days since 1970; {@link Integer#MAX_VALUE} for none
 * @param insurer 保険者
 * @param hidden 不開示
 */
record QualityMark(
        long key, long person, long fact, long extra, int from, int end, InsurerNumber insurer, boolean hidden) {

    /** How many numbers one mark takes. */
    static final int LONGS = 6;

    private static final long SHORT = 1_000_000;
    private static final long HIDDEN = 1L << 40;

    static QualityMark of(long key, Fact fact, long extra, boolean hidden) {
        Optional<Period> days = fact.coverage().qualified();
        return new QualityMark(
                key,
                fact.person(),
                fact.id(),
                extra,
                days.map(period -> (int) period.from().toEpochDay()).orElse(Integer.MIN_VALUE),
                days.flatMap(Period::end).map(end -> (int) end.toEpochDay()).orElse(Integer.MAX_VALUE),
                fact.coverage().id().insurer(),
                hidden);
    }

    void put(LongBuffer target) {
        target.put(key);
        target.put(person);
        target.put(fact);
        target.put(extra);
        target.put(((long) from << 32) | (end & 0xFFFF_FFFFL));
        target.put(Long.parseLong(insurer.digits()) | (hidden ? HIDDEN : 0));
    }

    /** The mark whose numbers begin at {@code at}. */
    static QualityMark read(long[] longs, int at) {
        long number = longs[at + 5] & (HIDDEN - 1);
        return new QualityMark(
                longs[at],
                longs[at + 1],
                longs[at + 2],
                longs[at + 3],
                (int) (longs[at + 4] >> 32),
                (int) longs[at + 4],
                new InsurerNumber((number < SHORT ? "%06d" : "%08d").formatted(number)),
                (longs[at + 5] & HIDDEN) != 0);
    }

    LocalDate firstDay() {
        return LocalDate.ofEpochDay(from);
    }

    LocalDate endDay() {
        return LocalDate.ofEpochDay(end);
    }

    boolean isOpen() {
        return end == Integer.MAX_VALUE;
    }
}
