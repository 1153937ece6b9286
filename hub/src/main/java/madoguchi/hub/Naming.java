package madoguchi.hub;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import madoguchi.core.Coverage;
import madoguchi.core.InsuredId;
import madoguchi.core.Period;

/*
 * A coverage is named by SHA-256 over six texts, each preceded by its length and a colon: insurer, symbol and number without differences of spelling, branch,
 * the person's id, the first day. A line is read before its person is known, so the text is made in two parts.
 */

/** 命名 – what names the coverage of a line, once its person is known. One object serves one thread. */
final class Naming {

    private static final int LONGEST_ID = 19;

    private final MessageDigest sha256 = Digest.sha256();
    private final byte[] id = new byte[LONGEST_ID];

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
    static Parts parts(Coverage coverage) {
        InsuredId id = coverage.id();
        StringBuilder before = new StringBuilder();
        part(before, id.insurer().digits());
        part(before, id.symbolKey());
        part(before, id.numberKey());
        part(before, id.branch().orElse(""));
        StringBuilder after = new StringBuilder();
        part(after, coverage.qualified().map(Period::from).map(Object::toString).orElse(""));
        return new Parts(bytes(before), bytes(after));
    }

    private static void part(StringBuilder to, String text) {
        to.append(length(text)).append(':').append(text);
    }

    private static int length(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return text.getBytes(StandardCharsets.UTF_8).length;
            }
        }
        return text.length();
    }

    private static byte[] bytes(StringBuilder text) {
        return text.toString().getBytes(StandardCharsets.UTF_8);
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
