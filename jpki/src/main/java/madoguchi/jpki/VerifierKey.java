package madoguchi.jpki;

import madoguchi.core.Octets;

/**
 * 特定機関の鍵 – the port to the key with which the centre unlocks a card that is read without PIN. In production it lies in tamper-resistant hardware at the centre; never in a facility's process ({@code jpki-reader.md}
 * §0 item 4).
 */
public interface VerifierKey {

    /** The bytes the card's challenge has. */
    int CHALLENGE = 16;

    /** 特定機関の証明書, for SET PUBLIC IC KEY. */
    Octets certificate();

    /** The signature over a card's challenge of {@link #CHALLENGE} bytes, for EXTERNAL AUTHENTICATE: 256 bytes. Throws {@link IllegalArgumentException} on any other length. */
    Octets answer(Octets challenge);
}
