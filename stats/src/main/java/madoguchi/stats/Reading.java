package madoguchi.stats;

import madoguchi.core.Text;

/** 読取の結果 – what came of a card or phone at the reader, as far as the rules of counting tell it apart. */
public enum Reading {
    /** Read, and the coverage is active. */
    ACTIVE("有効", "active", "active"),
    /** Read, and the answer was inactive, not found, ambiguous or not enrolled (gap G-05: whether it counts is not stated). */
    INACTIVE("無効・情報なし", "inactive or not found", "inactive"),
    /** Nothing was read: asked by number. */
    NOT_READ("読んでいない", "not read", "not-read");

    private final Text label;
    private final String word;

    Reading(String ja, String en, String word) {
        this.label = new Text(ja, en);
        this.word = word;
    }

    /** What it is called. */
    public Text label() {
        return label;
    }

    /** The word of the facet {@code read} of the rule table {@code counting}. */
    String word() {
        return word;
    }
}
