package madoguchi.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import madoguchi.core.Text;
import madoguchi.core.Wareki;

/** 日付の書き方 – days and times as the desk writes them. */
public final class Days {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("H:mm", Locale.ROOT).withZone(VisitBook.TOKYO);
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("uuuu-MM-dd H:mm:ss", Locale.ROOT).withZone(VisitBook.TOKYO);
    private static final DateTimeFormatter WEEKDAY_JA = DateTimeFormatter.ofPattern("E", Locale.JAPANESE);
    private static final DateTimeFormatter WEEKDAY_EN = DateTimeFormatter.ofPattern("EEE", Locale.ENGLISH);
    private static final DateTimeFormatter SHORT_EN = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

    private Days() {}

    /** {@code 9:05}. */
    public static String time(Instant at) {
        return TIME.format(at);
    }

    /** {@code 2026-05-25 9:05:30}, Japan time. */
    public static String second(Instant at) {
        return SECOND.format(at);
    }

    /** {@code 5/25(月)} or {@code Mon 25 May}. */
    public static Text brief(LocalDate day) {
        return new Text(
                day.getMonthValue() + "/" + day.getDayOfMonth() + "(" + WEEKDAY_JA.format(day) + ")",
                WEEKDAY_EN.format(day) + " " + SHORT_EN.format(day));
    }

    /** {@code 令和8年5月25日} or {@code 2026-05-25}. */
    public static Text era(LocalDate day) {
        return new Text(Wareki.format(day), day.toString());
    }

    /** {@code 昭和62年4月12日（39歳）} or {@code 1987-04-12 (39)}. */
    public static Text birth(LocalDate birth, LocalDate onDay) {
        int age = age(birth, onDay);
        return new Text(Wareki.format(birth) + "（" + age + "歳）", birth + " (" + age + ")");
    }

    /** 満年齢, counted by birthdays. */
    public static int age(LocalDate birth, LocalDate onDay) {
        return Period.between(birth, onDay).getYears();
    }

    /** {@code 令和7年8月1日 〜 令和8年7月31日}; the last day belongs to the period. */
    public static Text through(madoguchi.core.Period period) {
        Text from = era(period.from());
        Text last = period.lastDay().map(Days::era).orElseGet(() -> new Text("期限なし", "no end"));
        return new Text(from.ja() + " 〜 " + last.ja(), from.en() + " to " + last.en());
    }
}
