package madoguchi.review;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import madoguchi.core.Text;
import madoguchi.uke.ClaimReader;
import madoguchi.uke.Part;
import madoguchi.uke.Receipt;

/** ファイルを読む – the accepted receipts of one kept claim file, in order, from behind a mark on. Its bytes are compared with those that were taken. */
final class Reading implements Closeable {

    private final RunStore.Waiting file;
    private final Outgoing outgoing;
    private final Set<Long> aside;
    private final MessageDigest digest = Shelf.sha256();
    private final InputStream in;
    private final ClaimReader reader;
    private Optional<Receipt> next = Optional.empty();
    private long settled;
    private long last;

    /**
     * Opens a file.
     *
     * @param aside the receipts that were not taken, by their order
     * @param outgoing told the head of the file
     * @param from the mark in the middle of this file; empty when it is read from its beginning
     */
    Reading(Shelf shelf, RunStore.Waiting file, Set<Long> aside, Outgoing outgoing, Optional<Mark.Within> from)
            throws IOException {
        this.file = file;
        this.aside = aside;
        this.outgoing = outgoing;
        this.settled = from.map(Mark.Within::receipts).orElse(0L);
        this.last = from.map(Mark.Within::ordinal).orElse(0L);
        this.in = new DigestInputStream(
                new BufferedInputStream(Files.newInputStream(shelf.place(file.sha256()))), digest);
        this.reader = new ClaimReader(in);
        this.next = advanced();
    }

    private Optional<Receipt> advanced() {
        while (reader.hasNext()) {
            switch (reader.next()) {
                case Part.Head head -> outgoing.head(head.lines().getFirst());
                case Receipt receipt
                when receipt.ordinal() > last && !aside.contains(receipt.ordinal()) -> {
                    return Optional.of(receipt);
                }
                case Receipt other -> {}
                case Part.Foot foot -> {}
                case Part.Stray stray -> {}
            }
        }
        return Optional.empty();
    }

    /** Which file. */
    RunStore.Waiting file() {
        return file;
    }

    /** Where its receipts go. */
    Outgoing outgoing() {
        return outgoing;
    }

    /** How many of its receipts were handed out, those before the mark included. */
    long settled() {
        return settled;
    }

    /** The order of the receipt handed out last. */
    long last() {
        return last;
    }

    /** Whether no receipt is left. */
    boolean isAtEnd() {
        return next.isEmpty();
    }

    /** The next receipts, so many at most. */
    List<Receipt> portion(long most) {
        List<Receipt> portion = new ArrayList<>();
        while (next.isPresent() && portion.size() < most) {
            portion.add(next.get());
            last = next.get().ordinal();
            next = advanced();
        }
        settled += portion.size();
        return portion;
    }

    /** Compares what was read with what was taken; at the end only. */
    void check() throws IOException {
        check(file, Shelf.hex(digest));
    }

    /** Compares a file with what was taken before anything of it is settled: a mark in its middle comes before its end is seen. */
    static void check(Shelf shelf, RunStore.Waiting file) throws IOException {
        check(file, Results.digest(shelf.place(file.sha256())));
    }

    private static void check(RunStore.Waiting file, String sha256) throws IOException {
        if (!sha256.equals(file.sha256())) {
            throw new Unsettled(new Text(
                    "保管したレセプトのファイル（受付 %d）が、受け付けたときと違います。控えから元に戻してください。".formatted(file.id()),
                    "A kept claim file is not the one that was taken: reception %d. Put it back from a backup."
                            .formatted(file.id())));
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
