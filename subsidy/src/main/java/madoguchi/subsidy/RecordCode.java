package madoguchi.subsidy;

import madoguchi.core.Text;

/** 誤りの番号 – one for each check of a registration record. The numbers are OURS: those of the official interface are not public ({@code pmh.md} §3, "suggested validation set"). */
public enum RecordCode {
    /** JSON の配列として最後まで読めません。送信が途切れていないか確かめ、もう一度送ってください。 */
    NOT_JSON(
            "SUB-E01",
            "",
            Severity.ERROR,
            "JSON の配列として最後まで読めません。送信が途切れていないか確かめ、もう一度送ってください。",
            "This is no JSON array up to its end. Check whether sending broke off, and send it again."),
    /** 登録する記録が一件もありません。 */
    EMPTY("SUB-E02", "", Severity.ERROR, "登録する記録が一件もありません。", "There is no record in it."),
    /** 記録（オブジェクト）ではありません。 */
    NOT_A_RECORD("SUB-E03", "", Severity.ERROR, "記録（オブジェクト）ではありません。", "This is no record (object)."),
    /** 記録が大きすぎます。項目の数と長さを見直してください。 */
    TOO_LARGE(
            "SUB-E04",
            "",
            Severity.ERROR,
            "記録が大きすぎます。項目の数と長さを見直してください。",
            "The record is too large. Check the number and length of its items."),
    /** この項目はありません。項目名を確かめてください。 */
    UNKNOWN_ITEM("SUB-E05", "", Severity.ERROR, "この項目はありません。項目名を確かめてください。", "There is no such item. Check its name."),
    /** 必ず要る項目がありません。 */
    MISSING("SUB-E06", "", Severity.ERROR, "必ず要る項目がありません。", "A required item is missing."),
    /** 値の型が違います（文字列・真偽値・配列・オブジェクトの別）。 */
    WRONG_TYPE(
            "SUB-E07",
            "",
            Severity.ERROR,
            "値の型が違います（文字列・真偽値・配列・オブジェクトの別）。",
            "The value has the wrong type (string, boolean, array or object)."),
    /** 機関別受給者証種別IDは半角英数字50文字以内です。 */
    TYPE_FORM(
            "SUB-E11",
            "orgSpecificCertificateTypeId",
            Severity.ERROR,
            "機関別受給者証種別IDは半角英数字50文字以内です。",
            "The certificate type has up to 50 half-width letters and digits."),
    /** この自治体の制度マスタに、この受給者証種別はありません。 */
    TYPE_UNKNOWN(
            "SUB-E12",
            "orgSpecificCertificateTypeId",
            Severity.ERROR,
            "この自治体の制度マスタに、この受給者証種別はありません。",
            "This municipality has no such certificate type in the scheme master."),
    /** 個人番号は半角数字12桁です。 */
    MY_NUMBER_FORM(
            "SUB-E13", "myNumber", Severity.ERROR, "個人番号は半角数字12桁です。", "A My Number has exactly 12 half-width digits."),
    /** 個人番号の検査用数字が合いません。 */
    MY_NUMBER_CHECK(
            "SUB-E14",
            "myNumber",
            Severity.ERROR,
            "個人番号の検査用数字が合いません。",
            "The check digit of the My Number does not fit."),
    /** 個人番号が別の項目にも書かれています。その項目から取り除いてください。この記録の値は保管していません。 */
    MY_NUMBER_ELSEWHERE(
            "SUB-E15",
            "",
            Severity.ERROR,
            "個人番号が別の項目にも書かれています。その項目から取り除いてください。この記録の値は保管していません。",
            "The My Number stands in another item, too. Remove it there. No value of this record was kept."),
    /** 氏名・カナ氏名・住所は1文字以上で書いてください。 */
    NAME_FORM(
            "SUB-E21",
            "basicFiveInfo",
            Severity.ERROR,
            "氏名・カナ氏名・住所は1文字以上で書いてください。",
            "Name, kana name and address must not be empty."),
    /** 生年月日は実在する日（YYYY-MM-DD）で、未来の日ではありません。 */
    BIRTH_FORM(
            "SUB-E22",
            "basicFiveInfo.dateOfBirth",
            Severity.ERROR,
            "生年月日は実在する日（YYYY-MM-DD）で、未来の日ではありません。",
            "The birth date is a real day (YYYY-MM-DD) and not in the future."),
    /** 性別は 1 または 2、あるいは 3（不明・その他）です。 */
    SEX_FORM(
            "SUB-E23",
            "basicFiveInfo.sex",
            Severity.ERROR,
            "性別は 1 または 2、あるいは 3（不明・その他）です。",
            "Sex is 1 or 2, or 3 (unknown, other)."),
    /** 個人番号と基本5情報が、別の人のものかもしれません。組を確かめてください。 */
    SOMEBODY_ELSE(
            "SUB-E25",
            "basicFiveInfo",
            Severity.ERROR,
            "この個人番号で資格が登録されている人と、基本5情報が別の人のもののようです。個人番号と基本5情報の組を、住民の記録で確かめてください。",
            "My Number and 基本5情報 seem to belong to different people. Check the pair against the residents' records."),
    /** 基本5情報に、資格の登録と違うところがあります。そのまま登録します。 */
    BASICS_DIFFER(
            "SUB-W26",
            "basicFiveInfo",
            Severity.WARNING,
            "基本5情報に、この個人番号の資格の登録と違うところがあります。改姓・転居・書き方の違いのこともあるため、そのまま登録します。住民の記録と合っているか確かめてください。",
            "基本5情報 differ somewhere from what insurers registered under this My Number: a new name or address, or another spelling. It is registered as it is; compare it with the residents' records."),
    /** 公費負担者番号は半角数字8桁です。 */
    PAYER_FORM(
            "SUB-E31",
            "medicalSubsidyInsurerNumber",
            Severity.ERROR,
            "公費負担者番号は半角数字8桁です。",
            "A payer number has 8 half-width digits."),
    /** 公費負担者番号の検証番号が合いません。 */
    PAYER_CHECK(
            "SUB-E32",
            "medicalSubsidyInsurerNumber",
            Severity.ERROR,
            "公費負担者番号の検証番号が合いません。",
            "The check digit of the payer number does not fit."),
    /** 公費負担者番号の検証番号が合いません。地方単独の制度では合わない番号もあるため、そのまま登録します。 */
    PAYER_CHECK_LOCAL(
            "SUB-W33",
            "medicalSubsidyInsurerNumber",
            Severity.WARNING,
            "公費負担者番号の検証番号が合いません。地方単独の制度では合わない番号もあるため、そのまま登録します。",
            "The check digit of the payer number does not fit. Local schemes may have such numbers, so it is registered as it is."),
    /** 公費負担者番号が、この受給者証種別の制度の番号ではありません。 */
    PAYER_SCHEME(
            "SUB-E34",
            "medicalSubsidyInsurerNumber",
            Severity.ERROR,
            "公費負担者番号が、この受給者証種別の制度の番号ではありません。",
            "The payer number is none of the scheme of this certificate type."),
    /** 受給者証名は1～100文字です。 */
    CERTIFICATE_NAME(
            "SUB-E35",
            "certificationName",
            Severity.ERROR,
            "受給者証名は1～100文字です。",
            "The name of the certificate has 1 to 100 characters."),
    /** 公費受給者番号は1～30文字です。 */
    RECIPIENT_FORM(
            "SUB-E36",
            "medicalSubsidyRecipientNumber",
            Severity.ERROR,
            "公費受給者番号は1～30文字です。",
            "A recipient number has 1 to 30 characters."),
    /** 国の制度の公費受給者番号は半角数字7桁です。 */
    RECIPIENT_NATIONAL(
            "SUB-E37",
            "medicalSubsidyRecipientNumber",
            Severity.ERROR,
            "国の制度の公費受給者番号は半角数字7桁です。",
            "The recipient number of a national scheme has 7 half-width digits."),
    /** 公費受給者番号の検証番号が合いません。 */
    RECIPIENT_CHECK(
            "SUB-E38",
            "medicalSubsidyRecipientNumber",
            Severity.ERROR,
            "公費受給者番号の検証番号が合いません。",
            "The check digit of the recipient number does not fit."),
    /** 文字数が多すぎます（短い項目は100、指定医療機関情報は2,000、券面の項目名は100、値は1,000まで）。 */
    TEXT_LENGTH(
            "SUB-E41",
            "",
            Severity.ERROR,
            "文字数が多すぎます（短い項目は100、指定医療機関情報は2,000、券面の項目名は100、値は1,000まで）。",
            "Too many characters (short items 100, designated institutions 2,000, labels 100 and values 1,000 on the certificate)."),
    /** 制度区分は「項目コード-コード」を ; でつなぎます。 */
    CONDITIONS_FORM(
            "SUB-E42",
            "additionalConditions",
            Severity.ERROR,
            "制度区分は「項目コード-コード」を ; でつなぎます。",
            "Conditions are pairs \"item-code\", joined by semicolons."),
    /** 常に償還払いは "0" または "1" です。 */
    REIMBURSEMENT_FORM(
            "SUB-E43",
            "isAlwaysReimbursement",
            Severity.ERROR,
            "常に償還払いは \"0\" または \"1\" です。",
            "Always-reimbursement is \"0\" or \"1\"."),
    /** 自己負担上限額の書き方が違います（種別・単位・円・回数、またぎの合算条件。docs/subsidy.md）。 */
    CEILING_FORM(
            "SUB-E44",
            "maxCopaymentAmount",
            Severity.ERROR,
            "自己負担上限額の書き方が違います（種別・単位・円・回数、またぎの合算条件。docs/subsidy.md）。",
            "The ceiling is not well formed (kind, span, yen, times, and what is summed; docs/subsidy.md)."),
    /** 実在する日を YYYY-MM-DD で書いてください。 */
    DATE_FORM("SUB-E45", "", Severity.ERROR, "実在する日を YYYY-MM-DD で書いてください。", "Write a real day as YYYY-MM-DD."),
    /** 有効期間の終わりが始まりより前です。 */
    PERIOD_ORDER("SUB-E46", "validTo", Severity.ERROR, "有効期間の終わりが始まりより前です。", "The period ends before it begins."),
    /** 履歴キーは1～100文字です。 */
    HISTORY_FORM("SUB-E47", "historyKey", Severity.ERROR, "履歴キーは1～100文字です。", "A history key has 1 to 100 characters."),
    /** 券面の項目は label と value の組で、50組までです。 */
    FACE_FORM(
            "SUB-E48",
            "certificationDetail",
            Severity.ERROR,
            "券面の項目は label と value の組で、50組までです。",
            "Items on the certificate are pairs of label and value, up to 50."),
    /** 同じ人・種別・サブキー・履歴キーの記録が、このファイルの前のほうにもあります。 */
    REPEATED(
            "SUB-E51",
            "historyKey",
            Severity.ERROR,
            "同じ人・種別・サブキー・履歴キーの記録が、このファイルの前のほうにもあります。",
            "A record with the same person, type, sub-key and history key stands earlier in this file.");

    /** 重さ. */
    public enum Severity {
        /** 誤り – the record is kept aside. */
        ERROR,
        /** 注意 – the record is taken. */
        WARNING
    }

    private final String code;
    private final String field;
    private final Severity severity;
    private final Text reason;

    RecordCode(String code, String field, Severity severity, String ja, String en) {
        this.code = code;
        this.field = field;
        this.severity = severity;
        this.reason = new Text(ja, en);
    }

    /** The number, such as {@code SUB-E13}. */
    public String code() {
        return code;
    }

    /** Whether the record can be taken all the same. */
    public Severity severity() {
        return severity;
    }

    /** What is wrong and what to do; never carries a value. */
    public Text reason() {
        return reason;
    }

    /** The fault at the item this check is about. */
    RecordFault fault() {
        return new RecordFault(this, field);
    }

    /** The fault at another item. */
    RecordFault at(String item) {
        return new RecordFault(this, item);
    }
}
