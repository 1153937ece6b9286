package madoguchi.assist;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import madoguchi.core.Parsed;
import madoguchi.policy.Kind;
import madoguchi.policy.Rule;
import madoguchi.policy.RuleBook;
import madoguchi.policy.Situation;
import madoguchi.policy.Table;

/** 問い合わせ先の表 – who answers at a moment, by the table {@code support} of the rules and the national holidays (R-SUP-01). */
final class Contacts {

    private static final String TABLE = "support";
    private static final Pattern NUMBER = Pattern.compile("0\\d{3}-\\d{2,3}-\\d{4}");
    private static final int HUNDRED = 100;

    private final Set<LocalDate> holidays;

    Contacts() {
        holidays = DataFile.rows("holidays.csv").stream()
                .map(row -> LocalDate.parse(row.getField("day")))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The contact of this word at this moment, in Japan; empty where the rules in force know no such contact. */
    Optional<Contact> of(RuleBook book, String contact, LocalDateTime now) {
        if (!book.has(TABLE)) {
            return Optional.empty();
        }
        Table table = book.table(TABLE);
        return switch (table.read(Map.of("contact", contact, "day-kind", dayKind(now.toLocalDate())))) {
            case Parsed.Value<Situation>(var situation) ->
                Optional.of(contact(situation.kinds().getFirst(), table.decide(now.toLocalDate(), situation), now));
            case Parsed.Faults<Situation> faults -> Optional.empty();
        };
    }

    private static Contact contact(Kind matter, Rule rule, LocalDateTime now) {
        Matcher number = NUMBER.matcher(rule.then().next().ja());
        return new Contact(
                matter.label(),
                number.find() ? Optional.of(number.group()) : Optional.empty(),
                rule.then().next(),
                standing(rule, now),
                Knowledge.Sources.of(rule.sources().getFirst()),
                rule.id());
    }

    private static Contact.Standing standing(Rule rule, LocalDateTime now) {
        int time = now.getHour() * HUNDRED + now.getMinute();
        return switch (rule.verdict()) {
            case "open" ->
                time >= rule.then().value("open-hhmm") && time < rule.then().value("close-hhmm")
                        ? Contact.Standing.OPEN
                        : Contact.Standing.CLOSED;
            case "any-time" -> Contact.Standing.OPEN;
            case "closed" -> Contact.Standing.CLOSED;
            default -> Contact.Standing.NOT_STATED;
        };
    }

    private String dayKind(LocalDate day) {
        return holidays.contains(day) || day.getDayOfWeek() == DayOfWeek.SUNDAY
                ? "sunday-or-holiday"
                : day.getDayOfWeek() == DayOfWeek.SATURDAY ? "saturday" : "weekday";
    }

    /** 祝日の表の終わり – the last day for which holidays are known; after it a holiday is taken for an ordinary day, and the page says so. */
    LocalDate knownThrough() {
        return holidays.stream().max(LocalDate::compareTo).orElseThrow();
    }
}
