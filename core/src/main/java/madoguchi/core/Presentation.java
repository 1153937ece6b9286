package madoguchi.core;

import java.time.LocalDate;
import java.util.Objects;

/**
 * カードの提示 – what a reader hands to the hub to prove that a card or phone was here: its certificate, and the hub's nonce signed with its key.
 *
 * @param nonce name of the nonce, as {@link Challenged.Issued} gave it; used up by this presentation whatever comes of it
 * @param certificate 利用者証明用電子証明書 as read from the token (DER, up to {@value #LONGEST_CERTIFICATE} bytes)
 * @param signature over the nonce's bytes by the key of the certificate, up to {@value #LONGEST_SIGNATURE} bytes: for an RSA key PKCS#1 v1.5 with SHA-256 (what SIGN with P1=00 gives over the DigestInfo), for a key on
 *     P-384 ECDSA with SHA-384 in DER
 * @param token what carries the certificate
 * @param method how the holder was identified
 * @param day 資格確認日
 * @param diseaseConsent 特定疾病 提供同意, where it was given beforehand; consents are otherwise recorded by {@link CardHub#consent}
 * @param caller who asks
 */
public record Presentation(
        String nonce,
        Octets certificate,
        Octets signature,
        TokenKind token,
        Identification method,
        LocalDate day,
        boolean diseaseConsent,
        Caller caller) {

    /** Longest certificate taken, in bytes; a real one has about 1,600. */
    public static final int LONGEST_CERTIFICATE = 8192;

    /** Longest signature taken, in bytes. */
    public static final int LONGEST_SIGNATURE = 1024;

    /** Throws {@link IllegalArgumentException} when something is too long, or the token is not opened by that method. */
    public Presentation {
        Objects.requireNonNull(nonce);
        if (certificate.size() > LONGEST_CERTIFICATE || signature.size() > LONGEST_SIGNATURE) {
            throw new IllegalArgumentException("a certificate or a signature is too long");
        }
        if (!method.opens(token)) {
            throw new IllegalArgumentException("this token is not opened by that method");
        }
    }

    /** Never prints the card. */
    @Override
    public String toString() {
        return "Presentation[token=" + token + ", method=" + method + ", facility=" + caller.facility() + "]";
    }
}
