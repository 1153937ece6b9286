package madoguchi.jpki;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;

/*
 * RFC 6960 §4.2.2.2: besides the authority itself, only who holds a certificate for signing OCSP answers (id-kp-OCSPSigning) that this very authority issued directly may answer for it. A holder's certificate of the same
 * root has another purpose, so no patient's card can answer; "any purpose" does not count. The certificate travels with the answer, which must name it as its responder.
 *
 * §4.2.2.2.1: whether the delegate's own certificate was revoked is not asked where it says that nobody need ask (id-pkix-ocsp-nocheck). Where it does not, the list of the root must know it as good; asking a responder about
 * the responder would go in a circle. Without a list such an answer is none.
 */

/** 委任されたOCSPレスポンダ – decides whether an answer was signed by somebody to whom the issuer of a certificate gave that right. */
final class DelegatedResponder {

    private static final DigestCalculatorProvider DIGESTS = new BcDigestCalculatorProvider();
    private static final String OCSP_SIGNING = KeyPurposeId.id_kp_OCSPSigning.getId();
    private static final int DIGITAL_SIGNATURE = 0;
    private static final Set<String> UNDERSTOOD = Set.of(
            Extension.keyUsage.getId(),
            Extension.extendedKeyUsage.getId(),
            Extension.basicConstraints.getId(),
            Extension.certificatePolicies.getId());

    private final StatusSource lists;
    private final Duration skew;

    /**
     * Believes delegates.
     *
     * @param lists what tells of their revocation
     * @param skew how far clocks may differ
     */
    DelegatedResponder(StatusSource lists, Duration skew) {
        this.lists = lists;
        this.skew = skew;
    }

    /** Whether a certificate that came with the answer both belongs to a delegate of that issuer and signed it. */
    boolean signed(BasicOCSPResp answer, X509Certificate issuer, Instant now) {
        return Stream.of(answer.getCerts())
                .flatMap(held -> read(held).stream())
                .filter(delegate -> isNamed(answer, delegate) && isSigned(answer, delegate))
                .anyMatch(delegate -> mayAnswer(delegate, issuer, now));
    }

    private static Optional<X509Certificate> read(X509CertificateHolder held) {
        try {
            return Optional.of(new JcaX509CertificateConverter().getCertificate(held));
        } catch (GeneralSecurityException unreadable) {
            return Optional.empty();
        }
    }

    private static boolean isNamed(BasicOCSPResp answer, X509Certificate delegate) {
        try {
            X509CertificateHolder held = new JcaX509CertificateHolder(delegate);
            RespID named = answer.getResponderId();
            return named.equals(new RespID(held.getSubject()))
                    || named.equals(new RespID(held.getSubjectPublicKeyInfo(), DIGESTS.get(RespID.HASH_SHA1)));
        } catch (GeneralSecurityException | OCSPException | OperatorCreationException odd) {
            return false;
        }
    }

    private static boolean isSigned(BasicOCSPResp answer, X509Certificate delegate) {
        try {
            return answer.isSignatureValid(new JcaContentVerifierProviderBuilder().build(delegate.getPublicKey()));
        } catch (OCSPException | OperatorCreationException untrusted) {
            return false;
        }
    }

    private boolean mayAnswer(X509Certificate delegate, X509Certificate issuer, Instant now) {
        return delegate.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())
                && Trust.isSigned(delegate, issuer)
                && isForAnswers(delegate)
                && isInForce(delegate, now)
                && isNotRevoked(delegate, issuer, now);
    }

    private static boolean isForAnswers(X509Certificate delegate) {
        try {
            List<String> purposes = delegate.getExtendedKeyUsage();
            boolean[] usage = delegate.getKeyUsage();
            Set<String> critical = delegate.getCriticalExtensionOIDs();
            return purposes != null
                    && purposes.contains(OCSP_SIGNING)
                    && (usage == null || usage[DIGITAL_SIGNATURE])
                    && (critical == null || UNDERSTOOD.containsAll(critical));
        } catch (GeneralSecurityException odd) {
            return false;
        }
    }

    private boolean isInForce(X509Certificate delegate, Instant now) {
        return !delegate.getNotBefore().toInstant().isAfter(now.plus(skew))
                && !delegate.getNotAfter().toInstant().isBefore(now.minus(skew));
    }

    private boolean isNotRevoked(X509Certificate delegate, X509Certificate issuer, Instant now) {
        return delegate.getExtensionValue(OCSPObjectIdentifiers.id_pkix_ocsp_nocheck.getId()) != null
                || lists.ask(new Checked.Genuine(delegate, issuer), now) instanceof RevocationStatus.Good;
    }
}
