package madoguchi.policy;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import madoguchi.core.Text;

/**
 * 切り口 – one of the questions by which a table tells situations apart.
 *
 * @param name in rule files: lower case with hyphens
 * @param label its name on screens
 * @param kinds all its possible values; each stands at its ordinal
 */
public record Facet(String name, Text label, List<Kind> kinds) {

    /** Copies the list. */
    public Facet {
        kinds = List.copyOf(kinds);
    }

    /** 区分 – the kind with this word; empty when the facet has none. */
    public Optional<Kind> kind(String word) {
        return kinds.stream().filter(kind -> kind.word().equals(word)).findFirst();
    }

    /** 使える語 – all words, for messages: {@code card, notice}. */
    public String words() {
        return kinds.stream().map(Kind::word).collect(Collectors.joining(", "));
    }
}
