package madoguchi.hub;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.core.MedicalTicket;
import madoguchi.core.Parsed;
import madoguchi.core.Period;
import madoguchi.core.PublicPayerNumber;

/**
 * 医療券の1行 – one line of a ticket file, understood. Columns: {@code docs/registration-file.md}.
 *
 * @param withdrawn 異動区分 9 取消
 * @param payer 公費負担者番号
 * @param number 受給者番号
 * @param ticket the ticket
 */
record Ticket(boolean withdrawn, PublicPayerNumber payer, String number, MedicalTicket ticket) {

    static final List<String> COLUMNS =
            List.of("異動区分", "公費負担者番号", "受給者番号", "診療年月", "有効開始年月日", "有効終了年月日", "交付番号", "医療機関コード", "本人支払額");

    static final List<String> NEEDED = List.of("異動区分", "公費負担者番号", "受給者番号", "診療年月", "交付番号", "医療機関コード");

    /** Reads one line; every fault of every column at once. */
    static Parsed<Ticket> parse(Map<String, String> cells) {
        Row row = new Row(cells);
        row.refuseControlCharacters(COLUMNS);
        NEEDED.forEach(row::required);
        Optional<PublicPayerNumber> payer = row.read("公費負担者番号", PublicPayerNumber::parse);
        Optional<MedicalInstitutionCode> facility = row.read("医療機関コード", MedicalInstitutionCode::parse);
        Optional<YearMonth> month = row.text("診療年月").isPresent() ? row.month("診療年月") : Optional.empty();
        Optional<Period> valid = row.through("有効開始年月日", "有効終了年月日");
        int yen = row.yen("本人支払額");
        boolean withdrawn = row.withdrawn();
        if (!row.problems().isEmpty() || payer.isEmpty() || facility.isEmpty() || month.isEmpty()) {
            return new Parsed.Faults<>(List.copyOf(row.problems()));
        }
        Period period =
                valid.orElse(Period.through(month.get().atDay(1), month.get().atEndOfMonth()));
        return Parsed.of(new Ticket(
                withdrawn,
                payer.get(),
                row.required("受給者番号"),
                new MedicalTicket(month.get(), period, row.required("交付番号"), facility.get(), yen)));
    }
}
