package madoguchi.card;

import java.util.Optional;
import madoguchi.core.Octets;
import madoguchi.jpki.VerifierKey;

/**
 * 特定機関 – the centre's half of authentication without PIN (face or visual), as the driver needs it: SIMULATION PROFILE, not that of J-LIS, whose wire format is not public ({@code jpki-reader.md} §2.2 E).
 * The key that signs is at the centre and never at a clinic.
 */
public interface Centre {

    /** 特定機関の証明書, to be sent to the card; empty when the centre does not answer. */
    Optional<Octets> certificate();

    /** The centre's signature over the card's challenge of 16 bytes; empty when the centre does not answer. */
    Optional<Octets> sign(Octets challenge);

    /** The centre whose key is at hand in this process: for demonstrations and tests of the simulation. */
    static Centre of(VerifierKey key) {
        return new Centre() {
            @Override
            public Optional<Octets> certificate() {
                return Optional.of(key.certificate());
            }

            @Override
            public Optional<Octets> sign(Octets challenge) {
                return Optional.of(key.answer(challenge));
            }
        };
    }
}
