package madoguchi.jpki;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.cert.CertificateEncodingException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReq;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.Req;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** OCSPレスポンダ – answers a request (RFC 6960) about one certificate from the authority's list; the root that issued it signs the answer itself. */
final class Responder {

    private static final DigestCalculatorProvider DIGESTS = new BcDigestCalculatorProvider();

    /** The longest request read, in bytes; one certificate and a nonce take about 120. */
    static final int LONGEST = 4096;

    private final List<Root> roots;
    private final IssuedList issued;

    Responder(List<Root> roots, IssuedList issued) {
        this.roots = roots;
        this.issued = issued;
    }

    /** The answer in DER; one that says "malformed" for bytes that are no request about exactly one certificate, "unauthorized" for one of another authority. */
    byte[] answer(byte[] request, Instant now) {
        try {
            Optional<OCSPReq> read = read(request);
            if (read.isEmpty()) {
                return refusal(OCSPRespBuilder.MALFORMED_REQUEST);
            }
            CertificateID asked = read.get().getRequestList()[0].getCertID();
            for (Root root : roots) {
                if (isOf(asked, root)) {
                    return signed(root, asked, read.get(), now);
                }
            }
            return refusal(OCSPRespBuilder.UNAUTHORIZED);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (OCSPException | OperatorCreationException | CertificateEncodingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static Optional<OCSPReq> read(byte[] request) {
        if (request.length > LONGEST) {
            return Optional.empty();
        }
        try {
            OCSPReq read = new OCSPReq(request);
            Req[] asked = read.getRequestList();
            return asked.length == 1 && asked[0].getCertID().getSerialNumber().signum() > 0
                    ? Optional.of(read)
                    : Optional.empty();
        } catch (IOException | RuntimeException malformed) {
            return Optional.empty();
        }
    }

    /** A digest that we do not know is nobody's. */
    private static boolean isOf(CertificateID asked, Root root) throws CertificateEncodingException {
        try {
            return asked.matchesIssuer(new JcaX509CertificateHolder(root.certificate()), DIGESTS);
        } catch (OCSPException unknown) {
            return false;
        }
    }

    private byte[] signed(Root root, CertificateID asked, OCSPReq request, Instant now)
            throws OCSPException, OperatorCreationException, IOException, CertificateEncodingException {
        X509CertificateHolder own = new JcaX509CertificateHolder(root.certificate());
        BasicOCSPRespBuilder answer = new BasicOCSPRespBuilder(new RespID(own.getSubject()));
        answer.addResponse(
                asked, status(root, asked), Date.from(now), Date.from(now.plus(RevocationList.LIFE)), (Extensions)
                        null);
        Extension nonce = request.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce);
        if (nonce != null) {
            answer.setResponseExtensions(new Extensions(nonce));
        }
        return new OCSPRespBuilder()
                .build(
                        OCSPRespBuilder.SUCCESSFUL,
                        answer.build(
                                new JcaContentSignerBuilder(root.profile().signature()).build(root.key()),
                                new X509CertificateHolder[] {own},
                                Date.from(now)))
                .getEncoded();
    }

    private CertificateStatus status(Root root, CertificateID asked) {
        RevocationStatus known = issued.find(root.serial(asked.getSerialNumber()))
                .map(IssuedCertificate::status)
                .orElse(new RevocationStatus.Unknown());
        return switch (known) {
            case RevocationStatus.Good _ -> CertificateStatus.GOOD;
            case RevocationStatus.Revoked(var why, var at) -> new RevokedStatus(Date.from(at), why.code());
            case RevocationStatus.OnHold(var at) -> new RevokedStatus(Date.from(at), CRLReason.certificateHold);
            case RevocationStatus.Unknown _, RevocationStatus.Unconfirmed _ -> new UnknownStatus();
        };
    }

    private static byte[] refusal(int why) throws OCSPException, IOException {
        return new OCSPRespBuilder().build(why, null).getEncoded();
    }
}
