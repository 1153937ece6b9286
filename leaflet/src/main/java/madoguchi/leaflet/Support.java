package madoguchi.leaflet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import madoguchi.policy.Facet;
import madoguchi.policy.Kind;
import madoguchi.policy.Rule;
import madoguchi.policy.Table;

/** 問い合わせ先 – number and hours of a contact, as the table {@code support} has them on the day (R-SUP-01). */
final class Support {

    private static final Pattern NUMBER = Pattern.compile("0\\d{3}-\\d{2,3}-\\d{4}");
    private static final int HUNDRED = 100;

    private Support() {}

    /**
     * 電話 – the number, large, with its hours on each kind of day.
     *
     * @param contact a word of the table's first facet: {@code patients-line}, {@code facility-centre}, {@code lost-card}
     */
    static Block.Phone phone(Issue issue, String contact, String name) {
        List<Rule> rows = rows(issue, contact);
        String number =
                rows.stream().flatMap(row -> number(row).stream()).findFirst().orElse("");
        return new Block.Phone(name, number, hours(issue, contact));
    }

    /** The rows behind it, for the foot of a print. */
    static List<Rule> rows(Issue issue, String contact) {
        return dayKinds(issue).stream()
                .map(day -> issue.decide("support", "contact", contact, "day-kind", day.word()))
                .distinct()
                .toList();
    }

    private static Optional<String> number(Rule row) {
        Matcher number = NUMBER.matcher(row.then().next().ja());
        return number.find() ? Optional.of(number.group()) : Optional.empty();
    }

    private static String hours(Issue issue, String contact) {
        List<String> parts = new ArrayList<>();
        for (Rule row : rows(issue, contact)) {
            String days = dayKinds(issue).stream()
                    .filter(day -> issue.decide("support", "contact", contact, "day-kind", day.word())
                            .equals(row))
                    .map(day -> name(issue, day))
                    .collect(Collectors.joining(issue.say("・", ", ")));
            parts.add(hours(issue, row, days));
        }
        return String.join(issue.say("　", "; "), parts);
    }

    private static String hours(Issue issue, Rule row, String days) {
        return switch (row.verdict()) {
            case "open" ->
                days + " " + time(row.then().value("open-hhmm")) + "–"
                        + time(row.then().value("close-hhmm"));
            case "any-time" -> issue.say("24時間・365日", "夜も 休みの日も いつでも", "day and night, all year");
            case "closed" -> days + issue.say(" 休み", " 休み", " closed");
            default -> days + " " + issue.say(row.then().verdict().label());
        };
    }

    private static String name(Issue issue, Kind day) {
        return switch (day.word()) {
            case "weekday" -> issue.say("平日", "月曜日から金曜日", "weekdays");
            case "saturday" -> issue.say("土", "土曜日", "Saturdays");
            case "sunday-or-holiday" -> issue.say("日・祝日", "日曜日・祝日", "Sundays and holidays");
            default -> issue.say(day.label());
        };
    }

    private static String time(int hhmm) {
        return hhmm / HUNDRED + ":" + "%02d".formatted(hhmm % HUNDRED);
    }

    private static List<Kind> dayKinds(Issue issue) {
        Table table = issue.table("support");
        return table.facets().stream()
                .filter(facet -> facet.name().equals("day-kind"))
                .map(Facet::kinds)
                .findFirst()
                .orElse(List.of());
    }
}
