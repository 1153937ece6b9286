package madoguchi.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import madoguchi.core.Period;
import madoguchi.core.Problem;
import madoguchi.core.Text;

/** 行の読取 – turns the blocks of rules files into documents and rows; all faults go into one list. */
final class RowReader {

    private final Map<String, Document> documents;
    private final List<Problem> problems;

    /** A reader that knows these documents, by key. */
    RowReader(Map<String, Document> documents, List<Problem> problems) {
        this.documents = documents;
        this.problems = problems;
    }

    static Optional<Document> document(Block block) {
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

    Row row(Block block) {
        int before = problems.size();
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
        Optional<Rule> rule = problems.size() > before
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
                        then.orElseThrow().verdict(),
                        then.orElseThrow().next(),
                        then.orElseThrow().patient(),
                        example.orElseThrow()));
        return new Row(block.place(), id.orElse("?"), inForce, when, example, rule);
    }

    /** Both ends inclusive in the file; {@code from} and {@code through} may each be absent. */
    private Optional<Period> inForce(Block block) {
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

    private Optional<Boolean> certain(Block block) {
        if (!block.has("certain")) {
            block.fault("certain がありません。", "\"certain\" is missing.");
        }
        return block.yesOrNo("certain");
    }

    private Condition when(Block row) {
        if (!row.has("when")) {
            return new Condition(
                    Set.of(Shown.values()),
                    Set.of(Outcome.values()),
                    Set.of(Visit.values()),
                    Set.of(InsurerGroup.values()));
        }
        return row.block("when")
                .map(block -> {
                    Condition when = new Condition(
                            block.kinds(Shown.class, "shown"),
                            block.kinds(Outcome.class, "outcome"),
                            block.kinds(Visit.class, "visit"),
                            block.kinds(InsurerGroup.class, "insurer"));
                    block.closed();
                    return when;
                })
                .orElse(new Condition(Set.of(), Set.of(), Set.of(), Set.of()));
    }

    private record Then(Verdict verdict, Text next, Optional<Text> patient) {}

    private Optional<Then> then(Block block) {
        Optional<Verdict> verdict = block.text("verdict").flatMap(word -> verdict(block, word));
        Optional<Text> next = block.sentence("next");
        Optional<Text> patient = block.optionalSentence("patient");
        block.closed();
        return verdict.flatMap(v -> next.map(n -> new Then(v, n, patient)));
    }

    private static Optional<Verdict> verdict(Block block, String word) {
        return switch (word) {
            case "accepted" -> Optional.of(new Verdict.Accepted());
            case "needs-evidence" -> needsEvidence(block);
            case "full-charge" -> Optional.of(new Verdict.FullCharge());
            case "ask-staff" -> Optional.of(new Verdict.AskStaff());
            default -> {
                block.fault(
                        "verdict は accepted・needs-evidence・full-charge・ask-staff のどれかです。",
                        "\"verdict\" is accepted, needs-evidence, full-charge or ask-staff.");
                yield Optional.empty();
            }
        };
    }

    /** The order in the file is the order of the buttons. */
    private static Optional<Verdict> needsEvidence(Block block) {
        List<EvidenceKind> kinds = block.words("evidence").stream()
                .flatMap(word -> block.kind(EvidenceKind.class, "evidence", word).stream())
                .toList();
        if (kinds.isEmpty()) {
            block.fault("evidence に何を確認するかを書いてください。", "\"evidence\" says what to ask for.");
            return Optional.empty();
        }
        return Optional.of(new Verdict.NeedsEvidence(kinds));
    }

    private Optional<Example> example(Block block) {
        Optional<LocalDate> day = block.text("day").flatMap(text -> block.date("day"));
        Optional<Shown> shown = kind(block, Shown.class, "shown");
        Optional<Outcome> outcome = kind(block, Outcome.class, "outcome");
        Optional<Visit> visit = kind(block, Visit.class, "visit");
        Optional<InsurerGroup> insurer = kind(block, InsurerGroup.class, "insurer");
        block.closed();
        if (day.isEmpty() || shown.isEmpty() || outcome.isEmpty() || visit.isEmpty() || insurer.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Example(day.get(), new Situation(shown.get(), outcome.get(), visit.get(), insurer.get())));
    }

    private static <E extends Enum<E> & Kind> Optional<E> kind(Block block, Class<E> list, String name) {
        return block.text(name).flatMap(word -> block.kind(list, name, word));
    }
}
