package madoguchi.bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import madoguchi.core.Parsed;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.bouncycastle.util.io.pem.PemObject;

/** 署名の鍵 – an Ed25519 private key, from a PEM file that nobody but its owner can open. */
public final class SigningKey {

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private final Ed25519PrivateKeyParameters key;

    private SigningKey(Ed25519PrivateKeyParameters key) {
        this.key = key;
    }

    /**
     * 読取 – the key of a PEM file (PKCS #8).
     *
     * @return a fault when there is no such file, when others may open it, or when it holds something else
     */
    public static Parsed<SigningKey> read(Path file) {
        String place = file.toString();
        try {
            if (!OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
                return Parsed.fault(
                        place,
                        "ほかの利用者も開ける秘密鍵です。鍵が読まれていないか確かめ、chmod 600 " + file + " としてください。",
                        "Others can open this private key. Make sure that nobody read it, then run: chmod 600 " + file);
            }
            return of(place, PemFile.read(file));
        } catch (IOException unreadable) {
            return Parsed.fault(place, "鍵のファイルを読めません。", "The key file cannot be read.");
        }
    }

    private static Parsed<SigningKey> of(String place, List<PemObject> found) {
        if (found.size() == 1 && found.getFirst().getType().equals(PemFile.PRIVATE)) {
            Optional<Ed25519PrivateKeyParameters> key = key(found.getFirst());
            if (key.isPresent()) {
                return Parsed.of(new SigningKey(key.get()));
            }
        }
        return Parsed.fault(
                place, "Ed25519 の秘密鍵（PEM）が一つ入ったファイルではありません。", "This is not a PEM file with one Ed25519 private key.");
    }

    private static Optional<Ed25519PrivateKeyParameters> key(PemObject object) {
        try {
            AsymmetricKeyParameter key = PrivateKeyFactory.createKey(object.getContent());
            return key instanceof Ed25519PrivateKeyParameters ours ? Optional.of(ours) : Optional.empty();
        } catch (IOException | RuntimeException noKey) {
            return Optional.empty();
        }
    }

    /**
     * 鍵を作る – a new pair in two files that do not exist yet; the private one is readable by its owner only.
     *
     * @throws IOException also when one of the files exists: a key is never overwritten
     */
    public static SigningKey make(Path privateFile, Path publicFile) throws IOException {
        SigningKey made = new SigningKey(new Ed25519PrivateKeyParameters(new SecureRandom()));
        byte[] secret = PrivateKeyInfoFactory.createPrivateKeyInfo(made.key).getEncoded();
        Files.createFile(privateFile, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        Files.writeString(privateFile, PemFile.text(PemFile.PRIVATE, secret));
        Files.writeString(
                publicFile, PemFile.text(PemFile.PUBLIC, made.encodedPublic()), StandardOpenOption.CREATE_NEW);
        return made;
    }

    /** 鍵の名 – 32 hexadecimal digits that name the public key. */
    public String name() {
        return TrustedKeys.name(encodedPublic());
    }

    byte[] sign(byte[] message) {
        Ed25519Signer signer = new Ed25519Signer();
        signer.init(true, key);
        signer.update(message, 0, message.length);
        return signer.generateSignature();
    }

    private byte[] encodedPublic() {
        try {
            return SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(key.generatePublicKey())
                    .getEncoded();
        } catch (IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
    }

    /** The name only: a private key does not belong in a log. */
    @Override
    public String toString() {
        return "SigningKey[" + name() + "]";
    }
}
