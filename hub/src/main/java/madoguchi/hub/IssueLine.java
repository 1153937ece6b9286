package madoguchi.hub;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import madoguchi.core.InsurerNumber;
import madoguchi.core.Parsed;
import madoguchi.core.Period;
import madoguchi.core.Problem;
import madoguchi.core.Typed;

/**
 * 交付ファイルの1行 – one line of a file that says which 資格確認書 and which お知らせ an insurer has issued, understood. Columns: {@code docs/registration-file.md}; they are ours.
 *
 * @param myNumber 個人番号, on its way to becoming a person id
 * @param valid from 交付年月日 through 有効終了年月日, the last day included; a notice has no end
 * @param withdrawn 異動区分 9 取消: it was not issued
 * @param said what was issued, by whom, when and why
 */
record IssueLine(MyNumber myNumber, Period valid, boolean withdrawn, Kept said) implements RegisterLine {

    /** The column that tells this kind of file. */
    static final String WHY = "交付事由";

    private static final String KIND = "種別";
    private static final String ISSUED = "交付年月日";
    private static final String LAST = "有効終了年月日";

    static final List<String> COLUMNS = List.of("異動区分", "個人番号", KIND, "保険者番号", ISSUED, WHY, LAST);

    static final List<String> NEEDED = List.of("異動区分", "個人番号", KIND, "保険者番号", ISSUED, WHY);

    /** Reads one line; every fault of every column at once. */
    static Parsed<RegisterLine> parse(Map<String, String> cells) {
        Row row = new Row(cells);
        row.refuseControlCharacters(COLUMNS);
        NEEDED.forEach(row::required);
        boolean withdrawn = row.withdrawn();
        Optional<MyNumber> myNumber = row.read("個人番号", MyNumber::parse);
        Optional<Boolean> certificate =
                row.text(KIND).flatMap(typed -> one(row, KIND, typed, List.of(true, false), "1（資格確認書）か 2（お知らせ）です。"));
        Optional<InsurerNumber> insurer = row.read("保険者番号", InsurerNumber::parse);
        Optional<Kept.Issuance> why = row.text(WHY)
                .flatMap(typed -> one(row, WHY, typed, List.of(Kept.Issuance.values()), "1（申請）、2（職権）か 3（再交付）です。"));
        Optional<Period> valid = row.through(ISSUED, LAST);
        if (certificate.filter(is -> !is).isPresent() && row.text(LAST).isPresent()) {
            row.problem(LAST, "お知らせに有効期限はありません。", "A notice has no last day.");
        }
        return row.problems().isEmpty()
                ? Parsed.of(new IssueLine(
                        myNumber.orElseThrow(),
                        valid.orElseThrow(),
                        withdrawn,
                        said(
                                certificate.orElseThrow(),
                                insurer.orElseThrow(),
                                valid.orElseThrow().from(),
                                why.orElseThrow())))
                : new Parsed.Faults<>(row.problems());
    }

    private static Kept said(boolean certificate, InsurerNumber insurer, LocalDate issued, Kept.Issuance why) {
        return certificate ? new Kept.Certificate(insurer, issued, why) : new Kept.Notice(insurer, issued, why);
    }

    /** The value of a code that counts from 1. */
    private static <T> Optional<T> one(Row row, String column, String typed, List<T> values, String ja) {
        String code = Typed.halfWidth(typed);
        for (int i = 0; i < values.size(); i++) {
            if (code.equals(Integer.toString(i + 1))) {
                return Optional.of(values.get(i));
            }
        }
        row.problem(column, ja, "From 1 to " + values.size() + ", see docs/registration-file.md.");
        return Optional.empty();
    }

    /** What stands against it: a day that has not come. */
    List<Problem> against(LocalDate today) {
        return valid.from().isAfter(today)
                ? List.of(Problem.at(ISSUED, "まだ来ていない日付です。", "That day has not come yet."))
                : List.of();
    }
}
