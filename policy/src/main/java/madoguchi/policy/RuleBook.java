package madoguchi.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import madoguchi.core.Parsed;

/** 規則集 – all tables, the documents they cite, and the catalogue of everything the sources say. */
public final class RuleBook {

    private final List<RuleSource> sources;
    private final List<Document> documents;
    private final List<Listing> catalogue;
    private final Map<String, Table> tables;

    RuleBook(List<RuleSource> sources, List<Document> documents, List<Listing> catalogue, List<Table> tables) {
        this.sources = List.copyOf(sources);
        this.documents = List.copyOf(documents);
        this.catalogue = List.copyOf(catalogue);
        this.tables = new LinkedHashMap<>();
        tables.forEach(table -> this.tables.put(table.name(), table));
    }

    /**
     * 読取 – reads rules files, in this order.
     *
     * @return every fault at once: what cannot be read, by file and line; every gap and overlap, by situation and days; every example its row does not decide;
     *     every catalogue entry that decides and on which no row rests
     */
    public static Parsed<RuleBook> read(List<RuleSource> files) {
        return new BookReader(files).read();
    }

    /** 同梱の規則ファイル – the files that come with this release. */
    public static List<RuleSource> bundledFiles() {
        return resource("index.txt")
                .lines()
                .map(name -> new RuleSource("rules/" + name, resource(name)))
                .toList();
    }

    /**
     * 同梱の規則集 – the book that comes with this release.
     *
     * @throws IllegalStateException with every fault: the release itself is broken
     */
    public static RuleBook bundled() {
        return switch (read(bundledFiles())) {
            case Parsed.Value<RuleBook>(var book) -> book;
            case Parsed.Faults<RuleBook>(var problems) ->
                throw new IllegalStateException("the bundled rules are faulty: " + problems);
        };
    }

    /** 元のファイル – what the book was read from. */
    public List<RuleSource> sources() {
        return sources;
    }

    /** 文書 – all documents that rows may cite. */
    public List<Document> documents() {
        return documents;
    }

    /** 目録 – everything the sources say, with what decides nothing and why. */
    public List<Listing> catalogue() {
        return catalogue;
    }

    /** 規則表 – all of them, in the order of the files. */
    public List<Table> tables() {
        return List.copyOf(tables.values());
    }

    /** 表の有無 – whether there is a table of this name. */
    public boolean has(String name) {
        return tables.containsKey(name);
    }

    /** 規則表 – the one of this name; refuses a name there is none of. */
    public Table table(String name) {
        Table table = tables.get(name);
        if (table == null) {
            throw new IllegalArgumentException("there is no rule table \"" + name + "\"");
        }
        return table;
    }

    private static String resource(String name) {
        try (InputStream in = RuleBook.class.getResourceAsStream("/rules/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
