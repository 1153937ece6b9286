package madoguchi.policy;

import java.time.LocalDate;

/**
 * 利用者証明用電子証明書 – the days of it that matter to the desk, all computed by {@link CertificateTerms}.
 *
 * @param cardEnd last day of the card itself
 * @param end last day of the certificate; never after {@code cardEnd}
 * @param letterFrom first day on which the letter about the renewal may arrive
 * @param alertFrom first day on which the reader shows the renewal alert
 * @param graceEnd last day on which an expired certificate still shows eligibility
 */
public record CardCertificate(
        LocalDate cardEnd, LocalDate end, LocalDate letterFrom, LocalDate alertFrom, LocalDate graceEnd) {

    /** 段階 – how far it has run on this day. Within grace the certificate decides, also where the card ended with it (jpki-reader.md 4.2). */
    public CertificatePhase phase(LocalDate day) {
        if (day.isBefore(alertFrom)) {
            return CertificatePhase.BEFORE_ALERT;
        }
        if (!day.isAfter(end)) {
            return CertificatePhase.ALERT;
        }
        if (!day.isAfter(graceEnd)) {
            return CertificatePhase.EXPIRED_IN_GRACE;
        }
        return day.isAfter(cardEnd) ? CertificatePhase.CARD_EXPIRED : CertificatePhase.AFTER_GRACE;
    }
}
