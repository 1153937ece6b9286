package madoguchi.stats;

import java.time.YearMonth;
import java.util.Map;

/** レセプト枚数の口 – the port through which the number of receipts is known: the denominator of the receipt base. */
public interface Receipts {

    /**
     * 診療月の枚数 – receipts accepted for this service month, by 医療機関コード.
     *
     * @return empty while nothing was claimed for the month; a facility without an entry has not claimed yet, which is not "none"
     */
    Map<String, Long> of(YearMonth month);
}
