package madoguchi.stats;

import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import madoguchi.core.Text;

/**
 * 返戻の報告 – what became of the claims of some months, by month and by reason. A pure fold of what {@link Returns} tells.
 *
 * @param months 請求年月 looked at, the earliest first
 * @param figures those of these months, {@link ReturnFigure.Fate#RETURNED} first, then the most first
 */
public record ReturnReport(List<YearMonth> months, List<ReturnFigure> figures) {

    private static final Comparator<ReturnFigure> ORDER = Comparator.comparing(ReturnFigure::fate)
            .thenComparing(ReturnFigure::receipts, Comparator.reverseOrder())
            .thenComparing(ReturnFigure::rule)
            .thenComparing(ReturnFigure::claimed);

    /** Copies the lists and puts the figures in order. */
    public ReturnReport {
        months = List.copyOf(months);
        figures = figures.stream().sorted(ORDER).toList();
    }

    /** The report of so many claim months, {@code last} included. */
    static ReturnReport of(Returns returns, YearMonth last, int months) {
        YearMonth first = last.minusMonths(months - 1L);
        return new ReturnReport(
                IntStream.range(0, months).mapToObj(first::plusMonths).toList(), returns.between(first, last));
    }

    /** Receipts of a month with that fate. */
    public long receipts(YearMonth month, ReturnFigure.Fate fate) {
        return sum(figure -> figure.claimed().equals(month) && figure.fate() == fate);
    }

    /** 返戻 of all months looked at. */
    public long returned() {
        return sum(figure -> figure.fate() == ReturnFigure.Fate.RETURNED);
    }

    private long sum(Predicate<ReturnFigure> which) {
        return figures.stream().filter(which).mapToLong(ReturnFigure::receipts).sum();
    }

    /** 返戻率 of a month: returned of all; its whole is 0 where unchanged receipts are not told, for a rate of the rest would be none. */
    public Rate rate(YearMonth month) {
        return receipts(month, ReturnFigure.Fate.UNCHANGED) == 0
                ? new Rate(0, 0)
                : new Rate(
                        receipts(month, ReturnFigure.Fate.RETURNED),
                        Stream.of(ReturnFigure.Fate.values())
                                .mapToLong(fate -> receipts(month, fate))
                                .sum());
    }

    /** Whether the whole is told in any month. */
    public boolean hasRates() {
        return figures.stream().anyMatch(figure -> figure.fate() == ReturnFigure.Fate.UNCHANGED);
    }

    /** The latest month of which anything is told; the last one where nothing is. */
    YearMonth latest() {
        return months.reversed().stream()
                .filter(month -> !of(month).isEmpty())
                .findFirst()
                .orElseGet(months::getLast);
    }

    /** 理由ごと – the figures of one month. */
    public List<ReturnFigure> of(YearMonth month) {
        return figures.stream().filter(figure -> figure.claimed().equals(month)).toList();
    }

    /** 返戻の多い理由 – over all months: how many came back by each rule's own words, the most first. */
    public List<Reason> reasons() {
        Map<String, Reason> sums = new TreeMap<>();
        figures.stream()
                .filter(figure -> figure.fate() == ReturnFigure.Fate.RETURNED)
                .map(figure -> new Reason(figure.rule(), figure.reason(), figure.receipts()))
                .forEach(one -> sums.merge(one.rule(), one, Reason::plus));
        return ordered(sums.values());
    }

    private static List<Reason> ordered(Collection<Reason> reasons) {
        return reasons.stream()
                .sorted(Comparator.comparing(Reason::receipts, Comparator.reverseOrder())
                        .thenComparing(Reason::rule))
                .toList();
    }

    /**
     * 理由.
     *
     * @param rule id of the rule
     * @param sentence its words
     * @param receipts how many came back by it
     */
    public record Reason(String rule, Text sentence, long receipts) {
        Reason plus(Reason that) {
            return new Reason(rule, sentence, receipts + that.receipts);
        }
    }
}
