package madoguchi.jpki;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.asn1.x509.CRLReason;

/** 失効リストによる確認 – looks into the list of the generation that issued a certificate. The newest one seen serves on while no other can be had, until it is out of date. One that its root did not sign, or that is out of date, tells nothing. */
public final class ListSource implements StatusSource {

    private final Courier courier;
    private final Duration skew;
    private final Map<String, X509CRL> kept = new ConcurrentHashMap<>();

    /**
     * Gets lists through a courier.
     *
     * @param courier takes the key identifier of a root in ASCII, brings its list in DER
     * @param skew how far the authority's clock may differ
     */
    public ListSource(Courier courier, Duration skew) {
        this.courier = courier;
        this.skew = skew;
    }

    @Override
    public RevocationStatus ask(Checked.Genuine certificate, Instant now) {
        String issuer = certificate.serial().issuer();
        return list(issuer, certificate, now)
                .map(list -> status(Optional.ofNullable(list.getRevokedCertificate(certificate.certificate()))))
                .orElse(new RevocationStatus.Unconfirmed());
    }

    private Optional<X509CRL> list(String issuer, Checked.Genuine certificate, Instant now) {
        Optional<X509CRL> fresh = courier.fetch(issuer.getBytes(StandardCharsets.US_ASCII))
                .flatMap(ListSource::read)
                .filter(list -> isTrusted(list, certificate));
        fresh.ifPresent(list -> kept.merge(issuer, list, (a, b) -> at(a).isAfter(at(b)) ? a : b));
        return Optional.ofNullable(kept.get(issuer)).filter(list -> isTrusted(list, certificate) && isOfNow(list, now));
    }

    private static Optional<X509CRL> read(byte[] bytes) {
        try {
            return Optional.of(
                    (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(bytes)));
        } catch (GeneralSecurityException unreadable) {
            return Optional.empty();
        }
    }

    private static boolean isTrusted(X509CRL list, Checked.Genuine certificate) {
        try {
            list.verify(certificate.issuer().getPublicKey());
            return !list.hasUnsupportedCriticalExtension();
        } catch (GeneralSecurityException forged) {
            return false;
        }
    }

    private boolean isOfNow(X509CRL list, Instant now) {
        return !list.getThisUpdate().toInstant().isAfter(now.plus(skew))
                && list.getNextUpdate() != null
                && list.getNextUpdate().toInstant().isAfter(now.minus(skew));
    }

    private static RevocationStatus status(Optional<X509CRLEntry> entry) {
        return entry.map(found -> OcspSource.revoked(
                        reason(found), found.getRevocationDate().toInstant()))
                .orElse(new RevocationStatus.Good());
    }

    private static int reason(X509CRLEntry entry) {
        return switch (entry.getRevocationReason()) {
            case CERTIFICATE_HOLD -> CRLReason.certificateHold;
            case KEY_COMPROMISE -> CRLReason.keyCompromise;
            case SUPERSEDED -> CRLReason.superseded;
            case CESSATION_OF_OPERATION -> CRLReason.cessationOfOperation;
            case null, default -> CRLReason.unspecified;
        };
    }

    private static Instant at(X509CRL list) {
        return list.getThisUpdate().toInstant();
    }
}
