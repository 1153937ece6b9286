package madoguchi.hub;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
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
    private static final long MICROS = 1_000_000;
    private static final int NANOS = 1_000;
    static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");
    private static final long FIRST_DAY =
            LocalDate.EPOCH.until(LocalDate.ofInstant(EPOCH, ZoneOffset.UTC), ChronoUnit.DAYS);

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

    /** A {@code smallint}. */
    void small(int value) throws SQLException {
        room(MOST_FIXED);
        waiting.putInt(Short.BYTES).putShort((short) value);
    }

    /** A {@code timestamptz}, to the microsecond; an instant outside the database's calendar becomes one that it refuses. */
    void instant(Instant instant) throws SQLException {
        long most = Long.MAX_VALUE / MICROS - 1;
        long seconds = Math.clamp(instant.getEpochSecond() - EPOCH.getEpochSecond(), -most, most);
        number(seconds * MICROS + instant.getNano() / NANOS);
    }

    /** A {@code timestamptz}, or null. */
    void instant(Optional<Instant> instant) throws SQLException {
        if (instant.isPresent()) {
            instant(instant.get());
        } else {
            absent();
        }
    }

    /** A {@code date}; a day outside the database's calendar becomes one that it refuses. */
    void day(LocalDate day) throws SQLException {
        long days = Math.clamp(day.toEpochDay() - FIRST_DAY, Integer.MIN_VALUE + 1L, Integer.MAX_VALUE - 1L);
        room(MOST_FIXED);
        waiting.putInt(Integer.BYTES).putInt((int) days);
    }

    /** A {@code date}, or null. */
    void day(Optional<LocalDate> day) throws SQLException {
        if (day.isPresent()) {
            day(day.get());
        } else {
            absent();
        }
    }

    private void absent() throws SQLException {
        room(MOST_FIXED);
        waiting.putInt(-1);
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

    /** A {@code text}, or null. */
    void text(Optional<String> text) throws SQLException {
        if (text.isPresent()) {
            text(text.get());
        } else {
            absent();
        }
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
