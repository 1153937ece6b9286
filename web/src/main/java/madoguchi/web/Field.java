package madoguchi.web;

import madoguchi.core.Text;

/**
 * 欄 – one text field of a form, described once.
 *
 * @param name field name and HTML id
 * @param label what it is called
 * @param hint what to type, with an example
 * @param required whether an empty field is refused
 * @param inputMode which keyboard a touch screen shows: {@code numeric}, {@code text} …
 * @param autocomplete HTML {@code autocomplete}: {@code off}, {@code username} …
 * @param type HTML {@code type}: {@code text} or {@code password}
 */
public record Field(
        String name, Text label, Text hint, boolean required, String inputMode, String autocomplete, String type) {

    /** A text field without browser completion: what is typed belongs to a patient. */
    public static Field text(String name, Text label, Text hint, boolean required) {
        return new Field(name, label, hint, required, "text", "off", "text");
    }

    /** A field for digits without browser completion. */
    public static Field digits(String name, Text label, Text hint, boolean required) {
        return new Field(name, label, hint, required, "numeric", "off", "text");
    }
}
