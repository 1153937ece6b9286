package madoguchi.hub;

import java.time.Instant;
import java.time.LocalDate;

/**
 * 開示の記録 – one time that something registered about a person was shown to a facility, as that person may read it. The operator's account is not in it: it is a clerk's personal data, and the facility answers for the clerk.
 *
 * @param entry number in the verification log
 * @param at when
 * @param facility 医療機関コード
 * @param terminal the terminal or software
 * @param kind 照会区分: by the card, or by the number
 * @param purpose why, as far as the question tells
 * @param day 資格確認日
 * @param outcome what was answered
 * @param limitConsent whether 限度額 was shown with the person's consent
 * @param diseaseConsent whether 特定疾病 was shown with the person's consent
 */
public record Disclosure(
        long entry,
        Instant at,
        String facility,
        String terminal,
        String kind,
        Purpose purpose,
        LocalDate day,
        String outcome,
        boolean limitConsent,
        boolean diseaseConsent) {}
