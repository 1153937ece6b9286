package madoguchi.charge;

import java.time.LocalDate;

/**
 * 上限額管理票の一行 – one payment under a ceiling ({@code pmh.md} §5.4).
 *
 * @param day 日付
 * @param facility 指定医療機関名, 1 to 100 characters, as written on the paper
 * @param service what it was for
 * @param totalYen 医療費総額（10割）, 0 or more; it is written down after the ceiling is reached, too
 * @param paidYen 自己負担額 as collected at the counter, 0 or more and not over the total cost
 * @param source where it comes from
 */
public record LedgerEntry(LocalDate day, String facility, Service service, long totalYen, long paidYen, Source source) {

    /** 出どころ. */
    public enum Source {
        /** 紙の管理票から書き写した. */
        PAPER_TRANSCRIBED,
        /** この施設で受け取った. */
        OWN,
        /** PMHの上限額管理から届いた – only a demonstration is known of. */
        PMH
    }

    /** Throws {@link IllegalArgumentException} when the amounts or the name cannot be. */
    public LedgerEntry {
        if (totalYen < 0 || paidYen < 0 || paidYen > totalYen) {
            throw new IllegalArgumentException("what is paid lies between 0 and the total cost");
        }
        if (facility.isBlank() || facility.length() > 100) {
            throw new IllegalArgumentException("a facility has a name of 1 to 100 characters");
        }
    }

    /** As a payment under the ceiling. */
    Paid paid() {
        return new Paid(day, service, source == Source.OWN, paidYen);
    }
}
