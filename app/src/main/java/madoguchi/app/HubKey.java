package madoguchi.app;

import java.io.IOException;
import java.nio.file.Path;
import java.security.Key;
import java.security.SecureRandom;
import javax.crypto.spec.SecretKeySpec;

/** 個人番号を要約する鍵 – kept in a file beside the database, never in it. Losing it loses the link from My Numbers to persons. */
final class HubKey {

    private HubKey() {}

    /** The key of a hub's data folder; made at the first call, readable by the owner only. */
    static Key of(Path data) throws IOException {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return new SecretKeySpec(SecretFile.read(data.resolve("person.key"), bytes), "HmacSHA256");
    }
}
