package madoguchi.hub;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import madoguchi.core.Parsed;
import madoguchi.core.Period;

/**
 * 利用登録ファイルの1行 – one line of a file of enrolments, understood. Columns: {@code docs/registration-file.md}.
 *
 * @param myNumber 個人番号, on its way to becoming a person id
 * @param valid 利用登録年月日 until 利用終了年月日
 * @param withdrawn 異動区分 9 取消
 */
record EnrolmentLine(MyNumber myNumber, Period valid, boolean withdrawn) implements RegisterLine {

    static final List<String> COLUMNS = List.of("異動区分", "個人番号", "利用登録年月日", "利用終了年月日");

    static final List<String> NEEDED = List.of("異動区分", "個人番号", "利用登録年月日");

    /** Reads one line; every fault of every column at once. */
    static Parsed<RegisterLine> parse(Map<String, String> cells) {
        Row row = new Row(cells);
        row.refuseControlCharacters(COLUMNS);
        NEEDED.forEach(row::required);
        boolean withdrawn = row.withdrawn();
        Optional<MyNumber> myNumber = row.read("個人番号", MyNumber::parse);
        Optional<Period> valid = row.until("利用登録年月日", "利用終了年月日");
        return row.problems().isEmpty()
                ? Parsed.of(new EnrolmentLine(
                        myNumber.orElseThrow(), valid.orElse(Period.startingOn(LocalDate.EPOCH)), withdrawn))
                : new Parsed.Faults<>(row.problems());
    }

    @Override
    public Kept said() {
        return new Kept.Enrolment();
    }
}
