package madoguchi.card;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * 状態語（SW1‑SW2） – the last two bytes of a card's answer.
 *
 * @param value 0x0000 to 0xFFFF
 */
public record StatusWord(int value) {

    private static final Map<Integer, StatusMeaning> EXACT = Arrays.stream(StatusMeaning.values())
            .collect(Collectors.toUnmodifiableMap(meaning -> meaning.word().value(), Function.identity()));

    /** Throws {@link IllegalArgumentException} on more than two bytes. */
    public StatusWord {
        if (value < 0 || value > 0xFFFF) {
            throw new IllegalArgumentException("a status word has two bytes");
        }
    }

    /** {@code 63Cx}: so many tries are left. */
    static StatusWord triesLeft(int tries) {
        return new StatusWord(StatusMeaning.MISMATCH_TRIES_LEFT.word().value() | Math.min(tries, 0xF));
    }

    /** What it says; {@link StatusMeaning#UNKNOWN} for a word outside the table. */
    public StatusMeaning meaning() {
        if (value >> 8 == 0x61) {
            return StatusMeaning.MORE_DATA;
        }
        if (value >> 8 == 0x6C) {
            return StatusMeaning.RIGHT_LENGTH;
        }
        if (value >> 4 == 0x63C) {
            return StatusMeaning.MISMATCH_TRIES_LEFT;
        }
        return EXACT.getOrDefault(value, StatusMeaning.UNKNOWN);
    }

    /** 残り回数: the last digit, meaningful for {@code 63Cx}. */
    public int tries() {
        return value & 0xF;
    }

    /** Bytes that wait or that should have been asked for, 1 to 256, meaningful for {@code 61xx} and {@code 6Cxx}. */
    public int length() {
        return (value & 0xFF) == 0 ? 256 : value & 0xFF;
    }

    boolean is(StatusMeaning meaning) {
        return meaning() == meaning;
    }

    /** Four hexadecimal digits. */
    @Override
    public String toString() {
        return HexFormat.of().withUpperCase().toHexDigits(value, 4);
    }
}
