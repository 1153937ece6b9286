package madoguchi.charge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.core.SubsidyCertificate;
import org.junit.jupiter.api.Test;

class DeliveryTest {

    private static Optional<Delivery.Reason> reason(Bill bill, Held held) {
        return Delivery.of(bill, held) instanceof Delivery.Reimbursed(var reason, var row)
                ? Optional.of(reason)
                : Optional.empty();
    }

    private static SubsidyCertificate with(SubsidyCertificate of, boolean always, Optional<String> institutions) {
        return new SubsidyCertificate(
                of.name(),
                of.issuer(),
                of.payer(),
                of.recipient(),
                of.subKey(),
                of.segment(),
                of.incomeSegment(),
                of.conditions(),
                institutions,
                always,
                of.valid(),
                of.ceilings(),
                of.summed(),
                of.remarks(),
                of.face());
    }

    private static Held always(String payer) {
        return Held.of(with(Sample.certificate(payer, Set.of()), true, Optional.empty()));
    }

    @Test
    void aConfirmedCertificateAtADesignatedInstitutionIsInKind() {
        assertThat(reason(Sample.bill(1_000, 30), Sample.nanbyo(5_000))).isEmpty();
    }

    @Test
    void whatIsAlwaysReimbursedIsNotTakenOffAndTheNextOneStillIs() {
        Held child = Sample.of("88139993");
        Charge charge = Charging.charge(Sample.bill(10_000, 30), List.of(always("81139990"), child));
        assertThat(charge.patientYen()).isEqualTo(200);
        assertThat(charge.subsidies().getLast().delivery())
                .isInstanceOfSatisfying(
                        Delivery.Reimbursed.class,
                        told -> assertThat(told.reason()).isEqualTo(Delivery.Reason.ALWAYS));
    }

    @Test
    void aLocalSchemeOfAnotherPrefectureIsReimbursedAndANationalOneIsNot() {
        Bill here = Sample.bill(10_000, 30);
        Bill elsewhere = new Bill(
                here.day(),
                here.service(),
                here.totalYen(),
                here.rate(),
                here.limitClass(),
                false,
                0,
                new MedicalInstitutionCode("1419999999"));
        assertThat(reason(elsewhere, Sample.of("88139993"))).contains(Delivery.Reason.OTHER_PREFECTURE);
        assertThat(reason(here, Sample.of("88139993"))).isEmpty();
        assertThat(reason(elsewhere, Sample.of("54139993"))).isEmpty();
    }

    @Test
    void outsideTheDesignatedInstitutionsNothingIsInKind() {
        Bill bill = Sample.bill(10_000, 30);
        Held away = new Held(Sample.nanbyo(5_000).certificate(), true, false, List.of());
        assertThat(reason(bill, away)).contains(Delivery.Reason.NOT_DESIGNATED);
        Held anybody = new Held(Sample.of("88139993").certificate(), true, false, List.of());
        assertThat(reason(bill, anybody))
                .as("a scheme without designated institutions")
                .isEmpty();
        Held named = new Held(with(anybody.certificate(), false, Optional.of("架空病院")), true, false, List.of());
        assertThat(reason(bill, named)).contains(Delivery.Reason.NOT_DESIGNATED);
    }

    @Test
    void theLastDayOfTheCertificateIsInAndTheNextIsOut() {
        Held held = Sample.nanbyo(5_000);
        assertThat(reason(Sample.bill(1_000, 30, LocalDate.of(2026, 12, 31), Optional.empty()), held))
                .isEmpty();
        assertThat(reason(Sample.bill(1_000, 30, LocalDate.of(2027, 1, 1), Optional.empty()), held))
                .contains(Delivery.Reason.NOT_VALID);
    }

    @Test
    void whatTheReceptionDidNotConfirmIsNotTakenOff() {
        Held held = new Held(Sample.nanbyo(5_000).certificate(), false, true, List.of());
        Charge charge = Charging.charge(Sample.bill(10_000, 30), List.of(held));
        assertThat(charge.patientYen()).isEqualTo(3_000);
        assertThat(charge.subsidies().getFirst().part().why().ja()).contains("確認できていない");
    }
}
