package madoguchi.policy;

import madoguchi.core.Period;

/** 期間の書き方 – both ends inclusive, as rule files and people write them. */
final class Days {

    private Days() {}

    /** {@code 2025-12-02 – 2026-03-31}; an open end stays empty. */
    static String written(Period period) {
        String first = period.from().equals(Rule.OPEN_START) ? "" : period.from() + " ";
        return first + "–" + period.lastDay().map(day -> " " + day).orElse("");
    }
}
