package madoguchi.stats;

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
}
