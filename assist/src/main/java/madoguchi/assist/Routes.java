package madoguchi.assist;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.List;
import java.util.Optional;
import madoguchi.policy.Rule;

/** 行き先の表 – whom to call about a rule, and which print goes with it; the first line that fits counts ({@code routes.csv}). */
final class Routes {

    private static final String TABLE = "table:";

    private final List<NamedCsvRecord> rows;

    /**
     * 行き先.
     *
     * @param contact a word of the table {@code support}
     * @param print a kind of leaflet
     */
    record Route(Optional<String> contact, Optional<String> print) {}

    private Routes(List<NamedCsvRecord> rows) {
        this.rows = rows;
    }

    static Routes standard() {
        return new Routes(DataFile.rows("routes.csv"));
    }

    /** 印刷物 – every print that may be offered. */
    static List<String> prints() {
        return DataFile.rows("routes.csv").stream()
                .map(row -> row.getField("print"))
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    /** For a row of a table. */
    Optional<Route> of(String table, Rule rule) {
        return rows.stream()
                .filter(row -> {
                    String what = row.getField("what");
                    return what.startsWith(TABLE)
                            ? (TABLE + table).startsWith(what)
                            : rule.id().startsWith(what)
                                    || rule.basis().getFirst().startsWith(what);
                })
                .findFirst()
                .map(Routes::route);
    }

    /** For an id of the catalogue. */
    Optional<Route> of(String id) {
        return rows.stream()
                .filter(row -> !row.getField("what").startsWith(TABLE) && id.startsWith(row.getField("what")))
                .findFirst()
                .map(Routes::route);
    }

    private static Route route(NamedCsvRecord row) {
        return new Route(
                Optional.of(row.getField("contact")).filter(word -> !word.isEmpty()),
                Optional.of(row.getField("print")).filter(word -> !word.isEmpty()));
    }
}
