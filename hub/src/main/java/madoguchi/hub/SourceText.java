package madoguchi.hub;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * 文字コードの判別 – decides by a first strict reading whether a file is UTF-8 or Shift_JIS (windows-31j), while {@link SourceBytes} digests it.
 *
 * @param charset the charset that decodes every byte
 * @param sha256 digest of the whole file
 * @param lines ends of lines, about: the last line may have none, an empty line has one
 * @param plain whether no character is a quotation mark and no line is very long: then a line ends where a line ends, and a cell at a comma
 */
record SourceText(Charset charset, Digest sha256, long lines, boolean plain) {

    private static final int PIECE = 1 << 15;

    /** Bytes of the longest line that {@link PlainLines} are for; the CSV reader takes no more cells of a line. */
    private static final int LONGEST = 16_000;

    private static final Charset SHIFT_JIS = Charset.forName("windows-31j");

    /** Throws {@link CharacterCodingException} when the bytes are neither. */
    static SourceText examine(Source source) throws IOException {
        try (SourceBytes bytes = new SourceBytes(source)) {
            Charset charset = charset(source);
            SourceBytes.Counted counted = bytes.counted();
            return new SourceText(
                    charset, counted.sha256(), counted.lines(), !counted.quoted() && counted.longest() <= LONGEST);
        }
    }

    private static Charset charset(Source source) throws IOException {
        try {
            return decoding(source, StandardCharsets.UTF_8);
        } catch (CharacterCodingException notUtf8) {
            return decoding(source, SHIFT_JIS);
        }
    }

    private static Charset decoding(Source source, Charset charset) throws IOException {
        try (Reader reader = strict(source.open(), charset)) {
            char[] text = new char[PIECE];
            while (reader.read(text) >= 0) {
                // What cannot be decoded is thrown.
            }
        }
        return charset;
    }

    /** The file's text, without a byte order mark. */
    Reader open(Source source) throws IOException {
        return strict(afterByteOrderMark(source.open()), charset);
    }

    private static Reader strict(InputStream bytes, Charset charset) {
        return new InputStreamReader(
                bytes,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    private static InputStream afterByteOrderMark(InputStream bytes) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(bytes);
        buffered.mark(3);
        if (!(buffered.read() == 0xEF && buffered.read() == 0xBB && buffered.read() == 0xBF)) {
            buffered.reset();
        }
        return buffered;
    }
}
