package madoguchi.hub;

import java.util.Optional;
import madoguchi.core.Coded;
import madoguchi.core.Text;

/** 所見の種類 – what can be wrong with the registers, how serious it usually is, and what to do about it. */
public enum QualityKind implements Coded {
    /** 誤紐付けの疑い: coverages of one person look like different people. */
    MIXED_PERSON(
            "WRONG-1",
            Gravity.SERIOUS,
            "誤紐付けの疑い（一人に別人の資格）",
            "Suspected wrong link (another's coverage with one person)",
            "保険者に本人を確かめてもらい、別人なら二人の担当者で紐付けを直してください。",
            "Have the insurer confirm who it is. If it is another person, two operators mend the link."),
    /** 同一人の疑い: two persons look like one. */
    LOOK_ALIKE(
            "WRONG-2",
            Gravity.SERIOUS,
            "同一人の疑い（二人に分かれた資格）",
            "Suspected wrong link (one person's coverages with two persons)",
            "両方の保険者に個人番号を確かめてもらい、同じ人なら二人の担当者で紐付けを直してください。",
            "Have both insurers check the My Number. If it is one person, two operators mend the link."),
    /** 二重加入: two coverages hold on the day of the report. */
    TWO_AT_ONCE(
            "TWICE",
            Gravity.SERIOUS,
            "二重加入（基準日に二つの資格）",
            "Two coverages on the day of the report",
            "先の資格の喪失届が出ているか、先の保険者に確かめてください。",
            "Ask the earlier insurer whether the loss was reported."),
    /** 重複: two coverages shared days. */
    OVERLAP(
            "OVERLAP",
            Gravity.ATTENTION,
            "資格の重複",
            "Overlap of two coverages",
            "両方の保険者で取得日と喪失日を確かめてください。",
            "Both insurers check the first day and the day of loss."),
    /** 空白: days between two coverages. */
    GAP(
            "GAP",
            Gravity.ATTENTION,
            "資格の空白",
            "Gap between two coverages",
            "後の保険者が資格取得年月日を確かめてください。空白の間の加入先も本人に確かめます。",
            "The later insurer checks its first day, and asks where the person was covered meanwhile."),
    /** 取得の登録遅れ. */
    LATE_START(
            "LATE-1",
            Gravity.ATTENTION,
            "資格取得の登録遅れ",
            "Coverage registered late",
            "届出から登録までのどこで遅れたかを確かめてください。",
            "Find out where between report and registration the days were lost."),
    /** 喪失の登録遅れ: a lost number went on as valid. */
    LATE_LOSS(
            "LATE-2",
            Gravity.ATTENTION,
            "資格喪失の登録遅れ（失効した番号が有効のまま）",
            "Loss registered late (a lost number went on as valid)",
            "届出から登録までのどこで遅れたかを確かめてください。この間の請求は返戻になり得ます。",
            "Find out where the days were lost. Claims from these days may be returned."),
    /** 被扶養者の取り残し. */
    DEPENDENT_LEFT_BEHIND(
            "LEFT",
            Gravity.ATTENTION,
            "被扶養者の取り残し",
            "Dependant left behind",
            "被保険者本人は資格を失っています。被扶養者の喪失の登録を確かめてください。",
            "The insured person's coverage has ended. Check the dependant's loss."),
    /** 検証番号の誤り. */
    CHECK_DIGIT(
            "DIGIT",
            Gravity.ATTENTION,
            "保険者番号の検証番号が合わない",
            "Check digit of the insurer number does not fit",
            "保険者番号を直して登録し直してください。",
            "Register again under the right insurer number."),
    /** 番号の形の誤り. */
    NUMBER_FORM(
            "FORM",
            Gravity.ATTENTION,
            "記号・番号の形が制度に合わない",
            "Symbol or number does not have the scheme's form",
            "記号と番号を確かめてください。",
            "Check symbol and number."),
    /** 枝番なし. */
    BRANCH_MISSING(
            "BRANCH",
            Gravity.MINOR,
            "枝番がない",
            "Branch number missing",
            "枝番を登録してください。番号だけの照会で家族と区別できません。",
            "Register the branch number: asked by number, the family cannot be told apart."),
    /** 喪失事由なし. */
    NO_REASON(
            "REASON",
            Gravity.MINOR,
            "喪失事由がない",
            "Loss without a reason",
            "喪失事由を登録してください。",
            "Register the reason of the loss."),
    /** 証の期限切れ. */
    CERTIFICATE_EXPIRED(
            "EXPIRED",
            Gravity.ATTENTION,
            "証の有効期限が切れ、資格は続いている",
            "Certificate expired, coverage goes on",
            "更新した証の期限を登録するか、喪失の登録もれを確かめてください。",
            "Register the renewed certificate, or check for a loss not registered."),
    /** 未就学区分の不一致. */
    PRESCHOOL(
            "SCHOOL",
            Gravity.ATTENTION,
            "未就学区分が年齢に合わない",
            "Preschool flag does not fit the age",
            "未就学区分を直してください。負担割合（2割・3割）に関わります。",
            "Mend the flag: the share (20 or 30 %) depends on it."),
    /** 負担割合なし（後期高齢者）. */
    SHARE_MISSING(
            "SHARE",
            Gravity.ATTENTION,
            "後期高齢者の負担割合がない",
            "Share missing for late-stage elderly care",
            "一部負担金割合を登録してください。",
            "Register the copayment rate."),
    /** 高齢受給者証なし（70〜74歳）. */
    ELDERLY_CERTIFICATE(
            "ELDERLY",
            Gravity.ATTENTION,
            "70～74歳で高齢受給者証の情報がない",
            "Elderly recipient certificate missing at 70 to 74",
            "高齢受給者証の期間と割合を登録してください。",
            "Register the certificate's period and share."),
    /** 黒丸. */
    BLACK_CIRCLE(
            "CIRCLE",
            Gravity.MINOR,
            "氏名に●（黒丸）がある",
            "Name with a black circle",
            "氏名の文字を共通の字に置き換えて登録できるか確かめてください。資格は有効です（R-BLK-01）。",
            "See whether the letter can be registered in the common repertoire. The coverage is valid (R-BLK-01)."),
    /** カナなし. */
    NO_KANA(
            "KANA",
            Gravity.MINOR,
            "氏名カナがない",
            "Name without kana",
            "氏名カナを登録してください。紐付けの確認に使います。",
            "Register the reading: links are checked by it.");

    private final String code;
    private final Gravity gravity;
    private final Text label;
    private final Text advice;

    QualityKind(String code, Gravity gravity, String ja, String en, String adviceJa, String adviceEn) {
        this.code = code;
        this.gravity = gravity;
        this.label = new Text(ja, en);
        this.advice = new Text(adviceJa, adviceEn);
    }

    /** The kind in files, addresses and the database; stays when the words change. */
    @Override
    public String code() {
        return code;
    }

    @Override
    public Text label() {
        return label;
    }

    /** How serious it usually is; one finding may weigh less. */
    public Gravity gravity() {
        return gravity;
    }

    /** What to do. */
    public Text advice() {
        return advice;
    }

    /** The kind of this code; empty when there is none. */
    static Optional<QualityKind> coded(String code) {
        for (QualityKind kind : values()) {
            if (kind.code.equals(code)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
