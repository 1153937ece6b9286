package madoguchi.jpki;

import java.math.BigInteger;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.Date;
import java.util.Locale;
import madoguchi.core.CardSerial;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.asn1.x509.PolicyQualifierInfo;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * 認証局の一世代 – one root of the simulated authority: it signs holders' certificates itself, there is no intermediate ({@code jpki-reader.md} §3.2).
 *
 * @param profile whose keys it has and signs
 * @param certificate self-signed, under the name that all generations share
 * @param key its own
 */
record Root(CardProfile profile, X509Certificate certificate, PrivateKey key) {

    /** A new generation of the simulation. */
    static Root make(Generation generation) {
        return make(generation, Profile.authority());
    }

    /** A new generation under that name. */
    static Root make(Generation generation, X500Name authority) {
        KeyPair keys = generation.profile().newKeys();
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                authority,
                BigInteger.valueOf(generation.number()),
                Date.from(generation.from().atStartOfDay(CertificateOrder.TOKYO).toInstant()),
                Date.from(CertificateOrder.end(generation.lastDay())),
                authority,
                keys.getPublic());
        try {
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
            builder.addExtension(
                    Extension.subjectKeyIdentifier,
                    false,
                    Profile.extensions().createSubjectKeyIdentifier(keys.getPublic()));
        } catch (CertIOException broken) {
            throw new IllegalStateException(broken);
        }
        return new Root(
                generation.profile(), sign(builder, generation.profile(), keys.getPrivate()), keys.getPrivate());
    }

    /** The name it signs under. */
    X500Name name() {
        return X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
    }

    /** What names this generation in a {@link CardSerial}: the identifier of its key. */
    String identifier() {
        return Profile.keyIdentifier(certificate.getPublicKey());
    }

    /** Whether it is in force for the whole of a term. */
    boolean covers(CertificateOrder order) {
        return !order.from().isBefore(certificate.getNotBefore().toInstant())
                && !order.end().isAfter(certificate.getNotAfter().toInstant());
    }

    /** Signs a holder's certificate. */
    X509Certificate issue(CertificateOrder order, BigInteger serial, PublicKey holder, URI responder) {
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                name(),
                serial,
                Date.from(order.from()),
                Date.from(order.end()),
                Profile.subject(order.commonName()),
                holder);
        try {
            extend(builder, holder, responder);
        } catch (CertIOException broken) {
            throw new IllegalStateException(broken);
        }
        return sign(builder, profile, key);
    }

    private void extend(JcaX509v3CertificateBuilder builder, PublicKey holder, URI responder) throws CertIOException {
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
        builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_clientAuth));
        builder.addExtension(
                Extension.certificatePolicies,
                true,
                new CertificatePolicies(new PolicyInformation(
                        Profile.POLICY, new DERSequence(new PolicyQualifierInfo(Profile.STATEMENT.getString())))));
        builder.addExtension(
                Extension.issuerAlternativeName,
                false,
                new GeneralNames(new GeneralName(Profile.authorityInJapanese())));
        builder.addExtension(Extension.cRLDistributionPoints, false, new CRLDistPoint(new DistributionPoint[] {
            new DistributionPoint(
                    new DistributionPointName(new GeneralNames(new GeneralName(Profile.list()))), null, null)
        }));
        builder.addExtension(
                Extension.authorityInfoAccess,
                false,
                new AuthorityInformationAccess(
                        AccessDescription.id_ad_ocsp,
                        new GeneralName(GeneralName.uniformResourceIdentifier, responder.toString())));
        builder.addExtension(
                Extension.authorityKeyIdentifier,
                false,
                Profile.extensions().createAuthorityKeyIdentifier(certificate.getPublicKey()));
        builder.addExtension(
                Extension.subjectKeyIdentifier, false, Profile.extensions().createSubjectKeyIdentifier(holder));
    }

    /** The number that names a certificate of this generation. */
    CardSerial serial(BigInteger number) {
        return new CardSerial(identifier(), number.toString(16).toUpperCase(Locale.ROOT));
    }

    private static X509Certificate sign(JcaX509v3CertificateBuilder builder, CardProfile profile, PrivateKey key) {
        try {
            return new JcaX509CertificateConverter()
                    .getCertificate(builder.build(new JcaContentSignerBuilder(profile.signature()).build(key)));
        } catch (OperatorCreationException | GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** Never prints the key. */
    @Override
    public String toString() {
        return "Root[" + profile + "]";
    }
}
