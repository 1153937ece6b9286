package madoguchi.rulebook;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import madoguchi.core.Text;
import madoguchi.policy.Table;

/**
 * 表の頁 – one table on one day.
 *
 * @param name of the table
 * @param title of the table
 * @param question what it answers
 * @param filter what is wanted
 * @param day the day shown, in words
 * @param stops where it changes
 * @param rows what is wanted of it
 * @param inForce how many rows are in force on the day
 * @param all how many rows there are
 * @param changes what differs from the day to compare with
 * @param printed the foot of the page on paper: day of printing, and which rules
 */
public record TableView(
        String name,
        Text title,
        Text question,
        Filter filter,
        Text day,
        Stops stops,
        List<RowView> rows,
        long inForce,
        int all,
        Optional<Comparison> changes,
        Text printed) {

    /** Copies the list. */
    public TableView {
        rows = List.copyOf(rows);
    }

    static TableView of(Table table, Filter filter, Text printed) {
        Search search = new Search(filter.words());
        return new TableView(
                table.name(),
                table.title(),
                table.question(),
                filter,
                Wording.bothWays(filter.day()),
                Stops.of(table, filter.day()),
                table.rules().stream()
                        .filter(filter::wants)
                        .map(rule -> RowView.of(table, rule))
                        .filter(search::finds)
                        .toList(),
                table.rules().stream()
                        .filter(rule -> rule.inForce().contains(filter.day()))
                        .count(),
                table.rules().size(),
                filter.compare().map(with -> Comparison.between(table, with, filter.day())),
                printed);
    }

    /** The page on another day. */
    public String on(Stops.Stop stop) {
        return address(stop.day(), Optional.empty());
    }

    /** The page with the differences to the day before the present stretch began. */
    public String comparedWithBefore() {
        LocalDate day = stops.now().day();
        return address(day, Optional.of(day.minusDays(1)));
    }

    /** The page without a comparison. */
    public String alone() {
        return address(filter.day(), Optional.empty());
    }

    /** The page that tries situations of this day. */
    public String trial() {
        return Address.with(
                "/rules/" + name + "/try", java.util.Map.of("day", filter.day().toString()));
    }

    private String address(LocalDate day, Optional<LocalDate> compare) {
        return Address.with("/rules/" + name, filter.onDays(day, compare));
    }
}
