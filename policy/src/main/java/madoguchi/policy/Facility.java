package madoguchi.policy;

import madoguchi.core.Text;

/** 施設の種類 – how a facility verifies eligibility. */
public enum Facility implements Listed {
    /** The ordinary facility. */
    ONLINE("オンライン資格確認の施設", "online verification"),
    /** 資格確認限定型 – its own phone, tablet or PC reads cards. */
    VERIFICATION_ONLY("資格確認限定型の施設", "verification-only type"),
    /** 義務化対象外施設 without any online verification (paper claims). */
    EXEMPT("義務化対象外で未導入の施設", "exempt, not connected");

    private final Text label;

    Facility(String ja, String en) {
        this.label = new Text(ja, en);
    }

    @Override
    public Text label() {
        return label;
    }
}
