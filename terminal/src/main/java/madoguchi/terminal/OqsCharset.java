package madoguchi.terminal;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** 文字コード識別 – OQSCD005: the two encodings of OQS files ({@code oqs-interface.md} §1.4). */
public enum OqsCharset {
    /** UTF-8, without a byte order mark when written. */
    UTF_8("0", "UTF-8", StandardCharsets.UTF_8),
    /** Shift_JIS as Windows has it (windows-31j). */
    SHIFT_JIS("1", "Shift_JIS", Charset.forName("windows-31j"));

    private static final String BLACK_CIRCLE = "●";

    /** Signs that Windows keeps at another code point than Unicode's table of Shift_JIS says; without this they would be lost ({@code characters.md}). */
    private static final Map<Integer, String> TWINS =
            Map.of(0x301C, "～", 0x2212, "－", 0x2016, "∥", 0x2014, "―", 0xA2, "￠", 0xA3, "￡", 0xAC, "￢");

    private final String code;
    private final String declared;
    private final Charset charset;

    OqsCharset(String code, String declared, Charset charset) {
        this.code = code;
        this.declared = declared;
        this.charset = charset;
    }

    /** The value of {@code CharacterCodeIdentifier}. */
    public String code() {
        return code;
    }

    /** The name in the XML declaration. */
    public String declared() {
        return declared;
    }

    /** The encoding that an XML declaration names; empty when it is none of the two. */
    static Optional<OqsCharset> ofDeclaration(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "utf-8", "utf8" -> Optional.of(UTF_8);
            case "shift_jis", "shift-jis", "sjis", "x-sjis", "windows-31j", "cp932", "ms932" -> Optional.of(SHIFT_JIS);
            default -> Optional.empty();
        };
    }

    /** The text; empty when the bytes are not in this encoding. */
    Optional<String> decode(byte[] bytes) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException notThisEncoding) {
            return Optional.empty();
        }
    }

    /** The bytes; a character that Shift_JIS lacks becomes ●, one for one, after its variation selector is dropped: so does the real system. */
    byte[] encode(String text) {
        try {
            return bytes(charset.newEncoder().encode(CharBuffer.wrap(text)));
        } catch (CharacterCodingException hasOthers) {
            return representable(text, charset.newEncoder()).getBytes(charset);
        }
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }

    private static String representable(String text, CharsetEncoder encoder) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints()
                .filter(c -> !isVariationSelector(c))
                .mapToObj(c -> TWINS.getOrDefault(c, Character.toString(c)))
                .forEach(c -> out.append(encoder.canEncode(c) ? c : BLACK_CIRCLE));
        return out.toString();
    }

    private static boolean isVariationSelector(int codePoint) {
        return (codePoint >= 0xFE00 && codePoint <= 0xFE0F) || (codePoint >= 0xE0100 && codePoint <= 0xE01EF);
    }
}
