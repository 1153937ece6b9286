package madoguchi.assist;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import madoguchi.core.Period;
import madoguchi.core.Text;
import madoguchi.policy.Document;
import madoguchi.policy.Listing;
import madoguchi.policy.Rule;
import madoguchi.policy.RuleBook;
import madoguchi.policy.Table;

/** 知識 – everything that can be found: every row of the rules, the codes, the terms, the published questions. Made from one book of rules and the data files. */
final class Knowledge {

    private static final double USUAL = 1;

    /* What no official document says: our own reading, or pages outside of the sources; marked so. */
    private static final List<String> NOT_STATED = List.of("OWN ", "TERM ");

    /* Somebody asked just this before. */
    private static final double ASKED_BEFORE = 1.2;

    private final RuleBook book;
    private final Routes routes;
    private final Map<String, Listing> catalogue = new LinkedHashMap<>();
    private final Map<String, Double> weights = new LinkedHashMap<>();

    private Knowledge(RuleBook book) {
        this.book = book;
        this.routes = Routes.standard();
        DataFile.rows("weights.csv")
                .forEach(row -> weights.put(row.getField("table"), Double.valueOf(row.getField("weight"))));
        book.catalogue().forEach(listing -> catalogue.put(listing.id(), listing));
    }

    /**
     * All entries.
     *
     * @param own codes that this program's own reader shows, which are no official ones
     */
    static List<Entry> of(RuleBook book, List<OwnCode> own) {
        Knowledge knowledge = new Knowledge(book);
        List<Entry> entries = new ArrayList<>();
        DataFile.rows("codes.csv").forEach(row -> entries.add(knowledge.code(row)));
        own.forEach(code -> entries.add(knowledge.own(code)));
        book.tables().forEach(table -> table.rules().forEach(rule -> entries.add(knowledge.rule(table, rule))));
        DataFile.rows("terms.csv").forEach(row -> entries.add(knowledge.term(row)));
        DataFile.rows("faq.csv").forEach(row -> entries.add(knowledge.faq(row)));
        return entries;
    }

    private Entry rule(Table table, Rule rule) {
        RuleWords words = new RuleWords(table, rule, catalogue);
        Optional<Routes.Route> route = routes.of(table.name(), rule);
        return new Entry(
                rule.id(),
                Entry.Sort.RULE,
                words.title(),
                rule.then().next(),
                rule.then().patient().map(said -> new Text(said.ja(), said.en())),
                Optional.of(rule.inForce()),
                rule.certain(),
                rule.note(),
                rule.sources().stream().map(Sources::of).toList(),
                rule.basis(),
                "/rules/" + table.name() + "?day=" + rule.example().day() + "#" + rule.id(),
                route.flatMap(Routes.Route::contact),
                route.flatMap(Routes.Route::print),
                weights.getOrDefault(table.name(), USUAL),
                words.strong(),
                words.weak());
    }

    private Entry code(NamedCsvRecord row) {
        String code = row.getField("code");
        Text title = new Text(code + "：" + row.getField("title_ja"), code + ": " + row.getField("title_en"));
        Text cause = both(row, "cause");
        return new Entry(
                "CODE-" + code,
                Entry.Sort.CODE,
                title,
                cause,
                Optional.empty(),
                Optional.empty(),
                row.getField("certain").equals("yes"),
                Optional.empty(),
                List.of(both(row, "source")),
                List.of("fault:" + row.getField("fault")),
                "",
                Optional.of(row.getField("fault").equals("certificate-ended") ? "patients-line" : "facility-centre"),
                Optional.of("check-sheet"),
                USUAL,
                title,
                cause);
    }

    private Entry own(OwnCode code) {
        Text title = new Text(
                code.code() + "（この読取機の番号。公式の番号ではありません）", code.code() + " (of this reader, not an official code)");
        return new Entry(
                "CODE-" + code.code(),
                Entry.Sort.CODE,
                title,
                code.staff(),
                Optional.of(code.patient()),
                Optional.empty(),
                true,
                Optional.empty(),
                List.of(new Text("この読取機の説明", "This reader's own description")),
                List.of(),
                "",
                Optional.empty(),
                Optional.of("trouble"),
                USUAL,
                title,
                code.staff());
    }

    private Entry term(NamedCsvRecord row) {
        Text title = new Text(row.getField("ja"), row.getField("en"));
        Text meaning = both(row, "meaning");
        return listed(row, Entry.Sort.TERM, title, meaning, Optional.empty());
    }

    private Entry faq(NamedCsvRecord row) {
        Optional<LocalDate> end = day(row, "through").map(last -> last.plusDays(1));
        Period period = new Period(day(row, "from").orElse(Rule.OPEN_START), end);
        return listed(row, Entry.Sort.FAQ, both(row, "question"), both(row, "answer"), Optional.of(period));
    }

    private Entry listed(NamedCsvRecord row, Entry.Sort sort, Text title, Text answer, Optional<Period> period) {
        List<String> rules = List.of(row.getField("rules").split(" ", -1));
        Optional<Routes.Route> route =
                rules.stream().flatMap(id -> routes.of(id).stream()).findFirst();
        return new Entry(
                row.getField("id"),
                sort,
                title,
                answer,
                Optional.empty(),
                period,
                NOT_STATED.stream().noneMatch(row.getField("source")::startsWith),
                Optional.empty(),
                List.of(Sources.written(book, row.getField("source"))),
                rules,
                "",
                route.flatMap(Routes.Route::contact),
                route.flatMap(Routes.Route::print),
                sort == Entry.Sort.FAQ ? ASKED_BEFORE : USUAL,
                title,
                weak(answer, rules));
    }

    private Text weak(Text answer, List<String> rules) {
        StringBuilder ja = new StringBuilder(answer.ja());
        StringBuilder en = new StringBuilder(answer.en());
        rules.stream().flatMap(id -> Stream.ofNullable(catalogue.get(id))).forEach(listing -> {
            ja.append('。').append(listing.heading().ja());
            en.append(". ").append(listing.heading().en());
        });
        return new Text(ja.toString(), en.toString());
    }

    private static Optional<LocalDate> day(NamedCsvRecord row, String field) {
        String text = row.getField(field);
        return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    }

    private static Text both(NamedCsvRecord row, String field) {
        return new Text(row.getField(field + "_ja"), row.getField(field + "_en"));
    }

    /** 出典の書き方. */
    static final class Sources {

        private Sources() {}

        static Text of(madoguchi.policy.Citation citation) {
            return of(citation.document(), citation.heading());
        }

        private static Text of(Document document, String heading) {
            return new Text(
                    document.title().ja() + "（" + document.date() + "）「" + heading + "」",
                    document.title().en() + " (" + document.date() + "), “" + heading + "”");
        }

        /** {@code S4 A3}: the key of a document and a heading. */
        static Text written(RuleBook book, String source) {
            String[] parts = source.split(" ", 2);
            return book.documents().stream()
                    .filter(document -> document.key().equals(parts[0]) && parts.length == 2)
                    .findFirst()
                    .map(document -> of(document, parts[1]))
                    .orElse(Text.same(source));
        }
    }
}
