package madoguchi.policy;

import static java.time.LocalDate.parse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R-CERT-01 to 07 and G-07; expected days from S1 「マイナンバーカードに関する有効期限について」, S3's table and jpki-reader.md 4. */
final class CertificateTermsTest {

    private static final RuleBook BOOK = RuleBook.bundled();
    private static final CertificateTerms TERMS = new CertificateTerms(BOOK);

    @ParameterizedTest
    @CsvSource(textBlock = """
            # issued,    born,       card ends
            2024-05-01, 1987-04-12, 2034-04-12
            2024-04-11, 1987-04-12, 2033-04-12
            2024-04-12, 1987-04-12, 2034-04-12
            2024-05-01, 2010-04-12, 2029-04-12
            2026-05-01, 2008-05-01, 2036-05-01
            2026-04-30, 2008-05-01, 2030-05-01
            2022-04-01, 2003-06-01, 2031-06-01
            2022-03-31, 2003-06-01, 2026-06-01
            """)
    void aCardRunsUntilTheTenthBirthdayAfterItsIssueAndAMinorsUntilTheFifth(
            LocalDate issued, LocalDate birth, LocalDate end) {
        assertThat(TERMS.cardEnd(issued, birth)).isEqualTo(end);
    }

    @Test
    void theSampleCertificateOfTheCardsMakersEndsOnItsFifthBirthday() {
        assertThat(TERMS.of(parse("2019-07-25"), parse("2019-07-25"), parse("1980-05-02"))
                        .end())
                .isEqualTo("2024-05-02");
    }

    @Test
    void aRenewedCertificateNeverOutlastsTheCard() {
        CardCertificate card = TERMS.of(parse("2016-03-01"), parse("2024-02-01"), parse("1960-10-20"));

        assertThat(card.cardEnd()).isEqualTo("2025-10-20");
        assertThat(card.end()).isEqualTo("2025-10-20");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # certificate ends, grace ends
            2025-11-10, 2026-02-28
            2025-09-30, 2025-12-31
            2025-10-01, 2026-01-31
            2025-11-30, 2026-02-28
            2027-11-30, 2028-02-29
            2025-12-02, 2026-03-31
            """)
    void graceIsCountedFromTheEndOfTheMonthOfExpiryToTheEndOfAMonth(LocalDate end, LocalDate graceEnd) {
        assertThat(TERMS.endingOn(end, end).graceEnd()).isEqualTo(graceEnd);
    }

    @Test
    void alertAndLetterBeginThreeMonthsBefore() {
        CardCertificate card = TERMS.endingOn(parse("2025-11-10"), parse("2030-11-10"));

        assertThat(card.alertFrom()).isEqualTo("2025-08-10");
        assertThat(card.letterFrom()).isEqualTo("2025-08-10");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # issued,    card ends
            2020-03-01, 2030-02-28
            2020-02-28, 2029-02-28
            2020-02-29, 2030-02-28
            2018-02-28, 2028-02-29
            2018-02-27, 2027-02-28
            """)
    void thoseBornOn29FebruaryCount28FebruaryInYearsWithoutIt(LocalDate issued, LocalDate end) {
        assertThat(TERMS.cardEnd(issued, parse("1980-02-29"))).isEqualTo(end);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            2025-08-09, BEFORE_ALERT,     as-usual
            2025-08-10, ALERT,            as-usual-with-alert
            2025-11-10, ALERT,            as-usual-with-alert
            2025-11-11, EXPIRED_IN_GRACE, eligibility-only
            2026-02-28, EXPIRED_IN_GRACE, eligibility-only
            2026-03-01, AFTER_GRACE,      not-readable
            2030-11-11, CARD_EXPIRED,     ask-staff
            """)
    void aCardPassesThroughItsPhases(LocalDate day, CertificatePhase phase, String verdict) {
        CardCertificate card = TERMS.endingOn(parse("2025-11-10"), parse("2030-11-10"));

        assertThat(card.phase(day)).isEqualTo(phase);
        assertThat(TERMS.ofCard(day, phase).verdict()).isEqualTo(verdict);
    }

    @Test
    void aMinorsCardThatEndsWithItsCertificateHasGraceToo() {
        CardCertificate card = TERMS.endingOn(parse("2025-11-10"), parse("2025-11-10"));

        assertThat(card.phase(parse("2026-02-28"))).isEqualTo(CertificatePhase.EXPIRED_IN_GRACE);
        assertThat(card.phase(parse("2026-03-01"))).isEqualTo(CertificatePhase.CARD_EXPIRED);
    }

    @Test
    void aPhoneHasNoGraceAndBeganOn19September2025() {
        LocalDate day = parse("2026-04-01");

        assertThat(TERMS.ofPhone(day, CertificatePhase.BEFORE_ALERT).verdict()).isEqualTo("as-usual");
        assertThat(TERMS.ofPhone(day, CertificatePhase.EXPIRED_IN_GRACE).verdict())
                .isEqualTo("not-readable");
        assertThat(TERMS.ofPhone(parse("2025-09-18"), CertificatePhase.BEFORE_ALERT)
                        .verdict())
                .isEqualTo("ask-staff");
    }

    @Test
    void theDaysAlwaysStandInTheirOrder() {
        for (LocalDate birth : new LocalDate[] {parse("1980-02-29"), parse("2012-02-28"), parse("1955-12-31")}) {
            for (LocalDate issued = parse("2016-01-01");
                    issued.isBefore(parse("2028-01-01"));
                    issued = issued.plusDays(1)) {
                CardCertificate card = TERMS.of(issued, issued, birth);

                // One day more is possible for those born on 29 February: from 28 February to the 29th five years
                // later.
                assertThat(card.end())
                        .isAfter(issued.plusYears(4))
                        .isBeforeOrEqualTo(issued.plusYears(5).plusDays(1));
                assertThat(card.end()).isBeforeOrEqualTo(card.cardEnd()).isAfter(card.alertFrom());
                assertThat(card.graceEnd()).isAfter(card.end());
                assertThat(card.graceEnd().plusDays(1).getDayOfMonth()).isEqualTo(1);
            }
        }
    }

    @Test
    void aCardIsNotIssuedBeforeItsHolderIsBorn() {
        assertThatThrownBy(() -> TERMS.cardEnd(parse("2024-05-01"), parse("2024-05-02")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theTableKnowsTheSamePhasesAsTheProgram() {
        assertThat(BOOK.table("certificate-state").facets().getLast().kinds())
                .extracting(Kind::word)
                .containsExactly(Arrays.stream(CertificatePhase.values())
                        .map(CertificatePhase::word)
                        .toArray(String[]::new));
    }
}
