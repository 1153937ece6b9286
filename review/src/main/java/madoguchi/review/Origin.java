package madoguchi.review;

/** 差出人の種別 – who sends a claim file to the agency. */
public enum Origin {
    /** 医療機関・薬局 – claims for the first time, or again after a return. */
    FACILITY,
    /** 保険者等 – sends back receipts of one facility that it was billed for, because the coverage is not right ({@code claims-uke.md} §5.2, 確認区分 11 to 14). */
    INSURER
}
