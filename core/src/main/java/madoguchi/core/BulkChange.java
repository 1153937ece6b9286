package madoguchi.core;

/** 前回からの変化 – whether this answer differs from the last one that the same facility got for the same question in a bulk inquiry. */
public enum BulkChange {
    /** 変更あり. */
    CHANGED(new Text("変更あり", "changed")),
    /** 変更なし. */
    SAME(new Text("変更なし", "unchanged")),
    /** 初めて – nothing to compare with. */
    FIRST(new Text("初めて", "first time")),
    /** 判定不能 – the peer does not tell. */
    UNKNOWN(new Text("判定不能", "not told"));

    private final Text label;

    BulkChange(Text label) {
        this.label = label;
    }

    /** What it is called. */
    public Text label() {
        return label;
    }
}
