package madoguchi.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R-KKS-01 to 08, R-CERT-08, X-02; expected verdicts from S1 「資格確認書の種類等について」 and S3 *1, *4. */
final class IssuanceRulesTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            employees,    none,                84-or-under, ex-officio
            employees,    not-enrolled,        84-or-under, ex-officio
            national,     certificate-expired, 84-or-under, ex-officio
            national,     lost-or-renewing,    84-or-under, on-application
            employees,    needs-care,          84-or-under, on-application
            employees,    enrolled,            84-or-under, not-a-target
            national,     enrolled,            84-or-under, not-a-target
            late-elderly, enrolled,            84-or-under, ex-officio
            late-elderly, enrolled,            85-or-over,  ex-officio
            """)
    void aCertificateComesByItselfToThoseWithoutAUsableCard(String insurer, String card, String age, String verdict) {
        assertThat(Asking.the("kks-issuance").verdict("2026-07-31", insurer, card, age))
                .isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            enrolled,            84-or-under, on-application
            enrolled,            85-or-over,  ex-officio
            none,                84-or-under, ex-officio
            certificate-expired, 84-or-under, ex-officio
            needs-care,          85-or-over,  ex-officio
            """)
    void fromAugust2026TheLateElderlyAreDividedAt85AndThatIsNotCertain(String card, String age, String verdict) {
        Rule rule = Asking.the("kks-issuance").on("2026-08-01", "late-elderly", card, age);

        assertThat(rule.verdict()).isEqualTo(verdict);
        assertThat(rule.certain()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"card, 86, 54", "postcard, 91, 128", "a4, 210, 297"})
    void aPaperCertificateHasOneOfThreeSizes(String form, int width, int height) {
        Then then = Asking.the("kks-form").on("2026-04-01", form).then();

        assertThat(then.value("width-mm")).isEqualTo(width);
        assertThat(then.value("height-mm")).isEqualTo(height);
        assertThat(then.value("years-max")).isEqualTo(5);
    }

    @Test
    void anElectronicCertificateShowsARunningClock() {
        Rule rule = Asking.the("kks-form").on("2026-04-01", "electronic");

        assertThat(rule.verdict()).isEqualTo("live-screen");
        assertThat(rule.then().next().ja()).contains("現在時刻");
    }
}
