package madoguchi.review;

/**
 * 規則ごとの件数 – how many receipts of a run one rule decided.
 *
 * @param rule id
 * @param outcome name of the {@link madoguchi.settle.Outcome}
 * @param receipts how many
 * @param points that they claimed
 */
public record RuleFigure(String rule, String outcome, long receipts, long points) {}
