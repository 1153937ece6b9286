package madoguchi.core;

import java.util.Objects;

/**
 * 文 – one sentence in both languages of the screens.
 *
 * @param ja Japanese, polite and plain, as a clerk could read it aloud
 * @param en English
 */
public record Text(String ja, String en) {

    /** Refuses an absent language: every sentence on a screen exists in both. */
    public Text {
        Objects.requireNonNull(ja);
        Objects.requireNonNull(en);
    }

    /** The same words in both languages, for proper names, codes and quoted messages of another system. */
    public static Text same(String words) {
        return new Text(words, words);
    }

    /** The two sentences one after the other, for logs and command lines that serve both readers. */
    @Override
    public String toString() {
        return ja.equals(en) ? ja : ja + " / " + en;
    }
}
