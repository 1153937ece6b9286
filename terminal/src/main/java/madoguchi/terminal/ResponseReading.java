package madoguchi.terminal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import madoguchi.core.Answer;
import madoguchi.core.Coverage;
import madoguchi.core.InquiryKind;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.core.Parsed;
import madoguchi.core.Problem;
import madoguchi.core.ReaderAnswers;
import madoguchi.core.Reply;
import madoguchi.core.Text;
import madoguchi.terminal.Fields.Form;

/** 資格確認結果の読取 – one pass over one file ({@code oqs-interface.md} §3.1, §3.2, §5). */
final class ResponseReading {

    private final Instant readAt;
    private final Fields root;
    private final Fields header;
    private final Fields body;
    private final List<Fields> results;
    private Optional<Search> echo = Optional.empty();
    private Optional<MedicalInstitutionCode> facility = Optional.empty();

    ResponseReading(Element element, Instant readAt) {
        this(Fields.of(element), readAt);
    }

    private ResponseReading(Fields root, Instant readAt) {
        this.readAt = readAt;
        this.root = root;
        this.header = root.child(Tag.HEADER);
        this.body = root.child(Tag.BODY);
        this.results = body.child(Tag.RESULTS).children(Tag.RESULT);
    }

    /** One person of a bulk answer: status, validity and results directly inside. */
    private ResponseReading(
            Fields unit, Optional<Search> echo, Optional<MedicalInstitutionCode> facility, Instant executed) {
        this.readAt = executed;
        this.root = unit;
        this.header = unit.child(Tag.HEADER);
        this.body = unit;
        this.results = Stream.concat(
                        unit.children(Tag.RESULT).stream(), unit.child(Tag.RESULTS).children(Tag.RESULT).stream())
                .toList();
        this.echo = echo;
        this.facility = facility;
    }

    /**
     * Reads one person of a bulk answer ({@code oqs-interface.md} §7.1).
     *
     * @param echo the question, where it was understood
     * @param executed 処理実行日時 of the file
     */
    static Parsed<Reply> unit(
            Fields unit, Optional<Search> echo, Optional<MedicalInstitutionCode> facility, Instant executed) {
        ResponseReading reading = new ResponseReading(unit, echo, facility, executed);
        return unit.need(Tag.STATUS, Optional::of, Form.CODE)
                .then(reading::ofStatus)
                .map(reading::unitReply);
    }

    private Reply unitReply(Answer answer) {
        Optional<String> message = answer.isFromPeer() ? sideMessage() : Optional.empty();
        Optional<String> reference = body.text(Tag.REFERENCE_NUMBER)
                .or(() -> results.stream()
                        .flatMap(fields -> fields.text(Tag.REFERENCE_NUMBER).stream())
                        .findFirst());
        results.forEach(result -> {
            result.text(Tag.LIMIT_CHANGED);
            body.use(result);
        });
        return new Reply(answer, readAt, Optional.empty(), reference, message, body.left());
    }

    Parsed<Response> response() {
        facility = header.value(Tag.FACILITY, Wire::facility);
        echo = body.group(Tag.SEARCH, fields -> valued(SearchInfo.read(fields)));
        return header.need(Tag.SEGMENT, Optional::of, Form.CODE)
                .then(this::answer)
                .map(this::response);
    }

    private Response response(Answer answer) {
        var day = header.value(Tag.DAY, Wire::day);
        var identifier = header.text(Tag.FILE_IDENTIFIER);
        var kind = header.value(Tag.INQUIRY_KIND, Wire.code(InquiryKind.class))
                .orElse(echo.isPresent() ? InquiryKind.NUMBER : InquiryKind.CARD);
        Optional<ReaderAnswers> answers = kind == InquiryKind.CARD ? ConsentTags.read(results) : Optional.empty();
        return new Response(day, facility, identifier, kind, echo, reply(answer), answers);
    }

    private Reply reply(Answer answer) {
        Instant answeredAt = header.value(Tag.EXECUTED, Wire::time).orElse(readAt);
        header.text(Tag.CHARACTER_CODE);
        Optional<String> message = answer.isFromPeer() ? sideMessage() : Optional.empty();
        Optional<String> reference = results.stream()
                .flatMap(fields -> fields.text(Tag.REFERENCE_NUMBER).stream())
                .findFirst();
        results.forEach(body::use);
        root.use(header);
        root.use(body);
        return new Reply(answer, answeredAt, Optional.empty(), reference, message, root.left());
    }

