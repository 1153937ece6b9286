package madoguchi.stats;

import madoguchi.core.Text;

/** 数え方の結論 – what the rule table {@code counting} says of one verification. */
public enum Counted {
    /** 利用に数える – in numerator and denominator. */
    COUNTED("利用に数える", "counted as a use", "counted"),
    /** 分母にだけ入る. */
    DENOMINATOR("分母だけ", "denominator only", "in-denominator-only"),
    /** 数えない. */
    NOT("数えない", "not counted", "not-counted"),
    /** 決まっていない – the sources are silent; kept apart, in neither numerator nor denominator. */
    OPEN("未決（別に集計）", "open, kept apart", "ask-staff");

    private final Text label;
    private final String word;

    Counted(String ja, String en, String word) {
        this.label = new Text(ja, en);
        this.word = word;
    }

    /** What it is called. */
    public Text label() {
        return label;
    }

    /** The one of that word; throws {@link IllegalArgumentException} for a word the table does not have. */
    static Counted of(String word) {
        for (Counted one : values()) {
            if (one.word.equals(word)) {
                return one;
            }
        }
        throw new IllegalArgumentException("no verdict of counting");
    }
}
