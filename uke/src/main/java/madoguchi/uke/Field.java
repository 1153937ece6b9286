package madoguchi.uke;

import java.util.Optional;

/**
 * 項目の記録条件 – what one field of a record may hold.
 *
 * @param number counted from 1; field 1 is the record's id
 * @param name Japanese name in the layout
 * @param item what typed views know it as; of a run of fields (days), only the first has it
 * @param mode which characters
 * @param bytes the most, or with {@code fixed} exactly so many; 0 when not known
 * @param fixed 固定
 * @param certainty how sure the layout is
 * @param source where it is from ({@code claims-uke.md})
 */
public record Field(
        int number,
        String name,
        Optional<Item> item,
        Mode mode,
        int bytes,
        boolean fixed,
        Certainty certainty,
        String source) {

    /** モード – which characters a field may hold ({@code claims-uke.md} §1). */
    public enum Mode {
        /** 数字. */
        DIGITS('N'),
        /** 数字と小数点. */
        DECIMAL('P'),
        /** 英数 – half-width. */
        HALF('A'),
        /** 漢字 – full-width only. */
        FULL('K'),
        /** 英数又は漢字 – wholly one or the other. */
        EITHER('X'),
        /** 年月日 – 8 western digits, or 7 with era. */
        DAY('D'),
        /** 年月 – 6 western digits, or 5 with era. */
        MONTH('M'),
        /** 予備・自由. */
        FREE('-');

        private final char sign;

        Mode(char sign) {
            this.sign = sign;
        }

        static Mode of(String sign) {
            for (Mode mode : values()) {
                if (sign.length() == 1 && mode.sign == sign.charAt(0)) {
                    return mode;
                }
            }
            throw new IllegalArgumentException("layouts.csv: no such mode");
        }
    }
}
