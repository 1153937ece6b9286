package madoguchi.rulebook;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import madoguchi.core.Text;
import madoguchi.policy.Citation;
import madoguchi.policy.Rule;

/**
 * 根拠の行 – the row a decision rests on, as JSON.
 *
 * @param id its id
 * @param basis the entries of the catalogue that went into it
 * @param from first day in force; absent when open
 * @param fromDerived the first day is a reading, not a date that the source states
 * @param through last day in force, inclusive; absent when open
 * @param certain whether the sources say so outright
 * @param note what was concluded from what, where not; a remark otherwise
 * @param sources where it stands
 */
record RuleNote(
        String id,
        List<String> basis,
        Optional<LocalDate> from,
        boolean fromDerived,
        Optional<LocalDate> through,
        boolean certain,
        Optional<Text> note,
        List<Source> sources) {

    /**
     * 出典.
     *
     * @param document key of the document
     * @param title what it is
     * @param date its date, {@code 2025-09-18} or {@code 2025-11}
     * @param heading the heading under which the passage stands
     */
    record Source(String document, Text title, String date, String heading) {

        private static Source of(Citation citation) {
            return new Source(
                    citation.document().key(),
                    citation.document().title(),
                    citation.document().date(),
                    citation.heading());
        }
    }

    static RuleNote of(Rule rule) {
        return new RuleNote(
                rule.id(),
                rule.basis(),
                Optional.of(rule.inForce().from()).filter(day -> !day.equals(Rule.OPEN_START)),
                rule.fromDerived(),
                rule.inForce().lastDay(),
                rule.certain(),
                rule.note(),
                rule.sources().stream().map(Source::of).toList());
    }
}
