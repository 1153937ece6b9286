package madoguchi.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import madoguchi.core.Text;
import madoguchi.policy.Citation;
import madoguchi.policy.EvidenceKind;
import madoguchi.policy.Rule;
import madoguchi.policy.Spoken;
import madoguchi.policy.Table;

/**
 * 行の見え方 – one row of a table as the page shows it.
 *
 * @param id its id, also its place on the page
 * @param table the table's title
 * @param href the page and place where it stands
 * @param days its period in words, both ends inclusive
 * @param fromDerived the first day is a reading
 * @param mark a shape beside the verdict, so that colour is never alone
 * @param css the class of that shape
 * @param verdict the verdict in words
 * @param when each way in which its condition holds
 * @param next the sentence for the clerk
 * @param evidence the buttons that follow, in their order
 * @param extras means and numbers the verdict carries
 * @param patient what to tell the patient
 * @param certain whether the sources say so outright
 * @param note what was concluded from what, or a remark
 * @param sources document, date and heading
 * @param basis what of the catalogue went into it
 * @param example day and situation of its worked example
 * @param trial where the example can be tried
 */
public record RowView(
        String id,
        Text table,
        String href,
        Text days,
        boolean fromDerived,
        String mark,
        String css,
        Text verdict,
        List<Text> when,
        Text next,
        List<Text> evidence,
        List<Text> extras,
        Optional<Spoken> patient,
        boolean certain,
        Optional<Text> note,
        List<Text> sources,
        List<String> basis,
        Text example,
        String trial) {

    static RowView of(Table table, Rule rule) {
        Text day = Wording.day(rule.example().day());
        Text situation = Wording.situation(table, rule.example().situation());
        return new RowView(
                rule.id(),
                table.title(),
                Address.of(table, rule),
                Wording.days(rule.inForce()),
                rule.fromDerived(),
                mark(rule),
                css(rule),
                rule.then().verdict().label(),
                Wording.boxes(table, rule.when().boxes()),
                rule.then().next(),
                rule.then().evidence().stream().map(EvidenceKind::label).toList(),
                extras(table, rule),
                rule.then().patient(),
                rule.certain(),
                rule.note(),
                rule.sources().stream().map(RowView::source).toList(),
                rule.basis(),
                new Text(day.ja() + "　" + situation.ja(), day.en() + ": " + situation.en()),
                Address.trial(table, rule));
    }

    private static String mark(Rule rule) {
        return switch (rule.verdict()) {
            case "accepted" -> "●";
            case "needs-evidence" -> "◐";
            case "ask-staff" -> "◇";
            case "full-charge" -> "▲";
            default -> "■";
        };
    }

    private static String css(Rule rule) {
        return switch (rule.verdict()) {
            case "accepted" -> "ok";
            case "needs-evidence", "ask-staff" -> "ask";
            case "full-charge" -> "no";
            default -> "plain";
        };
    }

    private static List<Text> extras(Table table, Rule rule) {
        List<Text> extras = new ArrayList<>();
        rule.then()
                .means()
                .ifPresent(means -> extras.add(new Text(
                        "確認の方法：" + means.label().ja(),
                        "verified by: " + means.label().en())));
        table.values().stream()
                .filter(value -> rule.then().values().containsKey(value.name()))
                .forEach(value -> extras.add(new Text(
                        rule.then().value(value.name()) + " " + value.label().ja(),
                        rule.then().value(value.name()) + " " + value.label().en())));
        return extras;
    }

    private static Text source(Citation citation) {
        Text title = citation.document().title();
        String date = citation.document().date();
        return new Text(
                title.ja() + "（" + date + "）「" + citation.heading() + "」",
                title.en() + " (" + date + "), " + citation.heading());
    }

    /** Everything it says, for the search. */
    String allWords() {
        StringBuilder words = new StringBuilder(id + " " + String.join(" ", basis));
        List<Text> texts = new ArrayList<>(List.of(table, days, verdict, next, example));
        texts.addAll(when);
        texts.addAll(evidence);
        texts.addAll(extras);
        texts.addAll(sources);
        note.ifPresent(texts::add);
        texts.forEach(text -> words.append(' ').append(text.ja()).append(' ').append(text.en()));
        patient.ifPresent(said -> words.append(' ')
                .append(said.ja())
                .append(' ')
                .append(said.easy())
                .append(' ')
                .append(said.en()));
        return words.toString();
    }
}
