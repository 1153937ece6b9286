package madoguchi.stamp;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import madoguchi.core.Octets;

/*
 * The bytes, all numbers with the highest byte first:
 *
 *   0      kind of screen
 *   1–4    first bytes of SHA-256 over the public key
 *   5–8    issued        seconds since 1970, unsigned
 *   9–12   logged in
 *   13–16  until
 *   17–20  salt
 *   21–28  digest of the person
 *   29–36  digest of the coverage
 *
 * Signed are DOMAIN and these 37 bytes, by Ed25519. The code is FORM, then these bytes and the 64 of the signature as letters: 164 signs, a QR code of version 7 at level M.
 */

/**
 * 画面の証明の中身 – what a code says, before anybody believes it.
 *
 * @param kind which screen
 * @param key names the key that signed: 8 hexadecimal digits
 * @param issued when the code was made, to the second
 * @param loggedIn when the person logged in, to the second
 * @param until the first instant at which it is old
 * @param salt 4 random bytes
 * @param person digest of the person
 * @param coverage digest of the coverage
 */
public record Stamp(
        ScreenKind kind,
        String key,
        Instant issued,
        Instant loggedIn,
        Instant until,
        Octets salt,
        Octets person,
        Octets coverage) {

    /** 形 – how every code begins. */
    static final String FORM = "MG";

    static final int SALT = 4;
    static final int BYTES = 37;
    static final int SIGNATURE = 64;
    private static final byte[] DOMAIN =
            "madoguchi portal screen 1".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    private static final int KEY = 4;
    private static final long UNSIGNED = 0xFFFF_FFFFL;

    byte[] bytes() {
        return ByteBuffer.allocate(BYTES)
                .put((byte) kind.number())
                .put(HexFormat.of().parseHex(key))
                .putInt((int) issued.getEpochSecond())
                .putInt((int) loggedIn.getEpochSecond())
                .putInt((int) until.getEpochSecond())
                .put(salt.bytes())
                .put(person.bytes())
                .put(coverage.bytes())
                .array();
    }

    /** What is signed. */
    byte[] signed() {
        return ByteBuffer.allocate(DOMAIN.length + BYTES)
                .put(DOMAIN)
                .put(bytes())
                .array();
    }

    /** The stamp in the first {@value #BYTES} bytes; empty for a kind nobody gave. */
    static Optional<Stamp> read(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        return ScreenKind.numbered(in.get())
                .map(kind -> new Stamp(
                        kind,
                        HexFormat.of().formatHex(take(in, KEY).bytes()),
                        instant(in),
                        instant(in),
                        instant(in),
                        take(in, SALT),
                        take(in, Digests.LENGTH),
                        take(in, Digests.LENGTH)));
    }

    private static Instant instant(ByteBuffer in) {
        return Instant.ofEpochSecond(in.getInt() & UNSIGNED);
    }

    private static Octets take(ByteBuffer in, int length) {
        byte[] part = new byte[length];
        in.get(part);
        return Octets.of(part);
    }
}
