package madoguchi.portal;

/**
 * 項目 – one line of a screen.
 *
 * @param key names its label in the message files, below {@code item.}
 * @param value as shown
 */
public record Item(String key, String value) {}
