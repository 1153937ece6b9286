package madoguchi.policy;

/**
 * 規則ファイル – a rules file before it is read.
 *
 * @param name shown in the place of every problem
 * @param text its YAML: a list {@code documents}, a list {@code rules}, or both
 */
public record RuleSource(String name, String text) {}
