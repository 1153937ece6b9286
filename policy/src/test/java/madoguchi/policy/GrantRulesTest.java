package madoguchi.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R-AID-01 to 05 and R-ADD-06; expected figures from S1 「導入に対する財政支援」 and S3 KB0012330. */
final class GrantRulesTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            home-outpatient, hospital,             1, 2, 411000, 822000
            home-outpatient, large-chain-pharmacy, 1, 2,  85000, 171000
            home-outpatient, clinic,               3, 4, 128000, 171000
            home-outpatient, pharmacy,             3, 4, 128000, 171000
            home-visit,      hospital,             1, 2, 411000, 822000
            home-visit,      large-chain-pharmacy, 1, 2,  85000, 171000
            home-visit,      clinic,               3, 4, 128000, 171000
            online-care,     hospital,             1, 2, 390000, 781000
            online-care,     large-chain-pharmacy, 1, 2,  65000, 130000
            online-care,     pharmacy,             3, 4,  97000, 130000
            """)
    void theHomeConsentTypeIsGrantedAtThePublishedRates(
            String programme, String facility, int numerator, int denominator, int cap, int cost) {
        Then then = Asking.the("grant").on("2026-01-15", programme, facility).then();

        assertThat(then.value("numerator")).isEqualTo(numerator);
        assertThat(then.value("denominator")).isEqualTo(denominator);
        assertThat(then.value("cap-yen")).isEqualTo(cap);
        assertThat(then.value("cost-yen")).isEqualTo(cost);
        // The published limit is the share of the cost ceiling, less than a thousand yen cut off where it is cut.
        assertThat(cost * numerator / denominator - cap).isBetween(0, 999);
    }

    @Test
    void aHospitalHasThreeCouponsAndEveryoneElseOne() {
        Then hospital =
                Asking.the("grant").on("2026-01-31", "phone-reader", "hospital").then();

        assertThat(hospital.value("coupons")).isEqualTo(3);
        assertThat(hospital.value("cap-yen")).isEqualTo(7_000);
        assertThat(hospital.value("cost-yen")).isEqualTo(14_000);
        assertThat(Asking.the("grant")
                        .on("2026-01-31", "phone-reader", "clinic")
                        .then()
                        .value("coupons"))
                .isEqualTo(1);
    }

    @Test
    void couponsRunFrom29August2025To31January2026() {
        assertThat(Asking.the("grant").verdict("2025-08-28", "phone-reader", "clinic"))
                .isEqualTo("closed");
        assertThat(Asking.the("grant").verdict("2025-08-29", "phone-reader", "clinic"))
                .isEqualTo("coupons");
        assertThat(Asking.the("grant").verdict("2026-02-01", "phone-reader", "clinic"))
                .isEqualTo("closed");
    }

    @Test
    void allOthersCloseAfter15January2026() {
        for (String programme :
                new String[] {"home-outpatient", "home-visit", "online-care", "verification-only", "card-integration"
                }) {
            assertThat(Asking.the("grant").verdict("2026-01-15", programme, "pharmacy"))
                    .isNotEqualTo("closed");
            assertThat(Asking.the("grant").verdict("2026-01-16", programme, "pharmacy"))
                    .isEqualTo("closed");
        }
    }

    @Test
    void theVerificationOnlyTypeIsGrantedThreeQuartersUpTo31000Yen() {
        Then then = Asking.the("grant")
                .on("2025-11-19", "verification-only", "clinic")
                .then();

        assertThat(then.value("numerator")).isEqualTo(3);
        assertThat(then.value("denominator")).isEqualTo(4);
        assertThat(then.value("cap-yen")).isEqualTo(31_000);
    }

    @Test
    void theFiguresReadFromADamagedLeafletAreNotCertain() {
        Rule pharmacy = Asking.the("grant").on("2025-11-19", "card-integration", "pharmacy");
        Rule chain = Asking.the("grant").on("2025-11-19", "card-integration", "large-chain-pharmacy");

        assertThat(pharmacy.then().value("cap-yen")).isEqualTo(54_000);
        assertThat(chain.then().value("cap-yen")).isEqualTo(36_000);
        assertThat(pharmacy.certain() || chain.certain()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            home-outpatient, home-outpatient, excluded
            online-care,     home-outpatient, excluded
            home-outpatient, online-care,     excluded
            home-visit,      online-care,     allowed
            online-care,     home-visit,      allowed
            online-care,     none,            allowed
            phone-reader,    phone-reader,    within-coupons
            home-visit,      home-outpatient, ask-staff
            """)
    void someGrantsExcludeEachOther(String programme, String drawn, String verdict) {
        assertThat(Asking.the("grant-pair").verdict("2025-11-19", programme, drawn))
                .isEqualTo(verdict);
    }
}
