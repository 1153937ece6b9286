package madoguchi.core;

import java.time.LocalDate;
import java.util.Optional;

/**
 * 一括照会の1問 – one person of a bulk inquiry, always by number ({@code oqs-interface.md} §7.1).
 *
 * @param insured 記号・番号 asked for; symbol and branch may be absent
 * @param birth 生年月日
 * @param limitConsent 限度額適用認定証提供同意; the patient is usually not there, so usually false
 * @param identifier 任意の識別子(個人単位) – the asker's own name of the patient, echoed with the result; up to 50 characters
 */
public record BulkQuestion(InsuredId insured, LocalDate birth, boolean limitConsent, Optional<String> identifier) {

    /** The same question put as a single inquiry. */
    public Inquiry inquiry(LocalDate day, Caller caller) {
        return Inquiry.byNumber(insured, birth, day, limitConsent, caller);
    }

    /** Never prints the person asked about. */
    @Override
    public String toString() {
        return "BulkQuestion[…]";
    }
}
