package madoguchi.rulebook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import madoguchi.core.Period;
import madoguchi.core.Text;
import madoguchi.policy.Rule;
import madoguchi.policy.Table;

/**
 * 変わり目 – the days on which some row of a table begins or ceases, to step through one by one.
 *
 * @param all a day of every stretch in which nothing changes: its first day, or the last one of the stretch that has no first
 * @param current which of them the chosen day belongs to
 */
public record Stops(List<Stop> all, int current) {

    /**
     * 区間.
     *
     * @param day the day to open it by
     * @param label its days in words
     * @param brief its first day alone, for a row of links
     */
    public record Stop(LocalDate day, Text label, String brief) {

        private static Stop of(Period days, LocalDate chosen) {
            boolean open = days.from().equals(Rule.OPEN_START);
            LocalDate day = open ? days.lastDay().orElse(chosen) : days.from();
            return new Stop(
                    day,
                    Wording.days(days),
                    open ? "〜" + days.lastDay().map(LocalDate::toString).orElse("") : days.from() + "〜");
        }
    }

    /** Copies the list. */
    public Stops {
        all = List.copyOf(all);
    }

    static Stops of(Table table, LocalDate chosen) {
        List<Stop> all = new ArrayList<>();
        int current = 0;
        for (Period days : table.segments()) {
            if (days.contains(chosen)) {
                current = all.size();
            }
            all.add(Stop.of(days, chosen));
        }
        return new Stops(all, current);
    }

    /** The stretch the chosen day lies in. */
    public Stop now() {
        return all.get(current);
    }

    /** The one before. */
    public Optional<Stop> previous() {
        return current > 0 ? Optional.of(all.get(current - 1)) : Optional.empty();
    }

    /** The one after. */
    public Optional<Stop> next() {
        return current + 1 < all.size() ? Optional.of(all.get(current + 1)) : Optional.empty();
    }
}
