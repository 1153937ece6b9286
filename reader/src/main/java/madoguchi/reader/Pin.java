package madoguchi.reader;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** 暗証番号 – four digits on their way to the card: never printed, never compared, wiped after use. */
public final class Pin {

    private static final int LENGTH = 4;

    private final byte[] digits;

    private Pin(byte[] digits) {
        this.digits = digits;
    }

    /** Four ASCII digits; empty when it is anything else. */
    public static Optional<Pin> read(String typed) {
        return typed.length() == LENGTH && typed.chars().allMatch(c -> c >= '0' && c <= '9')
                ? Optional.of(new Pin(typed.getBytes(StandardCharsets.US_ASCII)))
                : Optional.empty();
    }

    /** A copy of the digits as ASCII bytes, for the card; whoever takes it wipes it. Zeros after {@link #wipe}. */
    public byte[] bytes() {
        return digits.clone();
    }

    /** Overwrites the digits. */
    public void wipe() {
        Arrays.fill(digits, (byte) 0);
    }

    @Override
    public String toString() {
        return "Pin[…]";
    }
}
