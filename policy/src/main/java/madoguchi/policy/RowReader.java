package madoguchi.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import madoguchi.core.Period;
import madoguchi.core.Text;

/** 行の読取 – turns the blocks of one table into its rows; all faults go into one list. */
final class RowReader {

    private final TableHead head;
    private final Map<String, Document> documents;

    /** A reader for the rows of this table, which may cite these documents, by key. */
    RowReader(TableHead head, Map<String, Document> documents) {
        this.head = head;
        this.documents = documents;
    }

    Row row(Block block) {
        int before = block.problemCount();
        Optional<String> id = block.text("id");
        List<String> basis = block.words("basis");
        Optional<Period> inForce = inForce(block);
        boolean fromDerived = block.yesOrNo("from-derived").orElse(false);
        List<Citation> sources = sources(block);
        Optional<Boolean> certain = certain(block);
        Optional<Text> note = block.optionalSentence("note");
        Condition when = when(block);
        Optional<Then> then = block.block("then").flatMap(this::then);
        Optional<Example> example = block.block("example").flatMap(this::example);
        block.closed();
        if (certain.isPresent() && !certain.get() && note.isEmpty()) {
            block.fault("certain: false の行には note が要ります。", "A row with \"certain: false\" needs a \"note\".");
        }
        Optional<Rule> rule = block.problemCount() > before
                ? Optional.empty()
                : Optional.of(new Rule(
                        id.orElseThrow(),
                        basis,
                        inForce.orElseThrow(),
                        fromDerived,
                        sources,
                        certain.orElseThrow(),
                        note,
                        when,
                        then.orElseThrow(),
                        example.orElseThrow()));
        return new Row(block.place(), id.orElse("?"), basis, inForce, when, example, rule);
    }

    /** Both ends inclusive in the file; {@code from} and {@code through} may each be absent. */
    private static Optional<Period> inForce(Block block) {
        Optional<LocalDate> from = block.date("from");
        Optional<LocalDate> through = block.date("through");
        if ((block.has("from") && from.isEmpty()) || (block.has("through") && through.isEmpty())) {
            return Optional.empty();
        }
        LocalDate first = from.orElse(Rule.OPEN_START);
        if (through.isPresent() && through.get().isBefore(first)) {
            block.fault("through が from より前です。", "\"through\" is before \"from\".");
            return Optional.empty();
        }
        return Optional.of(through.map(last -> Period.through(first, last)).orElse(Period.startingOn(first)));
    }

    private List<Citation> sources(Block block) {
        List<Block> blocks = block.blocks("sources");
        if (blocks.isEmpty()) {
            block.fault("出典（sources）がありません。", "A citation (\"sources\") is missing.");
        }
        return blocks.stream().flatMap(source -> citation(source).stream()).toList();
    }

    private Optional<Citation> citation(Block block) {
        Optional<String> key = block.text("document");
        Optional<String> heading = block.text("heading");
        block.closed();
        Optional<Document> document = key.flatMap(k -> Optional.ofNullable(documents.get(k)));
        if (key.isPresent() && document.isEmpty()) {
            block.fault("文書 \"" + key.get() + "\" は登録されていません。", "The document \"" + key.get() + "\" is not listed.");
        }
        return document.flatMap(found -> heading.map(text -> new Citation(found, text)));
    }

    private static Optional<Boolean> certain(Block block) {
        if (!block.has("certain")) {
            block.fault("certain がありません。", "\"certain\" is missing.");
        }
        return block.yesOrNo("certain");
    }

    /** One box or several; none where the row's condition cannot be read, so that it holds for nothing. */
    private Condition when(Block row) {
        if (!row.has("when")) {
            return new Condition(List.of(new Box(head.facets().stream()
                    .map(facet -> Set.copyOf(facet.kinds()))
                    .toList())));
        }
        return new Condition(row.oneOrMore("when").stream().map(this::box).toList());
    }

    private Box box(Block block) {
        Box box = new Box(head.facets().stream()
                .map(facet -> block.kinds(facet.kinds(), facet.name()))
                .toList());
        block.closed();
        return box;
    }

    private Optional<Then> then(Block block) {
        Optional<Kind> verdict = block.text("verdict").flatMap(word -> block.kind(head.verdicts(), "verdict", word));
        List<EvidenceKind> evidence = evidence(block, verdict.map(Kind::word).orElse(""));
        Optional<Means> means = means(block, verdict.map(Kind::word).orElse(""));
        Map<String, Integer> values = values(block, verdict.map(Kind::word).orElse(""));
        Optional<Text> next = block.sentence("next");
        Optional<Spoken> patient =
                block.has("patient") ? block.block("patient").flatMap(RowReader::spoken) : Optional.empty();
        block.closed();
        return verdict.flatMap(v -> next.map(n -> new Then(v, evidence, means, values, n, patient)));
    }

    private static Optional<Spoken> spoken(Block block) {
        Optional<String> ja = block.text("ja");
        Optional<String> easy = block.text("easy");
        Optional<String> en = block.text("en");
        block.closed();
        return ja.flatMap(j -> easy.flatMap(s -> en.map(e -> new Spoken(j, s, e))));
    }

    /** The order in the file is the order of the buttons. */
    private static List<EvidenceKind> evidence(Block block, String verdict) {
        List<EvidenceKind> kinds = block.words("evidence").stream()
                .flatMap(word -> block.kind(List.of(EvidenceKind.values()), "evidence", word).stream())
                .toList();
        if (kinds.isEmpty() && verdict.equals(TableHead.NEEDS_EVIDENCE)) {
            block.fault("evidence に何を確認するかを書いてください。", "\"evidence\" says what to ask for.");
        }
        if (!kinds.isEmpty() && !verdict.equals(TableHead.NEEDS_EVIDENCE) && !verdict.equals(TableHead.ASK_STAFF)) {
            block.fault(
                    "verdict " + verdict + " の行に evidence は書けません。",
                    "A row with the verdict " + verdict + " has no \"evidence\".");
        }
        return kinds;
    }

    private Optional<Means> means(Block block, String verdict) {
        boolean wanted = head.name().equals(TableHead.INSURANCE) && verdict.equals(TableHead.ACCEPTED);
        if (wanted != block.has("means")) {
            block.fault(
                    "means は insurance の表の accepted の行だけに、必ず書きます。",
                    "\"means\" stands in the accepting rows of the table \"insurance\", in each of them and nowhere else.");
        }
        return block.has("means")
                ? block.text("means").flatMap(word -> block.kind(List.of(Means.values()), "means", word))
                : Optional.empty();
    }

    private Map<String, Integer> values(Block block, String verdict) {
        List<ValueName> wanted = head.values().stream()
                .filter(value -> value.verdicts().contains(verdict))
                .toList();
        Map<String, Integer> values = new LinkedHashMap<>();
        if (!wanted.isEmpty() || block.has("values")) {
            block.block("values").ifPresent(given -> {
                wanted.forEach(value -> given.number(value.name()).ifPresent(n -> values.put(value.name(), n)));
                given.closed();
            });
        }
        return values;
    }

    private Optional<Example> example(Block block) {
        Optional<LocalDate> day = block.text("day").flatMap(text -> block.date("day"));
        List<Kind> kinds = new ArrayList<>();
        for (Facet facet : head.facets()) {
            block.text(facet.name())
                    .flatMap(word -> block.kind(facet.kinds(), facet.name(), word))
                    .ifPresent(kinds::add);
        }
        block.closed();
        return day.isPresent() && kinds.size() == head.facets().size()
                ? Optional.of(new Example(day.get(), new Situation(kinds)))
                : Optional.empty();
    }
}
