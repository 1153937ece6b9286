package madoguchi.charge;

import madoguchi.core.Text;

/** 確かさ – how sure a row is. */
public enum Certainty {
    /** Official text or verified. */
    OFFICIAL("H", "公式の資料", "official source"),
    /** One secondary source, or a consistent inference. */
    SECONDARY("M", "二次の資料", "secondary source"),
    /** General knowledge or an assumption, to be checked. */
    ASSUMED("L", "要確認", "to be checked"),
    /** An invented example of the sample town. */
    INVENTED("X", "見本（架空）", "invented sample");

    private final String letter;
    private final Text label;

    Certainty(String letter, String ja, String en) {
        this.letter = letter;
        this.label = new Text(ja, en);
    }

    /** The name on screens. */
    public Text label() {
        return label;
    }

    /** Whether a screen must say that it is not sure. */
    public boolean isDoubtful() {
        return this == ASSUMED || this == INVENTED;
    }

    static Certainty of(String letter) {
        for (Certainty one : values()) {
            if (one.letter.equals(letter)) {
                return one;
            }
        }
        throw new IllegalArgumentException("no such certainty: " + letter);
    }
}
