package madoguchi.jpki;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import madoguchi.core.TokenKind;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPReq;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;

/** Whose answers about revocation count besides the root's own: those of a responder to whom that root gave the right (RFC 6960 §4.2.2.2). */
class DelegatedResponderTest {

    private static final Instant NOW = Instant.parse("2026-11-21T01:00:00Z");
    private static final Duration SKEW = Duration.ofMinutes(5);
    private static final Generation GENERATION =
            new Generation(3, CardProfile.NEXT, LocalDate.of(2023, 7, 16), LocalDate.of(2033, 7, 15));
    private static final Root ROOT = Root.make(GENERATION);
    private static final Root OTHER = Root.make(GENERATION);
    private static final Root RSA =
            Root.make(new Generation(3, CardProfile.CURRENT, LocalDate.of(2023, 7, 16), LocalDate.of(2033, 7, 15)));
    private static final KeyPair KEYS = CardProfile.NEXT.newKeys();
    private static final Checked.Genuine CARD = card(ROOT);

    private static Checked.Genuine card(Root root) {
        CertificateOrder order = new CertificateOrder(
                "OPAQUE",
                TokenKind.CARD,
                root.profile(),
                Instant.parse("2026-04-01T00:00:00Z"),
                LocalDate.of(2029, 5, 3));
        return new Checked.Genuine(Forged.by(root, order, KEYS), root.certificate());
    }

    /** What a certificate for a responder is made of. */
    private static final class Making {
        private Root by = ROOT;
        private Optional<KeyPurposeId> purpose = Optional.of(KeyPurposeId.id_kp_OCSPSigning);
        private int usage = KeyUsage.digitalSignature;
        private Instant from = NOW.minus(Duration.ofDays(10));
        private Instant to = NOW.plus(Duration.ofDays(10));
        private boolean noCheck = true;
        private Optional<String> critical = Optional.empty();

