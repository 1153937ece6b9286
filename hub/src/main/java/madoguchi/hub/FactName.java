package madoguchi.hub;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.HexFormat;

/**
 * 資格の名 – 16 bytes that name one coverage of one person: the first half of a SHA-256, so that no two are ever expected to meet.
 *
 * @param high the first eight bytes
 * @param low the last eight
 */
record FactName(long high, long low) {

    /** How many bytes. */
    static final int LENGTH = 16;

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN)
            .withInvokeExactBehavior();

    /** The name in the first 16 of these bytes: names of 32 bytes were stored before. */
    static FactName of(byte[] bytes) {
        return new FactName((long) LONG.get(bytes, 0), (long) LONG.get(bytes, Long.BYTES));
    }

    byte[] bytes() {
        byte[] bytes = new byte[LENGTH];
        LONG.set(bytes, 0, high);
        LONG.set(bytes, Long.BYTES, low);
        return bytes;
    }

    /** 32 hexadecimal digits. */
    String hex() {
        return HexFormat.of().toHexDigits(high) + HexFormat.of().toHexDigits(low);
    }
}
