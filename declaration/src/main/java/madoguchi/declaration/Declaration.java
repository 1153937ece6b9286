package madoguchi.declaration;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * 被保険者資格申立書 – what a patient states whose card cannot be read on a first visit, with no portal screen and no notice (R-FB-05). Filled in as far as possible: whatever is missing is absent, and {@link #gaps} says what that means.
 *
 * @param insurance part 1
 * @param card part 2
 * @param day the date written on it
 * @param signature who signed
 * @param phone 連絡先電話番号
 */
public record Declaration(
        StatedInsurance insurance,
        CardFace card,
        Optional<LocalDate> day,
        Signature signature,
        Optional<String> phone) {

    /** 空欄 – what is not filled in although the rules of {@code onDay} ask for it, in the order of the form. */
    public List<Gap> gaps(FieldRules rules, LocalDate onDay) {
        InsuranceKind kind = insurance.kind().orElse(InsuranceKind.UNKNOWN);
        AgeGroup age = AgeGroup.of(card.birth(), onDay);
        Signer signer = signature.by();
        return Stream.of(DeclarationField.values())
                .filter(field -> !field.isFilled(this))
                .map(field -> new Gap(field, rules.of(onDay, field, kind, age, signer)))
                .filter(gap -> gap.requirement().level() != Requirement.Level.NOT_NEEDED)
                .toList();
    }

    /** Never prints the person: this value may end in a log line. */
    @Override
    public String toString() {
        return "Declaration[…]";
    }
}
