package madoguchi.core;

/**
 * 公費受給者番号 – names the recipient of a subsidy. National schemes use 7 digits (6 + 検証); local schemes may use up to 30 characters ({@code oqs-interface.md} §6.4).
 *
 * @param text 1 to 30 characters, kept as registered
 */
public record RecipientNumber(String text) {

    /** Throws {@link IllegalArgumentException} when empty or over 30 characters. */
    public RecipientNumber {
        if (text.isBlank() || text.length() > 30) {
            throw new IllegalArgumentException("a recipient number has 1 to 30 characters");
        }
    }

    /** Reads a typed number; {@code national} demands 7 digits with a fitting check digit. */
    public static Parsed<RecipientNumber> parse(String place, String typed, boolean national) {
        String text = Typed.halfWidth(typed);
        if (text.isEmpty() || text.length() > 30) {
            return Parsed.fault(place, "受給者番号は1～30文字です。", "A recipient number has 1 to 30 characters.");
        }
        if (national && !(text.length() == 7 && CheckDigit.holds(text))) {
            return Parsed.fault(
                    place, "受給者番号（7桁）の検証番号が合いません。", "The 7-digit recipient number does not fit its check digit.");
        }
        return Parsed.of(new RecipientNumber(text));
    }

    /** Never prints the number: this value may end in a log line. */
    @Override
    public String toString() {
        return "RecipientNumber[…]";
    }
}
