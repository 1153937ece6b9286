package madoguchi.hub;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.util.Optional;

/** 行の読取 – bytes line by line, whatever their number; a line keeps at most so many bytes. The digest of all that was read identifies the text. */
final class LineInput {

    private final int longest;
    private final DigestInputStream digested;
    private final InputStream in;

    LineInput(InputStream from, int longest) {
        this.longest = longest;
        this.digested = new DigestInputStream(from, Digest.sha256());
        this.in = new BufferedInputStream(digested, 1 << 16);
    }

    /** The next line without its end; one byte longer than allowed when it was too long; empty at the end. Lines of white space only are passed over. */
    Optional<byte[]> next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(256);
        boolean content = false;
        for (int b = in.read(); b >= 0; b = in.read()) {
            if (b == '\n') {
                if (content) {
                    return Optional.of(line.toByteArray());
                }
                line.reset();
            } else if (line.size() <= longest) {
                line.write(b);
                content |= b != ' ' && b != '\t' && b != '\r';
            }
        }
        return content ? Optional.of(line.toByteArray()) : Optional.empty();
    }

    boolean tooLong(byte[] line) {
        return line.length > longest;
    }

    /** Reads on without keeping anything, so that the sender hears why its text is refused instead of a broken line; not for ever. */
    void readOff(long most) throws IOException {
        long left = most;
        for (long read = in.skip(left); read > 0 && left > 0; read = in.skip(left)) {
            left -= read;
        }
    }

    /** Reads what is left and gives the digest of the whole. */
    Digest drained() throws IOException {
        in.transferTo(OutputStream.nullOutputStream());
        return Digest.of(digested.getMessageDigest().digest());
    }
}
