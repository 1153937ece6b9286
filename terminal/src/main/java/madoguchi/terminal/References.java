package madoguchi.terminal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import madoguchi.core.Answer;
import madoguchi.core.InsuredId;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.core.Parsed;
import madoguchi.core.Problem;
import madoguchi.core.ReferenceNumbers.Registration;
import madoguchi.core.Text;
import madoguchi.terminal.BulkPerson.Leaf;
import madoguchi.terminal.Fields.Form;

/** 照会番号登録の読み書き – codec of {@code OQSsiimm01} and {@code OQSmuimm01/02} files ({@code oqs-interface.md} §7.2). Pure. */
final class References {

    private static final Function<String, Optional<String>> PART = Wire.upTo(20);

    private References() {}

    /**
     * 1人分.
     *
     * @param raw as it lay in the file, for the echo
     * @param registration what was understood; absent when something is wrong
     * @param problems what is wrong, or why it was not registered; empty: registered
     */
    record Person(List<Leaf> raw, Optional<Registration> registration, List<Problem> problems) {
        Person {
            raw = List.copyOf(raw);
            problems = List.copyOf(problems);
        }

        Person refused(List<Problem> why) {
            return new Person(raw, registration, why);
        }
    }

    /**
     * 要求 of one or many.
     *
     * @param facility 医療機関コード
     * @param fileIdentifier 任意のファイル識別子, echoed
     * @param persons in the order of the file, at least one
     */
    record Send(MedicalInstitutionCode facility, Optional<String> fileIdentifier, List<Person> persons) {
        Send {
            persons = List.copyOf(persons);
        }
    }

    /** Reads a request. */
    static Parsed<Send> send(byte[] file) {
        return Xml.readMany(file).then(root -> {
            Fields header = Fields.of(root).child(Tag.HEADER);
            var facility = header.need(Tag.FACILITY, Wire::facility, Form.FACILITY);
            var identifier = header.may(Tag.FILE_IDENTIFIER, Wire.upTo(50), Form.UP_TO_50);
            List<Person> persons = Fields.of(root).child(Tag.BODY).numbered(Tag.REGISTRATION).stream()
                    .map(References::person)
                    .toList();
            List<Problem> problems = Parsed.problems(facility, identifier);
            if (persons.isEmpty()) {
                problems.add(Problem.at(
                        Tag.ROOT + "/" + Tag.BODY + "/" + Tag.REGISTRATION, "登録する人がいません。", "Nobody to register."));
            }
            return problems.isEmpty()
                    ? Parsed.of(new Send(facility.orElseThrow(), identifier.orElseThrow(), persons))
                    : new Parsed.Faults<>(problems);
        });
    }

    private static Person person(Fields fields) {
        return switch (registration(fields)) {
            case Parsed.Value<Registration>(var read) -> new Person(fields.leaves(), Optional.of(read), List.of());
            case Parsed.Faults<Registration>(var problems) -> new Person(fields.leaves(), Optional.empty(), problems);
        };
    }

    private static Parsed<Registration> registration(Fields fields) {
        var reference = fields.need(Tag.REFERENCE_NUMBER, Wire.upTo(50), Form.UP_TO_50);
        var insurer = fields.need(Tag.INSURER, Wire::insurer, Form.INSURER);
        var symbol = fields.may(Tag.SYMBOL, PART, Form.UP_TO_20);
        var number = fields.need(Tag.NUMBER, PART, Form.UP_TO_20);
        var branch = fields.may(Tag.BRANCH, text -> Wire.digits(text, 2), Form.BRANCH);
        var problems = Parsed.problems(reference, insurer, symbol, number, branch);
        return problems.isEmpty()
                ? Parsed.of(new Registration(
                        reference.orElseThrow(),
                        new InsuredId(
                                insurer.orElseThrow(),
                                symbol.orElseThrow(),
                                number.orElseThrow(),
                                branch.orElseThrow())))
                : new Parsed.Faults<>(problems);
    }

