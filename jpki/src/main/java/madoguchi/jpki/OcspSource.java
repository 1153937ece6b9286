package madoguchi.jpki;

import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.SingleResp;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;

/*
 * An answer is believed when all of this holds: it is signed by the root that issued the certificate, or by a responder to whom that root gave the right ({@link DelegatedResponder}); it is about that certificate; it repeats our nonce, so it was made for this question; and its time is now, give
 * or take the allowed difference of clocks. Anything else is no answer at all: an attacker who can spoil the line can silence a responder, but not make it say "good".
 */

/** OCSPによる確認 – asks a responder (RFC 6960) and believes nothing that is not signed for this question. */
public final class OcspSource implements StatusSource {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final DigestCalculatorProvider DIGESTS = new BcDigestCalculatorProvider();
    private static final int NONCE = 32;

    private final Courier courier;
    private final Duration skew;
    private final DelegatedResponder delegated;

    /**
     * Asks through a courier. There is no list: of delegated responders only those are believed whose certificate says that it need not be looked up.
     *
     * @param courier takes the request in DER, brings the response in DER
     * @param skew how far the responder's clock may differ
     */
    public OcspSource(Courier courier, Duration skew) {
        this(courier, skew, (_, _) -> new RevocationStatus.Unconfirmed());
    }

    /**
     * Asks through a courier.
     *
     * @param courier takes the request in DER, brings the response in DER
     * @param skew how far the responder's clock may differ
     * @param lists what tells whether a delegated responder's own certificate was revoked; never another responder
     */
    public OcspSource(Courier courier, Duration skew, StatusSource lists) {
        this.courier = courier;
        this.skew = skew;
        this.delegated = new DelegatedResponder(lists, skew);
    }

    @Override
    public RevocationStatus ask(Checked.Genuine certificate, Instant now) {
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        try {
            CertificateID asked = new CertificateID(
                    DIGESTS.get(CertificateID.HASH_SHA1),
                    new JcaX509CertificateHolder(certificate.issuer()),
                    certificate.certificate().getSerialNumber());
            Extension mark = new Extension(
                    OCSPObjectIdentifiers.id_pkix_ocsp_nonce, false, new DEROctetString(nonce).getEncoded());
            byte[] request = new OCSPReqBuilder()
                    .addRequest(asked)
                    .setRequestExtensions(new Extensions(mark))
                    .build()
                    .getEncoded();
            return courier.fetch(request)
                    .map(response -> believed(response, certificate, asked.getSerialNumber(), mark, now))
                    .orElse(new RevocationStatus.Unconfirmed());
        } catch (IOException | OCSPException | OperatorCreationException | CertificateEncodingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private RevocationStatus believed(
            byte[] response, Checked.Genuine certificate, BigInteger serial, Extension mark, Instant now) {
        try {
            return read(response)
                    .filter(answer -> isTrusted(answer, certificate, mark, now))
                    .flatMap(answer -> only(answer, serial, certificate, now))
                    .map(OcspSource::status)
                    .orElse(new RevocationStatus.Unconfirmed());
        } catch (RuntimeException malformed) {
            // The library reads parts of a response only when they are asked for.
            return new RevocationStatus.Unconfirmed();
        }
    }

    private static Optional<BasicOCSPResp> read(byte[] response) {
        try {
            return new OCSPResp(response).getResponseObject() instanceof BasicOCSPResp basic
                    ? Optional.of(basic)
                    : Optional.empty();
        } catch (IOException | OCSPException unreadable) {
            return Optional.empty();
        }
    }

    private boolean isTrusted(BasicOCSPResp answer, Checked.Genuine certificate, Extension mark, Instant now) {
        return mark.equals(answer.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce))
                && (isSignedBy(certificate.issuer(), answer) || delegated.signed(answer, certificate.issuer(), now));
    }

    private static boolean isSignedBy(X509Certificate root, BasicOCSPResp answer) {
        try {
            return answer.isSignatureValid(new JcaContentVerifierProviderBuilder().build(root.getPublicKey()));
        } catch (OCSPException | OperatorCreationException untrusted) {
            return false;
        }
    }

    private Optional<SingleResp> only(
            BasicOCSPResp answer, BigInteger serial, Checked.Genuine certificate, Instant now) {
        SingleResp[] all = answer.getResponses();
        return all.length == 1
                        && all[0].getCertID().getSerialNumber().equals(serial)
                        && isOf(all[0].getCertID(), certificate)
                        && !all[0].getThisUpdate().toInstant().isAfter(now.plus(skew))
                        && all[0].getNextUpdate() != null
                        && all[0].getNextUpdate().toInstant().isAfter(now.minus(skew))
                ? Optional.of(all[0])
                : Optional.empty();
    }

    private static boolean isOf(CertificateID asked, Checked.Genuine certificate) {
        try {
            return asked.matchesIssuer(new JcaX509CertificateHolder(certificate.issuer()), DIGESTS);
        } catch (OCSPException | CertificateEncodingException odd) {
            return false;
        }
    }

    private static RevocationStatus status(SingleResp answer) {
        return switch (answer.getCertStatus()) {
            case null -> new RevocationStatus.Good();
            case RevokedStatus revoked ->
                revoked(
                        revoked.hasRevocationReason() ? revoked.getRevocationReason() : 0,
                        revoked.getRevocationTime().toInstant());
            case UnknownStatus _ -> new RevocationStatus.Unknown();
            case CertificateStatus _ -> new RevocationStatus.Unconfirmed();
        };
    }

    static RevocationStatus revoked(int reason, Instant at) {
        return reason == CRLReason.certificateHold
                ? new RevocationStatus.OnHold(at)
                : new RevocationStatus.Revoked(RevocationReason.of(reason), at);
    }
}
