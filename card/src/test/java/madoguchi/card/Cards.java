package madoguchi.card;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import madoguchi.core.Octets;
import madoguchi.core.Sex;
import madoguchi.jpki.CardProfile;
import madoguchi.jpki.SimulatedVerifier;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** 試験のカード – cards of an invented person, with keys made once for all tests. The PIN is 1234, 照合番号B that of the published example: born 1980-02-17, expiry 2035, code 2285 ({@code jpki-reader.md} §1.5). */
final class Cards {

    static final String PIN = "1234";
    static final Octets NONCE =
            Octets.of("a nonce of the hub, 32 bytes long".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    static final Octets PORTRAIT = Octets.of(Drawing.portrait("mihon-hanako"));
    static final HolderAttributes HOLDER =
            new HolderAttributes("葛󠄀城　𠮷子", "架空県見本市一丁目１番", LocalDate.of(1980, 2, 17), Sex.FEMALE);

    private static final KeyPair RSA = CardProfile.CURRENT.newKeys();
    private static final KeyPair CURVE = CardProfile.NEXT.newKeys();
    private static final SimulatedVerifier CENTRE = verifier();

    private static final Map<String, CardContents> CONTENTS = new ConcurrentHashMap<>();

    private Cards() {}

    static VirtualCard card(String profile) {
        return new VirtualCard(contents(profile), TryCounters.inMemory());
    }

    static CardContents contents(String profile) {
        return CONTENTS.computeIfAbsent(profile, name -> contents(name, certificate(name, 600), PORTRAIT));
    }

    static CardContents contents(String profile, Octets certificate, Octets portrait) {
        TokenProfile row = TokenProfile.find(profile).orElseThrow();
        return new CardContents(
                row,
                certificate,
                certificate(profile, 0),
                pair(row).getPrivate(),
                Optional.of(CENTRE.reference()),
                HOLDER,
                LocalDate.of(2035, 2, 17),
                "2285",
                portrait,
                Octets.of(Drawing.text(HOLDER.name())),
                Octets.of(Drawing.text(HOLDER.address())),
                PIN);
    }

    /** The centre that these cards accept. */
    static Centre centre() {
        return Centre.of(CENTRE);
    }

    private static SimulatedVerifier verifier() {
        try {
            return SimulatedVerifier.open(java.nio.file.Files.createTempDirectory("madoguchi-centre"));
        } catch (java.io.IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }

    static Secret pin(String digits) {
        return Secret.typed(digits.toCharArray()).orElseThrow();
    }

    static Secret faceNumber() {
        return contents("plastic").faceNumber();
    }

    /** Whether the signature over the nonce verifies with the key in the certificate that was read. */
    static boolean verifies(TokenProfile profile, Octets certificate, Octets signature)
            throws GeneralSecurityException {
        PublicKey key = CertificateFactory.getInstance("X.509")
                .generateCertificate(new java.io.ByteArrayInputStream(certificate.bytes()))
                .getPublicKey();
        Signature verifying = Signature.getInstance(profile.signature());
        verifying.initVerify(key);
        verifying.update(NONCE.bytes());
        return verifying.verify(signature.bytes());
    }

    /** A certificate with so many bytes of padding in an extension. */
    static Octets certificate(String profile, int padding) {
        TokenProfile row = TokenProfile.find(profile).orElseThrow();
        KeyPair pair = pair(row);
        Instant from = Instant.EPOCH;
        X500Name name = new X500Name("O=JPKI-SIM");
        try {
            JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    name,
                    BigInteger.TWO,
                    Date.from(from),
                    Date.from(from.plus(36500, ChronoUnit.DAYS)),
                    name,
                    pair.getPublic());
            builder.addExtension(new ASN1ObjectIdentifier("2.999.1"), false, new DEROctetString(new byte[padding]));
            X509Certificate made = new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(new JcaContentSignerBuilder(row.signature()).build(pair.getPrivate())));
            return Octets.of(made.getEncoded());
        } catch (java.io.IOException | GeneralSecurityException | OperatorCreationException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static KeyPair pair(TokenProfile profile) {
        return profile.keys() == CardProfile.NEXT ? CURVE : RSA;
    }
}
