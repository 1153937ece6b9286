package madoguchi.assist;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/*
 * A question may carry anything a person types: a name, a number, an address. What is kept is chosen word by word, and everything is dropped unless there is a reason to keep it:
 *
 * - a word that rules, codes, terms or published questions use themselves is one of the field's words, and is kept;
 * - any other word is kept only if the dictionary has it as a verb, an adjective, a particle or a common noun. Names of people, places and companies, words that the dictionary does not know, and
 *   Latin words that the field does not use are dropped;
 * - a word beside a name, or before さん, 様, 氏, くん, ちゃん, 先生, is dropped with it;
 * - a number of six digits or more is dropped, however it is written; shorter ones stay (an error code has three).
 *
 * A dropped word leaves □, so that an administrator sees that there was one. What is left cannot be traced to a person, at the price that a rare word may be lost.
 */

/** 残す言葉 – what of an unanswered question may be kept. */
final class WordsToKeep {

    static final String DROPPED = "□";
    private static final int LONGEST = 200;
    private static final Set<String> TITLES = Set.of("さん", "様", "さま", "氏", "くん", "君", "ちゃん", "先生", "殿");
    private static final Pattern DIGITS = Pattern.compile("[0-9](?:[-‐－/. ]?[0-9]){5,}");
    private static final Pattern LATIN = Pattern.compile("[\\p{IsLatin}][\\p{IsLatin}'-]*");
    private static final Pattern KANA = Pattern.compile("[\\p{IsHiragana}\\p{IsKatakana}ー]+");

    private final Predicate<String> known;

    /**
     * Keeps by these words.
     *
     * @param known whether a word is one of the field's own
     */
    WordsToKeep(Predicate<String> known) {
        this.known = known;
    }

    /** What is left of a question, at most 200 characters. */
    String of(String question) {
        String text = DIGITS.matcher(Folding.plain(question)).replaceAll(" " + DROPPED + " ");
        List<Letters.Word> words = Letters.words(text).stream()
                .filter(word -> !word.surface().isBlank())
                .toList();
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            kept.add(isKept(words, i) ? words.get(i).surface() : DROPPED);
        }
        String joined =
                String.join(" ", kept).replaceAll("(?:□ ?)+", DROPPED + " ").strip();
        return joined.substring(0, Math.min(LONGEST, joined.length()));
    }

    private boolean isKept(List<Letters.Word> words, int at) {
        Letters.Word word = words.get(at);
        if (beforeTitle(words, at) || (isName(word) && !isFieldsLatin(word))) {
            return false;
        }
        if (word.surface().codePoints().noneMatch(Character::isLetter) || known.test(word.surface())) {
            return true;
        }
        return word.known() && isCommon(word) && !besideName(words, at);
    }

    /* The dictionary takes every Latin word for a company. */
    private boolean isFieldsLatin(Letters.Word word) {
        return LATIN.matcher(word.surface()).matches() && known.test(word.surface());
    }

    private static boolean isName(Letters.Word word) {
        return word.part().startsWith("名詞-固有名詞");
    }

    private static boolean besideName(List<Letters.Word> words, int at) {
        return word(words, at - 1, WordsToKeep::isName) || word(words, at + 1, WordsToKeep::isName);
    }

    private static boolean beforeTitle(List<Letters.Word> words, int at) {
        return word(words, at + 1, next -> TITLES.contains(next.surface()))
                && !words.get(at).surface().equals("患者");
    }

    private static boolean word(List<Letters.Word> words, int at, Predicate<Letters.Word> is) {
        return at >= 0 && at < words.size() && is.test(words.get(at));
    }

    /* A noun in kana alone is too easily a name; a verb or a particle is not. */
    private static boolean isCommon(Letters.Word word) {
        if (LATIN.matcher(word.surface()).matches()) {
            return false;
        }
        boolean noun = word.part().startsWith("名詞");
        return !noun || !KANA.matcher(word.surface()).matches();
    }
}
