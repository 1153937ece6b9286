package madoguchi.hub;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import madoguchi.core.Coverage;
import madoguchi.core.InsuredId;
import madoguchi.core.Period;

/*
 * A coverage is named by SHA-256 over six texts, each preceded by its length and a colon: insurer, symbol and number without differences of spelling, branch,
 * the person's id, the first day. A line is read before its person is known, so the text is made in two parts.
 */

/** 命名 – what names the coverage of a line, once its person is known. One object serves one thread at a time. */
final class Naming {

    private static final int LONGEST_ID = 19;

    private final MessageDigest sha256 = Digest.sha256();
    private final byte[] id = new byte[LONGEST_ID];
    private byte[] text = new byte[128];
    private int written;

    /** 名の材料 – what stands in the text before the person, and behind. */
    static final class Parts {
        private final byte[] before;
        private final byte[] after;

        private Parts(byte[] before, byte[] after) {
            this.before = before;
            this.after = after;
        }
    }

    /** What is known of the name without the person. */
    Parts parts(Coverage coverage) {
        InsuredId id = coverage.id();
        written = 0;
        part(id.insurer().digits());
        part(id.symbolKey());
        part(id.numberKey());
        part(id.branch().orElse(""));
        byte[] before = Arrays.copyOf(text, written);
        written = 0;
        part(coverage.qualified().map(Period::from).map(Object::toString).orElse(""));
        return new Parts(before, Arrays.copyOf(text, written));
    }

    private void part(String part) {
        int length = part.length();
        if (!isAscii(part)) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            length(bytes.length);
            for (byte one : bytes) {
                put(one);
            }
            return;
        }
        length(length);
        for (int i = 0; i < length; i++) {
            put((byte) part.charAt(i));
        }
    }

    private static boolean isAscii(String part) {
        for (int i = 0; i < part.length(); i++) {
            if (part.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private void length(int bytes) {
        for (byte digit : Integer.toString(bytes).getBytes(StandardCharsets.US_ASCII)) {
            put(digit);
        }
        put((byte) ':');
    }

    private void put(byte one) {
        text = written == text.length ? Arrays.copyOf(text, written * 2) : text;
        text[written++] = one;
    }

    FactName of(Parts parts, long person) {
        int start = LONGEST_ID;
        for (long rest = person; rest > 0; rest /= 10) {
            id[--start] = (byte) ('0' + rest % 10);
        }
        int length = LONGEST_ID - start;
        sha256.update(parts.before);
        if (length >= 10) {
            sha256.update((byte) '1');
        }
        sha256.update((byte) ('0' + length % 10));
        sha256.update((byte) ':');
        sha256.update(id, start, length);
        sha256.update(parts.after);
        return FactName.of(sha256.digest());
    }
}
