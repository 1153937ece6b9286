package madoguchi.card;

import java.time.LocalDate;
import java.util.Optional;
import madoguchi.core.CardSerial;

/**
 * 発行したカード – one card or phone in a {@link CardFolder}.
 *
 * @param name names it in the folder: lower-case letters, digits and hyphens
 * @param holder whose it is, as the issuer names people; no name or number of a person
 * @param serial names its certificate
 * @param cardIssued 発行日 of the card, which a renewal of the certificate does not change
 * @param certificateIssued first day of the certificate
 * @param certificateEnd last valid day of the certificate
 * @param predecessor the certificate whose place this one took
 * @param contents what is on the chip
 */
public record IssuedCard(
        String name,
        String holder,
        CardSerial serial,
        LocalDate cardIssued,
        LocalDate certificateIssued,
        LocalDate certificateEnd,
        Optional<CardSerial> predecessor,
        CardContents contents) {

    /** Refuses a name that could lead out of the folder. */
    public IssuedCard {
        if (!isName(name)) {
            throw new IllegalArgumentException("a card's name has lower-case letters, digits and hyphens");
        }
    }

    static boolean isName(String text) {
        return text.matches("[a-z0-9][a-z0-9-]{0,79}");
    }

    /** Prints nothing of the person. */
    @Override
    public String toString() {
        return "IssuedCard[" + contents.profile().id() + "]";
    }
}
