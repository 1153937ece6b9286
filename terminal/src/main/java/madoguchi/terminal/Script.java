package madoguchi.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import madoguchi.core.Parsed;
import madoguchi.core.Problem;
import madoguchi.core.Typed;

/**
 * 台本 – the content of {@code script.txt}: which requests get which {@link Scripted} outcome. One line each, {@code #} begins a comment:
 *
 * <pre>
 * next                  = delay 3s         (the next request, once, whoever it asks about; several lines queue up)
 * id P000123            = err              (by 任意の識別子 of the person)
 * insured 06139992 42   = system-error     (by 保険者番号 and 番号)
 * </pre>
 *
 * @param next for the next requests, in order
 * @param persons for requests about certain persons; the first that fits counts
 */
record Script(List<Scripted> next, List<Line> persons) {

    static final Script EMPTY = new Script(List.of(), List.of());

    private static final Pattern LINE =
            Pattern.compile("(?:(next)|id\\s+(\\S+)|insured\\s+(\\d{6}|\\d{8})\\s+(\\S+))\\s*=\\s*(.*)");

    /** One person's line; an empty text matches nothing. */
    record Line(String identifier, String insurer, String number, Scripted outcome) {

        boolean fits(Search search) {
            return search.personIdentifier().filter(identifier::equals).isPresent()
                    || (search.insured().insurer().digits().equals(insurer)
                            && search.insured().numberKey().equals(Typed.numberKey(number)));
        }
    }

    Script {
        next = List.copyOf(next);
        persons = List.copyOf(persons);
    }

    /** The outcome for a person, where the script knows one. */
    Optional<Scripted> forPerson(Search search) {
        return persons.stream()
                .filter(line -> line.fits(search))
                .map(Line::outcome)
                .findFirst();
    }

    /** Reads the text; faults name every line that is not understood. */
    static Parsed<Script> parse(String text) {
        List<Scripted> next = new ArrayList<>();
        List<Line> persons = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        int number = 0;
        for (String raw : text.lines().toList()) {
            number++;
            String line = raw.replaceFirst("#.*", "").replace("\uFEFF", "").strip();
            if (!line.isEmpty()) {
                problems.addAll(
                        read("script.txt:" + number, line, next, persons).problems());
            }
        }
        return problems.isEmpty() ? Parsed.of(new Script(next, persons)) : new Parsed.Faults<>(problems);
    }

    private static Parsed<Scripted> read(String place, String line, List<Scripted> next, List<Line> persons) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            return Parsed.fault(
                    place,
                    "「next = 結果」「id 識別子 = 結果」「insured 保険者番号 番号 = 結果」のいずれかで書いてください。",
                    "Write 'next = outcome', 'id IDENTIFIER = outcome' or 'insured INSURER NUMBER = outcome'.");
        }
        return Scripted.parse(place, parts.group(5)).map(outcome -> {
            if (parts.group(1) != null) {
                next.add(outcome);
            } else {
                persons.add(new Line(or(parts, 2), or(parts, 3), or(parts, 4), outcome));
            }
            return outcome;
        });
    }

    private static String or(Matcher parts, int group) {
        String text = parts.group(group);
        return text == null ? "" : text;
    }
}
