package madoguchi.charge;

import java.time.LocalDate;
import java.util.List;

/** 決まりごと – the rows of {@code terms.csv}: what a charge rests on besides limits, and the words for it. */
public final class Terms {

    private static final List<Ruling> ALL = Ruling.read("terms.csv");

    private Terms() {}

    /** Every row, in force or not, in order. */
    public static List<Ruling> all() {
        return ALL;
    }

    /** The row in force on this day; throws {@link IllegalStateException} where there is none. */
    static Ruling get(String id, LocalDate day) {
        return ALL.stream()
                .filter(row -> row.id().equals(id) && row.holds(day))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no term " + id + " in force"));
    }

    /** The numbers of a row. */
    static List<Long> numbers(Ruling row) {
        return List.of(row.cell("values").split(" ", -1)).stream()
                .map(Long::valueOf)
                .toList();
    }
}
