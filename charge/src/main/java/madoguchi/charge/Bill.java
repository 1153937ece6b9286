package madoguchi.charge;

import java.time.LocalDate;
import java.util.Optional;
import madoguchi.core.CopaymentRate;
import madoguchi.core.LimitClass;
import madoguchi.core.MedicalInstitutionCode;

/**
 * 今回の医療費 – what is to be charged.
 *
 * @param day the day of the visit
 * @param service what it is for
 * @param totalYen 総医療費（10割） in yen, 0 or more; points times ten
 * @param rate the patient's copayment rate; 100 where there is no insurance
 * @param limitClass 適用区分; absent where none is known: the insurance then limits nothing here
 * @param frequent 多数回該当, as the clerk was told
 * @param earlierYen 総医療費 of the same patient at this facility earlier this month, in or out of hospital like this one; 0 or more
 * @param facility who charges
 */
public record Bill(
        LocalDate day,
        Service service,
        long totalYen,
        CopaymentRate rate,
        Optional<LimitClass> limitClass,
        boolean frequent,
        long earlierYen,
        MedicalInstitutionCode facility) {

    private static final long MOST = 1_000_000_000_000L;

    /** Throws {@link IllegalArgumentException} for amounts below 0 or from a trillion yen. */
    public Bill {
        if (totalYen < 0 || earlierYen < 0 || totalYen >= MOST || earlierYen >= MOST) {
            throw new IllegalArgumentException("a total cost has 0 yen or more, and less than a trillion");
        }
    }

    /** The row of the limit that holds for this bill; empty where the insurance limits nothing. */
    Optional<Ruling> limit() {
        return limitClass.flatMap(of -> Limits.ofInsurance(of, service, frequent, day));
    }

    /**
     * 保険の一部負担 – the insurance share in yen. The limit is one of the month: what is due with this bill is what is due for the month now, less what was due for it before, so that the order of bills does
     * not change the month.
     */
    long share() {
        return due(earlierYen + totalYen) - due(earlierYen);
    }

    private long due(long ofMonth) {
        long plain = Yen.percent(ofMonth, rate.percent());
        return limit().map(row -> Math.min(plain, Limits.yen(row, ofMonth))).orElse(plain);
    }

    /** Whether the limit makes the share smaller than the rate alone. */
    boolean isLimited() {
        return share() < Yen.percent(totalYen, rate.percent());
    }
}
