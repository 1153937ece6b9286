package madoguchi.core;

import java.util.Optional;

/** 閲覧同意の範囲 – what a person lets a facility see, one consent each. Codes by OQSCD036, which has none for 限度額. */
public enum ConsentScope {
    /** 薬剤情報. */
    MEDICINES("YZK", "薬剤情報", "medicines"),
    /** 診療情報. */
    TREATMENT("SRJ", "診療情報", "treatment"),
    /** 手術情報. */
    OPERATIONS("SHJ", "手術情報", "operations"),
    /** 特定健診情報. */
    CHECKUPS("TKK", "特定健診情報", "check-ups"),
    /** 特定疾病療養受療証. */
    DISEASES("TSR", "特定疾病療養受療証", "specific-disease certificate"),
    /** 限度額適用認定証. */
    LIMIT("", "限度額適用認定証", "limit certificate");

    private final String code;
    private final Text label;

    ConsentScope(String code, String ja, String en) {
        this.code = code;
        this.label = new Text(ja, en);
    }

    /** 閲覧同意情報種別 (OQSCD036); empty where the list has none. */
    public Optional<String> code() {
        return Optional.of(code).filter(text -> !text.isEmpty());
    }

    /** What it is called. */
    public Text label() {
        return label;
    }
}
