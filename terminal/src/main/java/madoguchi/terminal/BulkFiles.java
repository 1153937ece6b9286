package madoguchi.terminal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import madoguchi.core.Answer;
import madoguchi.core.BulkCounts;
import madoguchi.core.BulkQuestion;
import madoguchi.core.Coverage;
import madoguchi.core.InsuredId;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.core.Parsed;
import madoguchi.core.Problem;
import madoguchi.core.Reply;
import madoguchi.terminal.BulkPerson.Leaf;
import madoguchi.terminal.Fields.Form;

/** 資格確認一括照会の読み書き – codec of {@code OQSmuquc01req_} and {@code …02res_} files ({@code oqs-interface.md} §7.1). Pure. */
final class BulkFiles {

    private static final Function<String, Optional<String>> PART = Wire.upTo(20);

    private BulkFiles() {}

    /** The request; a person with faults keeps its place, a fault of the header refuses the file. */
    static Parsed<BulkSend> send(byte[] file) {
        return Xml.readMany(file).then(BulkFiles::send);
    }

    private static Parsed<BulkSend> send(Element root) {
        Fields header = Fields.of(root).child(Tag.HEADER);
        var day = header.need(Tag.DAY, Wire::day, Form.DAY);
        var facility = header.need(Tag.FACILITY, Wire::facility, Form.FACILITY);
        var identifier = header.may(Tag.FILE_IDENTIFIER, Wire.upTo(50), Form.UP_TO_50);
        List<BulkPerson> persons = Fields.of(root).child(Tag.BODY).numbered(Tag.SEARCH).stream()
                .map(BulkFiles::person)
                .toList();
        List<Problem> problems = Parsed.problems(day, facility, identifier);
        if (persons.stream().allMatch(person -> person.question().isEmpty())) {
            problems.add(Problem.at(
                    Tag.ROOT + "/" + Tag.BODY + "/" + Tag.SEARCH, "照会できる人が1人もいません。", "There is nobody to ask about."));
            persons.forEach(person -> problems.addAll(person.problems()));
        }
        return problems.isEmpty()
                ? Parsed.of(new BulkSend(day.orElseThrow(), facility.orElseThrow(), identifier.orElseThrow(), persons))
                : new Parsed.Faults<>(problems);
    }

    private static BulkPerson person(Fields fields) {
        Parsed<BulkQuestion> question = question(fields);
        return switch (question) {
            case Parsed.Value<BulkQuestion>(var asked) ->
                new BulkPerson(fields.leaves(), Optional.of(asked), List.of());
            case Parsed.Faults<BulkQuestion>(var problems) ->
                new BulkPerson(fields.leaves(), Optional.empty(), problems);
        };
    }

    /** Like the search info of a single request, but the consent may be absent, as it is in echoes. */
    private static Parsed<BulkQuestion> question(Fields fields) {
        var insurer = fields.need(Tag.INSURER, Wire::insurer, Form.INSURER);
        var symbol = fields.may(Tag.SYMBOL, PART, Form.UP_TO_20);
        var number = fields.need(Tag.NUMBER, PART, Form.UP_TO_20);
        var branch = fields.may(Tag.BRANCH, text -> Wire.digits(text, 2), Form.BRANCH);
        var birth = fields.need(Tag.BIRTH, Wire::day, Form.DAY);
        var consent = fields.may(Tag.LIMIT_CONSENT, Wire::flag, Form.FLAG);
        var person = fields.may(Tag.PERSON_IDENTIFIER, Wire.upTo(50), Form.UP_TO_50);
        var problems = Parsed.problems(insurer, symbol, number, branch, birth, consent, person);
        return problems.isEmpty()
                ? Parsed.of(new BulkQuestion(
                        new InsuredId(
                                insurer.orElseThrow(),
                                symbol.orElseThrow(),
                                number.orElseThrow(),
                                branch.orElseThrow()),
                        birth.orElseThrow(),
                        consent.orElseThrow().orElse(false),
                        person.orElseThrow()))
                : new Parsed.Faults<>(problems);
    }

    /** The file for a request. */
    static byte[] write(
            LocalDate day,
            MedicalInstitutionCode facility,
            String fileIdentifier,
            List<BulkQuestion> questions,
            OqsCharset charset) {
        XmlText xml = new XmlText(charset);
        xml.group(Tag.ROOT, () -> {
            xml.group(
                    Tag.HEADER,
                    () -> xml.leaf(Tag.DAY, Wire.written(day))
                            .leaf(Tag.FACILITY, facility.digits())
                            .leaf(Tag.FILE_IDENTIFIER, fileIdentifier));
            xml.group(Tag.BODY, () -> questions.forEach(question -> SearchInfo.write(xml, search(question))));
        });
        return xml.bytes(charset);
    }