    private Optional<String> sideMessage() {
        return body.text(Tag.RESULT_MESSAGE).or(() -> body.text(Tag.RESULT_CODE));
    }

    private Parsed<Answer> answer(String segment) {
        return switch (segment) {
            case "1" -> body.need(Tag.STATUS, Optional::of, Form.CODE).then(this::ofStatus);
            case "2" ->
                Parsed.of(new Answer.Unreachable(
                        Answer.Cause.TIMEOUT,
                        Optional.empty(),
                        new Text("資格確認システムが処理中です。しばらくして照会し直してください。", "Still being processed. Ask again in a while.")));
            case "9" -> Parsed.of(headerError());
            default -> unknown(Tag.HEADER + "/" + Tag.SEGMENT);
        };
    }

    private Answer headerError() {
        Optional<String> code = header.text(Tag.ERROR_CODE);
        Answer.Cause cause = code.flatMap(Placeholders::cause).orElse(Answer.Cause.HUB);
        return new Answer.Unreachable(cause, code, verbatim(header.text(Tag.ERROR_MESSAGE)));
    }

    private Parsed<Answer> ofStatus(String status) {
        return switch (status) {
            case "1" -> body.need(Tag.VALIDITY, Optional::of, Form.CODE).then(this::ofValidity);
            case "2" ->
                Parsed.of(new Answer.Unreachable(
                        Answer.Cause.REFUSED, body.text(Tag.RESULT_CODE), verbatim(body.text(Tag.RESULT_MESSAGE))));
            default -> unknown(Tag.BODY + "/" + Tag.STATUS);
        };
    }

    private static Text verbatim(Optional<String> message) {
        return message.map(Text::same).orElse(new Text("エラーになりました（メッセージなし）。", "An error without a message."));
    }

    private Parsed<Answer> ofValidity(String validity) {
        return switch (validity) {
            case "1" -> active();
            case "2" -> Parsed.of(new Answer.Inactive(former()));
            case "3" -> Parsed.of(new Answer.InactiveNewExists(former()));
            case "4" -> Parsed.of(new Answer.NotFound());
            case "5" -> Parsed.of(new Answer.Ambiguous());
            case "6" -> unregistered();
            default -> unknown(Tag.BODY + "/" + Tag.VALIDITY);
        };
    }

    private static Parsed<Answer> unknown(String path) {
        return Parsed.fault(Tag.ROOT + "/" + path, "知らないコードです。", "An unknown code.");
    }

    private Parsed<Answer> active() {
        List<Coverage> coverages = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (Fields result : results) {
            switch (coverage(result)) {
                case Parsed.Value<Coverage>(var coverage) -> coverages.add(coverage);
                case Parsed.Faults<Coverage>(var faults) -> problems.addAll(faults);
            }
        }
        if (!problems.isEmpty()) {
            return new Parsed.Faults<>(problems);
        }
        return coverages.isEmpty() ? noResult() : Parsed.of(new Answer.Active(coverages));
    }

    /** 有効（未登録） concerns 医療扶助: of several results that one is meant, the others stay among the extras. */
    private Parsed<Answer> unregistered() {
        return results.stream()
                .filter(result -> result.is(Tag.CARD_CLASS, "A1"))
                .findFirst()
                .or(() -> results.stream().findFirst())
                .<Parsed<Answer>>map(result -> coverage(result).map(Answer.ActiveUnregistered::new))
                .orElseGet(ResponseReading::noResult);
    }

    private static Parsed<Answer> noResult() {
        return Parsed.fault(
                Tag.ROOT + "/" + Tag.BODY + "/" + Tag.RESULTS,
                "有効なのに資格の内容がありません。",
                "Active, but no coverage is listed.");
    }

    /** The old coverage, where it is listed and readable; "not covered" stands without it. */
    private Optional<Coverage> former() {
        return results.stream().findFirst().flatMap(result -> {
            Optional<Coverage> coverage = valued(coverage(result));
            if (coverage.isEmpty()) {
                result.useNothing();
            }
            return coverage;
        });
    }

    private Parsed<Coverage> coverage(Fields result) {
        return Coverages.read(result, results.size() == 1 ? echo : Optional.empty(), facility);
    }

    private static <T> Optional<T> valued(Parsed<T> parsed) {
        return switch (parsed) {
            case Parsed.Value<T>(var value) -> Optional.of(value);
            case Parsed.Faults<T>(var problems) -> Optional.empty();
        };
    }
}
