package madoguchi.rulebook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import madoguchi.core.Text;
import madoguchi.policy.Listing;
import madoguchi.policy.Rule;
import madoguchi.policy.RuleBook;
import madoguchi.policy.Table;

/**
 * 目録の頁 – everything the sources say, and what became of it.
 *
 * @param topics in the order of the catalogue
 * @param decided how many entries some row rests on
 * @param undecided how many decide nothing
 */
public record CatalogueView(List<Topic> topics, long decided, long undecided) {

    /**
     * 話題.
     *
     * @param name in words
     * @param entries of this topic
     */
    public record Topic(Text name, List<Entry> entries) {}

    /**
     * 項目.
     *
     * @param id such as {@code R-ACC-01}
     * @param heading what it is about; empty where the book has no catalogue
     * @param rows the rows that rest on it, by table
     * @param why why it decides nothing
     */
    public record Entry(String id, Text heading, List<Rows> rows, Optional<Text> why) {}

    /**
     * 拠る行.
     *
     * @param table the table's title
     * @param rows its rows
     */
    public record Rows(Text table, List<Resting> rows) {}

    /**
     * 拠る一行.
     *
     * @param id of the row
     * @param href where it stands
     */
    public record Resting(String id, String href) {}

    /* Topics that have no table of their own name. */
    private static final Map<String, Text> TOPICS = Map.of(
            "answer", new Text("照会の結果", "Answers of an inquiry"),
            "card", new Text("カードの扱い", "Handling the card"),
            "certificate", new Text("電子証明書", "Electronic certificate"),
            "declaration", new Text("申立書", "Declaration"),
            "device", new Text("機器と方式", "Devices and modes"),
            "identity", new Text("本人の確認", "Confirming the holder"),
            "issuance", new Text("交付", "Issuance"),
            "limit-change", new Text("限度額の変更", "Changes of limits"),
            "reader", new Text("カードリーダー", "Card reader"),
            "survey", new Text("調査", "Survey"));

    private static final Text WITHOUT_CATALOGUE = new Text("行の根拠", "What rows rest on");

    /** Of a book without a catalogue, every id that some row names. */
    static CatalogueView of(RuleBook book) {
        Map<String, List<Rows>> resting = resting(book);
        Map<Text, List<Entry>> topics = new LinkedHashMap<>();
        for (Listing listing : book.catalogue()) {
            entries(topics, topic(book, listing.topic()))
                    .add(new Entry(
                            listing.id(),
                            listing.heading(),
                            resting.getOrDefault(listing.id(), List.of()),
                            listing.why()));
        }
        if (book.catalogue().isEmpty()) {
            resting.forEach((id, rows) ->
                    entries(topics, WITHOUT_CATALOGUE).add(new Entry(id, Text.same(""), rows, Optional.empty())));
        }
        List<Entry> all = topics.values().stream().flatMap(List::stream).toList();
        long undecided = all.stream().filter(entry -> entry.why().isPresent()).count();
        return new CatalogueView(
                topics.entrySet().stream()
                        .map(topic -> new Topic(topic.getKey(), topic.getValue()))
                        .toList(),
                all.size() - undecided,
                undecided);
    }

    private static List<Entry> entries(Map<Text, List<Entry>> topics, Text topic) {
        return topics.computeIfAbsent(topic, any -> new ArrayList<>());
    }

    /* The table of that name tells what it is about; a topic without a table of its own is shown by its word. */
    private static Text topic(RuleBook book, String word) {
        return book.has(word) ? book.table(word).title() : TOPICS.getOrDefault(word, Text.same(word));
    }

    private static Map<String, List<Rows>> resting(RuleBook book) {
        Map<String, List<Rows>> resting = new TreeMap<>();
        for (Table table : book.tables()) {
            Map<String, List<Resting>> here = new LinkedHashMap<>();
            for (Rule rule : table.rules()) {
                Resting row = new Resting(rule.id(), Address.of(table, rule));
                rule.basis()
                        .forEach(id -> here.computeIfAbsent(id, any -> new ArrayList<>())
                                .add(row));
            }
            here.forEach((id, rows) ->
                    resting.computeIfAbsent(id, any -> new ArrayList<>()).add(new Rows(table.title(), rows)));
        }
        return resting;
    }
}
