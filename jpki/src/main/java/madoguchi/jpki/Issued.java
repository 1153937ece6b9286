package madoguchi.jpki;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import madoguchi.core.CardSerial;

/**
 * 発行済の電子証明書 – what goes onto a card or phone.
 *
 * @param serial names the certificate everywhere in this system
 * @param certificate 利用者証明用電子証明書
 * @param issuer 利用者証明用CA証明書 – the root that signed it, for EF {@code 000B}
 * @param key the holder's key; it belongs onto the card and nowhere else
 */
public record Issued(CardSerial serial, X509Certificate certificate, X509Certificate issuer, PrivateKey key) {

    /** Never prints the card. */
    @Override
    public String toString() {
        return "Issued[…]";
    }
}
