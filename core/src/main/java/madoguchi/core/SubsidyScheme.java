package madoguchi.core;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * 制度 – one row of the scheme master: a national scheme (法別番号) or a local one (都道府県 and range of payer numbers; the 法別番号 alone never names a local scheme, {@code pmh.md} §4.2).
 *
 * @param id names the row, such as {@code N54} or {@code L13-81}
 * @param first 公費負担者番号 from here, 8 digits; of a national scheme the lowest with its 法別番号
 * @param last up to here, included
 * @param national whether it is a national scheme: then a recipient number has 7 digits with a fitting check digit
 * @param name what it is called
 * @param check 検証番号の扱い
 * @param from first day of the scheme, where it is known
 * @param until first day without it, where it ended
 * @param certainty H official or verified, M one secondary source, L to be checked, X invented sample
 * @param source where it stands
 * @param cells every column of the row by its name: also order, share and local forms, which the charge reads
 */
public record SubsidyScheme(
        String id,
        String first,
        String last,
        boolean national,
        Text name,
        CheckPolicy check,
        Optional<LocalDate> from,
        Optional<LocalDate> until,
        String certainty,
        String source,
        Map<String, String> cells) {

    /** Copies the cells. */
    public SubsidyScheme {
        cells = Map.copyOf(cells);
    }

    /** Whether the payer number lies in the range; false for anything that is not 8 digits. */
    public boolean holds(String payer) {
        return payer.length() == first.length()
                && payer.compareTo(first) >= 0
                && payer.compareTo(last) <= 0
                && (!national || payer.startsWith(first.substring(0, 2)));
    }

    /** How many numbers the range has: the narrowest row decides. */
    public long width() {
        return Long.parseLong(last) - Long.parseLong(first);
    }
}
