package madoguchi.review;

import java.time.YearMonth;
import java.util.Optional;
import madoguchi.core.Typed;

/** 受付番号 – {@code YYYYMM-NNNNNNNNN}: 請求年月 and the order of reception. Ours: the official form is not public. */
final class Reception {

    private static final int LENGTH = 16;
    private static final int MONTH = 6;

    private Reception() {}

    static String of(Optional<YearMonth> month, long id) {
        return "%s-%09d"
                .formatted(month.map(YearMonth::toString).orElse("000000").replace("-", ""), id);
    }

    /** The order of reception; empty when the text is no such number. */
    static Optional<Long> id(String text) {
        return text.length() == LENGTH
                        && text.charAt(MONTH) == '-'
                        && Typed.isDigits(text.substring(0, MONTH))
                        && Typed.isDigits(text.substring(MONTH + 1))
                ? Optional.of(Long.parseLong(text.substring(MONTH + 1)))
                : Optional.empty();
    }
}
