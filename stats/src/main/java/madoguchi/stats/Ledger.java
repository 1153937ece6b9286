package madoguchi.stats;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.function.Consumer;
import madoguchi.core.MedicalInstitutionCode;

/** 照会記録の口 – the port through which the hub's append-only ledger is read. What a month was does not change once it is over. */
public interface Ledger {

    /**
     * 一月を読む – tells every verification answered in this month (Japanese time, both ends of the month included), in the order of the ledger; only a bounded number is in memory.
     *
     * @param only one facility; empty for all
     */
    void each(YearMonth month, Optional<MedicalInstitutionCode> only, Consumer<Use> reader);

    /**
     * 日々を読む – tells every verification of everybody answered on these days, in no order; the way for folds, which need none. Only a bounded number is in memory.
     *
     * @param from first day in Japan
     * @param through last day, not before the first and in the same month
     */
    default void days(LocalDate from, LocalDate through, Consumer<Use> reader) {
        each(YearMonth.from(from), Optional.empty(), use -> {
            if (!use.day().isBefore(from) && !use.day().isAfter(through)) {
                reader.accept(use);
            }
        });
    }
}
