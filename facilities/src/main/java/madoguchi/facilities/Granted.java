package madoguchi.facilities;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import madoguchi.core.Text;

/**
 * 補助の計算結果 – what one programme grants one facility on one day; the component names are the JSON names.
 *
 * @param day the day decided for
 * @param programme the word
 * @param facilityKind the word
 * @param verdict the word of the table's verdict; {@code excluded} when a grant drawn before excludes it
 * @param label what it is called
 * @param certain whether the sources state it; otherwise ask before you count on it
 * @param amountYen yen granted for the costs; absent where the sources give no figure or nothing is granted
 * @param capYen the limit for one coupon or grant
 * @param coupons how many coupons; absent where there are none
 * @param deadline the last day, inclusive, as the rules have it
 * @param next what to do now
 * @param rule the row of the table {@code grant}
 * @param pairs what stands between this and each grant drawn before
 */
public record Granted(
        LocalDate day,
        String programme,
        String facilityKind,
        String verdict,
        Text label,
        boolean certain,
        Optional<Long> amountYen,
        Optional<Integer> capYen,
        Optional<Integer> coupons,
        Optional<LocalDate> deadline,
        Text next,
        String rule,
        List<Pair> pairs) {

    /**
     * 重ね – whether it may be drawn after another.
     *
     * @param drawn the word of the programme drawn before
     * @param verdict the word of the table's verdict
     * @param label what it is called
     * @param next why, and what to do
     * @param rule the row of the table {@code grant-pair}
     */
    public record Pair(String drawn, String verdict, Text label, Text next, String rule) {}

    /** Copies the list. */
    public Granted {
        pairs = List.copyOf(pairs);
    }

    /** Whether there is something to draw. */
    public boolean isOpen() {
        return !verdict.equals("excluded") && !verdict.equals("closed");
    }
}
