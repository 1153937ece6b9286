package madoguchi.settle;

import java.util.List;

/**
 * 処理 – what became of one receipt, by which rule.
 *
 * @param rule the row that decided
 * @param bills what goes on to insurers: one receipt, or the parts of a split one in order of their first days; empty when it goes back to the facility
 * @param missing 記載事項不備 – codes of the comments that an unidentified claim lacks; empty otherwise
 */
public record Disposition(SettleRule rule, List<Bill> bills, List<String> missing) {

    /** Copies the lists. */
    public Disposition {
        bills = List.copyOf(bills);
        missing = List.copyOf(missing);
    }

    static Disposition sent(SettleRule rule, List<Bill> bills) {
        return new Disposition(rule, bills, List.of());
    }

    static Disposition returned(SettleRule rule) {
        return new Disposition(rule, List.of(), List.of());
    }
}
