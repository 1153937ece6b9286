package madoguchi.policy;

/**
 * 判定 – the verdict and the row it rests on.
 *
 * @param verdict the verdict of that row
 * @param rule the row: its sentences, period and sources
 */
public record Determination(Verdict verdict, Rule rule) {}
