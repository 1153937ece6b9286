package madoguchi.stats;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * 率 – part of a whole, exact until it is printed.
 *
 * @param part numerator, 0 or more
 * @param whole denominator, 0 or more
 */
public record Rate(long part, long whole) {

    private static final int HUNDRED = 100;

    /** Throws {@link IllegalArgumentException} when one is negative. A part larger than its whole is possible on the receipt base and kept as it is. */
    public Rate {
        if (part < 0 || whole < 0) {
            throw new IllegalArgumentException("a rate of something negative");
        }
    }

    /** In percent with that many decimals, half up as in the published tables; empty where the whole is 0. */
    public Optional<BigDecimal> percent(int decimals) {
        return whole == 0
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(part)
                        .multiply(BigDecimal.valueOf(HUNDRED))
                        .divide(BigDecimal.valueOf(whole), decimals, RoundingMode.HALF_UP));
    }

    /** In percent with two decimals and the sign, such as {@code 37.14 %}; a dash where the whole is 0. */
    public String written() {
        return percent(2).map(percent -> percent + " %").orElse("－");
    }

    /** Whether it is that many percent or more, compared exactly and not after rounding; false where the whole is 0. */
    public boolean reaches(int percent) {
        return whole > 0 && Math.multiplyExact(part, HUNDRED) >= Math.multiplyExact(whole, percent);
    }
}
