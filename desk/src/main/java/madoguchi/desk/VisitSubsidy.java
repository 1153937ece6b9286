package madoguchi.desk;

import madoguchi.core.SubsidyCertificate;

/**
 * 受付の公費 – one subsidy of a reception as the desk left it, for those who claim.
 *
 * @param certificate what it says
 * @param state whether it was taken off at the counter
 */
public record VisitSubsidy(SubsidyCertificate certificate, State state) {

    /** 扱い. */
    public enum State {
        /** 現物給付. */
        IN_KIND,
        /** 償還払い – confirmed, but the patient asks the office. */
        REIMBURSED,
        /** この受付で確認できていない. */
        NOT_CONFIRMED
    }
}
