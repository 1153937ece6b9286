package madoguchi.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import madoguchi.core.Problem;
import madoguchi.core.Text;

/**
 * 入力欄 – what was typed into a form, what was understood of it, and everything that is wrong with it, for showing the form again without losing a keystroke.
 *
 * @param typed field name to the text as typed
 * @param problems all faults; {@code place} is the field name
 * @param understood field name to what the program understood, such as a date in 和暦
 */
public record Form(Map<String, String> typed, List<Problem> problems, Map<String, Text> understood) {

    /** Copies its parts. */
    public Form {
        typed = Map.copyOf(typed);
        problems = List.copyOf(problems);
        understood = Map.copyOf(understood);
    }

    /** An empty form. */
    public static Form empty() {
        return new Form(Map.of(), List.of(), Map.of());
    }

    /** The text typed into a field; empty when nothing was. */
    public String value(String field) {
        return typed.getOrDefault(field, "");
    }

    /** The faults of one field. */
    public List<Text> problemsOf(String field) {
        return problems.stream()
                .filter(problem -> problem.place().equals(field))
                .map(Problem::reason)
                .toList();
    }

    /** What the program understood of a field. */
    public Optional<Text> understood(String field) {
        return Optional.ofNullable(understood.get(field));
    }
}
