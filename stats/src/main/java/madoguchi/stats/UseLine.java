package madoguchi.stats;

/**
 * 数えた一件 – one verification with what the rules made of it: what stands behind a figure.
 *
 * @param use the verification
 * @param verdict how it was counted, online base
 * @param rule id of the row that decided
 */
public record UseLine(Use use, Counted verdict, String rule) {}
