package madoguchi.hub;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/** 行の写し出し – the rows of a {@code copy … to stdout (format binary)}, field by field in order; {@link BinaryCopy} says what the form is. */
final class BinaryRows implements AutoCloseable {

    private static final int FRONT = 19;

    private final CopyOut copy;
    private ByteBuffer row = ByteBuffer.allocate(0);
    private long lastMicros;
    private Instant lastInstant = BinaryCopy.EPOCH;

    /** Begins to read. */
    BinaryRows(Connection connection, String command) throws SQLException {
        copy = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(command);
        byte[] front = copy.readFromCopy();
        row = ByteBuffer.wrap(front == null ? new byte[0] : front);
        row.position(Math.min(FRONT, row.limit()));
    }

    /** Goes to the next row; false behind the last one. */
    boolean next() throws SQLException {
        if (!row.hasRemaining()) {
            byte[] bytes = copy.readFromCopy();
            row = ByteBuffer.wrap(bytes == null ? new byte[] {-1, -1} : bytes);
        }
        boolean more = row.getShort() >= 0;
        while (!more && copy.isActive() && copy.readFromCopy() != null) {
            // What follows the last row ends the command.
        }
        return more;
    }

    /** A {@code bigint} that is there. */
    long number() {
        row.getInt();
        return row.getLong();
    }

    /** A {@code timestamptz} that is there. Rows that follow each other often share one. */
    Instant instant() {
        long micros = number();
        if (micros != lastMicros) {
            lastMicros = micros;
            lastInstant = BinaryCopy.EPOCH.plus(micros, ChronoUnit.MICROS);
        }
        return lastInstant;
    }

    /** A {@code boolean} that is there. */
    boolean flag() {
        row.getInt();
        return row.get() != 0;
    }

    /** A {@code bytea}, or the bytes of a {@code text}; empty for null. */
    Optional<byte[]> bytes() {
        int length = row.getInt();
        if (length < 0) {
            return Optional.empty();
        }
        byte[] bytes = new byte[length];
        row.get(bytes);
        return Optional.of(bytes);
    }

    /** Gives up what was not read. */
    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }
}
