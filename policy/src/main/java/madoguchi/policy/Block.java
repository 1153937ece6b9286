package madoguchi.policy;

import java.io.StringReader;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import madoguchi.core.Problem;
import madoguchi.core.Text;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * 区画 – one mapping of a rules file, asked for its fields by name. Every fault goes with file and line into one list, and reading goes on, so that all faults are found at once.
 *
 * <p>Scalars stay text (a date is not turned into an instant, {@code no} not into false), and no object is ever built from the file.
 */
final class Block {

    private final String file;
    private final int line;
    private final List<Problem> problems;
    private final Map<String, Node> fields = new LinkedHashMap<>();
    private final Set<String> asked = new HashSet<>();

    private Block(String file, MappingNode node, List<Problem> problems) {
        this.file = file;
        this.line = node.getStartMark().getLine() + 1;
        this.problems = problems;
        for (NodeTuple field : node.getValue()) {
            String name = field.getKeyNode() instanceof ScalarNode key ? key.getValue() : "?";
            if (fields.putIfAbsent(name, field.getValueNode()) != null) {
                problems.add(Problem.at(
                        place(field.getKeyNode()), name + " が二度あります。", "\"" + name + "\" stands here twice."));
            }
        }
    }

    /** The outermost mapping of a file; empty, with a problem, when the text is not a YAML mapping. */
    static Optional<Block> read(RuleSource source, List<Problem> problems) {
        try {
            Node root = new Yaml(new LoaderOptions()).compose(new StringReader(source.text()));
            if (root instanceof MappingNode mapping) {
                return Optional.of(new Block(source.name(), mapping, problems));
            }
            problems.add(Problem.at(source.name(), "項目の並び（YAML）がありません。", "This is not a YAML mapping."));
        } catch (YAMLException e) {
            problems.add(new Problem(source.name(), Text.same(e.toString())));
        }
        return Optional.empty();
    }

    /** How many faults were found so far, in all files. */
    int problemCount() {
        return problems.size();
    }

    /** File and line of this block. */
    String place() {
        return file + ":" + line;
    }

    boolean has(String name) {
        asked.add(name);
        return fields.containsKey(name);
    }

    /** A required text. */
    Optional<String> text(String name) {
        if (!has(name)) {
            fault(name + " がありません。", "\"" + name + "\" is missing.");
            return Optional.empty();
        }
        return optionalText(name);
    }

    Optional<String> optionalText(String name) {
        return field(name).flatMap(node -> scalar(name, node));
    }

    /** A date as {@code 2025-12-02}; absent when missing. */
    Optional<LocalDate> date(String name) {
        return optionalText(name).flatMap(text -> {
            try {
                return Optional.of(LocalDate.parse(text));
            } catch (DateTimeException e) {
                fault(name + " は 2025-12-02 の形の日付です。", "\"" + name + "\" is a date like 2025-12-02.");
                return Optional.empty();
            }
        });
    }

    /** {@code true} or {@code false}; absent when missing. */
    Optional<Boolean> yesOrNo(String name) {
        Optional<String> text = optionalText(name);
        if (text.isPresent() && !text.get().equals("true") && !text.get().equals("false")) {
            fault(name + " は true か false です。", "\"" + name + "\" is true or false.");
            return Optional.empty();
        }
        return text.map(Boolean::valueOf);
    }

    /** A required sentence in both languages. */
    Optional<Text> sentence(String name) {
        return block(name).flatMap(Block::inBothLanguages);
    }

    Optional<Text> optionalSentence(String name) {
        return has(name) ? sentence(name) : Optional.empty();
    }

    /** The sentence this block itself is: {@code ja} and {@code en} beside fields asked for before. */
    Optional<Text> inBothLanguages() {
        Optional<String> ja = text("ja");
        Optional<String> en = text("en");
        closed();
        return ja.flatMap(japanese -> en.map(english -> new Text(japanese, english)));
    }

    /** A required mapping. */
    Optional<Block> block(String name) {
        if (!has(name)) {
            fault(name + " がありません。", "\"" + name + "\" is missing.");
            return Optional.empty();
        }
        return field(name).flatMap(node -> mapping(name, node));
    }

    /** A list of mappings; empty when missing. */
    List<Block> blocks(String name) {
        return items(name).stream()
                .flatMap(node -> mapping(name, node).stream())
                .toList();
    }

    /** A mapping, or a list of them; empty when missing. */
    List<Block> oneOrMore(String name) {
        return field(name).filter(SequenceNode.class::isInstance).isPresent()
                ? blocks(name)
                : block(name).map(List::of).orElse(List.of());
    }

    /** A list of words; empty when missing. */
    List<String> words(String name) {
        return items(name).stream().flatMap(node -> scalar(name, node).stream()).toList();
    }

    /** A whole number. */
    Optional<Integer> number(String name) {
        return text(name).flatMap(text -> {
            try {
                return Optional.of(Integer.valueOf(text));
            } catch (NumberFormatException e) {
                fault(name + " は整数です。", "\"" + name + "\" is a whole number.");
                return Optional.empty();
            }
        });
    }

    /** A set of kinds; all of them when the field is missing. Unknown words are left out, with a problem each. */
    Set<Kind> kinds(List<? extends Kind> list, String name) {
        if (!has(name)) {
            return Set.copyOf(list);
        }
        Set<Kind> kinds = new LinkedHashSet<>();
        for (String word : words(name)) {
            kind(list, name, word).ifPresent(kinds::add);
        }
        return kinds;
    }

    /** The kind a word names. */
    <K extends Kind> Optional<K> kind(List<K> list, String name, String word) {
        Optional<K> found =
                list.stream().filter(kind -> kind.word().equals(word)).findFirst();
        if (found.isEmpty()) {
            String legal = list.stream().map(Kind::word).collect(Collectors.joining(", "));
            fault(
                    name + " に知らない区分 \"" + word + "\" があります。使えるのは " + legal + " です。",
                    "\"" + word + "\" is an unknown kind in \"" + name + "\". Known are: " + legal + ".");
        }
        return found;
    }

    /** Reports every field that nobody asked for: a misspelt name must not silently mean "any". */
    void closed() {
        for (Map.Entry<String, Node> field : fields.entrySet()) {
            if (!asked.contains(field.getKey())) {
                problems.add(Problem.at(
                        place(field.getValue()),
                        "知らない項目 \"" + field.getKey() + "\" です。",
                        "Unknown field \"" + field.getKey() + "\"."));
            }
        }
    }

    void fault(String ja, String en) {
        problems.add(Problem.at(place(), ja, en));
    }

    private Optional<Node> field(String name) {
        asked.add(name);
        return Optional.ofNullable(fields.get(name));
    }

    private List<Node> items(String name) {
        return field(name)
                .map(node -> {
                    if (node instanceof SequenceNode sequence) {
                        return sequence.getValue();
                    }
                    fault(name + " は一覧です。", "\"" + name + "\" is a list.");
                    return List.<Node>of();
                })
                .orElse(List.of());
    }

    private Optional<Block> mapping(String name, Node node) {
        if (node instanceof MappingNode mapping) {
            return Optional.of(new Block(file, mapping, problems));
        }
        fault(name + " は項目の並びです。", "\"" + name + "\" is a mapping.");
        return Optional.empty();
    }

    private Optional<String> scalar(String name, Node node) {
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return Optional.of(scalar.getValue().strip());
        }
        fault(name + " に文字がありません。", "\"" + name + "\" has no text.");
        return Optional.empty();
    }

    private String place(Node node) {
        return file + ":" + (node.getStartMark().getLine() + 1);
    }
}
