package madoguchi.stats;

import madoguchi.core.Text;

/** 本人確認の方法 – how somebody at the reader was identified, as far as the line tells it apart. */
public enum Way {
    /** 顔認証. */
    FACE("顔認証", "face"),
    /** 暗証番号. */
    PIN("暗証番号", "PIN"),
    /** 目視確認. */
    VISUAL("目視確認", "visual confirmation"),
    /** スマートフォン. */
    PHONE("スマートフォン", "phone"),
    /** 方法を選ぶ前に終わった – ended before a way was chosen. */
    NONE("方法を選ぶ前に終わった", "ended before a way was chosen");

    private final Text label;

    Way(String ja, String en) {
        this.label = new Text(ja, en);
    }

    /** What it is called. */
    public Text label() {
        return label;
    }
}
