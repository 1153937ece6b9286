package madoguchi.stats;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * つまずきの報告 – the receptions of some days in the survey's categories, and what they cost. Every choice has the same base: all receptions of these days; one reception may stand in several.
 *
 * @param from first day
 * @param through last day
 * @param all every reception, also those at which nothing was difficult
 */
public record TroubleReport(LocalDate from, LocalDate through, List<Trouble> all) {

    private static final long SECONDS = 60;

    /** Copies the list. */
    public TroubleReport {
        all = List.copyOf(all);
    }

    /** Folds receptions. */
    public static TroubleReport of(LocalDate from, LocalDate through, List<Reception> receptions) {
        return new TroubleReport(
                from, through, receptions.stream().map(Trouble::of).toList());
    }

    /**
     * 一行 – some receptions and their minutes.
     *
     * @param receptions how many
     * @param waited together, of those that are settled
     * @param unsettled how many are not
     */
    public record Cost(long receptions, Duration waited, long unsettled) {

        /** Together, in minutes and tenths: {@code 12.5}. */
        public String minutes() {
            return tenths(waited);
        }

        /** On average of those settled, in minutes and tenths; a dash where there is none. */
        public String mean() {
            return receptions == unsettled ? "－" : tenths(waited.dividedBy(receptions - unsettled));
        }

        private static String tenths(Duration time) {
            long tenths = Math.round(time.toSeconds() * 10.0 / SECONDS);
            return tenths / 10 + "." + tenths % 10;
        }
    }

    /** What some receptions cost. */
    Cost cost(Predicate<Trouble> which) {
        List<Trouble> some = all.stream().filter(which).toList();
        return new Cost(
                some.size(),
                some.stream().flatMap(one -> one.waited().stream()).reduce(Duration.ZERO, Duration::plus),
                some.stream().filter(one -> one.waited().isEmpty()).count());
    }

    /** Question 6: what one choice cost; empty where nothing that happens at the desk tells it. */
    public Optional<Cost> difficulty(Difficulty difficulty) {
        return difficulty.isRecorded()
                ? Optional.of(cost(one -> one.difficulties().contains(difficulty)))
                : Optional.empty();
    }

    /** Question 8. */
    public Cost handling(Handling handling) {
        return cost(one -> one.handlings().contains(handling));
    }

    /** 何らかのトラブル – receptions with at least one choice of question 6. */
    public Cost troubled() {
        return cost(Trouble::isTrouble);
    }

    /** いちばん時間がかかったもの – the choices that took any time, the costliest first. */
    public List<Difficulty> costliest() {
        return Arrays.stream(Difficulty.values())
                .filter(one -> difficulty(one)
                        .filter(cost -> cost.waited().isPositive())
                        .isPresent())
                .sorted(Comparator.comparing(
                        (Difficulty one) -> difficulty(one).orElseThrow().waited(), Comparator.reverseOrder()))
                .toList();
    }

    /** What a means would have helped. */
    public Cost helped(Help help) {
        return cost(help::helps);
    }

    /** The receptions of one choice. */
    List<Trouble> of(Difficulty difficulty) {
        return all.stream()
                .filter(one -> one.difficulties().contains(difficulty))
                .toList();
    }
}
