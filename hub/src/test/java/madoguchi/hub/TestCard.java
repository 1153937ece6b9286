package madoguchi.hub;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import madoguchi.core.Caller;
import madoguchi.core.CardHub;
import madoguchi.core.CardSerial;
import madoguchi.core.Challenged;
import madoguchi.core.Identification;
import madoguchi.core.Octets;
import madoguchi.core.Opened;
import madoguchi.core.Presentation;
import madoguchi.core.TokenKind;
import madoguchi.jpki.CardProfile;
import madoguchi.jpki.CertificateOrder;
import madoguchi.jpki.Issued;
import madoguchi.jpki.SimulatedAuthority;

/** 試験用のカード – a certificate and its key, and a reader that presents them as a real one would. One pair of keys serves all RSA cards: making them is slow. */
record TestCard(CardSerial serial, X509Certificate certificate, PrivateKey key, TokenKind token) {

    private static final KeyPair KEYS = CardProfile.CURRENT.newKeys();
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    static TestCard issue(SimulatedAuthority authority, TokenKind token, LocalDate from, LocalDate lastDay) {
        return of(
                authority.issue(
                        new CertificateOrder("OPAQUE", token, CardProfile.CURRENT, morning(from), lastDay), KEYS),
                token);
    }

    static TestCard next(SimulatedAuthority authority, LocalDate from, LocalDate lastDay) {
        return of(
                authority.issue(
                        new CertificateOrder("OPAQUE", TokenKind.CARD, CardProfile.NEXT, morning(from), lastDay)),
                TokenKind.CARD);
    }

    private static TestCard of(Issued issued, TokenKind token) {
        return new TestCard(issued.serial(), issued.certificate(), issued.key(), token);
    }

    private static Instant morning(LocalDate day) {
        return day.atTime(LocalTime.of(9, 0)).atZone(TOKYO).toInstant();
    }

    static KeyPair keys() {
        return KEYS;
    }

    /** The same card with another certificate. */
    TestCard with(X509Certificate other) {
        return new TestCard(serial, other, key, token);
    }

    /** The same card in a reader that says it is something else. */
    TestCard as(TokenKind other) {
        return new TestCard(serial, certificate, key, other);
    }

    Octets sign(byte[] message) {
        try {
            Signature signing = Signature.getInstance(
                    CardProfile.of(certificate.getPublicKey()).orElseThrow().signature());
            signing.initSign(key);
            signing.update(message);
            return Octets.of(signing.sign());
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    Opened at(CardHub hub, Caller caller, LocalDate day) {
        return hub.open(signing((Challenged.Issued) hub.challenge(caller), caller, day));
    }

    Opened enrolled(CardHub hub, Caller caller, LocalDate day) {
        return hub.enrol(signing((Challenged.Issued) hub.challenge(caller), caller, day));
    }

    Presentation signing(Challenged.Issued nonce, Caller caller, LocalDate day) {
        return presenting(nonce.name(), sign(nonce.nonce().bytes()), caller, day);
    }

    Presentation presenting(String nonce, Octets signature, Caller caller, LocalDate day) {
        try {
            return new Presentation(
                    nonce, Octets.of(certificate.getEncoded()), signature, token, method(), day, false, caller);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private Identification method() {
        return switch (token) {
            case CARD -> Identification.FACE;
            case ANDROID -> Identification.PHONE_PIN;
            case IPHONE -> Identification.PHONE_BIOMETRICS;
        };
    }
}
