package madoguchi.town;

import java.time.Instant;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import madoguchi.core.InsuredId;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.core.MedicalTicket;
import madoguchi.core.Typed;

/**
 * 登録された医療券 – one row of a ticket file.
 *
 * @param recordedAt 登録日時
 * @param withdrawn 取消
 * @param payer 公費負担者番号
 * @param recipientKey 受給者番号, compared without leading zeros
 * @param ticket the values
 */
record RegisteredTicket(
        Instant recordedAt, boolean withdrawn, String payer, String recipientKey, MedicalTicket ticket) {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("uuuuMM");

    /** What names a ticket ({@code docs/registration-file.md}). */
    record Name(String payer, String recipientKey, YearMonth month, MedicalInstitutionCode facility) {
        @Override
        public String toString() {
            return "Name[payer=" + payer + ", month=" + month + "]";
        }
    }

    static RegisteredTicket of(Instant recordedAt, RegistrationRow row) {
        return new RegisteredTicket(
                recordedAt,
                row.withdraws(),
                row.text("公費負担者番号"),
                Typed.numberKey(row.text("受給者番号")),
                new MedicalTicket(
                        YearMonth.parse(row.text("診療年月"), MONTH),
                        row.through("有効開始年月日", "有効終了年月日").orElseThrow(),
                        row.text("交付番号"),
                        new MedicalInstitutionCode(row.text("医療機関コード")),
                        Integer.parseInt(row.find("本人支払額").orElse("0"))));
    }

    Name name() {
        return new Name(payer, recipientKey, ticket.month(), ticket.facility());
    }

    boolean isFor(InsuredId id, YearMonth month, MedicalInstitutionCode facility) {
        return payer.equals(id.insurer().digits())
                && recipientKey.equals(id.numberKey())
                && ticket.month().equals(month)
                && ticket.facility().equals(facility);
    }
}
