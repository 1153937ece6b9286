package madoguchi.bundle;

import java.time.Instant;
import madoguchi.core.Text;

/**
 * 束の頭 – what a bundle says about itself.
 *
 * @param serial its number; a desk takes only a higher one than it holds. From 1: 0 are the rules that came with the program
 * @param issuedAt when it was signed
 * @param inForceAt from this instant on (included) desks decide by it; at once where it lies in the past
 * @param issuer who answers for it
 * @param note what it changes, in a sentence
 */
public record Head(long serial, Instant issuedAt, Instant inForceAt, String issuer, Text note) {

    /** Refuses a serial below 1 and an issuer without a name. */
    public Head {
        if (serial < 1 || issuer.isBlank()) {
            throw new IllegalArgumentException("a bundle has a serial from 1 on and names its issuer");
        }
    }
}
