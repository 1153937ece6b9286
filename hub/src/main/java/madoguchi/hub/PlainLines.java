package madoguchi.hub;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;

/*
 * A file without a single quotation mark needs no CSV reader: a line ends at CR, LF or both, a cell at a comma. What is read is what the CSV reader would
 * have read, empty lines passed over and counted (PlainLinesTest compares them). SourceText.examine tells which files are so.
 */

/** 引用符のないファイルの行 – cuts a file's characters where they stand. Each line is good until the next one is asked for. */
final class PlainLines implements Iterator<Cells> {

    private static final int ROOM = 1 << 16;

    private final Reader reader;
    private final PlainLine line = new PlainLine();
    private char[] text = new char[ROOM];
    private int at;
    private int end;
    private long number;
    private boolean afterReturn;
    private boolean over;
    private boolean ready;

    PlainLines(Reader reader) {
        this.reader = reader;
    }

    @Override
    public boolean hasNext() {
        while (!ready && hasMore()) {
            ready = isCut();
        }
        return ready;
    }

    @Override
    public Cells next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        ready = false;
        return line;
    }

    private boolean hasMore() {
        boolean more = isThere();
        if (more && afterReturn && text[at] == '\n') {
            at++;
            more = isThere();
        }
        afterReturn = false;
        return more;
    }

    private boolean isThere() {
        if (at == end && !over) {
            fill();
        }
        return at < end;
    }

    /** Cuts the next line; false for an empty one. */
    private boolean isCut() {
        line.start(text, at, ++number);
        int ended = cut();
        while (ended == end && !over) {
            // The line goes on, as far as is known: what is there of it moves to the front, and is cut again.
            fill();
            line.start(text, at, number);
            ended = cut();
        }
        line.cut(ended);
        afterReturn = ended < end && text[ended] == '\r';
        boolean empty = ended == at;
        at = Math.min(ended + 1, end);
        return !empty;
    }

    /** Where the line ends, as far as it is there. */
    private int cut() {
        char[] characters = text;
        int limit = end;
        for (int i = at; i < limit; i++) {
            char c = characters[i];
            if (c <= ',') {
                if (c == ',') {
                    line.cut(i);
                } else if (c == '\n' || c == '\r') {
                    return i;
                }
            }
        }
        return limit;
    }

    /** Reads on, behind what is left; at the end of the file, nothing. */
    private void fill() {
        System.arraycopy(text, at, text, 0, end - at);
        end -= at;
        at = 0;
        text = end == text.length ? Arrays.copyOf(text, end * 2) : text;
        try {
            int read = reader.read(text, end, text.length - end);
            over = read < 0;
            end += Math.max(0, read);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
