package madoguchi.town;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import madoguchi.core.Coverage;
import madoguchi.core.CoverageClass;
import madoguchi.core.ElderlyRecipientCertificate;
import madoguchi.core.Inquiry;
import madoguchi.core.InsuredId;
import madoguchi.core.LimitCertificate;
import madoguchi.core.MedicalTicket;
import madoguchi.core.Period;
import madoguchi.core.SpecificDisease;

/**
 * 登録された資格 – one row about one coverage.
 *
 * @param recordedAt 登録日時
 * @param person stands for the 個人番号; equal for the same person, never shown
 * @param withdrawn 取消
 * @param hidden 不開示
 * @param qualified 資格取得年月日 until 資格喪失年月日
 * @param coverage the values
 */
record RegisteredCoverage(
        Instant recordedAt, String person, boolean withdrawn, boolean hidden, Period qualified, Coverage coverage) {

    /** What names a coverage: a later row with the same name corrects the earlier one ({@code docs/registration-file.md}). */
    record Name(
            String insurer,
            String symbolKey,
            String numberKey,
            Optional<String> branch,
            String person,
            LocalDate qualifiedFrom) {
        @Override
        public String toString() {
            return "Name[insurer=" + insurer + "]";
        }
    }

    static RegisteredCoverage of(Instant recordedAt, RegistrationRow row) {
        return new RegisteredCoverage(
                recordedAt,
                row.text("個人番号"),
                row.withdraws(),
                row.find("不開示").equals(Optional.of("1")),
                row.qualified(),
                row.coverage());
    }

    Name name() {
        InsuredId id = coverage.id();
        return new Name(id.insurer().digits(), id.symbolKey(), id.numberKey(), id.branch(), person, qualified.from());
    }

    /** A symbol not typed is not compared; a branch only where both sides have one. */
    boolean matches(Inquiry inquiry) {
        InsuredId asked = inquiry.insured();
        InsuredId id = coverage.id();
        return id.insurer().equals(asked.insurer())
                && id.numberKey().equals(asked.numberKey())
                && coverage.holder().birth().equals(inquiry.birth())
                && (asked.symbol().isEmpty() || id.symbolKey().equals(asked.symbolKey()))
                && (asked.branch().isEmpty()
                        || id.branch().isEmpty()
                        || id.branch().equals(asked.branch()));
    }

    boolean covers(LocalDate day) {
        return qualified.contains(day);
    }

    boolean isAssistance() {
        return coverage.kind() == CoverageClass.MEDICAL_ASSISTANCE;
    }

    /** As a valid coverage is answered: certificates of the day, limit and diseases by consent. */
    Coverage shown(Inquiry inquiry, List<MedicalTicket> tickets) {
        LocalDate day = inquiry.day();
        return with(
                coverage.elderly().filter(certificate -> certificate.valid().contains(day)),
                coverage.limit()
                        .filter(certificate ->
                                inquiry.limitConsent() && certificate.valid().contains(day)),
                inquiry.diseaseConsent() ? coverage.diseases() : List.of(),
                tickets);
    }

    /** As a former coverage is answered: without any certificate. */
    Coverage former() {
        return with(Optional.empty(), Optional.empty(), List.of(), List.of());
    }

    private Coverage with(
            Optional<ElderlyRecipientCertificate> elderly,
            Optional<LimitCertificate> limit,
            List<SpecificDisease> diseases,
            List<MedicalTicket> tickets) {
        return new Coverage(
                coverage.id(),
                coverage.kind(),
                coverage.relation(),
                coverage.insuredName(),
                coverage.holder(),
                coverage.insurerName(),
                coverage.qualified(),
                coverage.issued(),
                coverage.cardValid(),
                coverage.lossReason(),
                coverage.rate(),
                coverage.preschool(),
                elderly,
                limit,
                diseases,
                tickets);
    }
}
