package madoguchi.hub;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import madoguchi.core.CardSerial;
import madoguchi.core.InsuredId;
import madoguchi.core.Parsed;
import madoguchi.core.Subject;
import madoguchi.core.Typed;
import madoguchi.core.Wareki;

/**
 * 台帳への問い – whom, for which day, as known when.
 *
 * @param subject by number and birth date, or by card
 * @param day 基準日
 * @param knownAt いつ時点の登録か; absent: now
 */
record RegisterQuestion(Subject subject, LocalDate day, Optional<Instant> knownAt) {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final Pattern TIME = Pattern.compile("(\\S+) +(\\d{1,2}):(\\d{2})");

    /** Reads what was typed; every fault at once. An empty day is {@code today}; an instant is a day and a time in Japan, or a day's end. */
    static Parsed<RegisterQuestion> parse(RegisterForm typed, LocalDate today) {
        Parsed<Subject> subject = typed.isByCard() ? card(typed) : number(typed);
        Parsed<LocalDate> day = typed.day().isBlank() ? Parsed.of(today) : Wareki.parse("基準日 day", typed.day());
        Parsed<Optional<Instant>> known = typed.known().isBlank()
                ? Parsed.of(Optional.empty())
                : known(Typed.halfWidth(typed.known()).strip()).map(Optional::of);
        var problems = Parsed.problems(subject, day, known);
        return problems.isEmpty()
                ? Parsed.of(new RegisterQuestion(subject.orElseThrow(), day.orElseThrow(), known.orElseThrow()))
                : new Parsed.Faults<>(problems);
    }

    private static Parsed<Subject> card(RegisterForm typed) {
        return CardSerial.parse(typed.issuer(), typed.serial()).map(Subject.ByCard::new);
    }

    private static Parsed<Subject> number(RegisterForm typed) {
        Parsed<InsuredId> insured = InsuredId.parse(typed.insurer(), typed.symbol(), typed.number(), typed.branch());
        Parsed<LocalDate> birth = Wareki.parse("生年月日 birth", typed.birth());
        var problems = Parsed.problems(insured, birth);
        return problems.isEmpty()
                ? Parsed.of(new Subject.ByNumber(insured.orElseThrow(), birth.orElseThrow()))
                : new Parsed.Faults<>(problems);
    }

    private static Parsed<Instant> known(String typed) {
        Matcher time = TIME.matcher(typed);
        if (!time.matches()) {
            return day(typed)
                    .map(day -> day.plusDays(1).atStartOfDay(TOKYO).toInstant().minusNanos(1_000));
        }
        int hour = Integer.parseInt(time.group(2));
        int minute = Integer.parseInt(time.group(3));
        return hour > 23 || minute > 59
                ? Parsed.fault("いつ時点 known at", "時刻は 0:00 から 23:59 です。", "A time lies between 0:00 and 23:59.")
                : day(time.group(1))
                        .map(day -> day.atTime(hour, minute).atZone(TOKYO).toInstant());
    }

    private static Parsed<LocalDate> day(String typed) {
        return Wareki.parse("いつ時点 known at", typed);
    }
}
