package madoguchi.card;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.chrono.JapaneseDate;
import java.time.temporal.ChronoField;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/**
 * 暗証番号・照合番号 – the digits a card is opened with, in memory that is overwritten when they have been used. Never printed, never part of a message.
 *
 * <p>It is used once: the card driver wipes it after VERIFY, whatever the card answered. Whoever made it and does not use it closes it.
 */
public final class Secret implements AutoCloseable {

    private final byte[] digits;

    private Secret(byte[] digits) {
        this.digits = digits;
    }

    /** Takes the typed digits over and wipes the array they came in; empty where they are not digits alone or more than 16. How many a PIN must have is the card's profile. */
    public static Optional<Secret> typed(char[] typed) {
        byte[] digits = new byte[typed.length];
        boolean good = typed.length > 0 && typed.length <= 16;
        for (int i = 0; i < typed.length; i++) {
            good &= typed[i] >= '0' && typed[i] <= '9';
            digits[i] = (byte) typed[i];
            typed[i] = 0;
        }
        if (!good) {
            Arrays.fill(digits, (byte) 0);
        }
        return good ? Optional.of(new Secret(digits)) : Optional.empty();
    }

    /**
     * 照合番号B – what the reader's camera finds on the face of the card, 14 digits: birth {@code YYMMDD} with the year of the Japanese era, the year of expiry, the security code ({@code jpki-reader.md} §1.5).
     *
     * @param code セキュリティコード, four digits
     */
    public static Secret faceNumber(LocalDate birth, int expiryYear, String code) {
        return new Secret(
                "%s%04d%s".formatted(eraDigits(birth), expiryYear, code).getBytes(StandardCharsets.US_ASCII));
    }

    /** 生年月日の照合番号 – {@code YYMMDD} with the year of the Japanese era, six digits. */
    static String eraDigits(LocalDate birth) {
        int year = JapaneseDate.from(birth).get(ChronoField.YEAR_OF_ERA);
        return "%02d%02d%02d".formatted(year, birth.getMonthValue(), birth.getDayOfMonth());
    }

    int length() {
        return digits.length;
    }

    /** Lends the digits for one use and overwrites them afterwards, also when {@code use} throws. */
    <T> T spend(Function<byte[], T> use) {
        try {
            return use.apply(digits);
        } finally {
            close();
        }
    }

    /** Whether it was overwritten. */
    public boolean wiped() {
        for (byte digit : digits) {
            if (digit != 0) {
                return false;
            }
        }
        return true;
    }

    /** Overwrites the digits. */
    @Override
    public void close() {
        Arrays.fill(digits, (byte) 0);
    }

    @Override
    public String toString() {
        return "Secret[…]";
    }
}
