package madoguchi.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import madoguchi.core.Period;

/** 区間 – the days cut at every day on which some row begins or ceases: within a segment, no rule changes. */
final class Segments {

    private final LocalDate[] starts;

    private Segments(LocalDate[] starts) {
        this.starts = starts;
    }

    static Segments of(List<Period> periods) {
        TreeSet<LocalDate> cuts = new TreeSet<>(List.of(Rule.OPEN_START));
        for (Period period : periods) {
            cuts.add(period.from());
            period.end().ifPresent(cuts::add);
        }
        return new Segments(cuts.toArray(LocalDate[]::new));
    }

    int count() {
        return starts.length;
    }

    /** Which segment the day lies in. */
    int at(LocalDate day) {
        int found = Arrays.binarySearch(starts, day);
        return found >= 0 ? found : -found - 2;
    }

    /** The days from the start of one segment to the end of another. */
    Period span(int first, int last) {
        return new Period(starts[first], last + 1 < starts.length ? Optional.of(starts[last + 1]) : Optional.empty());
    }

    List<Period> periods() {
        List<Period> periods = new ArrayList<>();
        for (int i = 0; i < starts.length; i++) {
            periods.add(span(i, i));
        }
        return periods;
    }
}
