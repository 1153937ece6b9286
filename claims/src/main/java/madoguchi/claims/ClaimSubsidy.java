package madoguchi.claims;

import java.util.Optional;

/**
 * 請求から見た公費 – one subsidy of a reception, as the desk left it. In a list they stand in the order of application (公費優先順位).
 *
 * @param payer 公費負担者番号, 8 digits
 * @param recipient 公費受給者番号 as on the certificate; absent where it has none
 * @param state whether it was taken off at the counter
 * @param monthlyYen 自己負担上限額（月） that bounds everything, in yen; absent where there is none, or several
 */
public record ClaimSubsidy(String payer, Optional<String> recipient, State state, Optional<Long> monthlyYen) {

    /** 扱い. */
    public enum State {
        /** 現物給付. */
        IN_KIND,
        /** 償還払い – it must not stand on the claim. */
        REIMBURSED,
        /** 確認できていない. */
        NOT_CONFIRMED
    }

    /** Never prints the numbers. */
    @Override
    public String toString() {
        return "ClaimSubsidy[" + state + "]";
    }
}
