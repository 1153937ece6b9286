package madoguchi.survey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ja.JapaneseAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;

/** 自由記述 – the words of open answers, grouped by themes and found by words in any inflection (Kuromoji). For the people who run the survey: an answer may tell of a person. */
public final class OpenAnswers {

    private static final String WORDS = "words";
    private static final String NUMBER = "number";

    /**
     * 記述 – what one form says to one open question.
     *
     * @param response the number of the form
     * @param words as written
     */
    public record Written(long response, String words) {

        /** Names no words. */
        @Override
        public String toString() {
            return "Written[" + response + "]";
        }
    }

    /**
     * 話題ごとの記述 – an answer may stand in several groups.
     *
     * @param theme absent for those that fit none
     * @param answers in order of arrival
     */
    public record Group(java.util.Optional<Theme> theme, List<Written> answers) {

        /** Copies the list. */
        public Group {
            answers = List.copyOf(answers);
        }
    }

    private final List<Written> all;

    /** The answers to one open question. */
    public static OpenAnswers to(Question question, List<Response> valid) {
        return new OpenAnswers(valid.stream()
                .filter(one -> one.answers().to(question).texts().containsKey(Given.ITSELF))
                .map(one ->
                        new Written(one.id(), one.answers().to(question).texts().getOrDefault(Given.ITSELF, "")))
                .toList());
    }

    private OpenAnswers(List<Written> all) {
        this.all = List.copyOf(all);
    }

    /** All of them, in order of arrival. */
    public List<Written> all() {
        return all;
    }

    /** 話題で分ける – every theme in the order of the file, empty ones too; those that fit none come last. */
    public List<Group> groups() {
        List<List<String>> tokens =
                all.stream().map(written -> tokens(written.words())).toList();
        List<Group> groups = new ArrayList<>();
        boolean[] found = new boolean[all.size()];
        for (Theme theme : Theme.bundled()) {
            List<List<String>> words =
                    theme.words().stream().map(OpenAnswers::tokens).toList();
            List<Written> fitting = new ArrayList<>();
            for (int i = 0; i < all.size(); i++) {
                List<String> text = tokens.get(i);
                if (words.stream().anyMatch(word -> !word.isEmpty() && Collections.indexOfSubList(text, word) >= 0)) {
                    fitting.add(all.get(i));
                    found[i] = true;
                }
            }
            groups.add(new Group(java.util.Optional.of(theme), fitting));
        }
        List<Written> rest = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (!found[i]) {
                rest.add(all.get(i));
            }
        }
        groups.add(new Group(java.util.Optional.empty(), rest));
        return List.copyOf(groups);
    }

    /** 検索 – those that hold every word of the question, best first; all of them when it holds no word. */
    public List<Written> search(String question, int most) {
        List<String> terms = tokens(question);
        if (terms.isEmpty()) {
            return all.subList(0, Math.min(most, all.size()));
        }
        try (ByteBuffersDirectory directory = new ByteBuffersDirectory()) {
            index(directory);
            try (DirectoryReader reader = DirectoryReader.open(directory)) {
                BooleanQuery.Builder query = new BooleanQuery.Builder();
                terms.forEach(term -> query.add(new TermQuery(new Term(WORDS, term)), BooleanClause.Occur.MUST));
                IndexSearcher searcher = new IndexSearcher(reader);
                List<Written> found = new ArrayList<>();
                for (ScoreDoc hit : searcher.search(query.build(), most).scoreDocs) {
                    found.add(all.get(searcher.storedFields()
                            .document(hit.doc)
                            .getField(NUMBER)
                            .numericValue()
                            .intValue()));
                }
                return List.copyOf(found);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private void index(ByteBuffersDirectory directory) throws IOException {
        try (JapaneseAnalyzer analyzer = new JapaneseAnalyzer();
                IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
            for (int i = 0; i < all.size(); i++) {
                Document document = new Document();
                document.add(new TextField(WORDS, all.get(i).words(), Field.Store.NO));
                document.add(new StoredField(NUMBER, i));
                writer.addDocument(document);
            }
        }
    }

    private static List<String> tokens(String text) {
        try (JapaneseAnalyzer analyzer = new JapaneseAnalyzer();
                TokenStream stream = analyzer.tokenStream(WORDS, text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            List<String> tokens = new ArrayList<>();
            stream.reset();
            while (stream.incrementToken()) {
                tokens.add(term.toString());
            }
            stream.end();
            return tokens;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
