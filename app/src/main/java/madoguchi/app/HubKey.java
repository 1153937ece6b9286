package madoguchi.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;
import madoguchi.core.Parsed;
import madoguchi.hub.SigningKey;
import madoguchi.hub.VerifyingKey;
import org.jspecify.annotations.Nullable;

/** ハブの鍵 – kept in files beside the database, never in it. {@code person.key} turns My Numbers into digests: losing it loses the link to persons. {@code signing.key} signs checkpoints and proofs of check; {@code signing.pub} is its public half, to be given to auditors and reviewers. */
final class HubKey {

    private static final String PUBLIC = "signing.pub";
    private static final SecureRandom RANDOM = new SecureRandom();

    private HubKey() {}

    /** The key for My Numbers of a hub's data folder; made at the first call, readable by the owner only. */
    static Key of(Path data) throws IOException {
        return new SecretKeySpec(SecretFile.read(data.resolve("person.key"), random(32)), "HmacSHA256");
    }

    /** The signing key of a hub's data folder; made at the first call, readable by the owner only. The public half is written beside it. */
    static SigningKey signing(Path data) throws IOException {
        SigningKey key = new SigningKey(SecretFile.read(data.resolve("signing.key"), random(SigningKey.SECRET_LENGTH)));
        SecretFile.read(data.resolve(PUBLIC), key.verifying().pem().getBytes(StandardCharsets.US_ASCII));
        return key;
    }

    /** The public key an audit works with: of a file, else the one in the data folder. A fault says where it was looked for. */
    static Parsed<VerifyingKey> verifying(Path data, @Nullable Path file) throws IOException {
        Path pem = Optional.ofNullable(file).orElse(data.resolve(PUBLIC));
        return Files.exists(pem)
                ? VerifyingKey.parse(pem.toString(), Files.readString(pem))
                : Parsed.fault(
                        pem.toString(),
                        "ハブの公開鍵がありません。ハブのデータのフォルダーを --data で、または公開鍵を --public-key で指定してください。",
                        "The hub's public key is not here. Name the hub's data folder by --data, or the key by --public-key.");
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
