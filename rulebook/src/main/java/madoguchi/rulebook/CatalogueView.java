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
     * @param name as in the catalogue
     * @param entries of this topic
     */
    public record Topic(String name, List<Entry> entries) {}

    /**
     * 項目.
     *
     * @param id such as {@code R-ACC-01}
     * @param heading what it is about; empty where the book has no catalogue
     * @param rows the rows that rest on it
     * @param why why it decides nothing
     */
    public record Entry(String id, Text heading, List<Resting> rows, Optional<Text> why) {}

    /**
     * 拠る行.
     *
     * @param id of the row
     * @param table its table's title
     * @param href where it stands
     */
    public record Resting(String id, Text table, String href) {}

    /** Of a book without a catalogue, every id that some row names. */
    static CatalogueView of(RuleBook book) {
        Map<String, List<Resting>> resting = resting(book);
        Map<String, List<Entry>> topics = new LinkedHashMap<>();
        for (Listing listing : book.catalogue()) {
            topics.computeIfAbsent(listing.topic(), topic -> new ArrayList<>())
                    .add(new Entry(
                            listing.id(),
                            listing.heading(),
                            resting.getOrDefault(listing.id(), List.of()),
                            listing.why()));
        }
        if (book.catalogue().isEmpty()) {
            resting.forEach((id, rows) -> topics.computeIfAbsent("", topic -> new ArrayList<>())
                    .add(new Entry(id, Text.same(""), rows, Optional.empty())));
        }
        List<Topic> all = topics.entrySet().stream()
                .map(topic -> new Topic(topic.getKey(), topic.getValue()))
                .toList();
        long undecided = all.stream()
                .flatMap(topic -> topic.entries().stream())
                .filter(entry -> entry.why().isPresent())
                .count();
        long entries = all.stream().mapToLong(topic -> topic.entries().size()).sum();
        return new CatalogueView(all, entries - undecided, undecided);
    }

    private static Map<String, List<Resting>> resting(RuleBook book) {
        Map<String, List<Resting>> resting = new TreeMap<>();
        for (Table table : book.tables()) {
            for (Rule rule : table.rules()) {
                Resting row = new Resting(rule.id(), table.title(), Address.of(table, rule));
                rule.basis()
                        .forEach(id -> resting.computeIfAbsent(id, any -> new ArrayList<>())
                                .add(row));
            }
        }
        return resting;
    }
}
