package madoguchi.rulebook;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import madoguchi.core.Period;
import madoguchi.core.Text;
import madoguchi.policy.Document;
import madoguchi.policy.RuleBook;
import madoguchi.policy.Table;

/**
 * 規則の一覧 – every table, the documents, and rows found by words.
 *
 * @param filter what is wanted
 * @param day the day shown, in words
 * @param searched whether words or a mark were asked for
 * @param tables every table
 * @param documents every document rows may cite
 * @param found the rows that fit, of all tables
 * @param edition tells this book from others
 */
public record BookView(
        Filter filter,
        Text day,
        boolean searched,
        List<TableLine> tables,
        List<Document> documents,
        List<RowView> found,
        String edition) {

    /**
     * 表の一行.
     *
     * @param href its page
     * @param title in a few words
     * @param question what it answers
     * @param inForce rows in force on the day
     * @param all rows
     * @param readings rows in force that the sources do not state outright
     * @param change the next day on which something changes
     */
    public record TableLine(
            String href, Text title, Text question, long inForce, int all, long readings, Optional<Text> change) {

        private static TableLine of(Table table, LocalDate day) {
            return new TableLine(
                    Address.table(table, Map.of("day", day.toString())),
                    table.title(),
                    table.question(),
                    table.rules().stream()
                            .filter(rule -> rule.inForce().contains(day))
                            .count(),
                    table.rules().size(),
                    table.rules().stream()
                            .filter(rule -> rule.inForce().contains(day) && !rule.certain())
                            .count(),
                    table.segments().stream()
                            .filter(days -> days.contains(day))
                            .findFirst()
                            .flatMap(Period::end)
                            .map(Wording::day));
        }
    }

    static BookView of(RuleBook book, Filter filter) {
        Search search = new Search(filter.words());
        boolean searched = !search.isEmpty() || filter.readings();
        return new BookView(
                filter,
                Wording.bothWays(filter.day()),
                searched,
                book.tables().stream()
                        .map(table -> TableLine.of(table, filter.day()))
                        .toList(),
                book.documents(),
                searched
                        ? book.tables().stream()
                                .flatMap(table -> table.rules().stream()
                                        .filter(filter::wants)
                                        .map(rule -> RowView.of(table, rule)))
                                .filter(search::finds)
                                .toList()
                        : List.of(),
                Edition.of(book));
    }
}
