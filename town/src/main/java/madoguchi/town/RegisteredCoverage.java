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
import madoguchi.core.Subject;

/**
 * 登録された資格 – one row about one coverage.
 *
 * @param name what names the coverage
 * @param recordedAt 登録日時
 * @param withdrawn 取消
 * @param hidden 不開示
 * @param qualified 資格取得年月日 until 資格喪失年月日
 * @param coverage the values
 */
record RegisteredCoverage(
        Name name, Instant recordedAt, boolean withdrawn, boolean hidden, Period qualified, Coverage coverage) {

    /**
     * What names a coverage: a later row with the same name corrects the earlier one ({@code docs/registration-file.md}).
     *
     * @param insurer 保険者番号
     * @param symbolKey 記号 in its form for comparison; empty when absent
     * @param numberKey 番号 in its form for comparison
     * @param branch 枝番
     * @param person stands for the 個人番号; equal for the same person, never shown
     * @param qualifiedFrom 資格取得年月日
     */
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
        Coverage coverage = row.coverage();
        Period qualified = row.qualified();
        return new RegisteredCoverage(
                name(coverage.id(), row.text("個人番号"), qualified.from()),
                recordedAt,
                row.withdraws(),
                row.find("不開示").equals(Optional.of("1")),
                qualified,
                coverage);
    }

    private static Name name(InsuredId id, String person, LocalDate qualifiedFrom) {
        return new Name(id.insurer().digits(), id.symbolKey(), id.numberKey(), id.branch(), person, qualifiedFrom);
    }

    String person() {
        return name.person();
    }

    /** A symbol not typed is not compared; a branch only where both sides have one. */
    boolean matches(Subject.ByNumber number) {
        InsuredId asked = number.insured();
        InsuredId id = coverage.id();
        return id.insurer().equals(asked.insurer())
                && name.numberKey().equals(asked.numberKey())
                && coverage.holder().birth().equals(number.birth())
                && (asked.symbol().isEmpty() || name.symbolKey().equals(asked.symbolKey()))
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

    /** As a valid coverage is answered: certificates that hold on the day, limit and diseases by consent. */
    Coverage shown(Inquiry inquiry, List<MedicalTicket> tickets) {
        LocalDate day = inquiry.day();
        return with(
                coverage.elderly().filter(certificate -> certificate.valid().contains(day)),
                coverage.limit()
                        .filter(certificate ->
                                inquiry.limitConsent() && certificate.valid().contains(day)),
                coverage.diseases().stream()
                        .filter(disease ->
                                inquiry.diseaseConsent() && disease.valid().contains(day))
                        .toList(),
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