    /** The file for a request. */
    static byte[] write(
            MedicalInstitutionCode facility,
            Optional<String> fileIdentifier,
            List<Registration> registrations,
            OqsCharset charset) {
        XmlText xml = new XmlText(charset);
        xml.group(Tag.ROOT, () -> {
            xml.group(
                    Tag.HEADER,
                    () -> xml.leaf(Tag.FACILITY, facility.digits()).leaf(Tag.FILE_IDENTIFIER, fileIdentifier));
            xml.group(
                    Tag.BODY,
                    () -> registrations.forEach(one -> xml.group(Tag.REGISTRATION, () -> {
                        xml.leaf(Tag.REFERENCE_NUMBER, one.number());
                        SearchInfo.id(xml, one.insured());
                    })));
        });
        return xml.bytes(charset);
    }

    /** The {@code OQSmuimm02res} file, as in the composed sample. */
    static byte[] collected(Send send, String reception, OqsCharset charset) {
        XmlText xml = new XmlText(charset);
        xml.group(Tag.ROOT, () -> {
            xml.group(
                    Tag.HEADER,
                    () -> xml.leaf(Tag.FACILITY, send.facility().digits())
                            .leaf(Tag.FILE_IDENTIFIER, send.fileIdentifier())
                            .leaf(Tag.RECEPTION, reception)
                            .leaf(Tag.SEGMENT, "1"));
            xml.group(
                    Tag.BODY,
                    () -> send.persons()
                            .forEach(person -> xml.group(Tag.REGISTRATION_UNIT, () -> {
                                xml.group(
                                        Tag.REGISTRATION,
                                        () -> person.raw().forEach(leaf -> FourSteps.echo(xml, leaf)));
                                status(xml, person);
                            })));
        });
        return xml.bytes(charset);
    }

    private static void status(XmlText xml, Person person) {
        if (person.problems().isEmpty()) {
            xml.leaf(Tag.STATUS, "1");
        } else {
            FourSteps.refusal(xml, why(person.problems()));
        }
    }

    private static Answer.Unreachable why(List<Problem> problems) {
        String ja = String.join(
                " ", problems.stream().map(problem -> problem.reason().ja()).toList());
        return new Answer.Unreachable(Answer.Cause.REFUSED, Optional.empty(), Text.same(ja));
    }

    /** The {@code OQSsiimm01res} file. Its exact nesting is not public ({@code oqs-interface.md} §10, 3): status and number lie directly in the body. */
    static byte[] registered(Send send, Instant executed, OqsCharset charset) {
        Person person = send.persons().getFirst();
        XmlText xml = new XmlText(charset);
        xml.group(Tag.ROOT, () -> {
            xml.group(
                    Tag.HEADER,
                    () -> xml.leaf(Tag.EXECUTED, Wire.written(executed))
                            .leaf(Tag.FACILITY, send.facility().digits())
                            .leaf(Tag.FILE_IDENTIFIER, send.fileIdentifier())
                            .leaf(Tag.SEGMENT, "1")
                            .leaf(Tag.CHARACTER_CODE, charset.code()));
            xml.group(Tag.BODY, () -> {
                status(xml, person);
                xml.leaf(Tag.REFERENCE_NUMBER, person.registration().map(Registration::number));
            });
        });
        return xml.bytes(charset);
    }

    /** Reads an {@code OQSsiimm01res} or {@code OQSmuimm02res} file: of each person why it was not registered, empty where it was; the nesting is not trusted. */
    static Parsed<List<List<Problem>>> outcomes(byte[] file) {
        return Xml.readMany(file).then(root -> {
            Fields header = Fields.of(root).child(Tag.HEADER);
            Fields body = Fields.of(root).child(Tag.BODY);
            if (!header.is(Tag.SEGMENT, "1")) {
                Text why = header.is(Tag.SEGMENT, "2")
                        ? new Text("処理中です。", "Still being processed.")
                        : FourSteps.headerError(header).detail();
                return new Parsed.Faults<List<List<Problem>>>(List.of(new Problem(Tag.SEGMENT, why)));
            }
            List<Fields> units = new ArrayList<>(body.numbered(Tag.REGISTRATION_UNIT));
            if (units.isEmpty()) {
                units.add(body);
            }
            return Parsed.of(units.stream().map(References::outcome).toList());
        });
    }

    private static List<Problem> outcome(Fields unit) {
        if (unit.is(Tag.STATUS, "1")) {
            return List.of();
        }
        String message = unit.text(Tag.RESULT_MESSAGE)
                .or(() -> unit.text(Tag.RESULT_CODE))
                .orElse("エラーになりました（メッセージなし）。");
        return List.of(new Problem(Tag.REGISTRATION, Text.same(message)));
    }
}
