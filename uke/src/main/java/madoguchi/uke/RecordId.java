package madoguchi.uke;

import madoguchi.core.Text;

/** レコード識別情報 – the two letters a record begins with ({@code claims-uke.md} §1.1). Records that are not listed are {@link #OTHER} and carried. */
public enum RecordId {
    /** 医療機関情報. */
    IR("医療機関情報", "institution"),
    /** 受付情報（歯科）. */
    UK("受付情報", "file head (dental)"),
    /** 薬局情報. */
    YK("薬局情報", "pharmacy"),
    /** 訪問看護ステーション情報. */
    HM("訪問看護ステーション情報", "home-nursing station"),
    /** レセプト共通. */
    RE("レセプト共通", "receipt"),
    /** 保険者. */
    HO("保険者", "insurer"),
    /** 公費. */
    KO("公費", "public payer"),
    /** 資格確認. */
    SN("資格確認", "eligibility"),
    /** 受診日等. */
    JD("受診日等", "visit days"),
    /** 窓口負担額. */
    MF("窓口負担額", "copayment"),
    /** 傷病名. */
    SY("傷病名", "disease"),
    /** 傷病名部位（歯科）. */
    HS("傷病名部位", "disease and tooth"),
    /** 診療行為. */
    SI("診療行為", "act"),
    /** 医薬品. */
    IY("医薬品", "medicine"),
    /** 特定器材. */
    TO("特定器材", "material"),
    /** 歯科診療行為. */
    SS("歯科診療行為", "dental act"),
    /** コメント. */
    CO("コメント", "comment"),
    /** 摘要欄（調剤）. */
    TK("摘要欄", "remarks (dispensing)"),
    /** 症状詳記. */
    SJ("症状詳記", "detailed note"),
    /** 診療報酬請求書. */
    GO("請求書", "totals"),
    /** 国保連固有情報. */
    KH("国保連固有情報", "federation's own"),
    /** 包括評価対象外理由. */
    GR("包括評価対象外理由", "why not DPC"),
    /** 診断群分類. */
    BU("診断群分類", "diagnosis group"),
    /** 傷病（DPC）. */
    SB("傷病", "diseases (DPC)"),
    /** 患者基礎. */
    KK("患者基礎", "patient data (DPC)"),
    /** 診療関連. */
    SK("診療関連", "operations (DPC)"),
    /** 外泊. */
    GA("外泊", "nights away"),
    /** 包括評価. */
    HH("包括評価", "bundled evaluation"),
    /** 合計調整. */
    GT("合計調整", "adjusted totals"),
    /** コーディングデータ. */
    CD("コーディングデータ", "coding data"),
    /** 処方基本. */
    SH("処方基本", "prescription"),
    /** 調剤情報. */
    CZ("調剤情報", "dispensing"),
    /** 基本料・薬学管理料. */
    KI("基本料・薬学管理料", "basic fees"),
    /** 分割技術料. */
    ST("分割技術料", "fees of parts"),
    /** 臓器提供者レセプト情報. */
    TI("臓器提供者情報", "organ donor"),
    /** 臓器提供者 請求情報. */
    TR("臓器提供者情報", "organ donor"),
    /** 臓器提供者 病名情報. */
    TS("臓器提供者情報", "organ donor"),
    /** 指示（訪問看護）. */
    IH("訪問看護指示", "instruction"),
    /** 訪問看護 情報. */
    HJ("訪問看護情報", "home nursing"),
    /** 訪問看護 情報. */
    JS("訪問看護情報", "home nursing"),
    /** 訪問看護 情報. */
    RJ("訪問看護情報", "home nursing"),
    /** 訪問看護 療養費. */
    KA("訪問看護療養費", "home-nursing fee"),
    /** レセプト管理. */
    MN("レセプト管理", "receipt management", false),
    /** 返戻医療機関. */
    HI("返戻", "returned: head", false),
    /** 返戻理由. */
    HR("返戻理由", "returned: reason", false),
    /** 返戻合計. */
    HG("返戻合計", "returned: total", false),
    /** 補正理由. */
    JY("補正理由", "reason of correction", false),
    /** 審査運用. */
    EX("審査運用", "review operation", false),
    /** レコード管理. */
    RC("記録管理", "record control", false),
    /** オンライン資格確認データ. */
    ON("資格確認運用", "online check", false),
    /** 再審査等 対象種別. */
    MD("再審査等", "re-examination", false),
    /** 再審査等. */
    RT("再審査等", "re-examination", false),
    /** 再審査等. */
    JR("再審査等", "re-examination", false),
    /** 再審査等. */
    MK("再審査等", "re-examination", false),
    /** 未知の記録 – any other; carried. */
    OTHER("未知の記録", "unknown record");

    static final int CODES = 26 * 26;
    private static final RecordId[] BY_CODE = byCode();

    private final Text label;
    private final boolean written;

    RecordId(String ja, String en) {
        this(ja, en, true);
    }

    RecordId(String ja, String en, boolean written) {
        this.label = new Text(ja, en);
        this.written = written;
    }

    private static RecordId[] byCode() {
        RecordId[] table = new RecordId[CODES];
        java.util.Arrays.fill(table, OTHER);
        for (RecordId id : values()) {
            if (id != OTHER) {
                table[(id.name().charAt(0) - 'A') * 26 + id.name().charAt(1) - 'A'] = id;
            }
        }
        return table;
    }

    /** The two letters at a line's beginning as a number below {@link #CODES}, or -1 when there are no two capital letters alone in the first field. */
    static int code(byte[] bytes, int from, int to) {
        if (to - from < 2 || (to - from > 2 && bytes[from + 2] != ',')) {
            return -1;
        }
        int first = bytes[from] - 'A';
        int second = bytes[from + 1] - 'A';
        return first >= 0 && first < 26 && second >= 0 && second < 26 ? first * 26 + second : -1;
    }

    static RecordId ofCode(int code) {
        return code < 0 ? OTHER : BY_CODE[code];
    }

    /** The name on screens. */
    public Text label() {
        return label;
    }

    /** Whether a facility may write it in a first claim; false for what payers and the review body add (§1.1). */
    public boolean writtenByFacility() {
        return written;
    }
}
