package madoguchi.declaration;

import java.time.LocalDate;

/** 記入欄の規則 – the port to the rule table {@code declaration-field} (R-UNK-07 to R-UNK-12, C-13). */
@FunctionalInterface
public interface FieldRules {

    /** What the rules in force on {@code day} say about one field, for this kind of insurance, this age and this signer. */
    Requirement of(LocalDate day, DeclarationField field, InsuranceKind kind, AgeGroup age, Signer signer);
}
