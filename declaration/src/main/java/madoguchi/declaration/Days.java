package madoguchi.declaration;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import madoguchi.core.Text;
import madoguchi.core.Wareki;

/** 日付の書き方 – days and times as these pages write them; business days are days in Japan. */
public final class Days {

    static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd H:mm", Locale.ROOT).withZone(TOKYO);

    private Days() {}

    /** {@code 令和8年5月25日} or {@code 2026-05-25}. */
    public static Text era(LocalDate day) {
        return new Text(Wareki.format(day), day.toString());
    }

    /** {@code 昭和62年4月12日（39歳）} or {@code 1987-04-12 (39)}. */
    static Text birth(LocalDate birth, LocalDate onDay) {
        int age = Period.between(birth, onDay).getYears();
        return new Text(Wareki.format(birth) + "（" + age + "歳）", birth + " (" + age + ")");
    }

    /** {@code 2026-05-25 9:05}, Japan time. */
    public static String minute(Instant at) {
        return MINUTE.format(at);
    }
}
