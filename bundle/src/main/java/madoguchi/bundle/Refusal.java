package madoguchi.bundle;

import madoguchi.core.Text;

/** 受け付けない理由 – why a bundle is not used. The names are stored. */
public enum Refusal {
    /** 大きすぎる. */
    TOO_LARGE("規則の束が大きすぎます。発行者に知らせてください。", "The bundle is too large. Tell its issuer."),
    /** 途中で切れている. */
    TRUNCATED("規則の束が途中で切れています。もう一度取り寄せてください。", "The bundle breaks off. Fetch it again."),
    /** 束ではない. */
    UNREADABLE("規則の束として読めません。", "This cannot be read as a bundle of rules."),
    /** 知らない鍵. */
    UNKNOWN_KEY(
            "署名した鍵が、ここで信頼されている鍵ではありません。発行者の新しい公開鍵を確かめて加えてください。",
            "It is signed with a key that is not trusted here. Check and add the issuer's new public key."),
    /** 署名が合わない. */
    BAD_SIGNATURE(
            "署名が合いません。途中で書き換えられたか、壊れています。",
            "The signature does not fit. The bundle was changed on its way, or is damaged."),
    /** 新しくない. */
    NOT_NEWER(
            "今あるものより新しくありません。前の規則には戻しません。",
            "It is not newer than the one held. There is no way back to earlier rules."),
    /** 規則ファイルの誤り. */
    FAULTY_FILES("規則ファイルに誤りがあります。", "The rule files have faults."),
    /** 抜け・重なり. */
    NOT_TOTAL("決める行のない状況か、二つの行が決める状況があります。", "Some situation is decided by no row, or by two."),
    /** 足りない表・区分. */
    UNFIT("このプログラムが使う表か区分がありません。", "A table or a kind that this program needs is missing.");

    private final Text sentence;

    Refusal(String ja, String en) {
        sentence = new Text(ja, en);
    }

    /** 理由の文 – for screens and reports. */
    public Text sentence() {
        return sentence;
    }
}
