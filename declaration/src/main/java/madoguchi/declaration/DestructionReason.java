package madoguchi.declaration;

import madoguchi.core.Text;

/** 破棄の理由 – a declaration is destroyed promptly once the work for claim and payment is done (R-UNK-13). */
public enum DestructionReason implements Choice {
    /** 請求・支払の事務が終わった. */
    CLAIM_PAID("請求と支払の事務が終わった", "claim and payment are done"),
    /** 不要になった. */
    NOT_NEEDED("資格が確認できたなどの理由で、不要になった", "no longer needed, for example because eligibility was confirmed");

    private final Text label;

    DestructionReason(String ja, String en) {
        this.label = new Text(ja, en);
    }

    @Override
    public Text label() {
        return label;
    }
}
