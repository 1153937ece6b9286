package madoguchi.hub;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import madoguchi.core.InsuredId;
import madoguchi.core.InsurerNumber;
import madoguchi.core.Parsed;
import madoguchi.core.Period;
import madoguchi.core.Problem;

/**
 * 証回収ファイルの1行 – one line of a file that says which certificates (資格確認書 or old card) came back to the insurer, understood. Columns: {@code docs/registration-file.md}.
 *
 * @param myNumber 個人番号, on its way to becoming a person id
 * @param valid from 回収年月日 on
 * @param withdrawn 異動区分 9 取消: it did not come back
 * @param said which coverage's certificate it is
 */
record CollectionLine(MyNumber myNumber, Period valid, boolean withdrawn, Kept.Collection said)
        implements RegisterLine {

    /** The column that tells this kind of file. */
    static final String DAY = "回収年月日";

    private static final String QUALIFIED = "資格取得年月日";

    static final List<String> COLUMNS = List.of("異動区分", "個人番号", "保険者番号", "記号", "番号", "枝番", QUALIFIED, DAY);

    static final List<String> NEEDED = List.of("異動区分", "個人番号", "保険者番号", "番号", QUALIFIED, DAY);

    /** Reads one line; every fault of every column at once. */
    static Parsed<RegisterLine> parse(Map<String, String> cells) {
        Row row = new Row(cells);
        row.refuseControlCharacters(COLUMNS);
        NEEDED.forEach(row::required);
        boolean withdrawn = row.withdrawn();
        Optional<MyNumber> myNumber = row.read("個人番号", MyNumber::parse);
        Optional<InsuredId> insured = insured(row);
        Optional<LocalDate> qualified = row.date(QUALIFIED);
        Optional<LocalDate> day = row.date(DAY);
        if (qualified.isPresent() && day.filter(qualified.get()::isAfter).isPresent()) {
            row.problem(DAY, "資格取得年月日より前の日付です。", "It lies before the first day covered.");
        }
        return row.problems().isEmpty()
                ? Parsed.of(new CollectionLine(
                        myNumber.orElseThrow(),
                        Period.startingOn(day.orElseThrow()),
                        withdrawn,
                        new Kept.Collection(insured.orElseThrow(), qualified.orElseThrow())))
                : new Parsed.Faults<>(row.problems());
    }

    private static Optional<InsuredId> insured(Row row) {
        Optional<InsurerNumber> insurer = row.read("保険者番号", InsurerNumber::parse);
        Parsed<InsuredId> parsed = InsuredId.parse(
                insurer.map(InsurerNumber::digits).orElse("138016"),
                row.text("記号").orElse(""),
                row.text("番号").orElse("0"),
                row.text("枝番").orElse(""));
        parsed.problems().forEach(problem -> row.problem(Registration.column(problem), problem.reason()));
        return parsed.problems().isEmpty() && insurer.isPresent()
                ? Optional.of(parsed.orElseThrow())
                : Optional.empty();
    }

    /** What stands against it, given everything said about the person's coverages: a day that has not come, a coverage that nobody registered. */
    List<Problem> against(List<Fact> about, LocalDate today) {
        if (valid.from().isAfter(today)) {
            return List.of(Problem.at(DAY, "まだ来ていない日付です。", "That day has not come yet."));
        }
        return withdrawn || Register.live(about, Optional.empty()).stream().anyMatch(fact -> said.isOf(fact.coverage()))
                ? List.of()
                : List.of(
                        Problem.at(
                                "番号",
                                "この保険者番号・記号・番号・枝番・資格取得年月日の資格は登録されていません。先に資格を登録してください。",
                                "No coverage with this insurer, symbol, number, branch and first day is registered. Register it first."));
    }
}
