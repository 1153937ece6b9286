package madoguchi.hub;

import java.time.Instant;
import java.util.Optional;
import madoguchi.core.CardRefusal;
import madoguchi.core.CardSerial;
import madoguchi.core.CertificateStanding;
import madoguchi.core.Octets;
import madoguchi.core.Presentation;
import madoguchi.core.TokenKind;
import madoguchi.jpki.Checked;
import madoguchi.jpki.Possession;
import madoguchi.jpki.RevocationStatus;
import madoguchi.jpki.StatusSource;
import madoguchi.jpki.Trust;

/*
 * The order is from cheap and certain to dear and doubtful: the signature over the nonce, who issued the certificate, its term, whether it is revoked. A revoked certificate is refused in grace too; one that has
 * expired for good is refused without asking whether it was revoked.
 */

/** カードの検証 – whether a presented card is genuine, in force and held by whoever signed the nonce. Knows nothing about persons. */
final class CardVerifying {

    /** 検証の結果. */
    sealed interface Verified {
        /**
         * 可.
         *
         * @param unconfirmed whether revocation could not be confirmed and it went on nevertheless
         */
        record Accepted(Checked.Genuine certificate, CertificateStanding standing, boolean unconfirmed)
                implements Verified {}

        /** 不可. */
        record Rejected(CardRefusal why) implements Verified {}
    }

    private final Trust trust;
    private final StatusSource statuses;
    private final CertificateTerm term;
    private final CardTerms terms;

    CardVerifying(Trust trust, StatusSource statuses, CertificateTerm term, CardTerms terms) {
        this.trust = trust;
        this.statuses = statuses;
        this.term = term;
        this.terms = terms;
    }

    Verified verify(Presentation presented, Octets nonce, Instant now) {
        Checked checked = trust.check(presented.certificate());
        if (checked instanceof Checked.WrongCertificate) {
            return new Verified.Rejected(CardRefusal.WRONG_CERTIFICATE);
        }
        if (!Possession.isProven(presented.certificate(), nonce, presented.signature())) {
            return new Verified.Rejected(CardRefusal.WRONG_SIGNATURE);
        }
        return switch (checked) {
            case Checked.Genuine genuine -> inForce(genuine, presented.token(), now);
            case Checked.UnknownIssuer _ -> new Verified.Rejected(CardRefusal.UNKNOWN_ISSUER);
            case Checked.WrongCertificate _ -> new Verified.Rejected(CardRefusal.WRONG_CERTIFICATE);
        };
    }

    /** Whether a certificate that was presented earlier is in force now: everything but a signature over a nonce. */
    Verified stillInForce(Octets certificate, TokenKind token, Instant now) {
        return switch (trust.check(certificate)) {
            case Checked.Genuine genuine -> inForce(genuine, token, now);
            case Checked.UnknownIssuer _ -> new Verified.Rejected(CardRefusal.UNKNOWN_ISSUER);
            case Checked.WrongCertificate _ -> new Verified.Rejected(CardRefusal.WRONG_CERTIFICATE);
        };
    }

    /** The number of a genuine certificate; empty for any other. */
    Optional<CardSerial> serial(Octets certificate) {
        return trust.check(certificate) instanceof Checked.Genuine genuine
                ? Optional.of(genuine.serial())
                : Optional.empty();
    }

    private Verified inForce(Checked.Genuine certificate, TokenKind token, Instant now) {
        if (certificate.from().isAfter(now.plus(terms.skew()))) {
            return new Verified.Rejected(CardRefusal.NOT_YET_VALID);
        }
        return term.standing(token, certificate.lastDay(), RegisterFold.day(now))
                .map(standing -> notRevoked(certificate, standing, now))
                .orElse(new Verified.Rejected(CardRefusal.EXPIRED));
    }

    private Verified notRevoked(Checked.Genuine certificate, CertificateStanding standing, Instant now) {
        return switch (statuses.ask(certificate, now)) {
            case RevocationStatus.Good _ -> new Verified.Accepted(certificate, standing, false);
            case RevocationStatus.Revoked _ -> new Verified.Rejected(CardRefusal.REVOKED);
            case RevocationStatus.OnHold _ -> new Verified.Rejected(CardRefusal.ON_HOLD);
            case RevocationStatus.Unknown _ -> new Verified.Rejected(CardRefusal.UNKNOWN_ISSUER);
            case RevocationStatus.Unconfirmed _ ->
                terms.whenUnconfirmed() == CardTerms.Silence.ADMIT
                        ? new Verified.Accepted(certificate, standing, true)
                        : new Verified.Rejected(CardRefusal.STATUS_UNCONFIRMED);
        };
    }
}
