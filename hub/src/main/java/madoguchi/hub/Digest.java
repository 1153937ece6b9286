package madoguchi.hub;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** 要約値 – 32 bytes that stand for something longer. */
public final class Digest {

    private final byte[] bytes;

    private Digest(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Reads 64 hexadecimal digits; {@link IllegalArgumentException} for anything else. */
    public Digest(String hex) {
        this(HexFormat.of().parseHex(hex));
    }

    /** SHA-256 over several texts, each preceded by its length so that no two lists of texts meet in one digest. */
    static Digest of(String... parts) {
        MessageDigest digest = sha256();
        for (String part : parts) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
            digest.update(bytes);
        }
        return of(digest.digest());
    }

    /** A digest that was made elsewhere; the bytes are not copied. */
    static Digest of(byte[] bytes) {
        return new Digest(bytes);
    }

    /** The bytes; not to be changed. */
    byte[] bytes() {
        return bytes;
    }

    /** 64 hexadecimal digits. */
    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Digest that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return hex();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
