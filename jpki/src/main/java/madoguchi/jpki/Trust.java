package madoguchi.jpki;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.security.auth.x500.X500Principal;
import madoguchi.core.Octets;
import madoguchi.core.Text;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;

/*
 * All generations share one name, so a certificate's issuer is the root whose key verifies its signature; the name is compared afterwards and proves nothing. There is no intermediate, so a chain has two links. A
 * root need not be in force today: it must have been for the whole term of the certificate (an expired certificate in grace may be read after its root has gone).
 *
 * Real and simulated certificates never mix: whoever accepts the one kind refuses the other, whatever roots were handed in.
 */

/** 信頼 – which roots are trusted, and whether real or simulated certificates are accepted. Immutable. */
public final class Trust {

    /** 受け入れる世界. */
    public enum Accept {
        /** 本番 – nothing that bears the mark of a simulation. */
        PRODUCTION,
        /** 模擬 – nothing but simulated certificates. */
        SIMULATION
    }

    private static final int DIGITAL_SIGNATURE = 0;
    private static final int VERSION = 3;
    private static final String CLIENT_AUTHENTICATION = "1.3.6.1.5.5.7.3.2";
    private static final String KEY_USAGE = "2.5.29.15";
    private static final String POLICIES = "2.5.29.32";
    private static final Set<String> CRITICAL = Set.of(KEY_USAGE, POLICIES);

    private final Accept accept;
    private final List<X509Certificate> roots;

    /**
     * Trusts these roots.
     *
     * @throws IllegalArgumentException when a root is not self-signed, has no key of a known profile, or belongs to the other world
     */
    public Trust(Accept accept, List<X509Certificate> roots) {
        this.accept = accept;
        this.roots = List.copyOf(roots);
        for (X509Certificate root : roots) {
            fault(accept, root).ifPresent(why -> {
                throw new IllegalArgumentException(why.en());
            });
        }
    }

    /** Which world it accepts. */
    public Accept accept() {
        return accept;
    }

    /** Why a certificate is no root of that world; empty when it is one. */
    static Optional<Text> fault(Accept accept, X509Certificate root) {
        if (!isOf(accept, root.getSubjectX500Principal())) {
            return Optional.of(
                    accept == Accept.PRODUCTION
                            ? new Text(
                                    "模擬の認証局の証明書です。本番では使えません。",
                                    "It is a root of the simulation, which production does not take.")
                            : new Text("模擬でない認証局の証明書です。", "It is not a root of the simulation."));
        }
        return isSigned(root, root)
                ? Optional.empty()
                : Optional.of(new Text(
                        "自己署名のルート証明書でないか、鍵の種類が違います。", "It is not self-signed, or its key is of no known profile."));
    }

    /** Checks a certificate as it came from a card: DER, nothing before or after it. */
    public Checked check(Octets der) {
        return read(der).map(this::check).orElse(new Checked.WrongCertificate());
    }

    private Checked check(X509Certificate certificate) {
        Optional<X509Certificate> issuer = roots.stream()
                .filter(root -> isSigned(certificate, root))
                .filter(root -> certificate.getIssuerX500Principal().equals(root.getSubjectX500Principal()))
                .filter(root -> coversTerm(root, certificate))
                .findFirst();
        if (issuer.isEmpty() || !isOf(accept, certificate.getIssuerX500Principal())) {
            return new Checked.UnknownIssuer();
        }
        return isForUserAuthentication(certificate)
                ? new Checked.Genuine(certificate, issuer.get())
                : new Checked.WrongCertificate();
    }

    /** The certificate in these bytes; empty when they are anything else. */
    static Optional<X509Certificate> read(Octets der) {
        byte[] bytes = der.bytes();
        try {
            X509Certificate certificate = (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(bytes));
            return Arrays.equals(certificate.getEncoded(), bytes) ? Optional.of(certificate) : Optional.empty();
        } catch (CertificateException unreadable) {
            return Optional.empty();
        }
    }

    /** Whether the key of a root verifies a certificate, with the signature that goes with it. */
    static boolean isSigned(X509Certificate certificate, X509Certificate root) {
        PublicKey key = root.getPublicKey();
        if (CardProfile.of(key)
                .filter(profile -> profile.signature().equalsIgnoreCase(certificate.getSigAlgName()))
                .isEmpty()) {
            return false;
        }
        try {
            certificate.verify(key);
            return true;
        } catch (GeneralSecurityException forged) {
            return false;
        }
    }

    private static boolean coversTerm(X509Certificate root, X509Certificate certificate) {
        return !certificate
                        .getNotBefore()
                        .toInstant()
                        .isBefore(root.getNotBefore().toInstant())
                && !certificate
                        .getNotAfter()
                        .toInstant()
                        .isAfter(root.getNotAfter().toInstant());
    }

    private static boolean isOf(Accept accept, X500Principal name) {
        boolean simulated = Arrays.stream(
                        X500Name.getInstance(name.getEncoded()).getRDNs(BCStyle.O))
                .map(RDN::getFirst)
                .anyMatch(part -> IETFUtils.valueToString(part.getValue()).equals(Profile.SIMULATED));
        return simulated == (accept == Accept.SIMULATION);
    }

    private static boolean isForUserAuthentication(X509Certificate certificate) {
        try {
            return certificate.getVersion() == VERSION
                    && CardProfile.of(certificate.getPublicKey()).isPresent()
                    && certificate.getBasicConstraints() < 0
                    && CRITICAL.equals(certificate.getCriticalExtensionOIDs())
                    && signsOnly(certificate.getKeyUsage())
                    && List.of(CLIENT_AUTHENTICATION).equals(certificate.getExtendedKeyUsage())
                    && hasPolicy(certificate);
        } catch (CertificateException | IllegalArgumentException odd) {
            return false;
        }
    }

    private static boolean signsOnly(boolean[] usage) {
        for (int use = 0; use < usage.length; use++) {
            if (usage[use] != (use == DIGITAL_SIGNATURE)) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasPolicy(X509Certificate certificate) throws CertificateException {
        return CertificatePolicies.fromExtensions(new JcaX509CertificateHolder(certificate).getExtensions())
                        .getPolicyInformation(Profile.POLICY)
                != null;
    }
}
