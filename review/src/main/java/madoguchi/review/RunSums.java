package madoguchi.review;

import madoguchi.settle.Bill;
import madoguchi.settle.Outcome;
import madoguchi.uke.Totals;

/**
 * 処理の合計 – what a run has come to so far. In points: claimed = billed + returned + adjusted, or something was lost or made.
 *
 * @param receipts how many were settled
 * @param points that they claimed
 * @param billed points that go on to insurers and public payers
 * @param returned points that go back to facilities
 * @param adjusted points passed on to the adjustment among insurers
 */
record RunSums(long receipts, long points, long billed, long returned, long adjusted) {

    static final RunSums NONE = new RunSums(0, 0, 0, 0, 0);

    /** With one receipt more. */
    RunSums with(Settled one) {
        long claimed = claimed(one);
        long sent = one.disposition().bills().stream()
                .map(Bill::receipt)
                .mapToLong(receipt -> Totals.NONE.with(receipt).points())
                .sum();
        boolean passedOn = one.disposition().rule().outcome() == Outcome.PASSED_ON;
        boolean back = !passedOn && one.disposition().bills().isEmpty();
        return new RunSums(
                receipts + 1,
                points + claimed,
                billed + (passedOn || back ? 0 : sent),
                returned + (back ? claimed : 0),
                adjusted + (passedOn ? sent : 0));
    }

    /** 請求点数 of a receipt. */
    static long claimed(Settled one) {
        return Totals.NONE.with(one.receipt()).points();
    }
}
