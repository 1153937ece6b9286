package madoguchi.portal;

import java.util.stream.Stream;
import madoguchi.core.Text;

/** 言葉 – a language of the portal; its sentences stand in {@code texts_<tag>.properties}. A further one is a constant and a file. */
public enum Speech {
    /** 日本語. */
    JA("ja", "ja", "日本語"),
    /** やさしい日本語 – short sentences in plain words. */
    EASY("easy", "ja", "やさしい日本語"),
    /** English. */
    EN("en", "en", "English");

    private final String tag;
    private final String html;
    private final String label;

    Speech(String tag, String html, String label) {
        this.tag = tag;
        this.html = html;
        this.label = label;
    }

    /** Its name in a form, a cookie and a file. */
    public String tag() {
        return tag;
    }

    /** HTML {@code lang}. */
    public String html() {
        return html;
    }

    /** What its speakers call it. */
    public String label() {
        return label;
    }

    /** The sentence in this language; easy Japanese where there is none is Japanese. */
    public String of(Text text) {
        return this == EN ? text.en() : text.ja();
    }

    /** The language of that tag; Japanese for any other. */
    static Speech tagged(String tag) {
        return Stream.of(values())
                .filter(speech -> speech.tag.equals(tag))
                .findFirst()
                .orElse(JA);
    }
}
