package madoguchi.portal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import madoguchi.core.Period;
import madoguchi.core.Text;
import madoguchi.core.Wareki;
import madoguchi.web.Frame;

/**
 * 枠 – all that the layout around a portal screen needs to know, and how its language writes words, days and times.
 *
 * @param speech the language
 * @param words the sentence of a key in it
 * @param csrf the hidden token of every form
 * @param here the path that shows this screen anew
 * @param now the time of the server
 * @param session who is logged in; absent before
 * @param acting the name of the person whose screens are shown, where that is somebody else
 * @param code the signed code of this screen
 * @param passkey what a log-in by passkey is enough for on this screen; absent after a log-in by card
 * @param told what has just been done: a key below {@code told.}
 */
public record Page(
        Speech speech,
        UnaryOperator<String> words,
        Frame.Csrf csrf,
        String here,
        Instant now,
        Optional<Session> session,
        Optional<String> acting,
        Optional<Code> code,
        Optional<PasskeyRule> passkey,
        Optional<String> told) {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("H:mm:ss", Locale.ROOT).withZone(TOKYO);
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("H:mm", Locale.ROOT).withZone(TOKYO);

    /** The sentence of that key. */
    public String t(String key) {
        return words.apply(key);
    }

    /** The sentence in this language. */
    public String t(Text text) {
        return speech.of(text);
    }

    /** Whether somebody came in by passkey, on a screen that then serves at no counter. */
    public boolean byPasskey() {
        return passkey.filter(rule -> !rule.counts()).isPresent();
    }

    /** Whether the log-in opens this screen. */
    boolean opens() {
        return passkey.map(PasskeyRule::opens).orElse(true);
    }

    /** Whether the log-in is enough for something; one by card always is. */
    public boolean may(PasskeyUse use) {
        return passkey.isEmpty() || PasskeyRule.of(use, today()).opens();
    }

    /** What is said where it is not. */
    public String needsCard(PasskeyUse use) {
        return PasskeyRule.of(use, today()).told().map(this::t).orElseGet(() -> t("told.card"));
    }

    /** {@code 令和8年5月25日} or {@code 2026-05-25}. */
    public String day(LocalDate day) {
        return speech == Speech.EN ? day.toString() : Wareki.format(day);
    }

    /** Today in Japan. */
    public LocalDate today() {
        return LocalDate.ofInstant(now, TOKYO);
    }

    /** {@code 9:12:03} in Japan. */
    public String time(Instant at) {
        return SECOND.format(at);
    }

    /** {@code 令和8年5月25日 9:12} or {@code 2026-05-25 9:12}, in Japan. */
    public String minute(Instant at) {
        return day(LocalDate.ofInstant(at, TOKYO)) + " " + MINUTE.format(at);
    }

    /** First and last day. */
    public String period(Period period) {
        return day(period.from()) + " 〜 " + period.lastDay().map(this::day).orElseGet(() -> t("no-end"));
    }
}
