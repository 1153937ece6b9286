package madoguchi.leaflet;

import java.util.Arrays;
import java.util.Optional;
import madoguchi.core.Text;

/** 言葉づかい – in which words a print speaks. */
public enum Voice {
    /** 日本語. */
    JA("ja", "ja", new Text("日本語", "Japanese")),
    /** やさしい日本語 – short sentences, plain words, for people who are learning Japanese. */
    EASY("easy", "ja", new Text("やさしい日本語", "plain Japanese")),
    /** English. */
    EN("en", "en", new Text("英語", "English"));

    private final String word;
    private final String tag;
    private final Text label;

    Voice(String word, String tag, Text label) {
        this.word = word;
        this.tag = tag;
        this.label = label;
    }

    /** The word in addresses and on the command line: {@code ja}, {@code easy}, {@code en}. */
    public String word() {
        return word;
    }

    /** The language tag of the paper: {@code ja} or {@code en}. */
    public String tag() {
        return tag;
    }

    /** The name on screens. */
    public Text label() {
        return label;
    }

    /** The voice of this word; empty when there is none. */
    public static Optional<Voice> of(String word) {
        return Arrays.stream(values()).filter(voice -> voice.word.equals(word)).findFirst();
    }
}
