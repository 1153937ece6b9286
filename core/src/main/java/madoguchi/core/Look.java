package madoguchi.core;

import java.time.Instant;
import java.time.LocalDate;

/**
 * 閲覧の記録 – one time that something registered about a person was shown to a facility, as that person may read it. The clerk is not in it: that is somebody else's personal data, and the facility answers for the clerk.
 *
 * @param entry number in the verification log
 * @param at when
 * @param facility to whom
 * @param kind by card, or by number
 * @param purpose why, as far as the question tells
 * @param day 資格確認日 asked about
 * @param outcome what was answered
 * @param limit whether 限度額 was asked for with consent
 * @param disease whether 特定疾病 was asked for with consent
 */
public record Look(
        long entry,
        Instant at,
        MedicalInstitutionCode facility,
        InquiryKind kind,
        Text purpose,
        LocalDate day,
        Text outcome,
        boolean limit,
        boolean disease) {}
