package madoguchi.charge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import madoguchi.core.CopaymentRate;
import madoguchi.core.LimitClass;
import madoguchi.core.MedicalInstitutionCode;
import org.junit.jupiter.api.Test;

/** Meals beside the charge, and the yearly cap of which one amount is public. */
class MealsTest {

    private static Bill bill(Service service, LocalDate day) {
        return new Bill(
                day,
                service,
                100_000,
                new CopaymentRate(30),
                Optional.empty(),
                false,
                0,
                new MedicalInstitutionCode("1319999913"));
    }

    private static Meals meals(Held... held) {
        Bill bill = bill(Service.MEDICAL_INPATIENT, Sample.DAY);
        return Meals.of(
                        bill,
                        10,
                        Meals.Level.DISEASE,
                        Charging.charge(bill, List.of(held)).subsidies())
                .orElseThrow();
    }

    private static Held held(String payer) {
        return Held.of(Sample.certificate(payer, Sample.ALL, Sample.month(5_000)));
    }

    /** 難病: fully own; 小児慢性: half (pmh.md §5.2); of 自立支援 no source says anything. */
    @Test
    void thePublicPayerDecidesWhoBearsMeals() {
        assertThat(meals().patientYen()).isEqualTo(meals().totalYen());
        assertThat(meals(held("54139993")).patientYen()).isEqualTo(meals().totalYen());
        assertThat(meals(held("52139995")).patientYen() * 2).isEqualTo(meals().totalYen());
        assertThat(meals(held("21139993")).rows()).extracting(Ruling::id).contains("C-MEALS-OPEN");
    }

    @Test
    void everyAmountIsMarkedAsToBeChecked() {
        assertThat(Meals.all()).isNotEmpty().allMatch(row -> row.certainty().isDoubtful());
        assertThat(Meals.all())
                .extracting(row -> row.cell("level"))
                .containsExactlyInAnyOrder(java.util.Arrays.stream(Meals.Level.values())
                        .map(Enum::name)
                        .toArray(String[]::new));
    }

    @Test
    void outOfHospitalOrBeforeTheTableThereIsNothingToReckon() {
        assertThat(Meals.of(bill(Service.MEDICAL_OUTPATIENT, Sample.DAY), 3, Meals.Level.GENERAL, List.of()))
                .isEmpty();
        assertThat(Meals.of(bill(Service.MEDICAL_INPATIENT, Sample.DAY), 0, Meals.Level.GENERAL, List.of()))
                .isEmpty();
        assertThat(Meals.of(
                        bill(Service.MEDICAL_INPATIENT, LocalDate.of(2025, 3, 31)), 3, Meals.Level.GENERAL, List.of()))
                .isEmpty();
    }

    /** policy-timeline.md X-16: ウ 530,000 from 2026-08; of the other classes nothing is said. */
    @Test
    void theYearlyCapIsKnownForOneClassAndSaidToBeOpenForTheOthers() {
        LocalDate first = LocalDate.of(2026, 8, 1);
        assertThat(Limits.yearly(LimitClass.A03, first.minusDays(1))).isEmpty();
        Ruling cap = Limits.yearly(LimitClass.A03, first).orElseThrow();
        assertThat(Limits.yen(cap, 0)).isEqualTo(530_000);
        assertThat(Limits.yearly(LimitClass.A01, first).orElseThrow().id()).isEqualTo("C-YEAR-OPEN");
        assertThat(Limits.yearly(LimitClass.A01, first)
                        .orElseThrow()
                        .certainty()
                        .isDoubtful())
                .isTrue();
    }
}
