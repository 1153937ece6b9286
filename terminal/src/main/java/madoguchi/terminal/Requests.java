package madoguchi.terminal;

import static madoguchi.terminal.Tag.BODY;
import static madoguchi.terminal.Tag.DAY;
import static madoguchi.terminal.Tag.FACILITY;
import static madoguchi.terminal.Tag.FILE_IDENTIFIER;
import static madoguchi.terminal.Tag.HEADER;
import static madoguchi.terminal.Tag.ROOT;
import static madoguchi.terminal.Tag.SEARCH;

import madoguchi.core.Parsed;
import madoguchi.terminal.Fields.Form;

/** 資格確認要求の読み書き – codec of {@code OQSsiquc01req_} files ({@code oqs-interface.md} §2). Pure. */
public final class Requests {

    private Requests() {}

    /**
     * Reads a request in UTF-8 or Shift_JIS, children in any order, an empty element being absent.
     *
     * @return the request, or every fault with its element path (or, where the XML itself is broken, the line)
     */
    public static Parsed<Request> read(byte[] file) {
        return Xml.read(file).then(Requests::request);
    }

    private static Parsed<Request> request(Element root) {
        Fields header = Fields.of(root).child(HEADER);
        Fields body = Fields.of(root).child(BODY);
        if (body.children(SEARCH).size() > 1) {
            return Parsed.fault(
                    ROOT + "/" + BODY + "/" + SEARCH,
                    "1つの要求ファイルで照会できるのは1人です。",
                    "A single request asks about one person.");
        }
        var day = header.need(DAY, Wire::day, Form.DAY);
        var facility = header.need(FACILITY, Wire::facility, Form.FACILITY);
        var identifier = header.may(FILE_IDENTIFIER, Wire.upTo(50), Form.UP_TO_50);
        var search = SearchInfo.read(body.child(SEARCH));
        var problems = Parsed.problems(day, facility, identifier, search);
        return problems.isEmpty()
                ? Parsed.of(new Request(
                        day.orElseThrow(), facility.orElseThrow(), identifier.orElseThrow(), search.orElseThrow()))
                : new Parsed.Faults<>(problems);
    }

    /** The file for a request, elements in the order of the layout. */
    public static byte[] write(Request request, OqsCharset charset) {
        XmlText xml = new XmlText(charset);
        xml.group(ROOT, () -> {
            xml.group(
                    HEADER,
                    () -> xml.leaf(DAY, Wire.written(request.day()))
                            .leaf(FACILITY, request.facility().digits())
                            .leaf(FILE_IDENTIFIER, request.fileIdentifier()));
            xml.group(BODY, () -> SearchInfo.write(xml, request.search()));
        });
        return xml.bytes(charset);
    }
}
