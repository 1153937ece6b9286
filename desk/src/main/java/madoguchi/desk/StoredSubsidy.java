package madoguchi.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import madoguchi.core.RecipientNumber;
import madoguchi.core.SubsidyCertificate;

/**
 * 控えの助成 – a certificate that a clerk accepted at some reception of this patient, as it stands.
 *
 * @param slot names it on the pages, see {@link SubsidyEvent}
 * @param certificate what it says
 * @param origin where from
 * @param visit the reception at which it was stored
 * @param at when
 * @param endedFrom the first day on which it is not used, as a clerk found out; absent for most
 * @param designated whether this facility is a designated institution for it; absent until a clerk said
 */
public record StoredSubsidy(
        String slot,
        SubsidyCertificate certificate,
        SubsidyEvent.Origin origin,
        String visit,
        Instant at,
        Optional<LocalDate> endedFrom,
        Optional<Boolean> designated) {

    /** Names a certificate: the numbers on it. Without a recipient number its name and the patient's keys stand in. */
    static String key(SubsidyCertificate certificate, List<String> people) {
        String numbers = certificate.payer().orElse("") + "/"
                + certificate.recipient().map(RecipientNumber::text).orElse("") + "/"
                + certificate.subKey().orElse("");
        return certificate.recipient().isPresent()
                ? numbers
                : numbers + certificate.name() + "/" + certificate.issuer() + "/"
                        + people.stream().sorted().findFirst().orElse("");
    }

    /** Whether it is not used on a day, because a clerk found out that it ended. */
    boolean endedOn(LocalDate day) {
        return endedFrom.map(first -> !day.isBefore(first)).orElse(false);
    }

    /** Never prints the person. */
    @Override
    public String toString() {
        return "StoredSubsidy[" + slot + "]";
    }
}
