package madoguchi.survey;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import madoguchi.core.Parsed;
import madoguchi.core.Problem;
import madoguchi.core.Text;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/*
 * One pass over the tree that the YAML reader gives: every getter notes what is wrong under the place where it stood and goes on with an empty value, so that all faults are told at once. A value
 * made of empty parts never leaves, because a questionnaire with a fault is not handed out.
 */

/** 調査票のファイル – reads a questionnaire (YAML, UTF-8; {@code docs/survey.md}) and tells all faults of it at once. */
final class QuestionnaireFile {

    private static final int MOST_TEXT = 100_000;
    private static final int MOST_OPTIONS = 40;
    private static final String CODE = "[a-z0-9][a-z0-9-]{0,30}";

    private final List<Problem> problems = new ArrayList<>();

    private QuestionnaireFile() {}

    /** The questionnaire of a text, or every fault by place ({@code q6.options[3].ja}). */
    static Parsed<Questionnaire> read(String yaml) {
        if (yaml.length() > MOST_TEXT) {
            return Parsed.fault("file", "ファイルが大きすぎます（10万字まで）。", "The file is too large (100,000 characters at most).");
        }
        QuestionnaireFile file = new QuestionnaireFile();
        Map<?, ?> tree = file.tree(yaml);
        if (!file.problems.isEmpty()) {
            return new Parsed.Faults<>(file.problems);
        }
        Questionnaire read = file.questionnaire(tree);
        return file.problems.isEmpty() ? Parsed.of(read) : new Parsed.Faults<>(file.problems);
    }

    static Questionnaire bundled() {
        return switch (read(Resources.text("questionnaire-7.yaml"))) {
            case Parsed.Value<Questionnaire>(var value) -> value;
            case Parsed.Faults<Questionnaire>(var faults) ->
                throw new IllegalStateException("the bundled questionnaire is faulty: " + faults);
        };
    }

    private Map<?, ?> tree(String yaml) {
        try {
            LoaderOptions options = new LoaderOptions();
            options.setAllowDuplicateKeys(false);
            return map("file", Optional.ofNullable(new Yaml(new SafeConstructor(options)).load(yaml)));
        } catch (YAMLException broken) {
            fault(
                    line(broken),
                    "YAMLとして読めません。字下げとコロンの後の空白を確かめてください。",
                    "This is not YAML. Check indents and the space behind colons.");
            return Map.of();
        }
    }

    private static String line(YAMLException broken) {
        return broken instanceof MarkedYAMLException marked && marked.getProblemMark() != null
                ? "line " + (marked.getProblemMark().getLine() + 1)
                : "file";
    }

