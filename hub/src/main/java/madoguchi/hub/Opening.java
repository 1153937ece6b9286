package madoguchi.hub;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import madoguchi.core.Caller;
import madoguchi.core.CardSerial;
import madoguchi.core.ConsentScope;
import madoguchi.core.Identification;
import madoguchi.core.Inquiry;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.core.Subject;

/**
 * カードの開示 – that a card was opened at a facility, kept while its holder answers the questions about consent.
 *
 * @param facility where
 * @param card which
 * @param day 資格確認日
 * @param isTakingConsents whether consents are taken: not in grace, and not for a card that leads nowhere
 * @param limit whether the limit class is shown
 * @param disease whether the specific-disease certificate is shown
 * @param method 本人確認方法 by which it was opened
 * @param until the first instant without it
 */
record Opening(
        MedicalInstitutionCode facility,
        CardSerial card,
        LocalDate day,
        boolean isTakingConsents,
        boolean limit,
        boolean disease,
        Identification method,
        Instant until) {

    /** The same for a card that leads nowhere. */
    Opening withoutConsents() {
        return new Opening(facility, card, day, false, limit, disease, method, until);
    }

    /** After these answers. */
    Opening after(Set<ConsentScope> given, Set<ConsentScope> declined) {
        return new Opening(
                facility,
                card,
                day,
                isTakingConsents,
                after(limit, ConsentScope.LIMIT, given, declined),
                after(disease, ConsentScope.DISEASES, given, declined),
                method,
                until);
    }

    private static boolean after(
            boolean before, ConsentScope scope, Set<ConsentScope> given, Set<ConsentScope> declined) {
        return given.contains(scope) || (before && !declined.contains(scope));
    }

    Inquiry inquiry(Caller caller) {
        return new Inquiry(new Subject.ByCard(card), day, Optional.empty(), limit, disease, caller);
    }

    /** Never prints the card. */
    @Override
    public String toString() {
        return "Opening[facility=" + facility + "]";
    }
}
