package madoguchi.hub;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/*
 * Line ends and quotation marks can be told from bytes alone: in UTF-8 and in Shift_JIS neither is ever part of another character.
 */

/**
 * 登録ファイルのバイト列 – what a first reading tells of a file without knowing its characters. It is read on a thread of its own, beside the one that finds the charset.
 */
final class SourceBytes implements AutoCloseable {

    private static final int PIECE = 1 << 16;

    /**
     * 数えたもの.
     *
     * @param sha256 digest of the whole file
     * @param lines ends of lines, about: the last line may have none, an empty line has one
     * @param quoted whether there is a quotation mark
     * @param longest bytes of the longest line, without its end
     */
    record Counted(Digest sha256, long lines, boolean quoted, long longest) {}

    private final CompletableFuture<Counted> counted;
    private volatile boolean given;

    /** Begins to read. */
    SourceBytes(Source source) {
        counted = CompletableFuture.supplyAsync(
                () -> count(source),
                task -> Thread.ofPlatform().name("file-bytes").daemon().start(task));
    }

    /** Waits for the end of the file; throws what reading threw. */
    Counted counted() throws IOException {
        try {
            return counted.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof UncheckedIOException unreadable) {
                throw unreadable.getCause();
            }
            throw failed;
        }
    }

    /** Nothing is read any more after this. */
    @Override
    public void close() {
        given = true;
        counted.handle((what, failed) -> "").join();
    }

    private Counted count(Source source) {
        MessageDigest digest = Digest.sha256();
        Ends ends = new Ends();
        byte[] piece = new byte[PIECE];
        try (InputStream bytes = source.open()) {
            for (int length = bytes.read(piece); length >= 0 && !given; length = bytes.read(piece)) {
                digest.update(piece, 0, length);
                ends.count(piece, length);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new Counted(Digest.of(digest.digest()), ends.lines(), ends.quoted, ends.longest);
    }

    /** 行末 – what is counted while bytes go by. */
    private static final class Ends {
        private long feeds;
        private long returns;
        private boolean quoted;
        private long longest;
        private long before;
        private long began;

        void count(byte[] bytes, int length) {
            for (int i = 0; i < length; i++) {
                byte b = bytes[i];
                if (b <= '"' && b > 0) {
                    end(b, before + i);
                }
            }
            before += length;
            longest = Math.max(longest, before - began);
        }

        private void end(byte b, long at) {
            quoted |= b == '"';
            feeds += b == '\n' ? 1 : 0;
            returns += b == '\r' ? 1 : 0;
            if (b == '\n' || b == '\r') {
                longest = Math.max(longest, at - began);
                began = at + 1;
            }
        }

        long lines() {
            return Math.max(feeds, returns);
        }
    }
}
