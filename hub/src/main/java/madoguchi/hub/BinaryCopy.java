package madoguchi.hub;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/*
 * The form is PostgreSQL's own for COPY … (FORMAT BINARY): a signature, two empty words, and for each row the number of its fields and each field with its length
 * in front; a row of -1 fields ends it.
 */

/** 行の写し込み – sends rows into a table, faster than any statement does. Nothing is stored before {@link #end}. */
final class BinaryCopy implements AutoCloseable {

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0};
    private static final int ROOM = 1 << 16;
    private static final int MOST_FIXED = 12;
    static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");

    private final CopyIn copy;
    private final ByteBuffer waiting = ByteBuffer.allocate(ROOM);

    /** Begins to fill the columns, such as {@code hub.person (id, digest)}. */
    BinaryCopy(Connection connection, String columns) throws SQLException {
        copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + columns + " from stdin (format binary)");
        waiting.put(SIGNATURE).putInt(0).putInt(0);
    }

    /** Begins a row of so many fields. */
    void row(int fields) throws SQLException {
        room(MOST_FIXED);
        waiting.putShort((short) fields);
    }

    /** A {@code bigint}. */
    void number(long value) throws SQLException {
        room(MOST_FIXED);
        waiting.putInt(Long.BYTES).putLong(value);
    }

    /** A {@code timestamptz}. */
    void instant(Instant instant) throws SQLException {
        number(ChronoUnit.MICROS.between(EPOCH, instant));
    }

    /** A {@code boolean}. */
    void flag(boolean value) throws SQLException {
        room(MOST_FIXED);
        waiting.putInt(1).put((byte) (value ? 1 : 0));
    }

    /** A {@code text}. */
    void text(String text) throws SQLException {
        bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Bytes as they are. */
    void bytes(byte[] bytes) throws SQLException {
        room(MOST_FIXED);
        waiting.putInt(bytes.length);
        if (bytes.length > waiting.remaining()) {
            send();
        }
        if (bytes.length > waiting.remaining()) {
            copy.writeToCopy(bytes, 0, bytes.length);
        } else {
            waiting.put(bytes);
        }
    }

    private void room(int bytes) throws SQLException {
        if (waiting.remaining() < bytes) {
            send();
        }
    }

    private void send() throws SQLException {
        copy.writeToCopy(waiting.array(), 0, waiting.position());
        waiting.clear();
    }

    /** Ends the rows. */
    void end() throws SQLException {
        room(MOST_FIXED);
        waiting.putShort((short) -1);
        send();
        copy.endCopy();
    }

    /** Gives the rows up unless they were ended. */
    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }
}
