package madoguchi.rulebook;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** 検索 – finds rows by words, whatever their width, kind of kana or case; every word must occur. */
final class Search {

    private static final int KATAKANA_FIRST = 'ァ';
    private static final int KATAKANA_LAST = 'ヶ';
    private static final int TO_HIRAGANA = 'ァ' - 'ぁ';

    private final List<String> words;

    Search(String typed) {
        words = Arrays.stream(folded(typed).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    /** Whether every word typed occurs in the row. */
    boolean finds(RowView row) {
        if (words.isEmpty()) {
            return true;
        }
        String all = folded(row.allWords());
        return words.stream().allMatch(all::contains);
    }

    /** NFKC, lower case, katakana as hiragana. */
    static String folded(String text) {
        StringBuilder folded = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .map(c -> c >= KATAKANA_FIRST && c <= KATAKANA_LAST ? c - TO_HIRAGANA : c)
                .forEach(folded::appendCodePoint);
        return folded.toString();
    }
}
