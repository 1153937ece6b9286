package madoguchi.core;

/**
 * 一部負担金割合 – the patient's share in percent: 0, 10, 20 or 30 (1割 = 10), and 100 for 10割.
 *
 * @param percent one of 0, 10, 20, 30, 100
 */
public record CopaymentRate(int percent) {

    /** Throws {@link IllegalArgumentException} on any other share. */
    public CopaymentRate {
        if (percent != 0 && percent != 10 && percent != 20 && percent != 30 && percent != 100) {
            throw new IllegalArgumentException("a copayment rate is 0, 10, 20, 30 or 100 percent");
        }
    }

    /** Reads the wire form ({@code 030}), {@code 30} or {@code 3割}. */
    public static Parsed<CopaymentRate> parse(String place, String typed) {
        return switch (Typed.halfWidth(typed)) {
            case "000", "0", "0割" -> Parsed.of(new CopaymentRate(0));
            case "010", "10", "1割" -> Parsed.of(new CopaymentRate(10));
            case "020", "20", "2割" -> Parsed.of(new CopaymentRate(20));
            case "030", "30", "3割" -> Parsed.of(new CopaymentRate(30));
            default -> Parsed.fault(place, "負担割合は 010・020・030 のいずれかです。", "A copayment rate is 010, 020 or 030.");
        };
    }

    /** {@code 3割} or {@code 30%}. */
    public Text label() {
        return new Text(percent / 10 + "割", percent + "%");
    }

    /** Three digits, as in the terminal's files: {@code 030}. */
    public String threeDigits() {
        return (percent < 100 ? "0" : "") + (percent < 10 ? "0" : "") + percent;
    }
}
