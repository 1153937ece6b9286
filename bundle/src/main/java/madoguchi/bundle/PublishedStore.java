package madoguchi.bundle;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;
import madoguchi.json.CoreJson;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 公布の保管 – the bundles a hub hands out; append-only, with rising serials. */
final class PublishedStore {

    private final JdbcClient jdbc;

    PublishedStore(DataSource database) {
        jdbc = JdbcClient.create(database);
    }

    /** Adds a bundle; {@code false} when one of this or a higher serial is there. */
    boolean add(Head head, SignedBundle bundle, Instant at) {
        try {
            jdbc.sql(
                            "insert into rules.published (serial, published_at, digest, head, bytes) values (:serial, :at, :digest, :head, :bytes)")
                    .param("serial", head.serial())
                    .param("at", at.atOffset(ZoneOffset.UTC))
                    .param("digest", bundle.digest())
                    .param("head", CoreJson.mapper().writeValueAsString(head))
                    .param("bytes", bundle.bytes())
                    .update();
            return true;
        } catch (DuplicateKeyException notNewer) {
            return false;
        }
    }

    /** The highest serial; 0 when there is none. */
    long serial() {
        return jdbc.sql("select coalesce(max(serial), 0) from rules.published")
                .query(Long.class)
                .single();
    }

    /** The digest of the current bundle: small, and enough for those who have it. */
    Optional<String> digest() {
        return jdbc.sql("select digest from rules.published order by serial desc limit 1")
                .query(String.class)
                .optional();
    }

    /** The bundle with this digest. */
    Optional<SignedBundle> bundle(String digest) {
        return jdbc.sql("select bytes from rules.published where digest = :digest")
                .param("digest", digest)
                .query(byte[].class)
                .optional()
                .map(SignedBundle::of);
    }
}
