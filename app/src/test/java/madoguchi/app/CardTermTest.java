package madoguchi.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import madoguchi.core.CertificateStanding;
import madoguchi.core.TokenKind;
import madoguchi.policy.Policy;
import madoguchi.policy.RuleBook;
import org.junit.jupiter.api.Test;

/** The hub counts alert and grace as the rules do: on every day around every end of three years, against the formulas of {@code jpki-reader.md} §4.1. */
class CardTermTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final int ENDS = 1096;
    private final CardTerm term = new CardTerm(() -> POLICY);
    private static final Policy POLICY = new Policy(RuleBook.bundled());

    @Test
    void theLastDayOfGraceIsTheEndOfTheThirdMonthAfterTheMonthOfExpiry() {
        LocalDate end = LocalDate.of(2025, 11, 10);
        CertificateStanding grace = new CertificateStanding.Grace(LocalDate.of(2026, 2, 28));

        assertThat(term.standing(TokenKind.CARD, end, LocalDate.of(2025, 11, 11)))
                .contains(grace);
        assertThat(term.standing(TokenKind.CARD, end, LocalDate.of(2026, 2, 28)))
                .contains(grace);
        assertThat(term.standing(TokenKind.CARD, end, LocalDate.of(2026, 3, 1))).isEmpty();
    }

    @Test
    void everyEndIsCountedAsTheFormulasCount() {
        for (int number = 0; number < ENDS; number += 7) {
            LocalDate end = FIRST.plusDays(number);
            LocalDate graceEnd = YearMonth.from(end).plusMonths(3).atEndOfMonth();
            for (LocalDate today = end.minusMonths(4);
                    !today.isAfter(graceEnd.plusDays(2));
                    today = today.plusDays(1)) {
                Optional<CertificateStanding> valid = today.isBefore(end.minusMonths(3))
                        ? Optional.of(new CertificateStanding.Current())
                        : Optional.of(new CertificateStanding.RenewalAlert());
                boolean inForce = !today.isAfter(end);
                Optional<CertificateStanding> grace = today.isAfter(graceEnd)
                        ? Optional.empty()
                        : Optional.of(new CertificateStanding.Grace(graceEnd));
                assertThat(term.standing(TokenKind.CARD, end, today)).isEqualTo(inForce ? valid : grace);
                if (!today.isBefore(LocalDate.of(2025, 9, 19))) {
                    Optional<CertificateStanding> phone = inForce ? valid : Optional.empty();
                    assertThat(term.standing(TokenKind.ANDROID, end, today)).isEqualTo(phone);
                    assertThat(term.standing(TokenKind.IPHONE, end, today)).isEqualTo(phone);
                }
            }
        }
    }
}
