package madoguchi.stats;

import java.math.BigDecimal;
import java.math.RoundingMode;
import madoguchi.core.Text;

/**
 * 公表された数字 – one figure as it was printed, with the place where it stands.
 *
 * @param id names it
 * @param source short name of the document, such as {@code S1}
 * @param heading the heading under which it stands
 * @param period month, day or fiscal year it is about
 * @param measure what was counted
 * @param row of whom
 * @param value as printed; its decimals tell how it was rounded
 * @param unit {@code 件}, {@code 万} (ten thousand) or {@code %}
 */
public record PublishedFigure(
        String id,
        String source,
        String heading,
        String period,
        Text measure,
        Text row,
        BigDecimal value,
        String unit) {

    private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);
    private static final BigDecimal HALF = new BigDecimal("0.5");

    /** As a number of units, people or percent: 万 are multiplied out. */
    BigDecimal amount() {
        return unit.equals("万") ? value.multiply(TEN_THOUSAND) : value;
    }

    /** The least that would be printed like this, if it was rounded half up. An exact count (件, 名) is exact. */
    BigDecimal least() {
        return amount().subtract(halfUnit());
    }

    /** The most that would be printed like this. */
    BigDecimal most() {
        return amount().add(halfUnit());
    }

    private BigDecimal halfUnit() {
        return switch (unit) {
            case "件", "名" -> BigDecimal.ZERO;
            case "万" -> value.ulp().multiply(HALF).multiply(TEN_THOUSAND);
            default -> value.ulp().multiply(HALF);
        };
    }

    /** As printed, with its unit: {@code 23,346,654件}, {@code 44.40%}. */
    public String written() {
        return (value.scale() == 0
                        ? "%,d"
                                .formatted(value.setScale(0, RoundingMode.UNNECESSARY)
                                        .longValueExact())
                        : value.toPlainString())
                + unit;
    }
}
