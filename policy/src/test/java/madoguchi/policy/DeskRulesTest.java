package madoguchi.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R-VIS, R-HOM, R-LIM, R-CARD, R-SUP and R-SP-13; expected verdicts from S1's slides, S4's answers A3 to A11 and S0's screens. */
final class DeskRulesTest {

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
        assertThat(Asked.verdict("visual", "2025-11-19", face, pin, passcode, photo))
                .isEqualTo(verdict);
    }

    @Test
    void beforeApril2025VisualConfirmationNeededNoPasscode() {
        assertThat(Asked.verdict("visual", "2025-03-31", "failed", "forgotten", "never-issued", "on-card"))
                .isEqualTo("visual-mode");
        assertThat(Asked.verdict("visual", "2025-04-01", "failed", "forgotten", "never-issued", "on-card"))
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
        assertThat(Asked.verdict("home", day, occasion, facility)).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            copy-front,          given,     permitted
            hold-briefly,        given,     permitted
            look-at-front,       not-given, forbidden
            copy-back,           given,     forbidden
            write-down-my-number, given,    forbidden
            see-back-by-chance,  not-given, permitted
            place-on-reader,     given,     permitted
            place-on-reader,     not-given, only-by-patient
            type-pin,            given,     only-by-patient
            keep-the-card,       given,     forbidden
            """)
    void theFrontMayBeCopiedWithConsentAndTheBackNever(String act, String consent, String verdict) {
        assertThat(Asked.verdict("card-handling", "2026-04-01", act, consent)).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            facility-centre, weekday,           800, 1800
            facility-centre, saturday,          800, 1600
            patients-line,   weekday,           930, 2000
            patients-line,   saturday,          930, 1730
            patients-line,   sunday-or-holiday, 930, 1730
            wrong-person,    weekday,           930, 2000
            """)
    void theLinesAnswerAtTheirHours(String contact, String dayKind, int opens, int closes) {
        Then then = Asked.rule("support", "2026-04-01", contact, dayKind).then();

        assertThat(then.value("open-hhmm")).isEqualTo(opens);
        assertThat(then.value("close-hhmm")).isEqualTo(closes);
    }

    @Test
    void theCentreRestsOnSundaysAndALostCardIsStoppedAtAnyTime() {
        assertThat(Asked.verdict("support", "2026-04-05", "facility-centre", "sunday-or-holiday"))
                .isEqualTo("closed");
        Rule lost = Asked.rule("support", "2026-04-05", "lost-card", "sunday-or-holiday");
        assertThat(lost.verdict()).isEqualTo("any-time");
        assertThat(lost.then().next().ja()).contains("0120-95-0178");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            2026-05-24, health-insurance,      この画面もしくは資格情報のPDFとマイナンバーカードをセットで提示すると受付ができます。
            2026-05-25, health-insurance,      この画面または資格情報のPDFファイルとマイナンバーカードをセットで提示することで受付ができます。
            2026-05-24, recipient-certificate, 紙の受給者証の代わりとして利用することはできません。
            2026-05-25, recipient-certificate, その場でマイナポータルにログインして、この画面のみを提示することで受付ができます。
            """)
    void thePortalScreensChangeTheirWordingOn25May2026(String day, String screen, String words) {
        assertThat(Asked.rule("wording", day, screen).then().next().ja()).contains(words);
    }
}
