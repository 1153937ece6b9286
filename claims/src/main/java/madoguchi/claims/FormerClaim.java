package madoguchi.claims;

import java.util.List;
import madoguchi.core.InsuredId;
import madoguchi.core.Parsed;
import madoguchi.core.Problem;
import madoguchi.policy.Policy;
import madoguchi.uke.Item;
import madoguchi.uke.Letters;
import madoguchi.uke.Receipt;
import madoguchi.uke.RecordId;
import madoguchi.uke.Remarks;

/** 旧資格での請求 – a receipt with the old number and the remark 旧資格情報 first; everything else stays ({@code claims-uke.md} §7). */
public final class FormerClaim {

    private static final String FORMER = "former";

    private final Policy policy;

    /** Built by these rules. */
    public FormerClaim(Policy policy) {
        this.policy = policy;
    }

    /**
     * Makes the receipt one with the former coverage.
     *
     * @param receipt of the claims computer
     * @param visit the reception it is about; decides whether it may
     * @param former the old number
     * @return faults where the rules do not allow it, with what to do instead
     */
    public Parsed<Receipt> of(Receipt receipt, ClaimVisit visit, InsuredId former) {
        List<Problem> problems = ClaimRules.against(policy, visit, FORMER);
        return problems.isEmpty() ? Parsed.of(built(receipt, former)) : new Parsed.Faults<>(problems);
    }

    private static Receipt built(Receipt receipt, InsuredId former) {
        Receipt numbered = receipt;
        for (Correction correction : numbers(receipt, former)) {
            numbered = correction.applied(numbered);
        }
        return numbered.hasComment(Remarks.FORMER)
                ? numbered
                : new Head(receipt).and(Remarks.FORMER, "").on(numbered);
    }

    private static List<Correction> numbers(Receipt receipt, InsuredId former) {
        return List.of(
                Correction.of(
                        receipt, RecordId.HO, Item.INSURER, former.insurer().paddedWithSpaces()),
                Correction.of(
                        receipt,
                        RecordId.HO,
                        Item.SYMBOL,
                        Letters.official(former.symbol().orElse(""))),
                Correction.of(receipt, RecordId.HO, Item.NUMBER, Letters.official(former.number())),
                Correction.of(receipt, RecordId.SN, Item.BRANCH, former.branch().orElse("")));
    }
}
