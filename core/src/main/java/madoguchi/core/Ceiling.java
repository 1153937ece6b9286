package madoguchi.core;

import java.util.Optional;

/**
 * 自己負担上限額 – what a patient pays at most under one subsidy. The inner fields of the official item are not public ({@code pmh.md} §3, §8): these are ours.
 *
 * @param kind the bucket it belongs to
 * @param span what it is counted over
 * @param yen 円, 0 or more
 * @param times for how many visits of the span the patient pays at all (such as twice a month); absent = each
 */
public record Ceiling(CeilingKind kind, Span span, long yen, Optional<Integer> times) {

    /** 上限の単位. */
    public enum Span {
        /** 一月. */
        MONTH,
        /** 一日. */
        DAY,
        /** 一回. */
        VISIT
    }

    /** Throws {@link IllegalArgumentException} for less than 0 yen or less than one visit. */
    public Ceiling {
        if (yen < 0 || times.filter(number -> number < 1).isPresent()) {
            throw new IllegalArgumentException("a ceiling has 0 yen or more, for one visit or more");
        }
    }
}
