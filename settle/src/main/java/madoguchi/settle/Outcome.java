package madoguchi.settle;

/** 処理結果 – what became of a receipt ({@code claims-uke.md} §8.3). */
public enum Outcome {
    /** 変更なし. */
    UNCHANGED,
    /** 枝番特定. */
    BRANCH_FILLED,
    /** 確認不能. */
    NOT_CONFIRMED,
    /** 振替. */
    TRANSFERRED,
    /** 分割. */
    SPLIT,
    /** 資格喪失（レセプト記載の保険者への請求）. */
    BILLED_AS_CLAIMED,
    /** 自動では分割できない（レセプト記載の保険者への請求）: the coverage changed within the month, and the receipt cannot be cut. */
    NOT_SPLIT,
    /** 資格喪失（証回収後）による返戻. */
    RETURNED_COLLECTED,
    /** 資格喪失（死亡）による返戻. */
    RETURNED_DEATH,
    /** 不詳：保険者間の調整へ. */
    PASSED_ON,
    /** 不詳：記載事項不備による返戻. */
    RETURNED_INCOMPLETE,
    /** 公費単独：対象外. */
    PUBLIC_ONLY,
    /** 読めないための返戻. */
    UNREADABLE;

    /** 返戻 – whether the receipt goes back to the facility. */
    public boolean isReturned() {
        return this == RETURNED_COLLECTED
                || this == RETURNED_DEATH
                || this == RETURNED_INCOMPLETE
                || this == UNREADABLE;
    }
}
