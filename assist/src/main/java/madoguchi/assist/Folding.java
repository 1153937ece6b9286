package madoguchi.assist;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/*
 * Receptionists write one thing in many ways: マイナ保険証, マイナカード, マイナンバーカード (保険証); ●, 黒丸, くろまる; 切れた, 期限切れ, 失効. Here every way of writing is replaced by one, in what is known and in
 * what is asked alike, before any word is cut out. The ways are data (synonyms.csv): longer ones first, so that マイナンバーカード is not taken for マイナ.
 */

/** 揺れの吸収 – width, case and the field's synonyms are made alike. */
final class Folding {

    private record Pair(String written, String meant) {}

    /* A shorter sound occurs in too many other words. */
    private static final int SURE = 4;

    private final Map<Character, List<Pair>> pairs;

    Folding(List<NamedCsvRecord> synonyms) {
        List<Pair> read = new ArrayList<>();
        for (NamedCsvRecord row : synonyms) {
            String meant = plain(row.getField("meant"));
            for (String written : row.getField("written").split(",", -1)) {
                String way = plain(written);
                read.add(new Pair(way, meant));
                // かな alone is hard to cut into words: how a way sounds is one more way of writing it.
                Letters.kana(way)
                        .filter(kana -> kana.length() >= SURE)
                        .ifPresent(kana -> read.add(new Pair(kana, meant)));
            }
        }
        read.sort(
                Comparator.comparingInt((Pair pair) -> pair.written().length()).reversed());
        pairs = read.stream()
                .collect(Collectors.groupingBy(pair -> pair.written().charAt(0)));
    }

    static Folding standard() {
        return new Folding(DataFile.rows("synonyms.csv"));
    }

    /** NFKC, lower case, no blanks at the ends. */
    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .strip();
    }

    /** The text with one way of writing for each thing. A passage that was replaced is not replaced again. */
    String fold(String text) {
        String plain = plain(text);
        StringBuilder folded = new StringBuilder();
        int at = 0;
        while (at < plain.length()) {
            Optional<Pair> pair = at(plain, at);
            folded.append(pair.map(one -> ' ' + one.meant() + ' ').orElse(plain.substring(at, at + 1)));
            at += pair.map(one -> one.written().length()).orElse(1);
        }
        return folded.toString();
    }

    private Optional<Pair> at(String text, int from) {
        return pairs.getOrDefault(text.charAt(from), List.of()).stream()
                .filter(pair -> text.startsWith(pair.written(), from))
                .filter(pair -> !isLatin(pair.written()) || isWord(text, from, pair))
                .findFirst();
    }

    private static boolean isLatin(String written) {
        return written.chars().allMatch(c -> c < 128);
    }

    /* English is replaced in whole words only: "pin" is not part of "opinion". */
    private static boolean isWord(String text, int from, Pair pair) {
        int end = from + pair.written().length();
        return (from == 0 || !isLetter(text.charAt(from - 1))) && (end == text.length() || !isLetter(text.charAt(end)));
    }

    private static boolean isLetter(char c) {
        return c < 128 && Character.isLetterOrDigit(c);
    }
}
