package madoguchi.reader;

import madoguchi.core.Text;

/** 本人確認の方法 – how the holder of a card or phone was confirmed ({@code jpki-reader.md} §0.3). */
public enum HolderCheck {
    /** 顔認証. */
    FACE("顔認証", "face"),
    /** 暗証番号. */
    PIN("暗証番号", "PIN"),
    /** 目視確認 – by the eyes of staff. */
    VISUAL("目視", "by the eyes of staff"),
    /** スマートフォンの暗証番号 – Android's own, apart from the card's. */
    PHONE_PIN("スマートフォンの暗証番号", "PIN of the phone"),
    /** スマートフォンの生体認証 – done on the iPhone. */
    PHONE_BIOMETRICS("スマートフォンの生体認証", "biometrics of the phone");

    private final Text label;

    HolderCheck(String ja, String en) {
        this.label = new Text(ja, en);
    }

    /** What it is called. */
    public Text label() {
        return label;
    }
}
