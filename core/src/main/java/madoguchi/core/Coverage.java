package madoguchi.core;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * 資格 – one coverage of one person as the insurer registered it: what an inquiry returns ({@code oqs-interface.md} §3.3).
 *
 * @param id 保険者番号・記号・番号・枝番
 * @param kind 被保険者証区分
 * @param relation 本人・家族の別
 * @param insuredName 被保険者氏名（世帯主氏名）
 * @param holder the person
 * @param insurerName 保険者名称（医療扶助: 福祉事務所名）
 * @param qualified 資格取得年月日 until 資格喪失年月日 (the first day without); absent when the peer did not send them
 * @param issued 交付年月日 of the certificate
 * @param cardValid 有効開始年月日 through 有効終了年月日
 * @param lossReason 資格喪失事由
 * @param rate 一部負担金割合, only for 後期高齢者医療
 * @param preschool 未就学区分
 * @param elderly 高齢受給者証情報
 * @param limit 限度額適用認定証関連情報; absent without the patient's consent
 * @param diseases 特定疾病療養受療証; empty without the patient's consent
 * @param tickets 医療券・調剤券 for the asking facility
 */
public record Coverage(
        InsuredId id,
        CoverageClass kind,
        Optional<Relation> relation,
        Optional<String> insuredName,
        Holder holder,
        String insurerName,
        Optional<Period> qualified,
        Optional<LocalDate> issued,
        Optional<Period> cardValid,
        Optional<LossReason> lossReason,
        Optional<CopaymentRate> rate,
        boolean preschool,
        Optional<ElderlyRecipientCertificate> elderly,
        Optional<LimitCertificate> limit,
        List<SpecificDisease> diseases,
        List<MedicalTicket> tickets) {

    /** Copies the lists. */
    public Coverage {
        diseases = List.copyOf(diseases);
        tickets = List.copyOf(tickets);
    }

    /** Whether the registered qualification covers the day; without known dates it is taken to. */
    public boolean coversDay(LocalDate day) {
        return qualified.map(period -> period.contains(day)).orElse(true);
    }

    /** The same coverage without limit information, for an inquiry without consent (限度額適用認定証提供同意フラグ 0). */
    public Coverage withoutLimit() {
        return with(elderly, Optional.empty(), diseases, tickets);
    }

    /** The same coverage without specific-disease information, for an inquiry without the patient's consent. */
    public Coverage withoutDiseases() {
        return with(elderly, limit, List.of(), tickets);
    }

    /** The same coverage without 高齢受給者証, for a coverage that has ended. */
    public Coverage withoutElderly() {
        return with(Optional.empty(), limit, diseases, tickets);
    }

    /** The same coverage without certificates (限度額・高齢受給者証・特定疾病) whose own period does not hold on the day. */
    public Coverage withoutExpired(LocalDate day) {
        return with(
                elderly.filter(certificate -> certificate.valid().contains(day)),
                limit.filter(certificate -> certificate.valid().contains(day)),
                diseases.stream()
                        .filter(disease -> disease.valid().contains(day))
                        .toList(),
                tickets);
    }

    /** The same coverage with only these tickets, such as those of one facility. */
    public Coverage withTickets(List<MedicalTicket> shown) {
        return with(elderly, limit, diseases, shown);
    }

    private Coverage with(
            Optional<ElderlyRecipientCertificate> newElderly,
            Optional<LimitCertificate> newLimit,
            List<SpecificDisease> newDiseases,
            List<MedicalTicket> newTickets) {
        return new Coverage(
                id,
                kind,
                relation,
                insuredName,
                holder,
                insurerName,
                qualified,
                issued,
                cardValid,
                lossReason,
                rate,
                preschool,
                newElderly,
                newLimit,
                newDiseases,
                newTickets);
    }

    /** Never prints the person: this value may end in a log line. */
    @Override
    public String toString() {
        return "Coverage[insurer=" + id.insurer() + ", kind=" + kind + "]";
    }
}
