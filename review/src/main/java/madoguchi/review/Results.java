package madoguchi.review;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import madoguchi.uke.FileKind;
import madoguchi.uke.Item;
import madoguchi.uke.Line;
import madoguchi.uke.Receipt;
import madoguchi.uke.RecordId;
import madoguchi.uke.Totals;

/*
 * A result file for an insurer holds receipts of many facilities. How the official one is built is not public; ours is a sequence of claim files, one for each file that was taken: its head, its receipts for this
 * insurer, its GO with totals made anew. The end mark stands at the very end. Nothing is held but a small buffer a file; a file is open only while its buffer is written.
 *
 * Between two receipts, a mark can be set: everything is on disk then, and the lengths tell where to go on, together with the totals so far of what has no GO yet. Back at a mark, what is behind it is cut off.
 */

/** 結果ファイル – writes result files into a folder, any number at a time, in bounded memory, and knows what each of them comes to. */
final class Results {

    private static final int BUFFER = 16 << 10;
    private static final int END_MARK = 0x1A;

    private final Path root;
    private final Map<String, Target> targets = new TreeMap<>();
    private final Set<Target> open = new LinkedHashSet<>();
    private final Set<Target> changed = new LinkedHashSet<>();

    /** Goes on in a folder that stands at a mark ({@link #back}); with no lengths, begins in an empty one. */
    Results(Path root, List<Length> at) {
        this.root = root;
        for (Length one : at) {
            Target target = target(one.path(), isClaims(one.path()));
            target.bytes = one.bytes();
            target.receipts = one.receipts();
            target.points = one.points();
            one.open().ifPresent(block -> {
                target.kind = block.kind();
                target.block = block.totals();
                open.add(target);
            });
        }
    }

    /**
     * ファイルの長さ – a result file as it stands at a mark.
     *
     * @param path below the folder, with slashes
     * @param bytes how many
     * @param receipts in it
     * @param points of them
     * @param open what of the file under way stands in it; empty when there is nothing, or GO is behind it
     */
    record Length(String path, long bytes, long receipts, long points, Optional<Block> open) {}

    /**
     * 途中のまとまり – receipts of one file that was taken, whose GO is still to come.
     *
     * @param kind of the file GO is for
     * @param totals so far
     */
    record Block(FileKind kind, Totals totals) {}

