package madoguchi.charge;

/** 管理票の出来事 – one fact of a ceiling ledger. A correction is a new fact. */
public sealed interface LedgerFact {

    /** 記入. */
    record Entered(LedgerEntry entry) implements LedgerFact {}

    /**
     * 取り消し – an entry was a mistake.
     *
     * @param no which entry: the place of its fact in the ledger, from 1
     */
    record Struck(int no) implements LedgerFact {}
}
