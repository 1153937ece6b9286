package madoguchi.core;

/**
 * 照会番号 – the number by which one facility knows a patient, such as that of the 診察券. It comes back in later answers to that facility; nobody can ask by it.
 *
 * @param text 1 to 50 characters without control characters, kept as registered
 */
public record ReferenceNumber(String text) {

    private static final int LONGEST = 50;

    /** Throws {@link IllegalArgumentException} when blank, longer than 50 characters, or with a control character. */
    public ReferenceNumber {
        if (!isLegal(text)) {
            throw new IllegalArgumentException("a reference number has 1 to 50 characters");
        }
    }

    /** Reads what was typed, without outer blanks. */
    public static Parsed<ReferenceNumber> parse(String place, String typed) {
        String text = typed.strip();
        return isLegal(text)
                ? Parsed.of(new ReferenceNumber(text))
                : Parsed.fault(
                        place,
                        "照会番号は1〜50文字です（改行などは使えません）。",
                        "A reference number has 1 to 50 characters and no control character.");
    }

    private static boolean isLegal(String text) {
        return !text.isBlank()
                && text.codePointCount(0, text.length()) <= LONGEST
                && text.chars().noneMatch(Character::isISOControl);
    }

    /** Never prints the number: it names a patient. */
    @Override
    public String toString() {
        return "ReferenceNumber[…]";
    }
}
