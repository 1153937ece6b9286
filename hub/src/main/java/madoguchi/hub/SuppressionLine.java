package madoguchi.hub;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import madoguchi.core.Parsed;
import madoguchi.core.Period;

/**
 * 不開示ファイルの1行 – one line of a file that hides a person (DV, stalking) whatever the insurers' rows say, or shows them again. It counts from the moment it is taken, for every day and every earlier state of knowledge; no reason and no
 * day is kept. Columns: {@code docs/registration-file.md}; they are ours.
 *
 * @param myNumber 個人番号, on its way to becoming a person id
 * @param withdrawn 異動区分 9 取消: the person is shown again, as far as no insurer's row hides them
 */
record SuppressionLine(MyNumber myNumber, boolean withdrawn) implements RegisterLine {

    static final List<String> COLUMNS = List.of("異動区分", "個人番号", "不開示");

    private static final Period ALWAYS = Period.startingOn(LocalDate.EPOCH);

    /** Reads one line; every fault of every column at once. */
    static Parsed<RegisterLine> parse(Map<String, String> cells) {
        Row row = new Row(cells);
        row.refuseControlCharacters(COLUMNS);
        COLUMNS.forEach(row::required);
        boolean withdrawn = row.withdrawn();
        Optional<MyNumber> myNumber = row.read("個人番号", MyNumber::parse);
        if (row.text("不開示").isPresent() && !row.flag("不開示")) {
            row.problem("不開示", "1 です。解除は異動区分 9 で書きます。", "It is 1. Whom to show again is written with 9 in 異動区分.");
        }
        return row.problems().isEmpty()
                ? Parsed.of(new SuppressionLine(myNumber.orElseThrow(), withdrawn))
                : new Parsed.Faults<>(row.problems());
    }

    @Override
    public Period valid() {
        return ALWAYS;
    }

    @Override
    public Kept said() {
        return new Kept.Suppression();
    }
}
