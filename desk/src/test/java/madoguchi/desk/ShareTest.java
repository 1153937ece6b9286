package madoguchi.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import madoguchi.core.CopaymentRate;
import madoguchi.core.Coverage;
import madoguchi.core.CoverageClass;
import madoguchi.core.ElderlyRecipientCertificate;
import madoguchi.core.InsuredId;
import madoguchi.core.InsurerNumber;
import madoguchi.core.Period;
import madoguchi.core.Sex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShareTest {

    private static final InsuredId SOCIETY =
            new InsuredId(new InsurerNumber("06139992"), Optional.of("3001"), "42", Optional.of("00"));
    private static final InsuredId LATE_ELDERLY =
            new InsuredId(new InsurerNumber("39139993"), Optional.empty(), "00123456", Optional.empty());

    private static Coverage born(LocalDate birth, InsuredId id) {
        return Sample.coverage(id, "見本　一郎", "ﾐﾎﾝ ｲﾁﾛｳ", Sex.MALE, birth, "見本産業健康保険組合");
    }

    private static Coverage with(
            Coverage base,
            CoverageClass kind,
            Optional<CopaymentRate> rate,
            boolean preschool,
            Optional<ElderlyRecipientCertificate> elderly) {
        return new Coverage(
                base.id(),
                kind,
                base.relation(),
                base.insuredName(),
                base.holder(),
                base.insurerName(),
                base.qualified(),
                base.issued(),
                base.cardValid(),
                base.lossReason(),
                rate,
                preschool,
                elderly,
                base.limit(),
                List.of(),
                List.of());
    }

    /* Reaching an age counts from the day before the birthday; the first 31 March after six; 70 from the next month. */
    @ParameterizedTest
    @CsvSource({
        "1987-04-12, 2026-05-25, 3割",
        "2019-04-01, 2025-03-31, 2割",
        "2019-04-01, 2025-04-01, 3割",
        "2019-04-02, 2026-03-31, 2割",
        "2019-04-02, 2026-04-01, 3割",
        "1956-05-02, 2026-05-31, 3割",
        "1956-05-02, 2026-06-01, 2割か3割",
        "1956-05-01, 2026-04-30, 3割",
        "1956-05-01, 2026-05-01, 2割か3割",
    })
    void withoutARegisteredRateTheShareFollowsAgeAndSaysSo(LocalDate birth, LocalDate day, String share) {
        Share found = Share.of(born(birth, SOCIETY), day);
        assertThat(found.value().ja()).isEqualTo(share);
        assertThat(found.derived()).isTrue();
        assertThat(found.source().ja()).contains("証で確認");
    }

    @Test
    void theRegisteredRateOfLateStageElderlyCareComesFirst() {
        Coverage base = born(LocalDate.of(1948, 6, 10), LATE_ELDERLY);
        Coverage told = with(base, CoverageClass.GENERAL, Optional.of(new CopaymentRate(10)), false, Optional.empty());
        assertThat(Share.of(told, Sample.DAY).value().ja()).isEqualTo("1割");
        assertThat(Share.of(told, Sample.DAY).derived()).isFalse();
        assertThat(Share.of(base, Sample.DAY).look()).isTrue();
    }

    @Test
    void theElderlyCertificateCountsWithinItsPeriodOnly() {
        Coverage told = with(
                born(LocalDate.of(1953, 1, 10), SOCIETY),
                CoverageClass.GENERAL,
                Optional.empty(),
                false,
                Optional.of(new ElderlyRecipientCertificate(
                        Optional.empty(),
                        Period.through(LocalDate.of(2025, 8, 1), LocalDate.of(2026, 7, 31)),
                        new CopaymentRate(20))));
        assertThat(Share.of(told, LocalDate.of(2026, 7, 31)).value().ja()).isEqualTo("2割");
        assertThat(Share.of(told, LocalDate.of(2026, 7, 31)).derived()).isFalse();
        assertThat(Share.of(told, LocalDate.of(2026, 8, 1)).value().ja()).isEqualTo("2割か3割");
    }

    @Test
    void specialClassesAreNotReckonedFromAge() {
        Coverage base = born(LocalDate.of(1987, 4, 12), SOCIETY);
        Coverage special =
                with(base, CoverageClass.SPECIAL_MEDICAL_EXPENSES, Optional.empty(), false, Optional.empty());
        Coverage assistance = with(base, CoverageClass.MEDICAL_ASSISTANCE, Optional.empty(), false, Optional.empty());
        Coverage preschool = with(base, CoverageClass.GENERAL, Optional.empty(), true, Optional.empty());
        assertThat(Share.of(special, Sample.DAY).value().ja()).contains("10割");
        assertThat(Share.of(special, Sample.DAY).look()).isTrue();
        assertThat(Share.of(assistance, Sample.DAY).value().ja()).contains("医療券");
        assertThat(Share.of(preschool, Sample.DAY).value().ja()).isEqualTo("2割");
    }
}
