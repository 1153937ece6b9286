package madoguchi.terminal;

import java.util.Optional;

/** XMLの書出 – builds a file in the field's plain form: no attributes, no namespaces, absent values left out ({@code oqs-interface.md} §1.4). */
final class XmlText {

    private final StringBuilder out = new StringBuilder(2048);
    private int depth;

    XmlText(OqsCharset charset) {
        out.append("<?xml version=\"1.0\" encoding=\"")
                .append(charset.declared())
                .append("\" standalone=\"no\"?>\n");
    }

    /** A group: everything that {@code content} writes lies inside. */
    XmlText group(String name, Runnable content) {
        indent().append('<').append(name).append(">\n");
        depth++;
        content.run();
        depth--;
        indent().append("</").append(name).append(">\n");
        return this;
    }

    /** One value. */
    XmlText leaf(String name, String value) {
        indent().append('<').append(name).append('>');
        value.codePoints().forEach(this::escaped);
        out.append("</").append(name).append(">\n");
        return this;
    }

    /** One value, or nothing. */
    XmlText leaf(String name, Optional<String> value) {
        return value.map(present -> leaf(name, present)).orElse(this);
    }

    private StringBuilder indent() {
        return out.repeat("  ", depth);
    }

    private void escaped(int c) {
        switch (c) {
            case '&' -> out.append("&amp;");
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '\r' -> out.append("&#13;");
            default -> out.appendCodePoint(isXml(c) ? c : '●');
        }
    }

    /** XML has no way to carry the rest (control characters, lone surrogates): it is lost like any other character that cannot travel. */
    private static boolean isXml(int c) {
        return (c >= 0x20 && c < 0xD800) || c == '\t' || c == '\n' || (c >= 0xE000 && c < 0xFFFE) || c > 0xFFFF;
    }

    /** The whole file. */
    byte[] bytes(OqsCharset charset) {
        return charset.encode(out.toString());
    }
}
