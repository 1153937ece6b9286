package madoguchi.policy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import madoguchi.core.Parsed;
import madoguchi.core.Problem;
import madoguchi.core.Text;

/** 規則集の読取 – from files to a proven book, gathering every fault on the way. */
final class BookReader {

    private final List<RuleSource> files;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, TableHead> heads = new LinkedHashMap<>();
    private final Map<String, List<Row>> rows = new LinkedHashMap<>();

    BookReader(List<RuleSource> files) {
        this.files = files;
    }

    Parsed<RuleBook> read() {
        List<Block> blocks = files.stream()
                .flatMap(file -> Block.read(file, problems).stream())
                .toList();
        Map<String, Document> documents = documents(blocks);
        List<Listing> catalogue = blocks.stream()
                .flatMap(block -> block.blocks("catalogue").stream())
                .flatMap(entry -> listing(entry).stream())
                .toList();
        blocks.forEach(this::head);
        blocks.forEach(block -> rows(block, documents));
        blocks.forEach(Block::closed);
        repeatedIds();
        if (blocks.size() < files.size()) {
            // The rows of a file that is no YAML are unknown, so every gap found now could be a false one.
            return new Parsed.Faults<>(problems);
        }
        List<Table> tables = tables();
        catalogued(catalogue);
        return problems.isEmpty()
                ? Parsed.of(new RuleBook(files, List.copyOf(documents.values()), catalogue, tables))
                : new Parsed.Faults<>(problems);
    }

    private static Map<String, Document> documents(List<Block> blocks) {
        Map<String, Document> documents = new LinkedHashMap<>();
        for (Block block : blocks) {
            for (Block entry : block.blocks("documents")) {
                document(entry).ifPresent(document -> {
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

    private static Optional<Document> document(Block block) {
        Optional<String> key = block.text("key");
        Optional<Text> title = block.sentence("title");
        Optional<String> date = block.text("date");
        Optional<String> seed = block.optionalText("seed");
        block.closed();
        if (date.isPresent() && !date.get().matches("\\d{4}-\\d{2}(-\\d{2})?")) {
            block.fault("date は 2025-09-18 か 2025-11 の形です。", "\"date\" is like 2025-09-18 or 2025-11.");
        }
        return key.flatMap(k -> title.flatMap(t -> date.map(d -> new Document(k, t, d, seed))));
    }

    private static Optional<Listing> listing(Block block) {
        Optional<String> id = block.text("id");
        Optional<String> topic = block.text("topic");
        Optional<Text> why = block.optionalSentence("why");
        if (!block.has("decides")) {
            block.fault("decides がありません。", "\"decides\" is missing.");
        }
        Optional<Boolean> decides = block.yesOrNo("decides");
        Optional<Text> heading = block.inBothLanguages();
        if (decides.isPresent() && decides.get() == why.isPresent()) {
            block.fault(
                    "why は decides: false の項目だけに、必ず書きます。",
                    "\"why\" stands where \"decides\" is false, and only there.");
        }
        return id.flatMap(i ->
                topic.flatMap(t -> heading.flatMap(h -> decides.map(d -> new Listing(i, t, h, d, why)))));
    }

    private void head(Block block) {
        if (block.has("facets")) {
            block.text("table").flatMap(name -> HeadReader.head(block, name)).ifPresent(head -> {
                if (heads.putIfAbsent(head.name(), head) != null) {
                    block.fault("表 " + head.name() + " が二度あります。", "The table " + head.name() + " is declared twice.");
                }
            });
        }
    }

    private void rows(Block block, Map<String, Document> documents) {
        List<Block> found = block.blocks("rules");
        if (found.isEmpty()) {
            return;
        }
        Optional<TableHead> head = block.text("table").flatMap(name -> Optional.ofNullable(heads.get(name)));
        if (head.isEmpty()) {
            block.fault("どの表の行か分かりません（table）。", "It is not known of which table these rows are (\"table\").");
            return;
        }
        RowReader reader = new RowReader(head.get(), documents);
        rows.computeIfAbsent(head.get().name(), name -> new ArrayList<>())
                .addAll(found.stream().map(reader::row).toList());
    }

    private void repeatedIds() {
        Set<String> seen = new HashSet<>();
        everyRow()
                .filter(row -> !seen.add(row.id()))
                .map(row -> Problem.at(
                        row.place(), "id " + row.id() + " が二度あります。", "The id " + row.id() + " is used twice."))
                .forEach(problems::add);
    }

    private Stream<Row> everyRow() {
        return rows.values().stream().flatMap(List::stream);
    }

    private List<Table> tables() {
        List<Table> tables = new ArrayList<>();
        for (TableHead head : heads.values()) {
            List<Row> own = rows.getOrDefault(head.name(), List.of());
            Cover cover = new Cover(head, own);
            problems.addAll(cover.problems());
            problems.addAll(cover.exampleProblems());
            if (problems.isEmpty()) {
                tables.add(new Table(head, own, cover));
            }
        }
        return tables;
    }

    /* Without a catalogue (a small book of somebody's own) there is nothing to compare with. */
    private void catalogued(List<Listing> catalogue) {
        if (catalogue.isEmpty()) {
            return;
        }
        Set<String> listed = catalogue.stream().map(Listing::id).collect(Collectors.toSet());
        Set<String> carried = everyRow().flatMap(row -> row.basis().stream()).collect(Collectors.toSet());
        everyRow()
                .forEach(row -> row.basis().stream()
                        .filter(id -> !listed.contains(id))
                        .forEach(id -> problems.add(Problem.at(
                                row.place(),
                                "根拠 " + id + " は目録にありません。",
                                "The basis " + id + " is not in the catalogue."))));
        catalogue.stream()
                .filter(entry -> entry.decides() && !carried.contains(entry.id()))
                .forEach(entry -> problems.add(Problem.at(
                        entry.id(),
                        "目録では決める項目ですが、根拠とする行がありません。",
                        "The catalogue says that it decides, but no row rests on it.")));
    }
}
