package madoguchi.desk;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import madoguchi.core.Parsed;
import madoguchi.core.Problem;
import madoguchi.core.Text;
import madoguchi.core.Wareki;
import madoguchi.web.Field;
import madoguchi.web.Form;

/** 患者への連絡の記入 – reads what a clerk typed about a contact, all faults at once. Pure. */
public final class ContactForm {

    /** The field. */
    public static final Field ON = Field.text(
            "contact-on", new Text("連絡した日", "Day of contact"), new Text("空なら今日。R8.5.25 でも", "empty for today"), false);
    /** The field. */
    public static final Field AGAIN = Field.text(
            "contact-again",
            new Text("次に連絡する日", "Ask again on"),
            new Text("決めていなければ空のまま", "empty if no day was settled"),
            false);

    private static final String OUTCOME = "contact-outcome";

    private ContactForm() {}

    /** The fact; faults name the fields. A contact lies between the day of the reception and today, the next one not before today. */
    static Parsed<VisitEvent.Contacted> read(
            Map<String, String> typed, LocalDate received, LocalDate today, String operator) {
        Parsed<LocalDate> on = at(typed, ON).isBlank()
                ? Parsed.of(today)
                : Wareki.parse(ON.name(), at(typed, ON)).then(day -> between(day, received, today));
        Parsed<Optional<LocalDate>> again = at(typed, AGAIN).isBlank()
                ? Parsed.of(Optional.empty())
                : Wareki.parse(AGAIN.name(), at(typed, AGAIN))
                        .then(day -> notBefore(day, today))
                        .map(Optional::of);
        List<Problem> problems = Parsed.problems(on, again);
        return problems.isEmpty()
                ? Parsed.of(new VisitEvent.Contacted(on.orElseThrow(), outcome(typed), again.orElseThrow(), operator))
                : new Parsed.Faults<>(problems);
    }

    private static Parsed<LocalDate> between(LocalDate day, LocalDate received, LocalDate today) {
        return day.isAfter(today) || day.isBefore(received)
                ? Parsed.fault(
                        ON.name(), "受付の日から今日までの日です。年を見直してください。", "A day from the reception to today. Check the year.")
                : Parsed.of(day);
    }

    private static Parsed<LocalDate> notBefore(LocalDate day, LocalDate today) {
        return day.isBefore(today)
                ? Parsed.fault(AGAIN.name(), "今日より前です。年を見直してください。", "It lies before today. Check the year.")
                : Parsed.of(day);
    }

    private static Contact.Outcome outcome(Map<String, String> typed) {
        return Arrays.stream(Contact.Outcome.values())
                .filter(outcome -> outcome.name().equals(typed.getOrDefault(OUTCOME, "")))
                .findFirst()
                .orElse(Contact.Outcome.NO_ANSWER);
    }

    /** The form again, with all faults and what was understood. */
    static Form echo(Map<String, String> typed, List<Problem> problems) {
        Map<String, Text> said = new HashMap<>();
        for (Field field : List.of(ON, AGAIN)) {
            if (Wareki.parse("", at(typed, field)) instanceof Parsed.Value<LocalDate>(var day)) {
                said.put(field.name(), Days.era(day));
            }
        }
        return new Form(typed, problems, said);
    }

    private static String at(Map<String, String> typed, Field field) {
        return typed.getOrDefault(field.name(), "");
    }
}
