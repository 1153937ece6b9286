package madoguchi.uke;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/*
 * The file is read in pieces, each into an array of its own that nobody writes again, so the parts can be views of it and be handed to other threads. A part that does not end in
 * its piece is moved to the beginning of the next, which grows as long as the part does, up to a limit; beyond it the part is handed out cut, the rest as stray lines: memory stays bounded
 * whatever comes in, and the bytes written are still those read.
 *
 * A receipt begins at RE; in dental files at its IR; in files of payers at MN. What a record means is asked nowhere here: broken lines stay in the part they stand in, so a broken
 * receipt ends where the next one begins.
 */

/** 電子レセプトを読む – a claim file of any size as its parts, in bounded memory. Reads each byte once; closes nothing. Not for several threads at a time; the parts are. */
public final class ClaimReader implements Iterator<Part> {

    private static final int PIECE = 1 << 20;
    private static final int LONGEST = 64 << 20;
    private static final int END_MARK = 0x1A;

    private enum State {
        HEAD,
        RECEIPT,
        FOOT,
        STRAY
    }

    private final InputStream in;
    private final int piece;
    private final int longest;
    private FileKind kind = FileKind.UNKNOWN;
    private boolean begun;

    private byte[] bytes = new byte[0];
    private int filled;
    private boolean ended;
    private int start;
    private long line = 1;
    private long offset;
    private long receipts;

    private State state = State.HEAD;
    private boolean hasRe;
    private int[] bounds = new int[256];
    private int count;
    private int scanned;

    /** Reads a file whose kind its first record tells. */
    public ClaimReader(InputStream in) {
        this(in, PIECE, LONGEST);
    }

    /** Reads a file of this kind: for DPC files that only their name tells apart. */
    public ClaimReader(InputStream in, FileKind kind) {
        this(in);
        this.kind = kind;
    }

    ClaimReader(InputStream in, int piece, int longest) {
        this.in = in;
        this.piece = piece;
        this.longest = longest;
    }

    /** All receipts of the file, in order; head and foot are passed over. Throws {@link UncheckedIOException} when the stream breaks. */
    public static Stream<Receipt> receipts(InputStream in) {
        return parts(in).mapMulti((part, receipts) -> {
            if (part instanceof Receipt receipt) {
                receipts.accept(receipt);
            }
        });
    }

    /** All parts of the file, in order. Throws {@link UncheckedIOException} when the stream breaks. */
    public static Stream<Part> parts(InputStream in) {
        return parts(new ClaimReader(in));
    }

    /** All parts of a piece of a file of this kind, in order. Throws {@link UncheckedIOException} when the stream breaks. */
    public static Stream<Part> parts(InputStream in, FileKind kind) {
        return parts(new ClaimReader(in, kind));
    }

    private static Stream<Part> parts(ClaimReader reader) {
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(
                        reader, Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.IMMUTABLE),
                false);
    }

    /** The kind of file; {@link FileKind#UNKNOWN} before the first part was asked for. */
    public FileKind kind() {
        return kind;
    }

    /** How many bytes were handed out: for showing progress. */
    public long position() {
        return offset;
    }

    @Override
    public boolean hasNext() {
        begin();
        return start < filled || (!ended && more());
    }

    /** The next part. Throws {@link UncheckedIOException} when the stream breaks. */
    @Override
    public Part next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        bounds[0] = start;
        count = 0;
        scanned = start;
        while (true) {
            Optional<State> following = scan();
            if (following.isPresent()) {
                return handOut(following.get());
            }
            if (ended) {
                return handOut(State.FOOT);
            }
            if (filled - start >= longest) {
                return cut();
            }
            more();
        }
    }

    /* Takes whole lines up to the first one that begins another part, and says which; empty when the bytes at hand do not tell. */
    private Optional<State> scan() {
        while (scanned < filled) {
            int newline = Bytes.find(bytes, scanned, filled, '\n');
            if (newline == filled && !ended) {
                return Optional.empty();
            }
            int end = Math.min(newline + 1, filled);
            State next = stateOf(scanned, end);
            boolean begins = state != next || (next == State.RECEIPT && opens);
            if (begins && count > 0) {
                return Optional.of(next);
            }
            if (begins) {
                enter(next);
            }
            hasRe |= isRe;
            take(end);
        }
        return Optional.empty();
    }

    private boolean opens;
    private boolean isRe;

    private State stateOf(int from, int end) {
        RecordId id = RecordId.ofCode(RecordId.code(bytes, from, contentEnd(from, end)));
        isRe = id == RecordId.RE;
        opens = false;
        return switch (id) {
            case RE -> {
                opens = state != State.RECEIPT || hasRe;
                yield State.RECEIPT;
            }
            case MN -> {
                opens = true;
                yield State.RECEIPT;
            }
            case IR, UK, YK, HM -> {
                boolean own = id == RecordId.IR && kind == FileKind.DENTAL;
                if (own || state == State.RECEIPT) {
                    opens = state != State.RECEIPT || hasRe;
                    yield State.RECEIPT;
                }
                yield State.HEAD;
            }
            case GO -> kind == FileKind.NURSING && state == State.HEAD ? State.HEAD : State.FOOT;
            default -> bytes[from] == END_MARK ? State.FOOT : state;
        };
    }

    private int contentEnd(int from, int end) {
        int to = end;
        while (to > from && (bytes[to - 1] == '\n' || bytes[to - 1] == '\r')) {
            to--;
        }
        return to;
    }

    private void enter(State next) {
        state = next;
        hasRe = false;
    }

    private void take(int end) {
        count++;
        if (count == bounds.length) {
            bounds = Arrays.copyOf(bounds, count * 2);
        }
        bounds[count] = end;
        scanned = end;
    }

    private Part handOut(State following) {
        Part part = part();
        line += count;
        offset += bounds[count] - start;
        start = bounds[count];
        if (state != following || following == State.RECEIPT) {
            enter(following);
        }
        return part;
    }

    private Part part() {
        Lines lines = new Lines(bytes, Arrays.copyOf(bounds, count + 1), kind, new Lines.Place(line, offset));
        return switch (state) {
            case HEAD -> new Part.Head(lines);
            case RECEIPT -> new Receipt(lines, ++receipts);
            case FOOT -> new Part.Foot(lines);
            case STRAY -> new Part.Stray(lines);
        };
    }

    /* Too long: what there is goes out, its last line in two pieces if it must be; what follows is stray until another part begins. */
    private Part cut() {
        if (count == 0) {
            take(filled);
        }
        return handOut(State.STRAY);
    }

    private void begin() {
        if (!begun) {
            begun = true;
            more();
            if (kind == FileKind.UNKNOWN) {
                kind = Beginning.kind(bytes, filled);
            }
        }
    }

    /* A new array with what is left, and the next piece behind it. */
    private boolean more() {
        int left = filled - start;
        byte[] next = new byte[left + Math.max(piece, left)];
        System.arraycopy(bytes, start, next, 0, left);
        for (int i = 0; i <= count; i++) {
            bounds[i] -= start;
        }
        scanned -= start;
        bytes = next;
        start = 0;
        filled = left;
        try {
            int read = in.readNBytes(bytes, left, bytes.length - left);
            filled += read;
            ended = filled < bytes.length;
            return read > 0;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
