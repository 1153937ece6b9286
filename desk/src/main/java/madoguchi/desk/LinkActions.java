package madoguchi.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import madoguchi.core.Caller;
import madoguchi.core.Coverage;
import madoguchi.core.Filed;
import madoguchi.core.Filing;
import madoguchi.core.Hub;
import madoguchi.core.InsuredId;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.core.Parsed;
import madoguchi.core.Problem;
import madoguchi.core.ReferenceNumber;
import madoguchi.core.Text;
import madoguchi.core.Typed;
import madoguchi.desk.pages.StaticTemplates;
import madoguchi.web.Frame;
import madoguchi.web.Frames;
import madoguchi.web.Html;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 診察券一体化の操作 – links the facility's own number to a patient at the hub, one by one with a clerk's eyes or a whole list at once, and takes a link back. */
@RestController
public final class LinkActions {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final Text TITLE = new Text("診察券の番号", "Patient numbers");
    private static final Text NOBODY =
            new Text("資格の回答がないので、結びつける相手が決まりません。", "Without an answer there is nobody to link it to.");

    private final Frames frames;
    private final VisitBook book;
    private final PatientNumberStore list;
    private final Hub hub;
    private final MedicalInstitutionCode facility;
    private final DeskPages pages;

    LinkActions(
            Frames frames,
            VisitBook book,
            PatientNumberStore list,
            Hub hub,
            MedicalInstitutionCode facility,
            DeskPages pages) {
        this.frames = frames;
        this.book = book;
        this.list = list;
        this.hub = hub;
        this.facility = facility;
        this.pages = pages;
    }

    /** A clerk confirms that this number is this patient's. What the hub does not take is said (409), and the reception goes on. */
    @PostMapping("/receptions/{id}/link")
    ResponseEntity<String> link(
            HttpServletRequest request, @PathVariable String id, @RequestParam(defaultValue = "") String number) {
        return switch (ReferenceNumber.parse("number", Typed.halfWidth(number))) {
            case Parsed.Faults<ReferenceNumber>(var problems) -> pages.refused(request, id, words(problems));
            case Parsed.Value<ReferenceNumber>(var given) -> changed(request, id, given, false);
        };
    }

    /** Takes the link back. */
    @PostMapping("/receptions/{id}/unlink")
    ResponseEntity<String> unlink(HttpServletRequest request, @PathVariable String id) {
        return book.find(id)
                .flatMap(Visit::reference)
                .map(number -> changed(request, id, new ReferenceNumber(number), true))
                .orElseGet(() -> pages.reception(request, id));
    }

    private ResponseEntity<String> changed(
            HttpServletRequest request, String id, ReferenceNumber number, boolean unlink) {
        Optional<Visit> visit = book.find(id);
        if (visit.isEmpty()) {
            return pages.reception(request, id);
        }
        Optional<Coverage> coverage = visit.get().coverage();
        if (coverage.isEmpty()) {
            return pages.refused(request, id, NOBODY);
        }
        String operator = Clerk.operator(request);
        Filing.Reference filing = new Filing.Reference(
                coverage.get().id(),
                Optional.of(coverage.get().holder().birth()),
                number,
                unlink,
                new Caller(facility, "desk", operator));
        return refusal(hub.file(filing))
                .map(why -> pages.refused(request, id, why))
                .orElseGet(() -> {
                    book.note(
                            id,
                            unlink
                                    ? new VisitEvent.Unlinked(number.text(), operator)
                                    : new VisitEvent.Linked(number.text(), operator));
                    return Clerk.to("/receptions/" + id);
                });
    }

    private static Optional<Text> refusal(Filed filed) {
        return switch (filed) {
            case Filed.Taken taken -> Optional.empty();
            case Filed.Refused(var problems) -> Optional.of(words(problems));
            case Filed.Undelivered(var trouble) -> Optional.of(trouble.detail());
        };
    }

    private static Text words(List<Problem> problems) {
        return new Text(
                problems.stream().map(problem -> problem.reason().ja()).collect(Collectors.joining(" ")),
                problems.stream().map(problem -> problem.reason().en()).collect(Collectors.joining(" ")));
    }

    /** The list of the facility's own numbers, and numbers for the hub. */
    @GetMapping("/patient-numbers")
    ResponseEntity<String> page(HttpServletRequest request) {
        return shown(request, HttpStatus.OK, "", List.of(), Optional.empty());
    }

    /** Takes the facility's list for finding patients; the page again (422) with every fault, and nothing stored. */
    @PostMapping("/patient-numbers/list")
    ResponseEntity<String> take(HttpServletRequest request, @RequestParam(defaultValue = "") String lines) {
        return switch (PatientNumbers.read(lines)) {
            case Parsed.Faults<List<PatientNumber>>(var problems) ->
                shown(request, HttpStatus.UNPROCESSABLE_CONTENT, lines, problems, Optional.empty());
            case Parsed.Value<List<PatientNumber>>(var read) -> {
                list.add(read, Clerk.operator(request), book.now());
                yield Clerk.to("/patient-numbers");
            }
        };
    }

    /** Registers a whole list at the hub, in the columns of a bulk inquiry; the page again (422) with every fault, and nothing registered. What the hub refuses is named line by line, the rest stands. */
    @PostMapping("/patient-numbers/register")
    ResponseEntity<String> register(HttpServletRequest request, @RequestParam(defaultValue = "") String lines) {
        List<BulkLineRead> read = BulkText.read(lines, book.today());
        List<Problem> faults = new ArrayList<>();
        read.forEach(line -> line.problems()
                .forEach(problem -> faults.add(new Problem(Integer.toString(line.number()), problem.reason()))));
        if (read.isEmpty()) {
            faults.add(Problem.at("1", "名簿が空です。", "The list is empty."));
        }
        if (!faults.isEmpty()) {
            return shown(request, HttpStatus.UNPROCESSABLE_CONTENT, lines, faults, Optional.empty());
        }
        List<Problem> refused = new ArrayList<>();
        read.forEach(line -> register(line, Clerk.operator(request)).ifPresent(refused::add));
        int taken = read.size() - refused.size();
        Text told = new Text(
                taken + "人を登録しました。" + refused.size() + "人は登録できませんでした。",
                taken + " registered, " + refused.size() + " refused.");
        return shown(request, HttpStatus.OK, "", refused, Optional.of(told));
    }

    private Optional<Problem> register(BulkLineRead line, String operator) {
        BulkEntry entry = line.entry().orElseThrow();
        String place = Integer.toString(line.number());
        return switch (ReferenceNumber.parse(place, entry.own())) {
            case Parsed.Faults<ReferenceNumber>(var problems) -> Optional.of(problems.getFirst());
            case Parsed.Value<ReferenceNumber>(var number) -> {
                InsuredId insured = entry.question().insured();
                Filing.Reference filing = new Filing.Reference(
                        insured,
                        Optional.of(entry.question().birth()),
                        number,
                        false,
                        new Caller(facility, "desk", operator));
                yield refusal(hub.file(filing)).map(why -> new Problem(place, why));
            }
        };
    }

    private ResponseEntity<String> shown(
            HttpServletRequest request, HttpStatus status, String typed, List<Problem> problems, Optional<Text> told) {
        Frame frame = frames.of(request, TITLE);
        return Html.page(status, frame, TEMPLATES.numbers(frame, list.count(), typed, problems, told));
    }
}
