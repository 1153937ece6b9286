package madoguchi.core;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.chrono.JapaneseDate;
import java.time.chrono.JapaneseEra;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * 和暦 – reads and writes dates in Japanese eras; the JDK's calendar knows when each era began.
 *
 * <p>Read: {@code 昭和62年4月12日}, {@code 昭62.4.12}, {@code S62.4.12}, {@code S620412}, {@code 3620412} (1 明治 2 大正 3 昭和 4 平成 5 令和), {@code 平成元年…}, and western
 * {@code 1987-04-12}, {@code 1987/4/12}, {@code 1987年4月12日}, {@code 19870412}; any width of characters.
 */
public final class Wareki {

    private record Name(JapaneseEra era, String kanji, String initial, String code) {}

    private static final List<Name> ERAS = List.of(
            new Name(JapaneseEra.REIWA, "令和", "R", "5"),
            new Name(JapaneseEra.HEISEI, "平成", "H", "4"),
            new Name(JapaneseEra.SHOWA, "昭和", "S", "3"),
            new Name(JapaneseEra.TAISHO, "大正", "T", "2"),
            new Name(JapaneseEra.MEIJI, "明治", "M", "1"));

    private static final DateTimeFormatter COMPACT =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);
    private static final Pattern ERA_DATE =
            Pattern.compile("(令和?|平成?|昭和?|大正?|明治?|[RHSTM])(元|\\d{1,2})[./年-](\\d{1,2})[./月-](\\d{1,2})日?");
    private static final Pattern ERA_COMPACT = Pattern.compile("([RHSTM1-5])(\\d{2})(\\d{2})(\\d{2})");
    private static final Pattern WESTERN = Pattern.compile("(\\d{4})[./年-](\\d{1,2})[./月-](\\d{1,2})日?");

    private Wareki() {}

    /** Reads a date in any of the forms above; faults say the form is unknown or the day does not exist in that era. */
    public static Parsed<LocalDate> parse(String place, String typed) {
        return typed.length() == 8 && Typed.isDigits(typed)
                ? compact(typed).orElseGet(() -> forgiven(place, typed))
                : forgiven(place, typed);
    }

    /** The form of files; empty for a day that does not exist, which is told elsewhere. */
    private static Optional<Parsed<LocalDate>> compact(String digits) {
        int number = Integer.parseInt(digits);
        int month = number / 100 % 100;
        int day = number % 100;
        boolean exists = number >= 1_00_00
                && month >= 1
                && month <= 12
                && day >= 1
                && (day <= 28 || day <= YearMonth.of(number / 1_00_00, month).lengthOfMonth());
        return exists ? Optional.of(Parsed.of(LocalDate.of(number / 1_00_00, month, day))) : Optional.empty();
    }

    private static Parsed<LocalDate> forgiven(String place, String typed) {
        String text = Typed.halfWidth(typed).replace(" ", "").toUpperCase(Locale.ROOT);
        if (text.isEmpty()) {
            return Parsed.fault(place, "日付を入力してください。", "Enter a date.");
        }
        try {
            return read(text)
                    .map(Parsed::of)
                    .orElseGet(() -> Parsed.fault(
                            place,
                            "日付として読めません。例: 昭和62年4月12日、S62.4.12、19870412",
                            "Not readable as a date. Examples: S62.4.12, 1987-04-12, 19870412"));
        } catch (DateTimeException nonexistent) {
            return Parsed.fault(
                    place,
                    "その日は暦にありません。元号と年月日を見直してください。",
                    "No such day in the calendar. Check era, year, month and day.");
        }
    }

    private static Optional<LocalDate> read(String text) {
        if (text.length() == 8 && Typed.isDigits(text)) {
            return Optional.of(LocalDate.parse(text, COMPACT));
        }
        Matcher western = WESTERN.matcher(text);
        if (western.matches()) {
            return Optional.of(LocalDate.of(number(western, 1), number(western, 2), number(western, 3)));
        }
        Matcher era = ERA_DATE.matcher(text);
        if (!era.matches()) {
            era = ERA_COMPACT.matcher(text);
        }
        return era.matches() ? Optional.of(inEra(era)) : Optional.empty();
    }

    private static LocalDate inEra(Matcher match) {
        int year = match.group(2).equals("元") ? 1 : number(match, 2);
        return LocalDate.from(JapaneseDate.of(era(match.group(1)).era(), year, number(match, 3), number(match, 4)));
    }

    private static Name era(String word) {
        return ERAS.stream()
                .filter(name -> name.kanji().startsWith(word)
                        || name.initial().equals(word)
                        || name.code().equals(word))
                .findFirst()
                .orElseThrow(() -> new DateTimeException("unknown era"));
    }

    private static int number(Matcher match, int group) {
        return Integer.parseInt(match.group(group));
    }

    /** The long form: {@code 昭和62年4月12日}; the first year is 元年. Days before Meiji 6 (1873), which the era calendar does not cover, are written in the western way. */
    public static String format(LocalDate day) {
        try {
            JapaneseDate japanese = JapaneseDate.from(day);
            int year = japanese.get(ChronoField.YEAR_OF_ERA);
            return kanji(japanese) + (year == 1 ? "元" : Integer.toString(year)) + "年" + day.getMonthValue() + "月"
                    + day.getDayOfMonth() + "日";
        } catch (DateTimeException beforeMeijiSix) {
            return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
        }
    }

    private static String kanji(JapaneseDate day) {
        return ERAS.stream()
                .filter(name -> name.era().equals(day.getEra()))
                .findFirst()
                .map(Name::kanji)
                .orElseThrow(() -> new DateTimeException("unknown era"));
    }
}
