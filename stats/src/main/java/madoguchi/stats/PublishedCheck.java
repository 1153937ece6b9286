package madoguchi.stats;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * 検算 – one computation over published figures, and whether what was printed agrees with it.
 *
 * @param id names it
 * @param kind {@code sum}: the parts add up to the result; {@code rate}: first by second part in percent, not itself printed; {@code whole}: the whole that a part and its percentage imply;
 *     {@code same-whole}: two parts with their percentages imply the same whole within their rounding
 * @param result the printed figure it is compared with; empty where none was printed
 * @param parts what it is computed from
 * @param computed what came out, in words
 * @param agrees whether it agrees with what was printed; empty where nothing was printed to compare with
 */
public record PublishedCheck(
        String id,
        String kind,
        Optional<PublishedFigure> result,
        List<PublishedFigure> parts,
        String computed,
        Optional<Boolean> agrees) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int RATE_DECIMALS = 2;

    static PublishedCheck of(String id, String kind, Optional<PublishedFigure> result, List<PublishedFigure> parts) {
        return switch (kind) {
            case "sum" -> {
                BigDecimal sum = parts.stream().map(PublishedFigure::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
                yield new PublishedCheck(
                        id,
                        kind,
                        result,
                        parts,
                        "%,d".formatted(sum.longValueExact()),
                        result.map(printed -> printed.amount().compareTo(sum) == 0));
            }
            case "rate" -> {
                Rate rate = new Rate(
                        parts.getFirst().amount().longValueExact(),
                        parts.get(1).amount().longValueExact());
                yield new PublishedCheck(
                        id, kind, result, parts, rate.percent(RATE_DECIMALS).orElseThrow() + "%", Optional.empty());
            }
            case "whole" -> {
                Range whole = Range.implied(parts.getFirst(), parts.get(1));
                yield new PublishedCheck(id, kind, result, parts, whole.written(), Optional.empty());
            }
            case "same-whole" -> {
                Range one = Range.implied(parts.getFirst(), parts.get(1));
                Range other = Range.implied(parts.get(2), parts.get(3));
                yield new PublishedCheck(
                        id,
                        kind,
                        result,
                        parts,
                        one.written() + " / " + other.written(),
                        Optional.of(one.meets(other)));
            }
            default -> throw new IllegalArgumentException("no kind of check: " + kind);
        };
    }

    /** 幅 – what a rounded part and its rounded percentage leave possible. */
    private record Range(BigDecimal least, BigDecimal most) {
        static Range implied(PublishedFigure part, PublishedFigure percent) {
            return new Range(
                    part.least().multiply(HUNDRED).divide(percent.most(), MathContext.DECIMAL64),
                    part.most().multiply(HUNDRED).divide(percent.least(), MathContext.DECIMAL64));
        }

        boolean meets(Range that) {
            return least.compareTo(that.most) <= 0 && that.least.compareTo(most) <= 0;
        }

        String written() {
            return "%,d～%,d"
                    .formatted(
                            least.setScale(0, RoundingMode.CEILING).longValueExact(),
                            most.setScale(0, RoundingMode.FLOOR).longValueExact());
        }
    }
}
