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
        private final byte[] text;
        private final int before;

        /** The first so many bytes stand before. */
        private Parts(byte[] text, int before) {
            this.text = text;
            this.before = before;
        }
    }

    /** What is known of the name without the person. */
    Parts parts(Coverage coverage) {
        InsuredId insured = coverage.id();
        start();
        add(part(insured.insurer().digits()));
        add(part(insured.symbolKey()));
        add(part(insured.numberKey()));
        add(part(insured.branch().orElse("")));
        return parts(
                coverage.qualified().map(Period::from).map(Object::toString).orElse(""));
    }

    /** One text of the name, its length in bytes of UTF-8 in front. */
    static byte[] part(String part) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        byte[] length = (bytes.length + ":").getBytes(StandardCharsets.US_ASCII);
        byte[] all = Arrays.copyOf(length, length.length + bytes.length);
        System.arraycopy(bytes, 0, all, length.length, bytes.length);
        return all;
    }

    /** Begins a name: insurer, symbol, number and branch follow. */
    void start() {
        written = 0;
    }

    /** Adds one text of the name, made by {@link #part}. */
    void add(byte[] part) {
        add(part, 0, part.length);
    }

    private void add(byte[] bytes, int from, int length) {
        room(length);
        System.arraycopy(bytes, from, text, written, length);
        written += length;
    }

    /** Adds one text of the name: ASCII characters, fewer than a hundred. */
    void add(char[] characters, int from, int to) {
        int length = to - from;
        room(3 + length);
        if (length >= 10) {
            text[written++] = (byte) ('0' + length / 10);
        }
        text[written++] = (byte) ('0' + length % 10);
        text[written++] = ':';
        for (int i = from; i < to; i++) {
            text[written++] = (byte) characters[i];
        }
    }

    /** What was added, and behind the person the first day as YYYY-MM-DD; nothing where none is known. */
    Parts parts(String firstDay) {
        int before = written;
        add(part(firstDay));
        return new Parts(Arrays.copyOf(text, written), before);
    }

    /** What was added, and behind the person a first day that stands in a text as YYYYMMDD. */
    Parts dated(char[] characters, int from) {
        int before = written;
        room(13);
        text[written++] = '1';
        text[written++] = '0';
        text[written++] = ':';
        for (int i = 0; i < 8; i++) {
            if (i == 4 || i == 6) {
                text[written++] = '-';
            }
            text[written++] = (byte) characters[from + i];
        }
        return new Parts(Arrays.copyOf(text, written), before);
    }

    private void room(int more) {
        text = text.length - written < more ? Arrays.copyOf(text, (written + more) * 2) : text;
    }

    /** The name of the coverage that is this person's. */
    FactName of(Parts parts, long person) {
        int start = LONGEST_ID;
        for (long rest = person; rest > 0; rest /= 10) {
            id[--start] = (byte) ('0' + rest % 10);
        }
        int length = LONGEST_ID - start;
        start();
        add(parts.text, 0, parts.before);
        room(3);
        if (length >= 10) {
            text[written++] = '1';
        }
        text[written++] = (byte) ('0' + length % 10);
        text[written++] = ':';
        add(id, start, length);
        add(parts.text, parts.before, parts.text.length - parts.before);
        sha256.update(text, 0, written);
        return FactName.of(sha256.digest());
    }
}
