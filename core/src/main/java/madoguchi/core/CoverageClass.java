package madoguchi.core;

/** 被保険者証区分 – OQSCD010. Codes voided by the reform that took the cards away still come for older dates and are passed through. */
public enum CoverageClass implements Coded {
    /** 一般. */
    GENERAL("01", "一般", "general"),
    /** 退職. */
    RETIRED("02", "退職", "retired"),
    /** 短期（一般）. */
    SHORT_GENERAL("03", "短期（一般）", "short-term (general)"),
    /** 短期（退職）. */
    SHORT_RETIRED("04", "短期（退職）", "short-term (retired)"),
    /** 特別療養費支給対象者（旧 被保険者資格証明書）. The patient pays in full and is reimbursed. */
    SPECIAL_MEDICAL_EXPENSES("05", "特別療養費", "special medical expenses"),
    /** 特例退職. */
    SPECIALLY_RETIRED("06", "特例退職", "specially retired"),
    /** 自衛官. */
    SELF_DEFENSE("07", "自衛官", "Self-Defense Forces"),
    /** 医療扶助. */
    MEDICAL_ASSISTANCE("A1", "医療扶助", "medical assistance");

    private final String code;
    private final Text label;

    CoverageClass(String code, String ja, String en) {
        this.code = code;
        this.label = new Text(ja, en);
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public Text label() {
        return label;
    }
}
