package madoguchi.declaration;

/**
 * 空欄 – a field that is asked for and empty.
 *
 * @param field which
 * @param requirement how strongly, why, and by which rule
 */
public record Gap(DeclarationField field, Requirement requirement) {

    /**
     * Whether the declaration cannot be filed like this.
     *
     * @param incomplete a clerk found that the patient cannot say more: the form is filled in 可能な範囲で, and only what everybody can answer is still insisted on
     */
    boolean refuses(boolean incomplete) {
        return requirement.level() == Requirement.Level.REQUIRED && (!incomplete || field.isAlwaysAnswerable());
    }
}
