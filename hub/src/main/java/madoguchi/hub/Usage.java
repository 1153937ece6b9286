package madoguchi.hub;

import java.time.Instant;
import java.util.OptionalLong;
import madoguchi.core.InquiryKind;

/**
 * 照会記録の一件、統計のために – one verification as far as statistics look at it: who asked about whom is left out, except as a number that means nothing outside the hub.
 *
 * @param entry number in the ledger
 * @param at when it was answered
 * @param facility 医療機関コード, 10 digits
 * @param kind by card (or phone) or by number
 * @param phone whether the reader said that it was a phone
 * @param active whether the answer was 有効, with or without a ticket
 * @param bulk whether it was asked in bulk
 * @param person internal number of the person found; only where a card or phone was read and the answer was active
 */
public record Usage(
        long entry,
        Instant at,
        String facility,
        InquiryKind kind,
        boolean phone,
        boolean active,
        boolean bulk,
        OptionalLong person) {

    /** Never prints the person. */
    @Override
    public String toString() {
        return "Usage[entry=" + entry + ", facility=" + facility + "]";
    }
}
