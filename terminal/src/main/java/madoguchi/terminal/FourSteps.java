package madoguchi.terminal;

import java.time.Instant;
import java.util.Optional;
import madoguchi.core.Answer;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.core.Parsed;
import madoguchi.core.Text;
import madoguchi.terminal.Fields.Form;

/** 四段のやりとりの読み書き – what all four-step exchanges have in common: the 01res with a 受付番号 and the 02req that asks by it ({@code oqs-interface.md} §7). Pure. */
final class FourSteps {

    private FourSteps() {}

    /** The {@code 01res} file. Whether the real one carries 処理結果区分 is not known; it is written only with an error. */
    static byte[] write(Receipt receipt, OqsCharset charset) {
        XmlText xml = new XmlText(charset);
        xml.group(Tag.ROOT, () -> {
            xml.group(Tag.HEADER, () -> {
                xml.leaf(Tag.EXECUTED, Wire.written(receipt.executed()))
                        .leaf(Tag.FACILITY, receipt.facility().map(MedicalInstitutionCode::digits))
                        .leaf(Tag.FILE_IDENTIFIER, receipt.fileIdentifier());
                if (receipt.taken() instanceof Receipt.Taken.Failed(var why)) {
                    error(xml, why);
                }
                xml.leaf(Tag.CHARACTER_CODE, charset.code());
            });
            if (receipt.taken() instanceof Receipt.Taken.Numbered(var reception, var at)) {
                xml.group(Tag.BODY, () -> xml.leaf(Tag.RECEPTION, reception).leaf(Tag.RECEIVED, Wire.written(at)));
            }
        });
        return xml.bytes(charset);
    }

    /** Reads a {@code 01res} file. */
    static Parsed<Receipt> receipt(byte[] file, Instant readAt) {
        return Xml.read(file, 1).then(root -> receipt(Fields.of(root), readAt));
    }

    private static Parsed<Receipt> receipt(Fields root, Instant readAt) {
        Fields header = root.child(Tag.HEADER);
        Fields body = root.child(Tag.BODY);
        Instant executed = header.value(Tag.EXECUTED, Wire::time).orElse(readAt);
        Parsed<Receipt.Taken> taken = header.is(Tag.SEGMENT, "9")
                ? Parsed.of(new Receipt.Taken.Failed(headerError(header)))
                : body.need(Tag.RECEPTION, Wire.upTo(50), Form.UP_TO_50)
                        .map(number -> new Receipt.Taken.Numbered(
                                number, body.value(Tag.RECEIVED, Wire::time).orElse(executed)));
        return taken.map(result -> new Receipt(
                executed, header.value(Tag.FACILITY, Wire::facility), header.text(Tag.FILE_IDENTIFIER), result));
    }

    /** The {@code 02req} file. */
    static byte[] write(Collect collect, OqsCharset charset) {
        XmlText xml = new XmlText(charset);
        xml.group(Tag.ROOT, () -> {
            xml.group(
                    Tag.HEADER, () -> xml.leaf(Tag.FACILITY, collect.facility().digits()));
            xml.group(Tag.BODY, () -> xml.leaf(Tag.RECEPTION, collect.reception()));
        });
        return xml.bytes(charset);
    }

    /** Reads a {@code 02req} file; every fault with its path. */
    static Parsed<Collect> collect(byte[] file) {
        return Xml.read(file, 1).then(root -> {
            var facility = Fields.of(root).child(Tag.HEADER).need(Tag.FACILITY, Wire::facility, Form.FACILITY);
            var reception = Fields.of(root).child(Tag.BODY).need(Tag.RECEPTION, FourSteps::number, Form.UP_TO_50);
            var problems = Parsed.problems(facility, reception);
            return problems.isEmpty()
                    ? Parsed.of(new Collect(facility.orElseThrow(), reception.orElseThrow()))
                    : new Parsed.Faults<>(problems);
        });
    }

    /** A 受付番号 may become a file's name: letters and digits only. */
    private static Optional<String> number(String text) {
        return Optional.of(text).filter(number -> number.matches("[A-Za-z0-9]{1,50}"));
    }

    /** 処理結果区分 9 with code and message, verbatim. */
    static Answer.Unreachable headerError(Fields header) {
        Optional<String> code = header.text(Tag.ERROR_CODE);
        return new Answer.Unreachable(
                code.flatMap(Placeholders::cause).orElse(Answer.Cause.HUB),
                code,
                header.text(Tag.ERROR_MESSAGE)
                        .map(Text::same)
                        .orElse(new Text("エラーになりました（メッセージなし）。", "An error without a message.")));
    }

    /** Writes 処理結果区分 9. */
    static void error(XmlText xml, Answer.Unreachable why) {
        xml.leaf(Tag.SEGMENT, "9")
                .leaf(Tag.ERROR_CODE, why.code().orElseGet(() -> Placeholders.code(why.cause())))
                .leaf(Tag.ERROR_MESSAGE, why.detail().ja());
    }

    /** Writes 処理結果状況 2 of one person. */
    static void refusal(XmlText xml, Answer.Unreachable why) {
        xml.leaf(Tag.STATUS, "2")
                .leaf(Tag.RESULT_CODE, why.code().orElseGet(() -> Placeholders.code(why.cause())))
                .leaf(Tag.RESULT_MESSAGE, why.detail().ja());
    }

    /** Our own words for a cause. */
    static Answer.Unreachable none(Answer.Cause cause) {
        return new Answer.Unreachable(cause, Optional.empty(), Text.same(Placeholders.message(cause)));
    }

    /** One echoed value; the insurer's number gets its spaces back. */
    static void echo(XmlText xml, BulkPerson.Leaf leaf) {
        boolean six = leaf.name().equals(Tag.INSURER) && leaf.text().length() == 6;
        xml.leaf(leaf.name(), six ? "  " + leaf.text() : leaf.text());
    }
}
