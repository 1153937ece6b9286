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
        return Optional.of(cells.getOrDefault(column, "").strip()).filter(text -> !text.isEmpty());
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
        problems.addAll(parsed.problems());
        return parsed.problems().isEmpty() ? Optional.of(parsed.orElseThrow()) : Optional.empty();
    }

    Optional<LocalDate> date(String column) {
        return read(column, Wareki::parse);
    }

    <E extends Enum<E> & Coded> Optional<E> code(Class<E> list, String column) {
        return read(column, (place, text) -> Coded.parse(list, place, text));
    }

    boolean flag(String column) {
        return text(column).map(text -> text.equals("1")).orElse(false);
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

    void problem(String column, String ja, String en) {
        problems.add(Problem.at(column, ja, en));
    }
}