    private static Search search(BulkQuestion question) {
        return new Search(question.insured(), question.birth(), question.limitConsent(), question.identifier());
    }

    /**
     * The results.
     *
     * @param readAt stands in when the file does not say when it was made
     */
    static Parsed<BulkCollected> collected(byte[] file, Instant readAt) {
        return Xml.readMany(file).then(root -> collected(Fields.of(root), readAt));
    }

    private static Parsed<BulkCollected> collected(Fields root, Instant readAt) {
        Fields header = root.child(Tag.HEADER);
        Instant executed = header.value(Tag.EXECUTED, Wire::time).orElse(readAt);
        return header.need(Tag.SEGMENT, Optional::of, Form.CODE)
                .then(segment -> state(segment, header, root.child(Tag.BODY), executed))
                .map(state -> new BulkCollected(
                        executed,
                        header.value(Tag.DAY, Wire::day),
                        header.value(Tag.FACILITY, Wire::facility),
                        header.text(Tag.FILE_IDENTIFIER),
                        header.text(Tag.RECEPTION),
                        state));
    }

    private static Parsed<BulkCollected.State> state(String segment, Fields header, Fields body, Instant executed) {
        return switch (segment) {
            case "1" -> finished(header, body, executed);
            case "2" -> Parsed.of(new BulkCollected.State.Processing());
            case "9" -> Parsed.of(new BulkCollected.State.Failed(FourSteps.headerError(header)));
            default -> Parsed.fault(Tag.ROOT + "/" + Tag.HEADER + "/" + Tag.SEGMENT, "知らないコードです。", "An unknown code.");
        };
    }

    private static Parsed<BulkCollected.State> finished(Fields header, Fields body, Instant executed) {
        Optional<MedicalInstitutionCode> facility = header.value(Tag.FACILITY, Wire::facility);
        List<BulkUnit> units = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (Fields unit : body.numbered(Tag.UNIT)) {
            switch (unit(unit, facility, executed)) {
                case Parsed.Value<BulkUnit>(var read) -> units.add(read);
                case Parsed.Faults<BulkUnit>(var faults) -> problems.addAll(faults);
            }
        }
        int normal = (int) units.stream()
                .filter(unit -> unit.reply().answer().isFromPeer())
                .count();
        int total = header.value(Tag.COUNT, Wire::yen).orElse(units.size());
        BulkCounts counts = new BulkCounts(
                total,
                total,
                header.value(Tag.COUNT_NORMAL, Wire::yen).orElse(normal),
                header.value(Tag.COUNT_ERROR, Wire::yen).orElse(units.size() - normal));
        return problems.isEmpty()
                ? Parsed.of(new BulkCollected.State.Finished(counts, units))
                : new Parsed.Faults<>(problems);
    }

    private static Parsed<BulkUnit> unit(Fields unit, Optional<MedicalInstitutionCode> facility, Instant executed) {
        Fields search = unit.child(Tag.SEARCH);
        Optional<BulkQuestion> question =
                switch (question(search)) {
                    case Parsed.Value<BulkQuestion>(var asked) -> Optional.of(asked);
                    case Parsed.Faults<BulkQuestion> none -> Optional.empty();
                };
        search.useAll();
        unit.use(search);
        boolean unchanged = unit.children(Tag.RESULT).stream().anyMatch(result -> result.is(Tag.LIMIT_CHANGED, "0"));
        return ResponseReading.unit(unit, question.map(BulkFiles::search), facility, executed)
                .map(reply -> new BulkUnit(search.leaves(), question, reply, !unchanged));
    }

    /** The file for results, for "still being processed", or for an error. */
    static byte[] write(BulkCollected file, OqsCharset charset) {
        return write(file, charset, BulkFiles::write);
    }

    /** The same for a retrieval: no search info is echoed, tickets are listed, and nothing is said of limits ({@code oqs-interface.md} §6.1, §6.2). */
    static byte[] writeRetrieved(BulkCollected file, OqsCharset charset) {
        return write(file, charset, (xml, unit) -> retrieved(xml, unit, file.facility()));
    }

    private static void retrieved(XmlText xml, BulkUnit unit, Optional<MedicalInstitutionCode> facility) {
        xml.group(Tag.UNIT, () -> {
            answer(xml, unit, coverage -> new ResultWriting(xml).write(coverage).tickets(coverage.tickets(), facility));
            xml.leaf(Tag.REFERENCE_NUMBER, unit.reply().referenceNumber());
        });
    }

