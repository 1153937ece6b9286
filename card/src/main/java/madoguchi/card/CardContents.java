package madoguchi.card;

import java.security.PrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.time.LocalDate;
import java.util.Optional;
import madoguchi.core.Octets;

/**
 * カードの中身 – what is written onto a virtual card when it is issued. SIMULATION: no real card can be made from it.
 *
 * @param profile what kind of card or phone it is
 * @param certificate 利用者証明用電子証明書, DER
 * @param authority 利用者証明用CA証明書, DER
 * @param key the holder's key
 * @param verifier EF 0016: the public key that the centre's certificate for authentication without PIN is checked with; absent: such authentication is refused
 * @param holder the person
 * @param cardEnd 有効期限 of the card, last valid day
 * @param securityCode 4 digits printed under the photograph
 * @param portrait JPEG 2000, grey; no bytes on an infant's card
 * @param nameImage PNG
 * @param addressImage PNG
 * @param pin 4 digits, known to the chip
 */
public record CardContents(
        TokenProfile profile,
        Octets certificate,
        Octets authority,
        PrivateKey key,
        Optional<RSAPublicKey> verifier,
        HolderAttributes holder,
        LocalDate cardEnd,
        String securityCode,
        Octets portrait,
        Octets nameImage,
        Octets addressImage,
        String pin) {

    /** Refuses a PIN or security code that is not four digits. */
    public CardContents {
        if (!pin.matches("\\d{" + profile.pinDigits() + "}") || !securityCode.matches("\\d{4}")) {
            throw new IllegalArgumentException("a PIN and a security code have four digits");
        }
    }

    /** 照合番号B – as the camera of a reader would find it on the face of the card; each call makes a new one, to be closed by whoever asks. */
    public Secret faceNumber() {
        return Secret.faceNumber(holder.birth(), cardEnd.getYear(), securityCode);
    }

    /** The same card with another PIN. */
    CardContents withPin(String another) {
        return new CardContents(
                profile,
                certificate,
                authority,
                key,
                verifier,
                holder,
                cardEnd,
                securityCode,
                portrait,
                nameImage,
                addressImage,
                another);
    }

    /** Prints nothing of the person. */
    @Override
    public String toString() {
        return "CardContents[profile=" + profile.id() + "]";
    }
}
