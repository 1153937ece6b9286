package madoguchi.assist;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.ja.JapaneseAnalyzer;
import org.apache.lucene.analysis.ja.JapaneseTokenizer;
import org.apache.lucene.analysis.ja.tokenattributes.PartOfSpeechAttribute;
import org.apache.lucene.analysis.ja.tokenattributes.ReadingAttribute;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** 語の切出し – cuts a text into words: Japanese by its dictionary, English by its stems, and a third time by sound alone, so that かな and 漢字 meet. */
final class Letters implements AutoCloseable {

    private static final int TO_KATAKANA = 'ァ' - 'ぁ';

    private final Analyzer japanese = new JapaneseAnalyzer();
    private final Analyzer english = new EnglishAnalyzer();

    /**
     * 語.
     *
     * @param surface as it is written
     * @param part its part of speech, in the dictionary's words: {@code 名詞-固有名詞-人名-姓}
     * @param known whether the dictionary has it
     */
    record Word(String surface, String part, boolean known) {}

    /** 日本語の語 – in their base forms, without particles. */
    List<String> japanese(String text) {
        return terms(japanese, text).stream()
                .filter(term -> !term.chars().allMatch(c -> c < 128 && !Character.isDigit(c)))
                .toList();
    }

    /** 英語の語 – stems, without "the" and "of". */
    List<String> english(String text) {
        return terms(english, latin(text));
    }

    /* The Latin part of a text; a Japanese sentence gives no English words. */
    private static String latin(String text) {
        StringBuilder latin = new StringBuilder();
        text.chars().forEach(c -> latin.append(c < 128 ? (char) c : ' '));
        return latin.toString();
    }

    private static List<String> terms(Analyzer analyzer, String text) {
        List<String> terms = new ArrayList<>();
        try (TokenStream stream = analyzer.tokenStream("text", new StringReader(text))) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                terms.add(term.toString());
            }
            stream.end();
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return terms;
    }

    /** 音 – pairs of katakana of how the text sounds: 期限 and きげん are the same. Latin letters and marks are left out. */
    List<String> sound(String text) {
        List<String> pairs = new ArrayList<>();
        for (String stretch : reading(text).split("[^\u30a1-\u30fa\u30fc]+", -1)) {
            for (int i = 0; i + 2 <= stretch.length(); i++) {
                pairs.add(stretch.substring(i, i + 2));
            }
        }
        return pairs;
    }

    /** かな – how a text with 漢字 sounds, in hiragana; empty where it has none. */
    static Optional<String> kana(String text) {
        if (text.codePoints().noneMatch(Character::isIdeographic)) {
            return Optional.empty();
        }
        StringBuilder kana = new StringBuilder();
        reading(text).chars().forEach(c -> kana.append(c >= 'ァ' && c <= 'ヶ' ? (char) (c - TO_KATAKANA) : (char) c));
        return Optional.of(kana.toString());
    }

    private static String reading(String text) {
        StringBuilder reading = new StringBuilder();
        try (JapaneseTokenizer tokens = tokenizer(text, true)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            ReadingAttribute sound = tokens.addAttribute(ReadingAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                String read = sound.getReading();
                reading.append(katakana(read == null ? term.toString() : read));
            }
            tokens.end();
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return reading.toString();
    }

    private static JapaneseTokenizer tokenizer(String text, boolean withoutMarks) {
        JapaneseTokenizer tokens = new JapaneseTokenizer(null, withoutMarks, JapaneseTokenizer.Mode.NORMAL);
        tokens.setReader(new StringReader(text));
        return tokens;
    }

    private static String katakana(String text) {
        StringBuilder katakana = new StringBuilder();
        text.chars().forEach(c -> katakana.append(c >= 'ぁ' && c <= 'ゖ' ? (char) (c + TO_KATAKANA) : (char) c));
        return katakana.toString();
    }

    /** 品詞つきの語 – every word and mark with its part of speech, for deciding what of a question may be kept. */
    static List<Word> words(String text) {
        List<Word> words = new ArrayList<>();
        try (JapaneseTokenizer tokens = tokenizer(text, false)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            PartOfSpeechAttribute part = tokens.addAttribute(PartOfSpeechAttribute.class);
            ReadingAttribute sound = tokens.addAttribute(ReadingAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                String speech = part.getPartOfSpeech();
                words.add(new Word(term.toString(), speech == null ? "" : speech, sound.getReading() != null));
            }
            tokens.end();
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return words;
    }

    @Override
    public void close() {
        japanese.close();
        english.close();
    }
}
