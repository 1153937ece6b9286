package madoguchi.uke;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * 文字 – the character set of claim files: Shift_JIS with JIS X 0208, read and written as windows-31j, so that the letters some programs put beyond it (①, 髙, 﨑) are kept and told ({@code claims-uke.md} §1, {@code characters.md}).
 */
public final class Letters {

    static final Charset WINDOWS_31J = Charset.forName("windows-31j");

    private static final int ENOUGH = 2;

    private static final Map<Integer, String> TWINS =
            Map.of(0x301C, "～", 0x2212, "－", 0x2016, "∥", 0x2014, "―", 0xA2, "￠", 0xA3, "￡", 0xAC, "￢");

    private Letters() {}

    /** What the bytes say; a byte that is no character becomes U+FFFD. */
    static String decode(byte[] bytes, int from, int to) {
        for (int at = from; at < to; at++) {
            if (bytes[at] < 0) {
                return new String(bytes, from, to - from, WINDOWS_31J);
            }
        }
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    /**
     * Whether the text can stand in a field: every character exists in windows-31j, and none is a comma, a line end or a control character.
     */
    public static boolean fitField(String text) {
        return text.chars().noneMatch(c -> c == ',' || c < ' ' || c == 127)
                && (text.chars().allMatch(c -> c < 127)
                        || WINDOWS_31J.newEncoder().canEncode(text));
    }

    /** The text as the official file has it: signs of which windows-31j has only a twin (〜 − ‖ — ¢ £ ¬) as that twin, every other character outside JIS X 0208 and JIS X 0201 as ？, variation selectors left out (§1, {@code characters.md}). */
    public static String official(String text) {
        StringBuilder official = new StringBuilder(text.length());
        text.codePoints().filter(c -> !isVariationSelector(c)).forEach(c -> {
            String letter = TWINS.getOrDefault(c, Character.toString(c));
            official.append(isOfficial(letter) ? letter : "？");
        });
        return official.toString();
    }

    private static boolean isOfficial(String letter) {
        byte[] bytes = letter.getBytes(WINDOWS_31J);
        return WINDOWS_31J.newEncoder().canEncode(letter) && beyondJis(bytes, 0, bytes.length) == bytes.length;
    }

    private static boolean isVariationSelector(int codePoint) {
        return (codePoint >= 0xFE00 && codePoint <= 0xFE0F) || (codePoint >= 0xE0100 && codePoint <= 0xE01EF);
    }

    static byte[] encode(String text) {
        if (!fitField(text)) {
            throw new IllegalArgumentException("a field holds letters of windows-31j, without commas and line ends");
        }
        return text.getBytes(WINDOWS_31J);
    }

    /** Where the first two-byte character outside JIS X 0208 begins: NEC row 13, NEC's choice of IBM letters, IBM extensions, private letters; {@code to} when there is none. */
    static int beyondJis(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to) {
            int lead = bytes[at] & 0xff;
            if (!isLead(lead)) {
                at++;
            } else if ((lead >= 0x85 && lead <= 0x87) || lead >= 0xEB) {
                return at;
            } else {
                at += 2;
            }
        }
        return to;
    }

    /**
     * Whether text was saved as UTF-8 by some other program: a byte order mark, or nothing but sound UTF-8 with at least {@value #ENOUGH} characters beyond ASCII, which Shift_JIS is not by chance.
     *
     * @param bytes the head of a file
     */
    static boolean isUtf8(byte[] bytes, int from, int to) {
        if (to - from >= 3
                && (bytes[from] & 0xff) == 0xEF
                && (bytes[from + 1] & 0xff) == 0xBB
                && (bytes[from + 2] & 0xff) == 0xBF) {
            return true;
        }
        try {
            return StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes, from, to - from))
                            .chars()
                            .filter(c -> c > 127)
                            .count()
                    >= ENOUGH;
        } catch (CharacterCodingException other) {
            return false;
        }
    }

    static boolean isLead(int unsigned) {
        return (unsigned >= 0x81 && unsigned <= 0x9F) || (unsigned >= 0xE0 && unsigned <= 0xFC);
    }
}
