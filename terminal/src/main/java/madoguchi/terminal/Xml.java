package madoguchi.terminal;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import madoguchi.core.Parsed;

/**
 * XMLの読取 – bytes of a stranger's file to a tree, or a plain reason. Pure; nothing outside the bytes is ever opened.
 *
 * <p>Refused before parsing: too large, NUL bytes, an encoding other than declared, any DTD or entity declaration. While parsing: deep nesting, too many elements, endless text. So a hostile
 * file costs one pass over its bytes (domain file {@code properties.md}, S7).
 */
final class Xml {

    private static final int MEGABYTE = 1024 * 1024;

    /** The largest file that any reading looks into. */
    static final int BYTES_MAX = 10 * MEGABYTE;

    /** The largest file about many persons: some 25,000 results. The official limit is not public ({@code oqs-interface.md} §10, 7). */
    static final int MANY_BYTES_MAX = 32 * MEGABYTE;

    private static final int MANY_ELEMENTS_MAX = 1_000_000;
    private static final int DEPTH_MAX = 32;
    private static final int ELEMENTS_MAX = 20_000;
    private static final int TEXT_MAX = 10_000;
    private static final int DECLARATION_MAX = 200;
    private static final String PLACE = "XML";
    private static final String END = "</" + Tag.ROOT + ">";
    private static final Pattern DECLARED =
            Pattern.compile("^\\s*<\\?xml[^>]*?\\sencoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)[\"']");

    private Xml() {}

    /** Reads a file of at most {@code megabytes} whose root must be {@code XmlMsg}; faults in both languages, never an exception. */
    static Parsed<Element> read(byte[] file, int megabytes) {
        return read(file, megabytes, ELEMENTS_MAX);
    }

    /** Reads a file about many persons in the same way. */
    static Parsed<Element> readMany(byte[] file) {
        return read(file, MANY_BYTES_MAX / MEGABYTE, MANY_ELEMENTS_MAX);
    }

    private static Parsed<Element> read(byte[] file, int megabytes, int elements) {
        return text(file, megabytes).then(text -> tree(text, elements)).then(Xml::rooted);
    }

    /** Whether the file ends as a finished message does. One that does not may still be in the making. */
    static boolean looksFinished(byte[] file) {
        int from = Math.max(0, file.length - DECLARATION_MAX);
        return new String(file, from, file.length - from, StandardCharsets.ISO_8859_1)
                .trim()
                .endsWith(END);
    }

    private static Parsed<String> text(byte[] file, int megabytes) {
        if (file.length == 0) {
            return Parsed.fault(PLACE, "ファイルが空です。", "The file is empty.");
        }
        if (file.length > megabytes * MEGABYTE) {
            return Parsed.fault(
                    PLACE,
                    "ファイルが大きすぎます（" + megabytes + " MBまで）。",
                    "The file is too large (at most " + megabytes + " MB).");
        }
        for (byte b : file) {
            if (b == 0) {
                return Parsed.fault(PLACE, "使えない文字（NUL）があります。", "The file holds NUL bytes.");
            }
        }
        return charset(file).then(charset -> decode(file, charset)).then(Xml::withoutDtd);
    }

    private static Parsed<OqsCharset> charset(byte[] file) {
        String start = new String(file, 0, Math.min(file.length, DECLARATION_MAX), StandardCharsets.UTF_8);
        Matcher declared = DECLARED.matcher(start.startsWith("\uFEFF") ? start.substring(1) : start);
        Optional<OqsCharset> charset =
                declared.find() ? OqsCharset.ofDeclaration(declared.group(1)) : Optional.of(OqsCharset.UTF_8);
        return charset.map(Parsed::of)
                .orElseGet(() ->
                        Parsed.fault(PLACE, "文字コードは UTF-8 か Shift_JIS です。", "The encoding is UTF-8 or Shift_JIS."));
    }

    private static Parsed<String> decode(byte[] file, OqsCharset charset) {
        return charset.decode(file)
                .map(text -> Parsed.of(text.startsWith("\uFEFF") ? text.substring(1) : text))
                .orElseGet(() -> Parsed.fault(
                        PLACE,
                        "XML宣言の文字コード（" + charset.declared() + "）と中身が合いません。",
                        "The bytes are not in the declared encoding (" + charset.declared() + ")."));
    }

    private static Parsed<String> withoutDtd(String text) {
        return text.contains("<!DOCTYPE") || text.contains("<!ENTITY")
                ? Parsed.fault(PLACE, "DOCTYPE・実体の宣言は使えません。", "A DOCTYPE or entity declaration is not allowed.")
                : Parsed.of(text);
    }

    private static Parsed<Element> rooted(Element root) {
        return root.name().equals(Tag.ROOT)
                ? Parsed.of(root)
                : Parsed.fault(PLACE, "最上位の要素は XmlMsg です。", "The root element is XmlMsg.");
    }

    private static Parsed<Element> tree(String text, int elements) {
        try {
            return tree(factory().createXMLStreamReader(new StringReader(text)), elements);
        } catch (XMLStreamException broken) {
            int line = broken.getLocation() == null ? 0 : broken.getLocation().getLineNumber();
            return brokenAt(PLACE + ":" + line);
        } catch (RuntimeException parserGaveUp) {
            // The JDK's parser answers some malformed text with an unchecked exception of its own; it means the same.
            return brokenAt(PLACE);
        }
    }

    private static Parsed<Element> brokenAt(String place) {
        return Parsed.fault(place, "XMLとして読めません（壊れているか、途中で切れています）。", "Not readable as XML (broken or cut off).");
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        return factory;
    }

    private static Parsed<Element> tree(XMLStreamReader reader, int elementsMax) throws XMLStreamException {
        Deque<Open> open = new ArrayDeque<>();
        open.push(new Open(""));
        int elements = 0;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (++elements > elementsMax || open.size() > DEPTH_MAX) {
                        return Parsed.fault(PLACE, "要素が多すぎるか、深すぎます。", "Too many elements, or nested too deeply.");
                    }
                    open.push(Open.at(reader));
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    Element closed = open.pop().close();
                    open.element().children.add(closed);
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (open.element().text.append(reader.getText()).length() > TEXT_MAX) {
                        return Parsed.fault(
                                PLACE, "項目が長すぎます（1万文字まで）。", "An element is too long (at most 10,000 characters).");
                    }
                }
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> {
                    return Parsed.fault(PLACE, "DOCTYPE・実体は使えません。", "DOCTYPE and entities are not allowed.");
                }
                default -> {} // Comments and processing instructions carry nothing.
            }
        }
        return Parsed.of(open.element().children.getFirst());
    }

    /** An element whose end has not been seen yet. */
    private static final class Open {
        private final String name;
        private final StringBuilder text = new StringBuilder();
        private final List<Element> children = new ArrayList<>();

        Open(String name) {
            this.name = name;
        }

        static Open at(XMLStreamReader reader) {
            Open open = new Open(reader.getLocalName());
            for (int i = 0; i < reader.getAttributeCount(); i++) {
                open.children.add(new Element(
                        "@" + reader.getAttributeLocalName(i),
                        reader.getAttributeValue(i).trim(),
                        List.of()));
            }
            return open;
        }

        Element close() {
            return new Element(name, text.toString().trim(), children);
        }
    }
}
