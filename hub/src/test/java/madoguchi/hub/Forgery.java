package madoguchi.hub;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** 偽造 – the same certificate to the last field, signed by somebody else. */
final class Forgery {

    private Forgery() {}

    static X509Certificate of(X509Certificate real, KeyPair forger) throws Exception {
        JcaX509CertificateHolder model = new JcaX509CertificateHolder(real);
        BigInteger serial = model.getSerialNumber();
        X509v3CertificateBuilder builder = new X509v3CertificateBuilder(
                model.getIssuer(),
                serial,
                model.getNotBefore(),
                model.getNotAfter(),
                model.getSubject(),
                model.getSubjectPublicKeyInfo());
        for (Object extension : model.getExtensionOIDs()) {
            builder.addExtension(model.getExtension((ASN1ObjectIdentifier) extension));
        }
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(forger.getPrivate())));
    }
}
