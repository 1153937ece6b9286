package madoguchi.stats;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** 月の選択 – reads the month of an address, and offers months to choose. */
final class Months {

    private static final int OFFERED = 18;
    private static final int RECEIPT_MONTHS =
            Integer.parseInt(Csv.bundled("terms.csv").getFirst().get(1));

    private Months() {}

    /** The month asked for as {@code YYYY-MM}; the running one where nothing was; empty where it is no month. */
    static Optional<YearMonth> read(Optional<String> asked, LocalDate today) {
        try {
            return Optional.of(asked.map(YearMonth::parse).orElseGet(() -> YearMonth.from(today)));
        } catch (DateTimeException notOne) {
            return Optional.empty();
        }
    }

    /** The latest months, the running one first, and the one asked for. */
    static List<YearMonth> offered(YearMonth asked, LocalDate today) {
        List<YearMonth> latest = IntStream.range(0, OFFERED)
                .mapToObj(YearMonth.from(today)::minusMonths)
                .toList();
        return latest.contains(asked)
                ? latest
                : java.util.stream.Stream.concat(java.util.stream.Stream.of(asked), latest.stream())
                        .toList();
    }

    /** The first month in which the receipt base of a month of care is known (seed 001: two months later). */
    static YearMonth receiptsKnown(YearMonth care) {
        return care.plusMonths(RECEIPT_MONTHS);
    }
}
