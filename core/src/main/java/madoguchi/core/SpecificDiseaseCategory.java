package madoguchi.core;

/** 特定疾病区分 – OQSCD013. */
public enum SpecificDiseaseCategory implements Coded {
    /** 人工腎臓を実施する慢性腎不全. */
    DIALYSIS("1", "人工腎臓（慢性腎不全）", "dialysis (chronic renal failure)"),
    /** 先天性血液凝固因子障害（第Ⅷ・第Ⅸ因子）. */
    HAEMOPHILIA("2", "先天性血液凝固因子障害", "congenital clotting factor disorder"),
    /** 血液製剤由来HIV感染症. */
    HIV_BLOOD_PRODUCTS("3", "血液製剤由来HIV感染症", "HIV from blood products");

    private final String code;
    private final Text label;

    SpecificDiseaseCategory(String code, String ja, String en) {
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