    private static byte[] write(BulkCollected file, OqsCharset charset, BiConsumer<XmlText, BulkUnit> unit) {
        XmlText xml = new XmlText(charset);
        xml.group(Tag.ROOT, () -> {
            xml.group(Tag.HEADER, () -> header(xml, file, charset));
            if (file.state() instanceof BulkCollected.State.Finished finished) {
                xml.group(Tag.BODY, () -> finished.units().forEach(one -> unit.accept(xml, one)));
            }
        });
        return xml.bytes(charset);
    }

    private static void header(XmlText xml, BulkCollected file, OqsCharset charset) {
        xml.leaf(Tag.EXECUTED, Wire.written(file.executed()))
                .leaf(Tag.DAY, file.day().map(Wire::written))
                .leaf(Tag.FACILITY, file.facility().map(MedicalInstitutionCode::digits))
                .leaf(Tag.FILE_IDENTIFIER, file.fileIdentifier())
                .leaf(Tag.RECEPTION, file.reception());
        switch (file.state()) {
            case BulkCollected.State.Processing() -> xml.leaf(Tag.SEGMENT, "2");
            case BulkCollected.State.Failed(var why) -> FourSteps.error(xml, why);
            case BulkCollected.State.Finished(var counts, var units) ->
                xml.leaf(Tag.SEGMENT, "1")
                        .leaf(Tag.COUNT, Integer.toString(counts.done()))
                        .leaf(Tag.COUNT_NORMAL, Integer.toString(counts.normal()))
                        .leaf(Tag.COUNT_ERROR, Integer.toString(counts.error()));
        }
        xml.leaf(Tag.CHARACTER_CODE, charset.code());
    }

    private static void write(XmlText xml, BulkUnit unit) {
        xml.group(Tag.UNIT, () -> {
            xml.group(
                    Tag.SEARCH,
                    () -> unit.echo().stream()
                            .filter(leaf -> !leaf.name().equals(Tag.LIMIT_CONSENT))
                            .forEach(leaf -> FourSteps.echo(xml, leaf)));
            answer(xml, unit, coverage -> {
                new ResultWriting(xml).write(coverage);
                xml.leaf(Tag.LIMIT_CHANGED, unit.limitMayHaveChanged() ? "1" : "0");
            });
            xml.leaf(Tag.REFERENCE_NUMBER, unit.reply().referenceNumber());
        });
    }

    private static void answer(XmlText xml, BulkUnit unit, Consumer<Coverage> result) {
        switch (unit.reply().answer()) {
            case Answer.Active(var coverages) -> answer(xml, unit.reply(), "1", coverages, result);
            case Answer.Inactive(var former) ->
                answer(xml, unit.reply(), "2", former.stream().toList(), result);
            case Answer.InactiveNewExists(var former) ->
                answer(xml, unit.reply(), "3", former.stream().toList(), result);
            case Answer.NotFound() -> answer(xml, unit.reply(), "4", List.of(), result);
            case Answer.Ambiguous() -> answer(xml, unit.reply(), "5", List.of(), result);
            case Answer.ActiveUnregistered(var coverage) -> answer(xml, unit.reply(), "6", List.of(coverage), result);
            case Answer.Unreachable none -> FourSteps.refusal(xml, none);
            case Answer.NotAsked() -> FourSteps.refusal(xml, FourSteps.none(Answer.Cause.REFUSED));
        }
    }

    private static void answer(
            XmlText xml, Reply reply, String validity, List<Coverage> coverages, Consumer<Coverage> result) {
        xml.leaf(Tag.STATUS, "1").leaf(Tag.RESULT_MESSAGE, reply.message()).leaf(Tag.VALIDITY, validity);
        coverages.forEach(coverage -> xml.group(Tag.RESULT, () -> result.accept(coverage)));
    }

    /** The search info of a question as an echo has it. */
    static List<Leaf> echo(BulkQuestion question) {
        List<Leaf> leaves = new ArrayList<>();
        leaves.add(new Leaf(Tag.INSURER, question.insured().insurer().digits()));
        question.insured().symbol().ifPresent(symbol -> leaves.add(new Leaf(Tag.SYMBOL, symbol)));
        leaves.add(new Leaf(Tag.NUMBER, question.insured().number()));
        question.insured().branch().ifPresent(branch -> leaves.add(new Leaf(Tag.BRANCH, branch)));
        leaves.add(new Leaf(Tag.BIRTH, Wire.written(question.birth())));
        question.identifier().ifPresent(identifier -> leaves.add(new Leaf(Tag.PERSON_IDENTIFIER, identifier)));
        return leaves;
    }
}
