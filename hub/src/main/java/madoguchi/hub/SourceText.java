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
import java.security.DigestInputStream;
import java.security.MessageDigest;

/**
 * 文字コードの判別 – decides by a first strict reading whether a file is UTF-8 or Shift_JIS (windows-31j), and digests it on the way.
 *
 * @param charset the charset that decodes every byte
 * @param sha256 digest of the whole file
 * @param lines ends of lines, about: the last line may have none, an empty line has one
 * @param plain whether no character is a quotation mark and no line is very long: then a line ends where a line ends, and a cell at a comma
 */
record SourceText(Charset charset, Digest sha256, long lines, boolean plain) {

    private static final int PIECE = 1 << 15;

    /** Characters of the longest line that {@link PlainLines} are for; the CSV reader takes no more cells of a line. */
    private static final int LONGEST = 16_000;

    private static final Charset SHIFT_JIS = Charset.forName("windows-31j");

    /** Throws {@link CharacterCodingException} when the bytes are neither. */
    static SourceText examine(Source source) throws IOException {
        try {
            return readThrough(source, StandardCharsets.UTF_8);
        } catch (CharacterCodingException notUtf8) {
            return readThrough(source, SHIFT_JIS);
        }
    }

    private static SourceText readThrough(Source source, Charset charset) throws IOException {
        MessageDigest digest = Digest.sha256();
        Ends ends = new Ends();
        try (Reader reader = strict(new DigestInputStream(source.open(), digest), charset)) {
            char[] text = new char[PIECE];
            for (int length = reader.read(text); length >= 0; length = reader.read(text)) {
                ends.count(text, length);
            }
        }
        return new SourceText(charset, Digest.of(digest.digest()), ends.lines(), ends.plain());
    }

    /** 行末 – what is counted while a text goes by. */
    private static final class Ends {
        private long feeds;
        private long returns;
        private boolean quoted;
        private long longest;
        private long before;
        private long began;

        void count(char[] text, int length) {
            for (int i = 0; i < length; i++) {
                char c = text[i];
                if (c <= '"') {
                    end(c, before + i);
                }
            }
            before += length;
            longest = Math.max(longest, before - began);
        }

        private void end(char c, long at) {
            quoted |= c == '"';
            feeds += c == '\n' ? 1 : 0;
            returns += c == '\r' ? 1 : 0;
            if (c == '\n' || c == '\r') {
                longest = Math.max(longest, at - began);
                began = at + 1;
            }
        }

        long lines() {
            return Math.max(feeds, returns);
        }

        boolean plain() {
            return !quoted && longest <= LONGEST;
        }
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
