/**
 * 被保険者資格申立書: the eligibility declaration, from the blank sheet to its destruction.
 *
 * <p>Values in: what a patient states, {@link madoguchi.declaration.Prefill} from the desk, {@link madoguchi.declaration.FieldRules} from the rule table {@code declaration-field}. Values out: {@link madoguchi.declaration.Filed}, HTML, the form as PDF. Log owned: 申立書 (schema {@code declaration}); corrections are added, and once the claim no longer needs a declaration its content is removed for good and only the fact of that stays (R-UNK-13).
 */
@NullMarked
package madoguchi.declaration;

import org.jspecify.annotations.NullMarked;
