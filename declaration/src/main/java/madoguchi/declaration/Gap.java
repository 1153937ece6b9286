package madoguchi.declaration;

/**
 * 空欄 – a field that is asked for and empty.
 *
 * @param field which
 * @param requirement how strongly, why, and by which rule
 */
public record Gap(DeclarationField field, Requirement requirement) {

    /** Whether the declaration cannot be filed like this. */
    public boolean refuses() {
        return requirement.level() == Requirement.Level.REQUIRED;
    }
}
