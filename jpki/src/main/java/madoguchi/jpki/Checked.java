package madoguchi.jpki;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import madoguchi.core.CardSerial;

/** 電子証明書の検証結果 – what a {@link Trust} says about a certificate, without regard to the day or to revocation. */
public sealed interface Checked {

    /**
     * 真正 – a certificate for user authentication, signed by a trusted root.
     *
     * @param certificate the certificate
     * @param issuer the root whose key signed it
     */
    record Genuine(X509Certificate certificate, X509Certificate issuer) implements Checked {

        private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

        /** What names it: the key identifier of the root that really signed it, and the serial number. */
        public CardSerial serial() {
            return new CardSerial(
                    Profile.keyIdentifier(issuer.getPublicKey()),
                    certificate.getSerialNumber().toString(16).toUpperCase(Locale.ROOT));
        }

        /** 有効期間の始まり. */
        public Instant from() {
            return certificate.getNotBefore().toInstant();
        }

        /** 満了日 in Japan: the last day that is wholly within the term. Real certificates end at 23:59:59. */
        public LocalDate lastDay() {
            return certificate
                    .getNotAfter()
                    .toInstant()
                    .plusSeconds(1)
                    .atZone(TOKYO)
                    .toLocalDate()
                    .minusDays(1);
        }
    }

    /** 発行者不明 – no trusted root signed it, or it bears the mark of the other world: real or simulated. */
    record UnknownIssuer() implements Checked {}

    /** 別の証明書 – not readable, or genuine but not of the profile for user authentication. */
    record WrongCertificate() implements Checked {}
}
