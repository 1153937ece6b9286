package madoguchi.uke;

import java.io.IOException;
import java.io.OutputStream;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/** 記録の列 – consecutive lines of a file as a list, over bytes that never change; a line is made when it is asked for. Holding it holds the piece of the file it was read with: {@link #detached} copies it out. */
public final class Lines extends AbstractList<Line> implements RandomAccess {

    private final byte[] bytes;
    private final int[] bounds;
    private final FileKind kind;
    private final Place place;

    /**
     * 場所 – where the lines begin in their file.
     *
     * @param line the first line, counted from 1
     * @param offset its first byte, counted from 0
     */
    public record Place(long line, long offset) {
        static final Place NOWHERE = new Place(1, 0);
    }

    Lines(byte[] bytes, int[] bounds, FileKind kind, Place place) {
        this.bytes = bytes;
        this.bounds = bounds;
        this.kind = kind;
        this.place = place;
    }

    static Lines of(List<Line> lines, FileKind kind, Place place) {
        int[] bounds = new int[lines.size() + 1];
        int length = 0;
        for (int i = 0; i < lines.size(); i++) {
            length += lines.get(i).length();
            bounds[i + 1] = length;
        }
        byte[] bytes = new byte[length];
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            System.arraycopy(line.raw(), line.from(), bytes, bounds[i], line.length());
        }
        return new Lines(bytes, bounds, kind, place);
    }

    /** These lines with some of them ({@code from} to {@code to}, excluded) replaced by others; the bytes of the rest are copied as a whole, without looking at them. */
    Lines with(int from, int to, List<Line> others) {
        int shift = bounds[from] - bounds[to];
        for (Line line : others) {
            shift += line.length();
        }
        byte[] changed = new byte[length() + shift];
        int[] moved = new int[bounds.length + others.size() - (to - from)];
        int first = bounds[0];
        for (int i = 0; i <= from; i++) {
            moved[i] = bounds[i] - first;
        }
        System.arraycopy(bytes, first, changed, 0, bounds[from] - first);
        int at = bounds[from] - first;
        for (int i = 0; i < others.size(); i++) {
            Line line = others.get(i);
            System.arraycopy(line.raw(), line.from(), changed, at, line.length());
            at += line.length();
            moved[from + i + 1] = at;
        }
        System.arraycopy(bytes, bounds[to], changed, at, bounds[bounds.length - 1] - bounds[to]);
        for (int i = to; i < bounds.length; i++) {
            moved[i - to + from + others.size()] = bounds[i] - first + shift;
        }
        return new Lines(changed, moved, kind, place);
    }

    @Override
    public Line get(int index) {
        java.util.Objects.checkIndex(index, size());
        return new Line(bytes, bounds[index], bounds[index + 1], kind);
    }

    @Override
    public int size() {
        return bounds.length - 1;
    }

    /** The record's id of a line, without making the line. */
    public RecordId id(int index) {
        int from = bounds[index];
        int to = bounds[index + 1];
        if (to - from > 2 && bytes[from + 2] != ',') {
            return get(index).id();
        }
        return RecordId.ofCode(RecordId.code(bytes, from, to));
    }

    /** The place of a line's first byte in the file that was read. */
    public long offset(int index) {
        return place.offset() + bounds[index] - bounds[0];
    }

    /** The number of a line in the file that was read, counted from 1. */
    public long number(int index) {
        return place.line() + index;
    }

    /** The kind of file it is read as. */
    public FileKind kind() {
        return kind;
    }

    Place place() {
        return place;
    }

    /** How many bytes the lines have together. */
    public int length() {
        return bounds[bounds.length - 1] - bounds[0];
    }

    /** The bytes of all lines; a copy. */
    public byte[] bytes() {
        return java.util.Arrays.copyOfRange(bytes, bounds[0], bounds[bounds.length - 1]);
    }

    /** Writes all lines, byte for byte. */
    public void writeTo(OutputStream out) throws IOException {
        out.write(bytes, bounds[0], length());
    }

    /** The same lines over bytes of their own: to be kept while the rest of the file goes by. */
    public Lines detached() {
        int[] moved = new int[bounds.length];
        for (int i = 0; i < bounds.length; i++) {
            moved[i] = bounds[i] - bounds[0];
        }
        return new Lines(bytes(), moved, kind, place);
    }

    /** How many lines: they hold personal data. */
    @Override
    public String toString() {
        return "Lines[" + size() + "]";
    }
}
