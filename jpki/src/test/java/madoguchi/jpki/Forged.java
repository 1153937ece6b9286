package madoguchi.jpki;

import java.math.BigInteger;
import java.net.URI;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.LocalDate;

/** What a forger makes: authorities and certificates of the right name under keys of their own. */
final class Forged {

    private static final Generation GENERATION =
            new Generation(3, CardProfile.CURRENT, LocalDate.of(2023, 7, 16), LocalDate.of(2033, 7, 15));

    /* Making RSA keys is slow: one forger serves all tests. */
    private static final Root ROOT = Root.make(GENERATION);

    private Forged() {}

    /** A root of the right name, and the key of somebody else; always the same one. */
    static Root root() {
        return ROOT;
    }

    static X509Certificate by(Root root, CertificateOrder order, KeyPair keys) {
        return root.issue(order, BigInteger.valueOf(0x12345678), keys.getPublic(), URI.create("http://localhost/ocsp"));
    }

    /** Signed by the very key it is about. */
    static X509Certificate bySelf(CertificateOrder order, KeyPair keys) {
        X509Certificate name = root().certificate();
        return by(new Root(CardProfile.CURRENT, name, keys.getPrivate()), order, keys);
    }
}
