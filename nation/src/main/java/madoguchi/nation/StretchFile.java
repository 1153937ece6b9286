package madoguchi.nation;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import madoguchi.uke.ClaimReader;
import madoguchi.uke.FileKind;
import madoguchi.uke.Line;
import madoguchi.uke.Totals;

/*
 * One file for a stretch: first what the input's head, foot and kind are as far as this stretch saw them, then how many receipts each rule decided, then an index of the destinations, then their bytes one
 * after the other. It is written beside its place and moved there: whoever sees it sees all of it, and two workers that settled the same stretch leave one.
 */

/**
 * 区間の結果 – what became of one stretch.
 *
 * @param begun whether the stretch held anything
 * @param head of the input, where it stands in this stretch
 * @param kind of the input, as the stretch's reader knew it
 * @param foot of the input, as bytes, where it stands in this stretch
 * @param rules receipts by rule
 * @param pieces what went where, by destination
 */
@SuppressWarnings("ArrayRecordComponent") // Bytes on their way between two files; never compared.
record StretchFile(
        boolean begun, byte[] head, FileKind kind, byte[] foot, Map<String, Long> rules, Map<String, Piece> pieces) {

    /**
     * 一か所へ送る分.
     *
     * @param at where its bytes begin in the file
     * @param length how many
     * @param totals of its receipts
     */
    record Piece(long at, long length, Totals totals) {}

    /** The foot, as lines. */
    java.util.List<Line> footLines() {
        return ClaimReader.parts(new ByteArrayInputStream(foot), kind)
                .<Line>mapMulti((part, lines) -> part.lines().forEach(lines))
                .toList();
    }

    /** Writes a stretch's results to their place. */
    static void write(
            Path place,
            boolean begun,
            byte[] head,
            FileKind kind,
            byte[] foot,
            Map<String, Long> rules,
            Map<String, Pile> piles)
            throws IOException {
        ByteArrayOutputStream front = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(front);
        out.writeBoolean(begun);
        bytes(out, head);
        out.writeUTF(kind.name());
        bytes(out, foot);
        out.writeInt(rules.size());
        for (Map.Entry<String, Long> rule : new TreeMap<>(rules).entrySet()) {
            out.writeUTF(rule.getKey());
            out.writeLong(rule.getValue());
        }
        out.writeInt(piles.size());
        for (Map.Entry<String, Pile> pile : new TreeMap<>(piles).entrySet()) {
            out.writeUTF(pile.getKey());
            out.writeLong(pile.getValue().length());
            out.writeLong(pile.getValue().totals().count());
            out.writeLong(pile.getValue().totals().points());
        }
        Path beside = place.resolveSibling("." + place.getFileName() + "." + UUID.randomUUID());
        try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(beside), 1 << 16)) {
            front.writeTo(file);
            for (Pile pile : new TreeMap<>(piles).values()) {
                pile.writeTo(file);
            }
        }
        Files.move(beside, place, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void bytes(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /** Reads all but the bytes of the destinations. */
    static StretchFile read(Path place) throws IOException {
        try (FileChannel channel = FileChannel.open(place, StandardOpenOption.READ)) {
            CountedInput counted = new CountedInput(new BufferedInputStream(Channels.newInputStream(channel), 1 << 16));
            DataInputStream in = new DataInputStream(counted);
            boolean begun = in.readBoolean();
            byte[] head = in.readNBytes(in.readInt());
            FileKind kind = FileKind.valueOf(in.readUTF());
            byte[] foot = in.readNBytes(in.readInt());
            Map<String, Long> rules = new TreeMap<>();
            for (int left = in.readInt(); left > 0; left--) {
                rules.put(in.readUTF(), in.readLong());
            }
            Map<String, Piece> pieces = new TreeMap<>();
            long at = 0;
            for (int left = in.readInt(); left > 0; left--) {
                String destination = in.readUTF();
                Piece piece = new Piece(at, in.readLong(), new Totals(in.readLong(), in.readLong()));
                pieces.put(destination, piece);
                at += piece.length();
            }
            long front = counted.read;
            pieces.replaceAll((destination, piece) -> new Piece(piece.at() + front, piece.length(), piece.totals()));
            return new StretchFile(begun, head, kind, foot, rules, pieces);
        }
    }

    /** 読んだ量を知る. */
    private static final class CountedInput extends java.io.FilterInputStream {
        private long read;

        CountedInput(java.io.InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            read += one < 0 ? 0 : 1;
            return one;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int count = super.read(bytes, from, length);
            read += Math.max(0, count);
            return count;
        }
    }
}
