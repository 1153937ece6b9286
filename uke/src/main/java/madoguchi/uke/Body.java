package madoguchi.uke;

import madoguchi.core.Text;

/** 審査支払機関 – the body a claim file is sent to. Source: {@code claims-uke.md} §2 IR. */
public enum Body implements Code {
    /** 社会保険診療報酬支払基金. */
    HEALTH_INSURANCE("1", "社会保険診療報酬支払基金", "Health Insurance Claims Review & Reimbursement Services"),
    /** 国民健康保険団体連合会. */
    FEDERATION("2", "国民健康保険団体連合会", "federation of national health insurance associations");

    private final String code;
    private final Text label;

    Body(String code, String ja, String en) {
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
