package madoguchi.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import madoguchi.core.Parsed;
import madoguchi.core.Problem;

/**
 * 規則表 – the rows, proven to decide every situation on every day by exactly one of them. There are no priorities and no "else".
 *
 * <p>Everything is decided beforehand: a look-up is a search for the day's segment and one array access.
 */
public final class RuleTable {

    private final List<Document> documents;
    private final List<Rule> rules;
    private final Segments segments;
    private final Determination[][] decided;

    private RuleTable(List<Document> documents, List<Rule> rules, Segments segments, Determination[][] decided) {
        this.documents = documents;
        this.rules = rules;
        this.segments = segments;
        this.decided = decided;
    }

    /**
     * Reads rules files, in this order.
     *
     * @return every fault at once: what cannot be read, by file and line; every gap and overlap, by situation and days; every example its row does not decide
     */
    public static Parsed<RuleTable> read(List<RuleSource> files) {
        List<Problem> problems = new ArrayList<>();
        List<Block> blocks = files.stream()
                .flatMap(file -> Block.read(file, problems).stream())
                .toList();
        Map<String, Document> documents = documents(blocks);
        RowReader reader = new RowReader(documents, problems);
        List<Row> rows = blocks.stream()
                .flatMap(block -> block.blocks("rules").stream())
                .map(reader::row)
                .toList();
        blocks.forEach(Block::closed);
        problems.addAll(repeatedIds(rows));
        if (blocks.size() < files.size()) {
            // The rows of a file that is no YAML are unknown, so every gap found now could be a false one.
            return new Parsed.Faults<>(problems);
        }
        Cover cover = new Cover(rows);
        problems.addAll(cover.problems());
        problems.addAll(cover.exampleProblems());
        return problems.isEmpty()
                ? Parsed.of(decided(List.copyOf(documents.values()), rows, cover))
                : new Parsed.Faults<>(problems);
    }

    /**
     * The table that comes with this release.
     *
     * @throws IllegalStateException with every fault: the release itself is broken
     */
    public static RuleTable bundled() {
        List<RuleSource> files = resource("index.txt")
                .lines()
                .map(name -> new RuleSource("rules/" + name, resource(name)))
                .toList();
        return switch (read(files)) {
            case Parsed.Value<RuleTable>(var table) -> table;
            case Parsed.Faults<RuleTable>(var problems) ->
                throw new IllegalStateException("the bundled rules are faulty: " + problems);
        };
    }

    /** All rows, in the order of their files. */
    public List<Rule> rules() {
        return rules;
    }

    /** All documents that rows may cite. */
    public List<Document> documents() {
        return documents;
    }

    Segments segments() {
        return segments;
    }

    Determination decide(LocalDate day, Situation situation) {
        return decided[segments.at(day)][situation.ordinal()];
    }

    private static Map<String, Document> documents(List<Block> blocks) {
        Map<String, Document> documents = new LinkedHashMap<>();
        for (Block block : blocks) {
            for (Block entry : block.blocks("documents")) {
                RowReader.document(entry).ifPresent(document -> {
                    if (documents.putIfAbsent(document.key(), document) != null) {
                        entry.fault(
                                "文書 " + document.key() + " が二度あります。",
                                "The document " + document.key() + " is listed twice.");
                    }
                });
            }
        }
        return documents;
    }

    private static List<Problem> repeatedIds(List<Row> rows) {
        Set<String> seen = new HashSet<>();
        return rows.stream()
                .filter(row -> !seen.add(row.id()))
                .map(row -> Problem.at(
                        row.place(), "id " + row.id() + " が二度あります。", "The id " + row.id() + " is used twice."))
                .toList();
    }

    private static RuleTable decided(List<Document> documents, List<Row> rows, Cover cover) {
        Segments segments = cover.segments();
        Determination[][] decided = new Determination[segments.count()][Situation.COUNT];
        for (int segment = 0; segment < segments.count(); segment++) {
            for (Situation situation : Situation.all()) {
                Rule rule = cover.over(segment, situation).getFirst().rule().orElseThrow();
                decided[segment][situation.ordinal()] = new Determination(rule.then(), rule);
            }
        }
        List<Rule> rules = rows.stream().flatMap(row -> row.rule().stream()).toList();
        return new RuleTable(documents, rules, segments, decided);
    }

    private static String resource(String name) {
        try (InputStream in = RuleTable.class.getResourceAsStream("/rules/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
