package madoguchi.settle;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import madoguchi.core.InsuredId;
import madoguchi.uke.RE;
import madoguchi.uke.Receipt;

/**
 * 請求された資格 – what a receipt says about who was covered, and on which days it was needed.
 *
 * @param receipt the receipt
 * @param insured 記号・番号 as claimed
 * @param birth 生年月日
 * @param month 診療年月
 * @param days 受診日 as bits, bit 0 is the first of the month: by JD, where there is none by the days of the lines; 0 when neither tells
 */
record Claimed(Receipt receipt, InsuredId insured, LocalDate birth, YearMonth month, int days) {

    /** Empty when one of the four cannot be read. */
    static Optional<Claimed> of(Receipt receipt) {
        Optional<RE> re = receipt.re();
        Optional<InsuredId> insured = receipt.insured();
        Optional<LocalDate> birth = re.flatMap(RE::birth);
        Optional<YearMonth> month = re.flatMap(RE::month);
        return insured.isEmpty() || birth.isEmpty() || month.isEmpty()
                ? Optional.empty()
                : Optional.of(new Claimed(
                        receipt, insured.get(), birth.get(), month.get(), receipt.visitDays() & possible(month.get())));
    }

    private static int possible(YearMonth month) {
        return (int) ((1L << month.lengthOfMonth()) - 1);
    }

    LocalDate day(int bit) {
        return month.atDay(bit + 1);
    }

    LocalDate firstDay() {
        return day(Integer.numberOfTrailingZeros(days));
    }
}
