package madoguchi.stats;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import madoguchi.policy.Rule;
import madoguchi.policy.RuleBook;
import madoguchi.policy.Table;

/*
 * The rule table "counting" decides; nothing is decided here but one thing the table does not know: whether an inquiry in bulk is an inquiry of the rate. The
 * sources are silent on it, so a row of data (bulk-counting.csv) keeps it apart until somebody knows.
 */

/** 数え方 – asks the rules in force on a day whether a verification counts. */
final class Counting {

    private final Table table;
    private final BulkCounting bulk;

    Counting(RuleBook book) {
        this(book, BulkCounting.bundled());
    }

    Counting(RuleBook book, BulkCounting bulk) {
        this.table = book.table("counting");
        this.bulk = bulk;
    }

    /** The row of the table that decides, by the day of care. */
    Rule rule(Basis basis, Token token, Reading reading, LocalDate day) {
        return table.decide(
                day,
                table.read(Map.of("means", token.means(), "basis", basis.word(), "read", reading.word()))
                        .orElseThrow());
    }

    Counted of(Basis basis, Token token, Reading reading, Lane lane, LocalDate day) {
        return lane == Lane.BULK
                ? bulk.verdict()
                : Counted.of(rule(basis, token, reading, day).verdict());
    }

    /** Which row decided one verification: its id, or the id of the row for bulk inquiries. */
    String ruleId(Basis basis, Use use) {
        return use.lane() == Lane.BULK
                ? bulk.id()
                : rule(basis, use.token(), use.reading(), use.day()).id();
    }

    Counted of(Basis basis, Use use) {
        return of(basis, use.token(), use.reading(), use.lane(), use.day());
    }

    /** All verdicts of a month beforehand, at {@link Cell#at}: a look-up is one array access. */
    Counted[] month(Basis basis, YearMonth month) {
        Counted[] verdicts = new Counted[Cell.COUNT];
        for (int day = 1; day <= month.lengthOfMonth(); day++) {
            for (Token token : Token.values()) {
                for (Reading reading : Reading.values()) {
                    for (Lane lane : Lane.values()) {
                        verdicts[Cell.at(day, token, reading, lane)] =
                                of(basis, token, reading, lane, month.atDay(day));
                    }
                }
            }
        }
        return verdicts;
    }
}