        X509Certificate make() throws Exception {
            JcaX509v3CertificateBuilder made = new JcaX509v3CertificateBuilder(
                    by.name(),
                    BigInteger.valueOf(0x7001),
                    Date.from(from),
                    Date.from(to),
                    new X500Name("C=JP,O=JPKI-SIM,OU=OCSP responder"),
                    KEYS.getPublic());
            made.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
            if (purpose.isPresent()) {
                made.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose.get()));
            }
            if (noCheck) {
                made.addExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nocheck, false, DERNull.INSTANCE);
            }
            if (critical.isPresent()) {
                made.addExtension(new ASN1ObjectIdentifier(critical.get()), true, DERNull.INSTANCE);
            }
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            made.build(new JcaContentSignerBuilder(by.profile().signature()).build(by.key())));
        }
    }

    /** Answers the same to everything. */
    private record Answering(
            X509CertificateHolder held, RespID named, PrivateKey key, Optional<CertificateStatus> other)
            implements Courier {

        static Answering as(X509Certificate delegate) throws Exception {
            X509CertificateHolder held = new JcaX509CertificateHolder(delegate);
            return new Answering(held, new RespID(held.getSubject()), KEYS.getPrivate(), Optional.empty());
        }

        Answering named(RespID other) {
            return new Answering(held, other, key, this.other);
        }

        Answering signing(PrivateKey stolen) {
            return new Answering(held, named, stolen, other);
        }

        Answering revoked() {
            return new Answering(
                    held, named, key, Optional.of(new RevokedStatus(Date.from(NOW), CRLReason.keyCompromise)));
        }

        @Override
        public Optional<byte[]> fetch(byte[] request) {
            try {
                OCSPReq read = new OCSPReq(request);
                CertificateID about = read.getRequestList()[0].getCertID();
                BasicOCSPRespBuilder answer = new BasicOCSPRespBuilder(named);
                answer.addResponse(
                        about, other.orElse(CertificateStatus.GOOD), Date.from(NOW), Date.from(NOW.plusSeconds(3600)));
                answer.setResponseExtensions(
                        new Extensions(read.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce)));
                return Optional.of(new OCSPRespBuilder()
                        .build(
                                OCSPRespBuilder.SUCCESSFUL,
                                answer.build(
                                        new JcaContentSignerBuilder(CardProfile.NEXT.signature()).build(key),
                                        new X509CertificateHolder[] {held},
                                        Date.from(NOW)))
                        .getEncoded());
            } catch (Exception broken) {
                throw new IllegalStateException(broken);
            }
        }
    }

    private static RevocationStatus asked(Courier responder) {
        return new OcspSource(responder, SKEW).ask(CARD, NOW);
    }

    private static void isBelieved(Making making) throws Exception {
        assertThat(asked(Answering.as(making.make()))).isEqualTo(new RevocationStatus.Good());
    }

    private static void isNot(Making making) throws Exception {
        assertThat(asked(Answering.as(making.make()))).isEqualTo(new RevocationStatus.Unconfirmed());
    }

    @Test
    void aResponderThatTheRootItselfAppointedIsBelieved() throws Exception {
        isBelieved(new Making());
    }

    @Test
    void underAnRsaRootToo() throws Exception {
        Making making = new Making();
        making.by = RSA;
        assertThat(new OcspSource(Answering.as(making.make()), SKEW).ask(card(RSA), NOW))
                .isEqualTo(new RevocationStatus.Good());
    }

    @Test
    void theAnswerMayNameItByItsKey() throws Exception {
        X509Certificate delegate = new Making().make();
        RespID byKey = new RespID(
                new JcaX509CertificateHolder(delegate).getSubjectPublicKeyInfo(),
                new BcDigestCalculatorProvider().get(RespID.HASH_SHA1));
        assertThat(asked(Answering.as(delegate).named(byKey))).isEqualTo(new RevocationStatus.Good());
        assertThat(asked(Answering.as(delegate).named(new RespID(new X500Name("CN=somebody else")))))
                .isEqualTo(new RevocationStatus.Unconfirmed());
    }

    @Test
    void withoutThePurposeOfSigningAnswersItIsNobody() throws Exception {
        for (Optional<KeyPurposeId> purpose : List.of(
                Optional.<KeyPurposeId>empty(),
                Optional.of(KeyPurposeId.id_kp_clientAuth),
                Optional.of(KeyPurposeId.anyExtendedKeyUsage))) {
            Making making = new Making();
            making.purpose = purpose;
            isNot(making);
        }
    }

    /** A patient's own certificate is signed by the same root. */
    @Test
    void noCardCanAnswerForAnother() throws Exception {
        assertThat(asked(Answering.as(CARD.certificate()))).isEqualTo(new RevocationStatus.Unconfirmed());
    }

    @Test
    void aKeyThatMayNotSignAnswersNothing() throws Exception {
        Making making = new Making();
        making.usage = KeyUsage.keyEncipherment;
        isNot(making);
    }

    @Test
    void expiredOrNotYetInForceItIsNotBelieved() throws Exception {
        Making ended = new Making();
        ended.to = NOW.minus(SKEW).minusSeconds(1);
        isNot(ended);
        Making early = new Making();
        early.from = NOW.plus(SKEW).plusSeconds(1);
        isNot(early);
        Making within = new Making();
        within.to = NOW.minus(SKEW).plusSeconds(1);
        isBelieved(within);
    }

    @Test
    void anotherAuthorityOfTheSameNameAppointsNobodyHere() throws Exception {
        Making making = new Making();
        making.by = OTHER;
        isNot(making);
    }

    @Test
    void aCertificateOfARealResponderUnderAnotherKeyProvesNothing() throws Exception {
        assertThat(asked(Answering.as(new Making().make())
                        .signing(CardProfile.NEXT.newKeys().getPrivate())))
                .isEqualTo(new RevocationStatus.Unconfirmed());
    }

    @Test
    void aRuleInItThatIsNotUnderstoodAndMustBeSpoilsIt() throws Exception {
        Making making = new Making();
        making.critical = Optional.of("1.2.392.999999.1");
        isNot(making);
    }

    @Test
    void whereItsOwnRevocationIsToBeAskedTheListOfTheRootDecides() throws Exception {
        Making making = new Making();
        making.noCheck = false;
        X509Certificate delegate = making.make();
        isNot(making);
        assertThat(withList(delegate, List.of())).isEqualTo(new RevocationStatus.Good());
        IssuedCertificate revoked = new IssuedCertificate(
                ROOT.serial(delegate.getSerialNumber()),
                TokenKind.CARD,
                making.from,
                making.to,
                new RevocationStatus.Revoked(RevocationReason.KEY_COMPROMISE, NOW));
        assertThat(withList(delegate, List.of(revoked))).isEqualTo(new RevocationStatus.Unconfirmed());
    }

    private static RevocationStatus withList(X509Certificate delegate, List<IssuedCertificate> revoked)
            throws Exception {
        ListSource list = new ListSource(_ -> Optional.of(RevocationList.make(ROOT, revoked, NOW)), SKEW);
        return new OcspSource(Answering.as(delegate), SKEW, list).ask(CARD, NOW);
    }

    @Test
    void noSpoiltByteMakesARevokedCardGoodAndNoneBreaksTheAsking() throws Exception {
        Answering responder = Answering.as(new Making().make()).revoked();
        assertThat(asked(responder)).isInstanceOf(RevocationStatus.Revoked.class);
        int length = responder.fetch(request()).orElseThrow().length;
        for (int at = 0; at < length; at += 11) {
            int place = at;
            RevocationStatus said = asked(request -> responder.fetch(request).map(bytes -> {
                bytes[Math.min(place, bytes.length - 1)] ^= 4;
                return bytes;
            }));
            assertThat(said).as("byte %d", at).isNotInstanceOf(RevocationStatus.Good.class);
        }
    }

    /* A request as it goes out. */
    private static byte[] request() {
        byte[][] sent = new byte[1][];
        new OcspSource(
                        request -> {
                            sent[0] = request;
                            return Optional.empty();
                        },
                        SKEW)
                .ask(CARD, NOW);
        return sent[0];
    }
}
