package madoguchi.core;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;

/**
 * 読取結果 – what became of a piece of text: a value, or every fault found in it.
 *
 * @param <T> the value read
 */
public sealed interface Parsed<T> {

    /** The text was understood. */
    record Value<T>(T value) implements Parsed<T> {}

    /** The text was not understood; {@code problems} is never empty and names every fault, not the first. */
    record Faults<T>(List<Problem> problems) implements Parsed<T> {
        /** Copies the list; refuses an empty one. */
        public Faults {
            problems = List.copyOf(problems);
            if (problems.isEmpty()) {
                throw new IllegalArgumentException("faults without a problem");
            }
        }
    }

    /** A value that was understood. */
    static <T> Parsed<T> of(T value) {
        return new Value<>(value);
    }

    /** A single fault. */
    static <T> Parsed<T> fault(String place, String ja, String en) {
        return new Faults<>(List.of(Problem.at(place, ja, en)));
    }

    /** The faults, or an empty list where there is a value. */
    default List<Problem> problems() {
        return switch (this) {
            case Value<T>(var value) -> List.of();
            case Faults<T>(var problems) -> problems;
        };
    }

    /** Applies {@code change} to the value; faults stay as they are. */
    default <R> Parsed<R> map(Function<? super T, ? extends R> change) {
        return switch (this) {
            case Value<T>(var value) -> new Value<>(change.apply(value));
            case Faults<T>(var problems) -> new Faults<>(problems);
        };
    }

    /** Applies a second reading to the value; faults stay as they are. */
    default <R> Parsed<R> then(Function<? super T, Parsed<R>> next) {
        return switch (this) {
            case Value<T>(var value) -> next.apply(value);
            case Faults<T>(var problems) -> new Faults<>(problems);
        };
    }

    /**
     * The value.
     *
     * @throws NoSuchElementException with all reasons when there are faults: for fixtures and for text that was checked before
     */
    default T orElseThrow() {
        return switch (this) {
            case Value<T>(var value) -> value;
            case Faults<T>(var problems) -> throw new NoSuchElementException(problems.toString());
        };
    }

    /** All problems of several readings, in order. */
    static List<Problem> problems(Parsed<?>... readings) {
        List<Problem> all = new ArrayList<>();
        for (Parsed<?> reading : readings) {
            all.addAll(reading.problems());
        }
        return all;
    }
}
