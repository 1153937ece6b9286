package madoguchi.jpki;

import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.Optional;
import madoguchi.core.Octets;

/** 所持の証明 – whether the key of a certificate signed a nonce, by the profile of that key: RSA PKCS#1 v1.5 with SHA-256, or ECDSA on P-384 with SHA-384. */
public final class Possession {

    private Possession() {}

    /** False for anything else: another key, other bytes, another kind of signature, bytes that are no certificate. */
    public static boolean isProven(Octets certificate, Octets nonce, Octets signature) {
        Optional<X509Certificate> read = Trust.read(certificate);
        return read.flatMap(found -> CardProfile.of(found.getPublicKey()))
                .map(profile -> isSigned(read.get(), profile, nonce, signature))
                .orElse(false);
    }

    private static boolean isSigned(X509Certificate certificate, CardProfile profile, Octets nonce, Octets signature) {
        try {
            Signature verifier = Signature.getInstance(profile.signature());
            verifier.initVerify(certificate.getPublicKey());
            verifier.update(nonce.bytes());
            return verifier.verify(signature.bytes());
        } catch (GeneralSecurityException odd) {
            return false;
        }
    }
}
