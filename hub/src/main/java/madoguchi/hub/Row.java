package madoguchi.hub;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import madoguchi.core.Coded;
import madoguchi.core.Parsed;
import madoguchi.core.Period;
import madoguchi.core.Problem;
import madoguchi.core.Text;
import madoguchi.core.Typed;
import madoguchi.core.Wareki;

/** 行の読み手 – reads the cells of one line and remembers everything that is wrong with them; the place of a problem is the column's name. */
final class Row {

    private final Map<String, String> cells;
    private final List<Problem> problems = new ArrayList<>();

    Row(Map<String, String> cells) {
        this.cells = cells;
    }

    List<Problem> problems() {
        return problems;
    }

    Optional<String> text(String column) {
        String text = cells.getOrDefault(column, "").strip();
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    /** The cell's text; a problem and an empty text when there is none. */
    String required(String column) {
        return text(column).orElseGet(() -> {
            problem(column, "値がありません。", "The cell is empty.");
            return "";
        });
    }

    /** The cell read by {@code parser}; empty when the cell is empty or faulty. */
    <T> Optional<T> read(String column, BiFunction<String, String, Parsed<T>> parser) {
        return text(column).flatMap(text -> take(parser.apply(column, text)));
    }

    /** The cell read by {@code parser}; a problem when it is empty. */
    <T> Optional<T> require(String column, BiFunction<String, String, Parsed<T>> parser) {
        String text = required(column);
        return text.isEmpty() ? Optional.empty() : take(parser.apply(column, text));
    }

    <T> Optional<T> take(Parsed<T> parsed) {
        if (parsed instanceof Parsed.Value<T>(var value)) {
            return Optional.of(value);
        }
        problems.addAll(parsed.problems());
        return Optional.empty();
    }

    Optional<LocalDate> date(String column) {
        return read(column, Wareki::parse).filter(day -> exists(column, day));
    }

    private boolean exists(String column, LocalDate day) {
        if (day.getYear() < 1) {
            problem(column, "その日は暦にありません。", "No such day in the calendar.");
        }
        return day.getYear() >= 1;
    }

    <E extends Enum<E> & Coded> Optional<E> code(Class<E> list, String column) {
        return read(column, (place, text) -> Coded.parse(list, place, text));
    }

    /** {@code 1} is yes; {@code 0} or nothing is no. Anything else is a problem: a mistyped 不開示 must not open a person's data. */
    boolean flag(String column) {
        String typed = text(column).map(Typed::halfWidth).orElse("0");
        if (!typed.equals("1") && !typed.equals("0")) {
            problem(column, "1 か空です。", "Either 1 or empty.");
        }
        return typed.equals("1");
    }

    /** 異動区分 – whether the line takes back what was registered. */
    boolean withdrawn() {
        String change = text("異動区分").map(Typed::halfWidth).orElse("1");
        if (!change.equals("1") && !change.equals("9")) {
            problem("異動区分", "1（登録・訂正）か 9（取消）です。", "Either 1 (registration or correction) or 9 (withdrawal).");
        }
        return change.equals("9");
    }

    /** Columns that only make sense together: when any of {@code some} is filled, a problem for each of {@code needed} that is empty. */
    void together(List<String> needed, List<String> some) {
        if (isAnyFilled(some)) {
            needed.stream()
                    .filter(column -> text(column).isEmpty() && !isFaulty(column))
                    .forEach(column ->
                            problem(column, "関連する列に値があるので、この列も必要です。", "Needed, because related columns are filled."));
        }
    }

    /** Whether any of these cells holds something. */
    boolean isAnyFilled(List<String> columns) {
        for (String column : columns) {
            if (!cells.getOrDefault(column, "").isBlank()) {
                return true;
            }
        }
        return false;
    }

    private boolean isFaulty(String column) {
        return problems.stream().anyMatch(problem -> problem.place().equals(column));
    }

    /** A problem for every cell of {@code columns} with a line break or another control character: a forgotten quote swallows lines, and no peer can carry such a name. */
    void refuseControlCharacters(List<String> columns) {
        if (cells instanceof Line line && !line.hasControlCharacter()) {
            return;
        }
        for (String column : columns) {
            if (hasControlCharacter(cells.getOrDefault(column, ""))) {
                problem(
                        column,
                        "改行などの制御文字があります。引用符の閉じ忘れも確かめてください。",
                        "The cell holds a line break or another control character. Look for a quote that was not closed.");
            }
        }
    }

    static boolean hasControlCharacter(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            if (Character.isISOControl(cell.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** Yen, zero or more. */
    int yen(String column) {
        return text(column).map(Typed::halfWidth).map(text -> yen(column, text)).orElse(0);
    }

    private int yen(String column, String text) {
        if (!Typed.isDigits(text) || text.length() > 9) {
            problem(column, "金額（円）は数字だけで書いてください。", "An amount in yen has digits only.");
            return 0;
        }
        return Integer.parseInt(text);
    }

    /** {@code YYYYMM}. */
    Optional<YearMonth> month(String column) {
        return require(column, (place, text) -> Wareki.parse(place, Typed.key(text) + "01"))
                .map(YearMonth::from);
    }

    /** A period from one column through another, the last day included; absent when the first day is. */
    Optional<Period> through(String first, String last) {
        together(List.of(first), List.of(last));
        return period(date(first), date(last).map(day -> day.plusDays(1)), last);
    }

    /** A period from one column until another, the first day without; absent when the first day is. */
    Optional<Period> until(String first, String firstWithout) {
        return period(date(first), date(firstWithout), firstWithout);
    }

    private Optional<Period> period(Optional<LocalDate> from, Optional<LocalDate> end, String endColumn) {
        if (from.isPresent() && end.isPresent() && end.get().isBefore(from.get())) {
            problem(endColumn, "開始日より前の日付です。", "The end lies before the start.");
            return Optional.empty();
        }
        return from.map(day -> new Period(day, end));
    }

    void problem(String column, Text reason) {
        problem(column, reason.ja(), reason.en());
    }

    void problem(String column, String ja, String en) {
        problems.add(Problem.at(column, ja, en));
    }
}
