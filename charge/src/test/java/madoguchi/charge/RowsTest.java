package madoguchi.charge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import madoguchi.core.LimitClass;
import madoguchi.core.SubsidyCertificate;
import org.junit.jupiter.api.Test;

/** The data files: every row has a source, no two hold at once for the same thing, every cell is understood. */
class RowsTest {

    private static final LocalDate[] DAYS = {
        LocalDate.of(2024, 12, 2), LocalDate.of(2026, 5, 25), LocalDate.of(2026, 7, 31), LocalDate.of(2026, 8, 1)
    };

    @Test
    void everyRowHasAnIdOfItsOwnASourceAndWordsInBothLanguages() {
        List<Ruling> all = Stream.of(Schemes.all(), Limits.all(), Terms.all(), LocalSchemes.all(), Meals.all())
                .flatMap(List::stream)
                .toList();
        assertThat(all).extracting(Ruling::id).doesNotHaveDuplicates();
        assertThat(all).allSatisfy(row -> {
            assertThat(row.source()).isNotBlank();
            assertThat(row.text().ja()).isNotBlank();
            assertThat(row.text().en()).isNotBlank();
        });
    }

    @Test
    void noTwoLimitsHoldAtOnceForOneClass() {
        for (LocalDate day : DAYS) {
            assertThat(Limits.all().stream()
                            .filter(row -> row.holds(day))
                            .map(row -> row.cell("group") + " " + row.cell("class") + " " + row.cell("variant")))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void everyClassHasALimitOnEveryDayInAndOutOfHospital() {
        for (LocalDate day : DAYS) {
            for (LimitClass limit : LimitClass.values()) {
                assertThat(Limits.ofInsurance(limit, Service.MEDICAL_INPATIENT, false, day))
                        .as("%s %s", limit, day)
                        .isPresent();
                assertThat(Limits.ofInsurance(limit, Service.MEDICAL_OUTPATIENT, true, day))
                        .isPresent();
            }
        }
    }

    @Test
    void everyAmountAndEveryLocalFormIsUnderstood() {
        Limits.all().stream()
                .filter(row -> !row.cell("amount").equals("insurance"))
                .forEach(row -> assertThat(Limits.yen(row, 0)).isNotNegative());
        for (Service service : Service.values()) {
            LocalSchemes.all()
                    .forEach(row -> assertThat(LocalSchemes.form(row, service)).isNotNull());
        }
        assertThat(LocalSchemes.all()).allMatch(row -> row.certainty() == Certainty.INVENTED);
    }

    @Test
    void theCeilingsOfDesignatedDiseasesAreThoseOfTheTable() {
        assertThat(Limits.monthlyCeilings("54", Sample.DAY))
                .containsExactly(0L, 1_000L, 2_500L, 5_000L, 10_000L, 20_000L, 30_000L);
        assertThat(Limits.monthlyCeilings("52", Sample.DAY))
                .containsExactly(0L, 500L, 1_250L, 2_500L, 5_000L, 10_000L, 15_000L);
    }

    @Test
    void aSampleChildSchemeOfTheOtherPrefectureTakesTwoDaysAMonth() {
        // day=500 days=2: 500, then what is left of the day, then a second day, then nothing
        Ruling row = LocalSchemes.ofPayer("41029992", Sample.DAY).orElseThrow();
        LocalForm form = LocalSchemes.form(row, Service.MEDICAL_OUTPATIENT);
        Paid first = new Paid(Sample.DAY.minusDays(9), Service.MEDICAL_OUTPATIENT, true, 500);
        Paid today = new Paid(Sample.DAY, Service.MEDICAL_OUTPATIENT, true, 300);
        assertThat(form.patient(2_000, 10_000, Sample.DAY, List.of())).isEqualTo(500);
        assertThat(form.patient(2_000, 10_000, Sample.DAY, List.of(today))).isEqualTo(200);
        assertThat(form.patient(2_000, 10_000, Sample.DAY, List.of(first, today)))
                .isEqualTo(200);
        assertThat(form.patient(2_000, 10_000, Sample.DAY.plusDays(1), List.of(first, today)))
                .isZero();
        assertThat(form.patient(120, 400, Sample.DAY, List.of())).isEqualTo(120);
        assertThat(LocalSchemes.form(row, Service.PHARMACY).patient(2_000, 10_000, Sample.DAY, List.of()))
                .isZero();
    }

    @Test
    void aKeyedInCertificateIsHeldAgainstCheckDigitsMasterPeriodAndTable() {
        SubsidyCertificate right = Sample.certificate("54139993", Sample.ALL, Sample.month(5_000));
        assertThat(KeyedIn.check(right, Sample.DAY)).isEqualTo(new KeyedIn(List.of(), List.of()));
        assertThat(places(KeyedIn.check(Sample.certificate("54139994", Sample.ALL, Sample.month(5_000)), Sample.DAY)
                        .faults()))
                .containsExactly("payer");
        assertThat(places(KeyedIn.check(Sample.certificate("54139993", Sample.ALL, Sample.month(7_000)), Sample.DAY)
                        .warnings()))
                .containsExactly("ceiling");
        assertThat(places(KeyedIn.check(Sample.certificate("54139993", Set.of()), Sample.DAY)
                        .warnings()))
                .containsExactly("ceiling");
        assertThat(places(KeyedIn.check(Sample.certificate("21139993", Set.of()), Sample.DAY)
                        .warnings()))
                .isEmpty();
        assertThat(places(KeyedIn.check(right, LocalDate.of(2027, 1, 1)).warnings()))
                .containsExactly("from");
        assertThat(places(KeyedIn.check(Sample.certificate("99139999", Set.of()), Sample.DAY)
                        .warnings()))
                .containsExactly("payer", "payer");
    }

    private static List<String> places(List<madoguchi.core.Problem> problems) {
        return problems.stream().map(madoguchi.core.Problem::place).toList();
    }

    @Test
    void aLimitThatIsNotInTheTableLimitsNothing() {
        assertThat(Limits.ofInsurance(LimitClass.A03, Service.MEDICAL_OUTPATIENT, false, LocalDate.of(2010, 1, 1)))
                .isEqualTo(Optional.empty());
    }
}
