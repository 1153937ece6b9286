package madoguchi.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R-CARD-01 to 05, R-SUP-01, R-INV-09 and R-SP-13; expected verdicts from S4 A3 to A10, S1 「問い合わせ先」 and S0's screens. */
final class CardAndSupportRulesTest {

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
        assertThat(Asking.the("card-handling").verdict("2026-04-01", act, consent))
                .isEqualTo(verdict);
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
        Then then = Asking.the("support").on("2026-04-01", contact, dayKind).then();

        assertThat(then.value("open-hhmm")).isEqualTo(opens);
        assertThat(then.value("close-hhmm")).isEqualTo(closes);
    }

    @Test
    void theCentreRestsOnSundaysAndALostCardIsStoppedAtAnyTime() {
        assertThat(Asking.the("support").verdict("2026-04-05", "facility-centre", "sunday-or-holiday"))
                .isEqualTo("closed");
        Rule lost = Asking.the("support").on("2026-04-05", "lost-card", "sunday-or-holiday");
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
        assertThat(Asking.the("wording").on(day, screen).then().next().ja()).contains(words);
    }
}