    private Questionnaire questionnaire(Map<?, ?> tree) {
        List<Question> questions = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Object one : list("questions", tree.get("questions"))) {
            Question question = question(questions, map("questions", Optional.ofNullable(one)));
            if (!ids.add(question.id())) {
                fault(question.id(), "同じidの設問が2つあります。", "Two questions have this id.");
            }
            questions.add(question);
        }
        if (questions.isEmpty()) {
            fault("questions", "設問がありません。", "There is no question.");
        }
        return new Questionnaire(
                number("version", tree.get("version"), 1),
                text("title", tree.get("title")),
                text("intro", tree.get("intro")),
                questions);
    }

    private Question question(List<Question> before, Map<?, ?> tree) {
        String id = String.valueOf(tree.get("id"));
        if (!id.matches("q[1-9][0-9]?")) {
            fault("questions[" + before.size() + "].id", "idは q1 から q99 の形で書いてください。", "Write the id as q1 to q99.");
        }
        QuestionKind kind = kind(id, String.valueOf(tree.get("kind")));
        Question read = new Question(
                id,
                kind,
                text(id + ".text", tree.get("text")),
                tree.get("note") == null ? Optional.empty() : Optional.of(text(id + ".note", tree.get("note"))),
                options(id, tree.get("options")),
                tree.get("lines") == null ? 2 : number(id + ".lines", tree.get("lines"), 1),
                after(id, before, tree.get("after")));
        if (read.hasBoxes() != !read.options().isEmpty()) {
            fault(
                    id + ".options",
                    "選択肢は単一・複数回答の設問にだけ、1つ以上書きます。",
                    "Only single and multiple questions have options, and at least one.");
        }
        return read;
    }

    private QuestionKind kind(String place, String word) {
        for (QuestionKind kind : QuestionKind.values()) {
            if (kind.name().toLowerCase(Locale.ROOT).equals(word)) {
                return kind;
            }
        }
        fault(
                place + ".kind",
                "kind は single, multiple, number, open, fixed のどれかです。",
                "kind is one of single, multiple, number, open, fixed.");
        return QuestionKind.FIXED;
    }

    private List<Option> options(String id, @org.jspecify.annotations.Nullable Object tree) {
        if (tree == null) {
            return List.of();
        }
        Map<String, Option> options = new LinkedHashMap<>();
        for (Object one : list(id + ".options", tree)) {
            String place = id + ".options[" + options.size() + "]";
            Map<?, ?> entries = map(place, Optional.ofNullable(one));
            String code = String.valueOf(entries.get("code"));
            if (!code.matches(CODE)) {
                fault(place + ".code", "codeは英小文字・数字・ハイフンです。", "The code is lower case letters, digits and hyphens.");
            }
            Option option = new Option(
                    code,
                    text(place, entries),
                    Boolean.TRUE.equals(entries.get("alone")),
                    extra(place, entries.get("extra")),
                    entries.get("unit") == null ? Text.same("") : text(place + ".unit", entries.get("unit")));
            if (options.put(code, option) != null) {
                fault(place + ".code", "同じcodeの選択肢が2つあります。", "Two options have this code.");
            }
        }
        if (options.size() > MOST_OPTIONS) {
            fault(id + ".options", "選択肢は40までです。", "At most 40 options.");
        }
        return List.copyOf(options.values());
    }

    private Option.Extra extra(String place, @org.jspecify.annotations.Nullable Object word) {
        if (word == null) {
            return Option.Extra.NONE;
        }
        return switch (word.toString()) {
            case "count" -> Option.Extra.COUNT;
            case "text" -> Option.Extra.TEXT;
            default -> {
                fault(place + ".extra", "extra は count か text です。", "extra is count or text.");
                yield Option.Extra.NONE;
            }
        };
    }

    private Optional<Question.After> after(
            String id, List<Question> before, @org.jspecify.annotations.Nullable Object tree) {
        if (tree == null) {
            return Optional.empty();
        }
        Map<?, ?> entries = map(id + ".after", Optional.of(tree));
        String earlier = String.valueOf(entries.get("question"));
        Set<String> codes = new HashSet<>();
        list(id + ".after.options", entries.get("options")).forEach(code -> codes.add(String.valueOf(code)));
        Optional<Question> found = before.stream()
                .filter(question -> question.id().equals(earlier))
                .findFirst();
        if (found.isEmpty()
                || codes.isEmpty()
                || !codes.stream().allMatch(code -> found.get().option(code).isPresent())) {
            fault(id + ".after", "after は前の設問とその選択肢を指します。", "after names an earlier question and options of it.");
        }
        return Optional.of(new Question.After(earlier, codes));
    }

    private Text text(String place, @org.jspecify.annotations.Nullable Object tree) {
        Map<?, ?> entries = map(place, Optional.ofNullable(tree));
        return new Text(words(place + ".ja", entries.get("ja")), words(place + ".en", entries.get("en")));
    }

    private String words(String place, @org.jspecify.annotations.Nullable Object value) {
        if (value == null || value.toString().isBlank() || value.toString().length() > 300) {
            fault(place, "1～300字の文を書いてください。", "Write a text of 1 to 300 characters.");
            return "";
        }
        return value.toString();
    }

    private int number(String place, @org.jspecify.annotations.Nullable Object value, int least) {
        if (value instanceof Integer number && number >= least && number <= 999) {
            return number;
        }
        fault(place, least + "～999の整数を書いてください。", "Write a whole number from " + least + " to 999.");
        return least;
    }

    private List<?> list(String place, @org.jspecify.annotations.Nullable Object tree) {
        if (tree instanceof List<?> list) {
            return list;
        }
        fault(place, "並び（- で始まる行）を書いてください。", "Write a list (lines beginning with -).");
        return List.of();
    }

    private Map<?, ?> map(String place, Optional<Object> tree) {
        if (tree.isPresent() && tree.get() instanceof Map<?, ?> map) {
            return map;
        }
        fault(place, "名前と値の組を書いてください。", "Write names and values.");
        return Map.of();
    }

    private void fault(String place, String ja, String en) {
        problems.add(Problem.at(place, ja, en));
    }
}
