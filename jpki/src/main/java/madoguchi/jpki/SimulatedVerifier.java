package madoguchi.jpki;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.interfaces.RSAPublicKey;
import madoguchi.core.Octets;

/**
 * 模擬の特定機関 – a SIMULATION of the centre's key for authentication without PIN, in files instead of hardware.
 *
 * <p>Files in its folder: {@code verifier-root.p12} (whose public key goes into EF {@code 0016} of every virtual card), {@code verifier.p12} (the centre's key), {@code password}, {@code lock}.
 */
public final class SimulatedVerifier implements VerifierKey {

    private final RSAPublicKey reference;
    private final PrivateKey key;
    private final Octets certificate;

    private SimulatedVerifier(Root root, Root own) {
        this.reference = (RSAPublicKey) root.certificate().getPublicKey();
        this.key = own.key();
        this.certificate =
                TerminalCertificate.make((RSAPublicKey) own.certificate().getPublicKey(), reference, root.key());
    }

    /** The centre of a folder, which may be that of a {@link SimulatedAuthority}; keys are made when they are missing. */
    public static SimulatedVerifier open(Path folder) {
        KeyFolder keys = new KeyFolder(folder);
        return keys.alone(() -> {
            try {
                return new SimulatedVerifier(
                        keys.root("verifier-root.p12", Generation.newest(CardProfile.CURRENT)),
                        keys.root("verifier.p12", Generation.newest(CardProfile.CURRENT)));
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            } catch (GeneralSecurityException broken) {
                throw new IllegalStateException(broken);
            }
        });
    }

    /** The key that a virtual card keeps in EF {@code 0016}. */
    public RSAPublicKey reference() {
        return reference;
    }

    @Override
    public Octets certificate() {
        return certificate;
    }

    @Override
    public Octets answer(Octets challenge) {
        if (challenge.size() != CHALLENGE) {
            throw new IllegalArgumentException("a card's challenge has " + CHALLENGE + " bytes");
        }
        return Octets.of(TerminalCertificate.sign(key, challenge.bytes()));
    }
}
