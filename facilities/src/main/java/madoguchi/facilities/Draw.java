package madoguchi.facilities;

import java.time.LocalDate;
import madoguchi.core.MedicalInstitutionCode;

/**
 * 受けた補助 – one line of the register: a grant drawn or a coupon used.
 *
 * @param id counts the lines
 * @param facility who drew it
 * @param facilityKind as the table {@code grant} names it
 * @param programme as the table names it
 * @param day of application or purchase
 * @param code the coupon code; empty for other grants
 * @param cost yen
 * @param amount yen granted
 * @param rule the row it rests on
 * @param cancelled why it was cancelled; empty when it stands
 */
public record Draw(
        long id,
        MedicalInstitutionCode facility,
        String facilityKind,
        String programme,
        LocalDate day,
        String code,
        long cost,
        long amount,
        String rule,
        String cancelled) {

    /** Whether it stands. */
    public boolean stands() {
        return cancelled.isEmpty();
    }
}
