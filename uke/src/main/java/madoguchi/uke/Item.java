package madoguchi.uke;

/** 項目 – what a field means, wherever the layout of the file puts it; the names are in {@code layouts.csv}. */
public enum Item {
    /** 審査支払機関. */
    BODY,
    /** 都道府県. */
    PREFECTURE,
    /** 点数表. */
    FEE_TABLE,
    /** 医療機関コード（7桁）. */
    INSTITUTION,
    /** 医療機関名称. */
    INSTITUTION_NAME,
    /** 請求年月. */
    CLAIM_MONTH,
    /** マルチボリューム識別. */
    VOLUME,
    /** 電話番号. */
    PHONE,
    /** レセプト番号. */
    RECEIPT_NUMBER,
    /** レセプト種別. */
    RECEIPT_TYPE,
    /** 診療年月・調剤年月. */
    SERVICE_MONTH,
    /** 氏名. */
    NAME,
    /** 男女区分. */
    SEX,
    /** 生年月日. */
    BIRTH,
    /** 給付割合. */
    BENEFIT_RATE,
    /** 入院年月日. */
    ADMISSION,
    /** 病棟区分. */
    WARD,
    /** 標準負担額区分. */
    STANDARD_SHARE,
    /** レセプト特記事項. */
    SPECIAL_REMARKS,
    /** カルテ番号等. */
    CHART,
    /** 検索番号. */
    SEARCH_NUMBER,
    /** 請求情報. */
    CLAIM_NOTE,
    /** カタカナ氏名. */
    KANA,
    /** 保険者番号. */
    INSURER,
    /** 記号. */
    SYMBOL,
    /** 番号. */
    NUMBER,
    /** 診療実日数・処方箋受付回数. */
    DAYS,
    /** 点数・合計点数. */
    POINTS,
    /** 食事回数. */
    MEALS,
    /** 食事合計金額（円）. */
    MEAL_YEN,
    /** 負担金額（円）. */
    SHARE_YEN,
    /** 公費負担者番号. */
    PAYER,
    /** 受給者番号. */
    RECIPIENT,
    /** 負担者種別. */
    PAYER_KIND,
    /** 確認区分. */
    CONFIRMATION,
    /** 保険者番号等（資格確認）. */
    FOUND_INSURER,
    /** 記号（資格確認）. */
    FOUND_SYMBOL,
    /** 番号（資格確認）. */
    FOUND_NUMBER,
    /** 枝番. */
    BRANCH,
    /** 受給者番号（資格確認）. */
    FOUND_RECIPIENT,
    /** 日ごとの欄の1日目（受診等区分・算定日）. */
    DAY,
    /** 窓口負担額区分. */
    COPAYMENT_KIND,
    /** 傷病名コード. */
    DISEASE,
    /** 診療開始日. */
    DISEASE_START,
    /** 転帰区分. */
    OUTCOME,
    /** 傷病名称. */
    DISEASE_NAME,
    /** 診療識別. */
    CATEGORY,
    /** 負担区分. */
    BURDEN,
    /** 診療行為・医薬品・特定器材・コメントのコード. */
    CODE,
    /** 数量・使用量. */
    QUANTITY,
    /** 回数. */
    COUNT,
    /** 文字データ. */
    TEXT,
    /** 症状詳記区分. */
    NOTE_KIND,
    /** 総件数. */
    TOTAL_COUNT,
    /** 総合計点数. */
    TOTAL_POINTS
}
