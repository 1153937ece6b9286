package madoguchi.bundle;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import madoguchi.json.CoreJson;
import tools.jackson.core.JacksonException;

/*
 * One line, then JSON to the end:
 *
 *   madoguchi-rules-1 <name of the key, 32 hex> <length of the JSON in bytes> <signature, 128 hex>
 *   {"head":{...},"files":[{"name":"...","text":"..."}, ...]}
 *
 * Signed is the line without the signature, and the JSON as it stands, byte for byte: nothing has to be read and written again to check it, and nothing of it is
 * read before. Every part has exactly one way to be written, so that no byte can be changed and still mean the same.
 */

/** 署名された束 – a bundle as it travels and as it is kept. */
public final class SignedBundle {

    /** 最大の大きさ – in bytes; the rules of this release need a small part of it. */
    public static final int LARGEST = 8 * 1024 * 1024;

    private static final String MAGIC = "madoguchi-rules-1";
    private static final Pattern LINE = Pattern.compile(MAGIC + " ([0-9a-f]{32}) ([1-9][0-9]{0,8}) ([0-9a-f]{128})");
    private static final int LONGEST_LINE = 256;

    private final byte[] bytes;

    private SignedBundle(byte[] bytes) {
        this.bytes = bytes;
    }

    /** これらのバイト – as they came; nothing about them is known yet. */
    public static SignedBundle of(byte[] bytes) {
        return new SignedBundle(bytes.clone());
    }

    /** 署名 – the bundle in its one form, signed. The same bundle and key always give the same bytes. */
    public static SignedBundle sign(RuleBundle bundle, SigningKey key) {
        byte[] content = CoreJson.mapper().writeValueAsBytes(bundle);
        String line = MAGIC + " " + key.name() + " " + content.length;
        byte[] signature = key.sign(message(line, content));
        return new SignedBundle(message(line + " " + HexFormat.of().formatHex(signature), content));
    }

    private static byte[] message(String line, byte[] content) {
        byte[] first = (line + "\n").getBytes(StandardCharsets.US_ASCII);
        byte[] whole = Arrays.copyOf(first, first.length + content.length);
        System.arraycopy(content, 0, whole, first.length, content.length);
        return whole;
    }

    /** バイト – as they travel. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** 大きさ – in bytes. */
    public int size() {
        return bytes.length;
    }

    /** 要約値 – names these very bytes. */
    public String digest() {
        return Sha256.of(bytes);
    }

    /** 中身 – the bundle without a look at its signature: to show it or compare it, never to decide by it. Empty when the bytes are no bundle. */
    public Optional<RuleBundle> look() {
        return switch (open()) {
            case Opened.Whole whole -> whole.bundle();
            case Opened.Broken broken -> Optional.empty();
        };
    }

    /** The parts of the bytes, nothing checked but their lengths. */
    Opened open() {
        if (bytes.length > LARGEST) {
            return new Opened.Broken(Refusal.TOO_LARGE);
        }
        String start = new String(bytes, 0, Math.min(bytes.length, LONGEST_LINE), StandardCharsets.ISO_8859_1);
        int end = start.indexOf('\n');
        if (end < 0) {
            boolean begun = bytes.length < LONGEST_LINE && (start.startsWith(MAGIC) || MAGIC.startsWith(start));
            return new Opened.Broken(begun ? Refusal.TRUNCATED : Refusal.UNREADABLE);
        }
        Matcher line = LINE.matcher(start.substring(0, end));
        return line.matches()
                ? parts(line, Arrays.copyOfRange(bytes, end + 1, bytes.length))
                : new Opened.Broken(Refusal.UNREADABLE);
    }

    private static Opened parts(Matcher line, byte[] content) {
        int length = Integer.parseInt(line.group(2));
        if (content.length != length) {
            return new Opened.Broken(content.length < length ? Refusal.TRUNCATED : Refusal.UNREADABLE);
        }
        return new Opened.Whole(line.group(1), HexFormat.of().parseHex(line.group(3)), content);
    }

    /** What stands in the bytes. */
    sealed interface Opened {

        /** All parts are there; whether they are true is another question. */
        final class Whole implements Opened {

            private final String key;
            private final byte[] signature;
            private final byte[] message;
            private final byte[] content;

            Whole(String key, byte[] signature, byte[] content) {
                this.key = key;
                this.signature = signature;
                this.message = SignedBundle.message(MAGIC + " " + key + " " + content.length, content);
                this.content = content;
            }

            /** The key that is said to have signed. */
            String key() {
                return key;
            }

            /** Whether that key, which must be known, did. */
            boolean signedBy(TrustedKeys trusted) {
                return trusted.signed(key, message, signature);
            }

            /** The content; empty when it cannot be read. */
            Optional<RuleBundle> bundle() {
                try {
                    return Optional.ofNullable(CoreJson.mapper().readValue(content, RuleBundle.class));
                } catch (JacksonException unreadable) {
                    return Optional.empty();
                }
            }
        }

        /** Some part is missing. */
        record Broken(Refusal why) implements Opened {}
    }
}
