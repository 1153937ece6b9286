package madoguchi.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.policy.Facility;
import madoguchi.policy.Policy;
import madoguchi.policy.RuleBook;
import org.junit.jupiter.api.Test;

/** What those who claim are told of the subsidies of past receptions. */
class VisitSubsidiesTest extends SubsidyReceptions {

    private static Map<String, List<VisitSubsidy>> told() {
        Policy policy = new Policy(RuleBook.bundled());
        List<Visit> visits = new VisitRecords(DATABASE, () -> policy, Facility.ONLINE)
                .between(Sample.DAY, Sample.DAY).stream()
                        .map(VisitRecord::visit)
                        .toList();
        return new VisitSubsidies(DATABASE, () -> policy, Facility.ONLINE, new MedicalInstitutionCode("1319999913"))
                .of(visits);
    }

    private static List<VisitSubsidy> told(String reception) {
        return told().getOrDefault(reception.substring(reception.lastIndexOf('/') + 1), List.of());
    }

    @Test
    void whatCameIsInKindAlsoWhereNobodyStoredIt() {
        String reception = arrives(Sample.DAY, SubsidySample.found(SubsidySample.nanbyo(5_000)));
        assertThat(told(reception))
                .containsExactly(new VisitSubsidy(SubsidySample.nanbyo(5_000), VisitSubsidy.State.IN_KIND));
    }

    @Test
    void whatIsAlwaysReimbursedSaysSo() {
        String reception = arrives(
                Sample.DAY,
                SubsidySample.found(SubsidySample.certificate(
                        "54139993", "5400015", 5_000, LocalDate.of(2026, 12, 31), true, "見本　花子")));
        assertThat(told(reception)).extracting(VisitSubsidy::state).containsExactly(VisitSubsidy.State.REIMBURSED);
    }

    @Test
    void whatWasStoredAndDidNotComeAgainIsNotConfirmed() {
        String first = arrives(Sample.DAY, SubsidySample.found(SubsidySample.nanbyo(5_000)));
        accept(first, "f0");
        String second = arrives(Sample.DAY, Sample.active(Sample.HANAKO));
        assertThat(told(second)).extracting(VisitSubsidy::state).containsExactly(VisitSubsidy.State.NOT_CONFIRMED);
    }

    @Test
    void aPatientWithoutASubsidyIsNotAmongThem() {
        arrives(Sample.DAY, Sample.active(Sample.HANAKO));
        assertThat(told()).isEmpty();
    }
}
