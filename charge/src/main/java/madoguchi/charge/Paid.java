package madoguchi.charge;

import java.time.LocalDate;

/**
 * 支払い済み – one payment of this month under one subsidy, wherever it was made.
 *
 * @param day the day
 * @param service what it was for
 * @param here whether it was paid at this facility
 * @param yen 円 the patient paid, 0 or more
 */
public record Paid(LocalDate day, Service service, boolean here, long yen) {

    /** Throws {@link IllegalArgumentException} for less than 0 yen. */
    public Paid {
        if (yen < 0) {
            throw new IllegalArgumentException("a payment has 0 yen or more");
        }
    }
}
