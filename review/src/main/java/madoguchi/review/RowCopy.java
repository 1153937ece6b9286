package madoguchi.review;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/* PostgreSQL's text form of COPY: cells parted by tabs, rows by line feeds, backslash before what would be mistaken for either. */

/** 行の写し込み – sends many rows into a table at once, in the transaction of the connection. Nothing is stored before {@link #end}. */
final class RowCopy implements AutoCloseable {

    private static final int ROOM = 1 << 16;
    private static final HexFormat HEX = HexFormat.of();

    private final CopyIn copy;
    private final StringBuilder waiting = new StringBuilder();
    private boolean first = true;

    /** Begins to fill the columns, such as {@code review.receipt (file, ordinal, digest)}. */
    RowCopy(Connection connection, String columns) throws SQLException {
        copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + columns + " from stdin");
    }

    /** A {@code bigint}. */
    RowCopy number(long value) {
        cell().append(value);
        return this;
    }

    /** A {@code text}. */
    RowCopy text(String value) {
        StringBuilder cell = cell();
        for (int i = 0; i < value.length(); i++) {
            switch (value.charAt(i)) {
                case '\\' -> cell.append("\\\\");
                case '\t' -> cell.append("\\t");
                case '\n' -> cell.append("\\n");
                case '\r' -> cell.append("\\r");
                default -> cell.append(value.charAt(i));
            }
        }
        return this;
    }

    /** A {@code bytea}, from hexadecimal digits. */
    RowCopy hex(String digits) {
        cell().append("\\\\x").append(digits);
        return this;
    }

    /** A {@code bytea}, from bytes as they are. */
    RowCopy raw(byte[] value) {
        return hex(HEX.formatHex(value));
    }

    /** No value. */
    RowCopy absent() {
        cell().append("\\N");
        return this;
    }

    private StringBuilder cell() {
        if (!first) {
            waiting.append('\t');
        }
        first = false;
        return waiting;
    }

    /** Ends a row. */
    void row() throws SQLException {
        waiting.append('\n');
        first = true;
        if (waiting.length() >= ROOM) {
            send();
        }
    }

    private void send() throws SQLException {
        byte[] bytes = waiting.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        waiting.setLength(0);
    }

    /** Stores the rows. */
    void end() throws SQLException {
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