    /**
     * Brings a folder back to a mark: cuts off what was written since.
     *
     * @return false, and nothing is to be gone on with, when the folder does not hold all that it held at the mark
     */
    static boolean back(Path root, List<Length> mark) throws IOException {
        Map<String, Long> lengths = new TreeMap<>();
        mark.forEach(one -> lengths.put(one.path(), one.bytes()));
        if (!Files.isDirectory(root)) {
            return false;
        }
        List<Path> files;
        try (Stream<Path> all = Files.walk(root)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            Long length = lengths.remove(root.relativize(file).toString().replace('\\', '/'));
            if (length == null) {
                Files.delete(file);
            } else if (Files.size(file) < length) {
                return false;
            } else if (Files.size(file) > length) {
                try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                    channel.truncate(length);
                }
            }
        }
        return lengths.isEmpty();
    }

    private static boolean isClaims(String path) {
        return path.endsWith(".UKE") || path.endsWith(".HEN");
    }

    /** Waits until everything is on disk, and tells the lengths of the files that were written since the last mark. */
    List<Length> mark() throws IOException {
        List<Length> lengths = new ArrayList<>();
        Set<Path> folders = new LinkedHashSet<>();
        for (Target target : changed) {
            flush(target);
            Path file = root.resolve(target.path);
            Shelf.force(file);
            for (Path folder = file.getParent();
                    folder != null && folder.startsWith(root);
                    folder = folder.getParent()) {
                folders.add(folder);
            }
            lengths.add(new Length(
                    target.path,
                    target.bytes,
                    target.receipts,
                    target.points,
                    open.contains(target) ? Optional.of(new Block(target.kind, target.block)) : Optional.empty()));
        }
        for (Path folder : folders) {
            Shelf.force(folder);
        }
        changed.clear();
        return lengths;
    }

    /**
     * 書いたファイル.
     *
     * @param path below the folder, with slashes
     * @param sha256 of its bytes, in hexadecimal
     * @param bytes how many
     * @param receipts in it
     * @param points of them
     */
    record Written(String path, String sha256, long bytes, long receipts, long points) {}

    private static final class Target {
        private final String path;
        private final boolean claims;
        private final ByteArrayOutputStream buffer = new ByteArrayOutputStream();
        private Totals block = Totals.NONE;
        private FileKind kind = FileKind.UNKNOWN;
        private long bytes;
        private long receipts;
        private long points;

        Target(String path, boolean claims) {
            this.path = path;
            this.claims = claims;
        }
    }

    private Target target(String path, boolean claims) {
        return targets.computeIfAbsent(path, fresh -> new Target(fresh, claims));
    }

    /**
     * Puts a receipt into a claim file.
     *
     * @param path of the file, below the folder
     * @param head the first line of the file it came in, as it goes on
     * @param body 審査支払機関 it goes to, written also into the IR of a dental receipt
     */
    void put(String path, Line head, String body, Receipt receipt) throws IOException {
        Target target = target(path, true);
        changed.add(target);
        if (open.add(target)) {
            target.kind = receipt.kind();
            addressed(head, body).writeTo(target.buffer);
        }
        Receipt sent = addressed(receipt, body);
        sent.writeTo(target.buffer);
        Totals before = target.block;
        target.block = before.with(sent);
        target.points += target.block.points() - before.points();
        target.receipts++;
        if (target.buffer.size() > BUFFER) {
            flush(target);
        }
    }

    private static Line addressed(Line head, String body) {
        return head.text(Item.BODY).equals(body) ? head : head.with(Item.BODY, body);
    }

    private static Receipt addressed(Receipt receipt, String body) {
        if (receipt.kind() != FileKind.DENTAL || receipt.lines().id(0) != RecordId.IR) {
            return receipt;
        }
        Line own = receipt.lines().get(0);
        return own.text(Item.BODY).equals(body) ? receipt : receipt.replaced(0, own.with(Item.BODY, body));
    }

    /** The end of one file that was taken: every claim file it went into gets the totals of what came from it. */
    void endOfFile() throws IOException {
        for (Target target : open) {
            target.block.line(target.kind).writeTo(target.buffer);
            target.block = Totals.NONE;
            changed.add(target);
            flush(target);
        }
        open.clear();
    }

    /** Adds text (UTF-8) to a file; points and receipts are not counted for it. */
    void text(String path, String text) throws IOException {
        Target target = target(path, false);
        changed.add(target);
        target.buffer.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        if (target.buffer.size() > BUFFER) {
            flush(target);
        }
    }

    /** A text that was written, as far as it is on disk: up to the last mark. */
    Reader read(String path) throws IOException {
        return Files.newBufferedReader(root.resolve(path), StandardCharsets.UTF_8);
    }

    /** Writes a whole file. */
    void whole(String path, byte[] bytes) throws IOException {
        Target target = target(path, false);
        changed.add(target);
        target.buffer.writeBytes(bytes);
        flush(target);
    }

    private void flush(Target target) throws IOException {
        target.bytes += target.buffer.size();
        Path file = root.resolve(target.path);
        Owned.folder(java.util.Objects.requireNonNull(file.getParent()));
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            target.buffer.writeTo(out);
        }
        target.buffer.reset();
    }

    /** Ends every file, waits until all are on disk, and tells what they are, by path. */
    List<Written> end() throws IOException {
        endOfFile();
        List<Written> written = new ArrayList<>();
        for (Target target : targets.values()) {
            if (target.claims) {
                target.buffer.write(END_MARK);
            }
            flush(target);
            Path file = root.resolve(target.path);
            Shelf.force(file);
            written.add(new Written(target.path, digest(file), Files.size(file), target.receipts, target.points));
        }
        return written;
    }

    /** SHA-256 of a file, in hexadecimal. */
    static String digest(Path file) throws IOException {
        MessageDigest digest = Shelf.sha256();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return Shelf.hex(digest);
    }
}
