package madoguchi.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import madoguchi.declaration.AgeGroup;
import madoguchi.declaration.DeclarationField;
import madoguchi.declaration.InsuranceKind;
import madoguchi.declaration.Requirement;
import madoguchi.declaration.Requirement.Level;
import madoguchi.declaration.Signer;
import madoguchi.policy.RuleBook;
import org.junit.jupiter.api.Test;

/** The declaration and the rule table speak of the same things in the same words. */
class DeclarationRulesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);

    private final DeclarationRules rules = new DeclarationRules(RuleBook.bundled());

    @Test
    void theTableAnswersForEveryFieldKindAgeAndSigner() {
        for (DeclarationField field : DeclarationField.values()) {
            for (InsuranceKind kind : InsuranceKind.values()) {
                for (AgeGroup age : AgeGroup.values()) {
                    for (Signer signer : Signer.values()) {
                        Requirement requirement = rules.of(DAY, field, kind, age, signer);
                        assertThat(requirement.ruleId()).isNotEmpty();
                        assertThat(requirement.why().ja()).isNotEmpty();
                    }
                }
            }
        }
    }

    @Test
    void theNotesOfTheFormAreKept() {
        assertThat(level(DeclarationField.PHONE, InsuranceKind.NATIONAL, AgeGroup.UNDER_70))
                .isEqualTo(Level.REQUIRED);
        assertThat(level(DeclarationField.EMPLOYER, InsuranceKind.EMPLOYEES, AgeGroup.UNDER_70))
                .isEqualTo(Level.ASKED);
        assertThat(level(DeclarationField.EMPLOYER, InsuranceKind.LATE_ELDERLY, AgeGroup.SEVENTY_OR_OVER))
                .isEqualTo(Level.NOT_NEEDED);
        assertThat(level(DeclarationField.COPAYMENT_RATE, InsuranceKind.EMPLOYEES, AgeGroup.UNDER_70))
                .isEqualTo(Level.NOT_NEEDED);
        assertThat(level(DeclarationField.COPAYMENT_RATE, InsuranceKind.EMPLOYEES, AgeGroup.SEVENTY_OR_OVER))
                .isEqualTo(Level.REQUIRED);
        assertThat(level(DeclarationField.COPAYMENT_RATE, InsuranceKind.LATE_ELDERLY, AgeGroup.UNDER_70))
                .isEqualTo(Level.REQUIRED);
        assertThat(level(DeclarationField.RELATION, InsuranceKind.EMPLOYEES, AgeGroup.UNDER_70))
                .isEqualTo(Level.NOT_NEEDED);
        assertThat(rules.of(DAY, DeclarationField.RELATION, InsuranceKind.EMPLOYEES, AgeGroup.UNDER_70, Signer.GUARDIAN)
                        .level())
                .isEqualTo(Level.REQUIRED);
    }

    private Level level(DeclarationField field, InsuranceKind kind, AgeGroup age) {
        return rules.of(DAY, field, kind, age, Signer.SELF).level();
    }
}
