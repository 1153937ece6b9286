package madoguchi.hub;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** 行の並び – rows in the binary form of PostgreSQL's COPY: a count of columns, then each column as its length and its bytes, numbers high byte first, times counted from 2000-01-01. What the database cannot keep is refused by the database, not here. */
final class BinaryRows {

    private static final byte[] HEADER = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    private static final int ABSENT = -1;
    private static final int FIRST_SIZE = 1 << 14;

    /** Seconds and days from 1970 to the year 2000, where the database begins to count. */
    private static final long SECONDS_BEFORE = 946_684_800L;

    private static final long DAYS_BEFORE = 10_957L;
    private static final long MICROS = 1_000_000L;

    private ByteBuffer buffer = ByteBuffer.allocate(FIRST_SIZE);

    BinaryRows() {
        buffer.put(HEADER).putInt(0).putInt(0);
    }

    /** Begins a row of so many columns. */
    void row(int columns) {
        room(Short.BYTES).putShort((short) columns);
    }

    /** A bigint. */
    void number(long value) {
        room(Integer.BYTES + Long.BYTES).putInt(Long.BYTES).putLong(value);
    }

    /** A smallint. */
    void small(int value) {
        room(Integer.BYTES + Short.BYTES).putInt(Short.BYTES).putShort((short) value);
    }

    /** A boolean. */
    void flag(boolean value) {
        room(Integer.BYTES + 1).putInt(1).put((byte) (value ? 1 : 0));
    }

    /** A bytea. */
    void bytes(byte[] value) {
        room(Integer.BYTES + value.length).putInt(value.length).put(value);
    }

    /** A text. */
    void text(String value) {
        bytes(value.getBytes(StandardCharsets.UTF_8));
    }

    /** A text, or nothing. */
    void text(Optional<String> value) {
        value.ifPresentOrElse(this::text, this::absent);
    }

    /** A date; one outside the database's calendar becomes one that it refuses. */
    void day(LocalDate value) {
        long days = Math.clamp(value.toEpochDay() - DAYS_BEFORE, Integer.MIN_VALUE + 1L, Integer.MAX_VALUE - 1L);
        room(Integer.BYTES * 2).putInt(Integer.BYTES).putInt((int) days);
    }

    /** A date, or nothing. */
    void day(Optional<LocalDate> value) {
        value.ifPresentOrElse(this::day, this::absent);
    }

    /** A timestamp with time zone, to the microsecond; one outside the database's calendar becomes one that it refuses. */
    void instant(Instant value) {
        long most = Long.MAX_VALUE / MICROS - 1;
        long seconds = Math.clamp(value.getEpochSecond() - SECONDS_BEFORE, -most, most);
        number(seconds * MICROS + value.getNano() / 1000);
    }

    /** A timestamp with time zone, or nothing. */
    void instant(Optional<Instant> value) {
        value.ifPresentOrElse(this::instant, this::absent);
    }

    private void absent() {
        room(Integer.BYTES).putInt(ABSENT);
    }

    private ByteBuffer room(int more) {
        if (buffer.remaining() < more) {
            byte[] larger = Arrays.copyOf(buffer.array(), Math.max(buffer.capacity() * 2, buffer.position() + more));
            buffer = ByteBuffer.wrap(larger).position(buffer.position());
        }
        return buffer;
    }

    /** Sends the rows in one statement; returns how many the database took. */
    long into(Connection connection, String copy) throws SQLException {
        room(Short.BYTES).putShort((short) ABSENT);
        CopyIn in = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(copy);
        try {
            in.writeToCopy(buffer.array(), 0, buffer.position());
            return in.endCopy();
        } finally {
            if (in.isActive()) {
                in.cancelCopy();
            }
        }
    }
}
