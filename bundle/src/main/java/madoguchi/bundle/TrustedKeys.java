package madoguchi.bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import madoguchi.core.Problem;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.bouncycastle.util.io.pem.PemObject;

/** 信頼する鍵 – the public keys of those who may issue rules. Several at once, so that a key can be changed without a day on which nobody is trusted. */
public final class TrustedKeys {

    private final Map<String, Ed25519PublicKeyParameters> keys = new LinkedHashMap<>();
    private final Map<String, String> files = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    private TrustedKeys() {}

    /** 読取 – all {@code *.pem} files of a folder, in the order of their names; without a folder, nobody is trusted. A file that cannot be read is a problem and does not hide the others. */
    public static TrustedKeys in(Path folder) {
        TrustedKeys trusted = new TrustedKeys();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(file -> file.getFileName().toString().endsWith(".pem"))
                        .sorted()
                        .forEach(trusted::add);
            } catch (IOException unreadable) {
                trusted.problem(folder, "フォルダーを読めません。", "The folder cannot be read.");
            }
        }
        return trusted;
    }

    private void add(Path file) {
        try {
            List<PemObject> found = PemFile.read(file);
            found.forEach(object -> add(file, object));
            if (found.isEmpty()) {
                problem(file, "鍵（PEM）が入っていません。", "There is no key (PEM) in it.");
            }
        } catch (IOException unreadable) {
            problem(file, "鍵のファイルを読めません。", "The key file cannot be read.");
        }
    }

    private void add(Path file, PemObject object) {
        if (object.getType().equals(PemFile.PRIVATE)) {
            problem(
                    file,
                    "秘密鍵が入っています。ここに置くのは公開鍵だけです。すぐに取り除いてください。",
                    "It holds a private key. Only public keys belong here; remove it at once.");
            return;
        }
        Optional<Ed25519PublicKeyParameters> key = key(object);
        key.ifPresent(ours -> {
            keys.put(name(object.getContent()), ours);
            files.put(name(object.getContent()), file.getFileName().toString());
        });
        if (key.isEmpty()) {
            problem(file, "Ed25519 の公開鍵ではありません。", "This is not an Ed25519 public key.");
        }
    }

    private static Optional<Ed25519PublicKeyParameters> key(PemObject object) {
        try {
            AsymmetricKeyParameter key = PublicKeyFactory.createKey(object.getContent());
            return key instanceof Ed25519PublicKeyParameters ours ? Optional.of(ours) : Optional.empty();
        } catch (IOException | RuntimeException noKey) {
            return Optional.empty();
        }
    }

    private void problem(Path file, String ja, String en) {
        problems.add(Problem.at(file.toString(), ja, en));
    }

    /** 鍵の名 – the first 16 bytes of the SHA-256 of the encoded key, in hexadecimal digits. */
    static String name(byte[] encoded) {
        return Sha256.of(encoded).substring(0, 32);
    }

    /** 鍵の名とファイル – name of each key, and the file it stands in. */
    public Map<String, String> names() {
        return Map.copyOf(files);
    }

    /** 読めないファイル – what is wrong in the folder. */
    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    boolean knows(String name) {
        return keys.containsKey(name);
    }

    /** Whether the key of this name, which must be known, made the signature. */
    boolean signed(String name, byte[] message, byte[] signature) {
        Ed25519Signer signer = new Ed25519Signer();
        signer.init(false, keys.get(name));
        signer.update(message, 0, message.length);
        return signer.verifySignature(signature);
    }
}
