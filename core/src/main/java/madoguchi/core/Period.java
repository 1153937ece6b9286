package madoguchi.core;

import java.time.LocalDate;
import java.util.Optional;

/**
 * 期間 – days from {@code from} (included) until {@code end} (the first day without; absent = open). Half-open inside, whatever the form said.
 *
 * @param from first day
 * @param end first day that is no longer in the period; never before {@code from} (an empty period, withdrawn on its first day, is legal)
 */
public record Period(LocalDate from, Optional<LocalDate> end) {

    /** Throws {@link IllegalArgumentException} when the end is before the start. */
    public Period {
        if (end.isPresent() && end.get().isBefore(from)) {
            throw new IllegalArgumentException("a period ends on or after its first day");
        }
    }

    /** 有効期限の習慣: {@code lastValidDay} still belongs to the period (inclusive). */
    public static Period through(LocalDate first, LocalDate lastValidDay) {
        return new Period(first, Optional.of(lastValidDay.plusDays(1)));
    }

    /** 喪失日の習慣: {@code firstDayWithout} no longer belongs to the period (exclusive). */
    public static Period until(LocalDate first, LocalDate firstDayWithout) {
        return new Period(first, Optional.of(firstDayWithout));
    }

    /** A period without a known end. */
    public static Period startingOn(LocalDate first) {
        return new Period(first, Optional.empty());
    }

    /** Whether the day lies in the period. */
    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && end.map(day::isBefore).orElse(true);
    }

    /** Whether the two periods share a day. */
    public boolean overlaps(Period that) {
        return that.end.map(from::isBefore).orElse(true)
                && end.map(that.from::isBefore).orElse(true);
    }

    /** The last day that belongs to the period; absent when open. Of an empty period this is the day before its first. */
    public Optional<LocalDate> lastDay() {
        return end.map(day -> day.minusDays(1));
    }
}
