package madoguchi.assist;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;

/** 索引 – finds entries by words, in memory; made anew when what is known changes. */
final class WordIndex implements AutoCloseable {

    /* A row that decides many situations has many words, and is no worse for it. */
    private static final BM25Similarity LITTLE_FOR_LENGTH = new BM25Similarity(1.2f, 0.5f);

    private static final int CANDIDATES = 120;
    private static final double HEAVIEST = 3;
    private static final float STRONG = 2.2f;
    private static final float WEAK = 1f;
    private static final float SOUND = 0.18f;

    private final List<Entry> entries;
    private final Folding folding;
    private final Letters letters;
    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final List<Set<String>> words = new ArrayList<>();
    private final Map<String, Integer> frequency = new HashMap<>();

    /**
     * 候補.
     *
     * @param entry what was found
     * @param score how well it fits; comparable within one question only
     * @param share how much of the question occurs in it, by weight: 0 to 1
     */
    record Hit(Entry entry, double score, double share) {}

    /** An index over these entries. */
    WordIndex(List<Entry> entries, Folding folding) {
        this.entries = List.copyOf(entries);
        this.folding = folding;
        this.letters = new Letters();
        try {
            ByteBuffersDirectory memory = new ByteBuffersDirectory();
            // The words are cut before they come here, so that a question is cut in the same way.
            try (IndexWriter writer = new IndexWriter(
                    memory, new IndexWriterConfig(new WhitespaceAnalyzer()).setSimilarity(LITTLE_FOR_LENGTH))) {
                for (Entry entry : entries) {
                    writer.addDocument(document(entry));
                }
            }
            reader = DirectoryReader.open(memory);
            searcher = new IndexSearcher(reader);
            searcher.setSimilarity(LITTLE_FOR_LENGTH);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }

    private Document document(Entry entry) {
        String strong = folding.fold(entry.strong().ja());
        String weak = folding.fold(entry.weak().ja());
        List<String> strongJapanese = letters.japanese(strong);
        List<String> weakJapanese = letters.japanese(weak);
        List<String> strongEnglish = letters.english(folding.fold(entry.strong().en()));
        List<String> weakEnglish = letters.english(folding.fold(entry.weak().en()));
        Set<String> all = new HashSet<>();
        List.of(strongJapanese, weakJapanese, strongEnglish, weakEnglish).forEach(all::addAll);
        words.add(all);
        all.forEach(word -> frequency.merge(word, 1, Integer::sum));
        Document document = new Document();
        add(document, "strong", strongJapanese);
        add(document, "strong", strongEnglish);
        add(document, "weak", weakJapanese);
        add(document, "weak", weakEnglish);
        add(document, "sound", letters.sound(strong));
        return document;
    }

    private static void add(Document document, String field, Collection<String> terms) {
        document.add(new TextField(field, String.join(" ", terms), Field.Store.NO));
    }

    /** The words of a question, as they are looked for. */
    Set<String> words(String question) {
        String folded = folding.fold(question);
        Set<String> words = new LinkedHashSet<>(letters.japanese(folded));
        words.addAll(letters.english(folded));
        return words;
    }

    /** Whether any entry has this word: it is one of the field's, and no name. */
    boolean knows(String word) {
        return words(word).stream().anyMatch(frequency::containsKey);
    }

    /**
     * 検索 – what fits, best first.
     *
     * @param question as typed, in Japanese or English
     * @param weight how much an entry counts beside its words: less for rules of other days
     */
    List<Hit> search(String question, ToDoubleFunction<Entry> weight) {
        Set<String> asked = words(question);
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        for (String word : asked) {
            query.add(term("strong", word, STRONG), BooleanClause.Occur.SHOULD);
            query.add(term("weak", word, WEAK), BooleanClause.Occur.SHOULD);
        }
        for (String pair : new LinkedHashSet<>(letters.sound(folding.fold(question)))) {
            query.add(term("sound", pair, SOUND), BooleanClause.Occur.SHOULD);
        }
        try {
            List<Hit> hits = new ArrayList<>();
            for (ScoreDoc found : searcher.search(query.build(), CANDIDATES).scoreDocs) {
                Entry entry = entries.get(found.doc);
                hits.add(new Hit(entry, found.score * weight.applyAsDouble(entry), share(asked, found.doc)));
            }
            hits.sort((one, other) -> Double.compare(other.score(), one.score()));
            return hits;
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }

    private static BoostQuery term(String field, String word, float boost) {
        return new BoostQuery(new TermQuery(new Term(field, word)), boost);
    }

    /* Rare words say more than common ones, up to a point: a word that nothing here has may be no more than a manner of speaking. */
    private double share(Set<String> asked, int document) {
        double found = 0;
        double all = 0;
        for (String word : asked) {
            double weight =
                    Math.min(HEAVIEST, Math.log(1 + (double) entries.size() / (1 + frequency.getOrDefault(word, 0))));
            all += weight;
            found += words.get(document).contains(word) ? weight : 0;
        }
        return all == 0 ? 0 : found / all;
    }

    @Override
    public void close() {
        letters.close();
        try {
            reader.close();
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }
}
