package madoguchi.settle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import madoguchi.core.Period;
import madoguchi.core.Timeline;
import madoguchi.core.Timeline.Stay;

/** 受診日ごとの資格 – which coverage of a person holds on each visit day: the claimed one wherever it does, else the one that began last. */
final class ByDay {

    private static final Comparator<Stay> LATEST = Comparator.<Stay, LocalDate>comparing(
                    stay -> stay.coverage().issued().orElse(LocalDate.MIN))
            .thenComparing(stay -> stay.coverage().qualified().map(Period::from).orElse(LocalDate.MIN));

    private final List<Stay> own = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>(1);
    private int held;
    private int without;

    ByDay(Claimed claimed, Timeline person) {
        for (Stay stay : person.stays()) {
            if (Same.number(stay.coverage().id(), claimed.insured())) {
                own.add(stay);
            }
        }
        for (int left = claimed.days(); left != 0; left &= left - 1) {
            int bit = Integer.numberOfTrailingZeros(left);
            choose(claimed.day(bit), 1 << bit, person);
        }
    }

    private void choose(LocalDate day, int bit, Timeline person) {
        for (Stay stay : own) {
            if (stay.coverage().coversDay(day)) {
                add(stay, bit);
                held |= bit;
                return;
            }
        }
        person.stays().stream()
                .filter(stay -> stay.coverage().coversDay(day))
                .max(LATEST)
                .ifPresentOrElse(stay -> add(stay, bit), () -> without |= bit);
    }

    @SuppressWarnings(
            "ReferenceEquality") // The stays are those of one timeline; to compare them by value costs more than all
    // the rest.
    private void add(Stay stay, int bit) {
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            if (part.stay() == stay) {
                parts.set(i, new Part(stay, part.days() | bit));
                return;
            }
        }
        parts.add(new Part(stay, bit));
    }

    /** The coverages that the claim names, in force or not. */
    List<Stay> own() {
        return own;
    }

    /** The days on which the claimed coverage holds. */
    int held() {
        return held;
    }

    /** The days on which none holds. */
    int without() {
        return without;
    }

    /** The coverages that hold, in order of their first days. */
    List<Part> parts() {
        return List.copyOf(parts);
    }
}
