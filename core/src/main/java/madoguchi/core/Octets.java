package madoguchi.core;

import java.util.Arrays;
import java.util.Base64;

/** バイト列 – bytes as a value: copied in, copied out, compared by content. Never printed: they may be a certificate or a signature. */
public final class Octets {

    private final byte[] bytes;

    private Octets(byte[] bytes) {
        this.bytes = bytes;
    }

    /** These bytes, copied; may be none. */
    public static Octets of(byte... bytes) {
        return new Octets(bytes.clone());
    }

    /** Reads Base64 (RFC 4648 §4, with padding); throws {@link IllegalArgumentException} on anything else. */
    public static Octets ofBase64(String text) {
        return new Octets(Base64.getDecoder().decode(text));
    }

    /** A copy of the bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** How many there are. */
    public int size() {
        return bytes.length;
    }

    /** As Base64 (RFC 4648 §4, with padding). */
    public String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Octets octets && Arrays.equals(bytes, octets.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** Only the length. */
    @Override
    public String toString() {
        return "Octets[" + bytes.length + "]";
    }
}
