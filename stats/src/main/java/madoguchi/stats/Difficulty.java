package madoguchi.stats;

import java.util.Optional;
import madoguchi.core.Text;

/** 窓口で発生している事例 – the choices of question 6 of seed 003, in its order and words. */
public enum Difficulty {
    /** 資格情報が無効. */
    INACTIVE("資格情報が無効", "the eligibility is inactive", "inactive", true),
    /** 該当の被保険者番号がない. */
    NOT_FOUND("該当の被保険者番号がない", "no such insured number", "not-found", true),
    /** 名前や住所の不一致 – against the answer before about the same person. */
    NAME_OR_ADDRESS("名前や住所の不一致", "name or address do not agree", "name-or-address", true),
    /** ●（くろまる）で出る. */
    BLACK_CIRCLE("●（くろまる）で出る", "shown as ●", "black-circle", true),
    /** カードリーダーの接続不良・認証エラー. */
    READER("カードリーダーの接続不良・認証エラー", "reader not connected, or an error of authentication", "reader", true),
    /** 限度額認定に誤りがあった – nothing that happens at the desk tells it. */
    LIMIT("限度額認定に誤りがあった", "a limit certificate was wrong", "limit", false),
    /** 負担割合の齟齬 – against the answer before about the same person. */
    SHARE("負担割合の齟齬", "the share does not agree", "share", true),
    /** 他人の情報の紐づけ – nothing that happens at the desk tells it. */
    OTHER_PERSON("他人の情報の紐づけ", "linked to another person", "other-person", false),
    /** 有効期限の切れたマイナ保険証での受診. */
    EXPIRED_CARD("有効期限の切れたマイナ保険証での受診", "an expired card", "expired-card", true),
    /** 「資格情報のお知らせ」のみ持参. */
    NOTICE_ONLY("「資格情報のお知らせ」のみ持参", "only the eligibility notice", "notice-only", true),
    /** 待ち時間増による患者さんからのクレーム – said, not recorded; the minutes are. */
    COMPLAINT("窓口での待ち時間増による患者さんからのクレーム", "complaints about waiting", "complaint", false);

    private final Text label;
    private final String word;
    private final boolean recorded;

    Difficulty(String ja, String en, String word, boolean recorded) {
        this.label = new Text(ja, en);
        this.word = word;
        this.recorded = recorded;
    }

    /** The choice in the survey's words. */
    public Text label() {
        return label;
    }

    /** In addresses and files. */
    public String word() {
        return word;
    }

    /** Whether what happens at the desk tells it. Where not, only a person can say so, and no figure stands for it: not even 0. */
    public boolean isRecorded() {
        return recorded;
    }

    /** The one of that word. */
    public static Optional<Difficulty> of(String word) {
        for (Difficulty one : values()) {
            if (one.word.equals(word)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }
}
