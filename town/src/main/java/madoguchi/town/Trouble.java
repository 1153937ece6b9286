package madoguchi.town;

import java.util.Arrays;
import java.util.NoSuchElementException;
import madoguchi.core.Text;

/** 窓口で起きたこと – the categories of the survey among clinics ({@code policy-timeline.md} Part 3, question 6). */
public enum Trouble {
    /** 資格情報が無効. */
    SHOWN_INVALID("資格情報が無効", "eligibility shown as invalid"),
    /** 該当番号なし. */
    NO_SUCH_NUMBER("該当番号なし", "no such number"),
    /** 名前・住所の不一致. */
    NAME_OR_ADDRESS_DIFFERS("名前住所不一致", "name or address differs"),
    /** 黒丸. */
    BLACK_CIRCLE("黒丸", "● in the name"),
    /** 接続不良・認証エラー. */
    CONNECTION("接続不良", "connection or authentication failed"),
    /** 限度額の誤り. */
    LIMIT_WRONG("限度額誤り", "limit class wrong"),
    /** 負担割合の齟齬. */
    RATE_DIFFERS("負担割合齟齬", "copayment rate differs"),
    /** 他人の紐づけ. */
    LINKED_TO_ANOTHER("他人紐づけ", "linked to another person"),
    /** 期限切れのマイナ保険証. */
    EXPIRED_CARD("期限切れカード", "expired card"),
    /** お知らせのみ持参. */
    NOTICE_ONLY("お知らせのみ", "brings only the eligibility notice"),
    /** 待ち時間のクレーム. */
    WAITING("待ち時間", "complaint about waiting"),
    /** なし. */
    NONE("なし", "no trouble");

    private final Text label;

    Trouble(String ja, String en) {
        this.label = new Text(ja, en);
    }

    /** The name on screens. */
    public Text label() {
        return label;
    }

    /** The category with this Japanese name, as {@code people.yaml} has it. Throws {@link NoSuchElementException} on another word. */
    static Trouble named(String ja) {
        return Arrays.stream(values())
                .filter(trouble -> trouble.label.ja().equals(ja))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no such trouble: " + ja));
    }
}
