package madoguchi.core;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * 本人のログイン – the port through which a person proves to the portal who they are: by the signature of their card or phone over a nonce, verified exactly as at a reader ({@code jpki-reader.md} §2.2). No facility takes part,
 * nothing is inquired, and an enrolment is not needed.
 */
public interface SelfEntry {

    /** 乱数を求める – one for each log-in. */
    Challenged challenge();

    /** 認証する – nonce, signature, issuer, term, revocation, kind of token. A card whose term is over is refused, also in grace: nothing but the insurance card goes on working then (seed 001, leaflet). */
    Entered enter(Presented presented);

    /**
     * カードの提示 – a certificate and the nonce signed with its key; lengths and algorithms as in {@link Presentation}.
     *
     * @param nonce name of the nonce; used up whatever comes of it
     * @param certificate 利用者証明用電子証明書 (DER)
     * @param signature over the nonce's bytes
     * @param token what carries the certificate
     */
    record Presented(String nonce, Octets certificate, Octets signature, TokenKind token) {

        /** Throws {@link IllegalArgumentException} when something is too long. */
        public Presented {
            if (certificate.size() > Presentation.LONGEST_CERTIFICATE
                    || signature.size() > Presentation.LONGEST_SIGNATURE) {
                throw new IllegalArgumentException("a certificate or a signature is too long");
            }
        }

        /** How its holder was identified: whoever logs in does it by their own hand, never by face at a reader or by staff. */
        public Identification method() {
            return switch (token) {
                case CARD -> Identification.PIN;
                case ANDROID -> Identification.PHONE_PIN;
                case IPHONE -> Identification.PHONE_BIOMETRICS;
            };
        }

        /** Never prints the card. */
        @Override
        public String toString() {
            return "Presented[token=" + token + "]";
        }
    }

    /**
     * 後ろ盾を確かめる – whether the certificate by whose log-in a passkey was registered would still let the same person in. The passkey itself was verified by the caller. Asked at every log-in by passkey, and logged.
     */
    Backed backed(Backing backing);

    /**
     * 取り戻されたか – whether what a passkey stands on is known to be gone: the link of its card was taken back or went over to a renewed card, the enrolment ended, or the person was hidden. Asked at every request of an open
     * log-in by passkey, so without asking for the revocation of the certificate, and without a line in a log. A silent hub takes nothing back: it shows nothing either.
     */
    boolean isTakenBack(Backing backing);

    /**
     * パスキーの後ろ盾 – what a passkey stands on.
     *
     * @param certificate 利用者証明用電子証明書 (DER) of the log-in after which it was registered
     * @param token what carries that certificate
     * @param person who logged in
     * @param since when
     */
    record Backing(Octets certificate, TokenKind token, PersonKey person, Instant since) {

        /** Never prints the card or the person. */
        @Override
        public String toString() {
            return "Backing[token=" + token + "]";
        }
    }

    /** 後ろ盾の有無. */
    sealed interface Backed {

        /**
         * ある.
         *
         * @param certificateEnd last valid day of the certificate, in Japan
         * @param renewal whether the renewal alert is shown
         */
        record Standing(LocalDate certificateEnd, boolean renewal) implements Backed {}

        /**
         * ない – the certificate expired, was revoked or put on hold; or since then its link was taken back or went over to a renewed card, the enrolment ended, or the person was hidden. Which of these it is, is not said: so a
         * hidden person is told what everybody is told.
         */
        record Ended() implements Backed {}

        /** 応答なし – nothing is known; try again. */
        record Unreachable(Answer.Unreachable trouble) implements Backed {}
    }

    /** ログインの結果. */
    sealed interface Entered {

        /**
         * 認証成立.
         *
         * @param person whose card it is; absent for nobody's, and for one that must look so
         * @param certificateEnd last valid day of the certificate, in Japan
         * @param renewal whether the renewal alert is shown
         */
        record Admitted(Optional<PersonKey> person, LocalDate certificateEnd, boolean renewal) implements Entered {}

        /** 認証不成立. */
        record Refused(CardRefusal why) implements Entered {}

        /** 応答なし. */
        record Unreachable(Answer.Unreachable trouble) implements Entered {}
    }
}
