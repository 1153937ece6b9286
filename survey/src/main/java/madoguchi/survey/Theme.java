package madoguchi.survey;

import java.util.Arrays;
import java.util.List;
import madoguchi.core.Text;

/**
 * 話題 – a group of open answers, told by words (themes.csv).
 *
 * @param id its name in addresses
 * @param label what it is called
 * @param words an answer with one of them belongs here; a word fits by its dictionary form
 */
public record Theme(String id, Text label, List<String> words) {

    /** Copies the list. */
    public Theme {
        words = List.copyOf(words);
    }

    static List<Theme> bundled() {
        return Resources.rows("themes.csv").stream()
                .map(row -> new Theme(
                        row.getField("theme"),
                        new Text(row.getField("ja"), row.getField("en")),
                        Arrays.asList(row.getField("words").split(";"))))
                .toList();
    }
}
