package madoguchi.jpki;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** 失効リスト – the list of the revoked and held certificates of one generation (RFC 5280 §5), made on demand. */
final class RevocationList {

    /** How long one list may be used; the real interval is not public. */
    static final Duration LIFE = Duration.ofHours(24);

    private RevocationList() {}

    /** The list as of an instant, in DER. */
    static byte[] make(Root root, List<IssuedCertificate> issued, Instant now) {
        X509v2CRLBuilder list = new X509v2CRLBuilder(root.name(), Date.from(now));
        list.setNextUpdate(Date.from(now.plus(LIFE)));
        for (IssuedCertificate certificate : issued) {
            if (certificate.serial().issuer().equals(root.identifier())) {
                add(list, certificate);
            }
        }
        try {
            list.addExtension(Extension.cRLNumber, false, new CRLNumber(BigInteger.valueOf(now.toEpochMilli())));
            list.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    Profile.extensions()
                            .createAuthorityKeyIdentifier(root.certificate().getPublicKey()));
            return list.build(new JcaContentSignerBuilder(root.profile().signature()).build(root.key()))
                    .getEncoded();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (OperatorCreationException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static void add(X509v2CRLBuilder list, IssuedCertificate certificate) {
        BigInteger number = new BigInteger(certificate.serial().serial(), 16);
        switch (certificate.status()) {
            case RevocationStatus.Revoked(var why, var at) -> list.addCRLEntry(number, Date.from(at), why.code());
            case RevocationStatus.OnHold(var at) -> list.addCRLEntry(number, Date.from(at), CRLReason.certificateHold);
            case RevocationStatus.Good _, RevocationStatus.Unknown _, RevocationStatus.Unconfirmed _ -> {}
        }
    }
}
