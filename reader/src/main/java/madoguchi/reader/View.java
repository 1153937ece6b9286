package madoguchi.reader;

/**
 * 見え方 – the language and look the patient at the screen chose. Forgotten when they leave.
 *
 * @param speech the language
 * @param contrast 白黒反転
 * @param large 大きな文字
 * @param quiet 音なし
 * @param voice 音声案内: the screen is read aloud
 */
public record View(Speech speech, boolean contrast, boolean large, boolean quiet, boolean voice) {

    /** ことば – texts stand in {@code texts_<tag>.properties}; a further language is a further file and a line here. */
    public enum Speech {
        /** 日本語. */
        JA("ja", "ja", "日本語"),
        /** やさしい日本語. */
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

        /** What names its file. */
        public String tag() {
            return tag;
        }

        /** The language tag for HTML. */
        public String html() {
            return html;
        }

        /** What it calls itself. */
        public String label() {
            return label;
        }
    }

    /** What tells one look from another in a few letters, such as {@code ja} or {@code en-contrast-voice}. */
    String code() {
        return speech.tag()
                + (contrast ? "-contrast" : "")
                + (large ? "-large" : "")
                + (quiet ? "-quiet" : "")
                + (voice ? "-voice" : "");
    }

    /** As the screen greets everybody. */
    public static final View USUAL = new View(Speech.JA, false, false, false, false);

    /** In another language. */
    public View speaking(Speech other) {
        return new View(other, contrast, large, quiet, voice);
    }

    /** With the other contrast. */
    public View inverted() {
        return new View(speech, !contrast, large, quiet, voice);
    }

    /** With the other size of letters. */
    public View resized() {
        return new View(speech, contrast, !large, quiet, voice);
    }

    /** Without sounds: what they say stays on the screen. */
    public View silenced() {
        return new View(speech, contrast, large, true, voice);
    }

    /** Read aloud, or no longer. */
    public View voiced() {
        return new View(speech, contrast, large, quiet, !voice);
    }
}
