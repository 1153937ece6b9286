package madoguchi.hub;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** 正準の並び – values one after the other in a form that can be read in one way only: numbers of eight bytes, high byte first; texts preceded by their length; absence as length -1. */
final class CanonicalBytes {

    private static final int ABSENT = -1;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(320);

    /** One byte. */
    CanonicalBytes octet(int value) {
        bytes.write(value);
        return this;
    }

    /** Bytes of a length that is fixed by the form. */
    CanonicalBytes octets(byte[] value) {
        bytes.writeBytes(value);
        return this;
    }

    /** Eight bytes. */
    CanonicalBytes number(long value) {
        bytes.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(value).array());
        return this;
    }

    /** Length in four bytes, then UTF-8. */
    CanonicalBytes text(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        length(utf8.length);
        bytes.writeBytes(utf8);
        return this;
    }

    /** A text, or length -1. */
    CanonicalBytes text(Optional<String> value) {
        value.ifPresentOrElse(this::text, () -> length(ABSENT));
        return this;
    }

    /** Seconds since 1970 in eight bytes, nanoseconds in four. */
    CanonicalBytes instant(Instant value) {
        number(value.getEpochSecond());
        length(value.getNano());
        return this;
    }

    /** An instant, or zero seconds and -1 nanoseconds. */
    CanonicalBytes instant(Optional<Instant> value) {
        value.ifPresentOrElse(this::instant, () -> {
            number(0);
            length(ABSENT);
        });
        return this;
    }

    /** One byte 1 and the days since 1970 in eight bytes, or one byte 0. */
    CanonicalBytes day(Optional<LocalDate> value) {
        octet(value.isPresent() ? 1 : 0);
        value.ifPresent(day -> number(day.toEpochDay()));
        return this;
    }

    private void length(int value) {
        bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(value).array());
    }

    byte[] toArray() {
        return bytes.toByteArray();
    }
}
