package madoguchi.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R-VIS-01 to 03, R-HOM-01 and 02, R-LIM-01; expected verdicts from S1 「目視確認モードの利用」 and 「モバイル端末等の活用」, S4 A11. */
final class IdentityRulesTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            matched,      not-tried,    known,        on-card, face-or-pin
            failed,       matched,      known,        on-card, face-or-pin
            failed,       not-tried,    known,        on-card, face-or-pin
            failed,       forgotten,    known,        on-card, visual-mode
            failed,       locked,       known,        on-card, visual-mode
            not-possible, not-possible, known,        on-card, visual-mode
            not-possible, forgotten,    forgotten,    on-card, reissue-passcode
            failed,       locked,       never-issued, on-card, reissue-passcode
            not-possible, forgotten,    known,        none,    ask-staff
            """)
    void staffLookAtThePhotoWhenNeitherFaceNorPinServes(
            String face, String pin, String passcode, String photo, String verdict) {
        assertThat(Asking.the("visual").verdict("2025-11-19", face, pin, passcode, photo))
                .isEqualTo(verdict);
    }

    @Test
    void beforeApril2025VisualConfirmationNeededNoPasscode() {
        assertThat(Asking.the("visual").verdict("2025-03-31", "failed", "forgotten", "never-issued", "on-card"))
                .isEqualTo("visual-mode");
        assertThat(Asking.the("visual").verdict("2025-04-01", "failed", "forgotten", "never-issued", "on-card"))
                .isEqualTo("reissue-passcode");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            2025-11-19, fever-route,         online,            home-consent
            2025-11-19, drive-through,       online,            home-consent
            2025-11-19, emergency-admission, online,            home-consent
            2025-11-19, reader-failure,      online,            home-consent
            2025-11-19, hard-to-operate,     online,            home-consent
            2025-03-31, reader-failure,      online,            ask-staff
            2025-11-19, ordinary,            online,            reader
            2024-12-02, home-visit,          online,            home-consent-on-request
            2024-12-01, home-visit,          online,            ask-staff
            2025-11-19, ordinary,            verification-only, verification-only
            2025-11-19, ordinary,            exempt,            without-device
            """)
    void aMobileDeviceServesWhereTheReaderCannot(String day, String occasion, String facility, String verdict) {
        assertThat(Asking.the("home").verdict(day, occasion, facility)).isEqualTo(verdict);
    }
}
