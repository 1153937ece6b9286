package madoguchi.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R-MET-01 to 05, G-05, X-10, X-11; expected verdicts from S2's letter and answer 2, S1 「マイナ保険証の利用状況について」. */
final class CountingRulesTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            online-card,        receipt, active,   counted
            online-card,        online,  active,   counted
            online-phone,       receipt, active,   counted
            phone-screen,       receipt, not-read, in-denominator-only
            phone-screen,       online,  not-read, not-counted
            portal-screen,      receipt, not-read, in-denominator-only
            notice,             receipt, not-read, in-denominator-only
            declaration,        receipt, not-read, in-denominator-only
            certificate-online, online,  not-read, in-denominator-only
            interim-lookup,     online,  not-read, in-denominator-only
            certificate,        online,  not-read, not-counted
            online-card,        receipt, inactive, ask-staff
            oral-confirmation,  receipt, inactive, ask-staff
            """)
    void onlyAReadingOfCardOrPhoneIsAUse(String means, String basis, String read, String verdict) {
        assertThat(Asking.the("counting").verdict("2026-03-31", means, basis, read))
                .isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({"2025-09-18, ask-staff", "2025-09-19, counted"})
    void phonesAreCountedFromTheDayTheyBegan(String day, String verdict) {
        assertThat(Asking.the("counting").verdict(day, "online-phone", "receipt", "active"))
                .isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            2025-04-01, first,  general,     45
            2025-09-30, second, general,     30
            2025-09-30, third,  general,     15
            2025-09-30, third,  paediatrics, 12
            2025-10-01, first,  general,     60
            2026-02-28, second, general,     40
            2026-02-28, third,  general,     25
            2026-02-28, third,  paediatrics, 22
            2026-03-01, first,  general,     70
            2026-05-31, second, paediatrics, 50
            2026-05-31, third,  general,     30
            2026-05-31, third,  paediatrics, 27
            2026-06-01, first,  general,     30
            """)
    void theReadinessAddOnAsksForARateByTierAndPeriod(String day, String tier, String department, int percent) {
        assertThat(Asking.the("add-on").on(day, tier, department).then().value("percent"))
                .isEqualTo(percent);
    }

    @ParameterizedTest
    @CsvSource({"first, 15", "second, 9", "third, 4"})
    void theSuccessorBringsFifteenNineOrFourPoints(String tier, int points) {
        assertThat(Asking.the("add-on").on("2026-06-01", tier, "general").then().value("points"))
                .isEqualTo(points);
    }
}
