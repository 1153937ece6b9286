package madoguchi.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import madoguchi.core.Parsed;
import madoguchi.core.Text;
import madoguchi.policy.EvidenceKind;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 段取りの操作 – steps down the ladder, back, and off it; and contacts with the patient afterwards. What the rules do not allow is refused (409) beside the step that they do. */
@RestController
public final class LadderActions {

    private static final Text NOT_NOW = new Text(
            "この確認は、いまの段取りでは使えません。記録していません。いまできることは次のとおりです。",
            "The rules do not allow this now; nothing was written down. What can be done now stands below.");
    private static final Text NO_STEP =
            new Text("戻る段がありません。記録していません。", "There is no step to go back from; nothing was written down.");

    private final VisitBook book;
    private final Steps steps;
    private final DeskPages pages;

    LadderActions(VisitBook book, Steps steps, DeskPages pages) {
        this.book = book;
        this.steps = steps;
        this.pages = pages;
    }

    /** A clerk saw an evidence. */
    @PostMapping("/receptions/{id}/confirm")
    ResponseEntity<String> confirmed(
            HttpServletRequest request, @PathVariable String id, @RequestParam EvidenceKind evidence) {
        return after(steps.take(id, evidence, Clerk.operator(request)), request, id, NOT_NOW);
    }

    /** The last step was a mistake. */
    @PostMapping("/receptions/{id}/back")
    ResponseEntity<String> back(HttpServletRequest request, @PathVariable String id) {
        return after(steps.back(id, Clerk.operator(request)), request, id, NO_STEP);
    }

    private ResponseEntity<String> after(Steps.Came came, HttpServletRequest request, String id, Text refusal) {
        return switch (came) {
            case DONE -> Clerk.to("/receptions/" + id);
            case NOT_ALLOWED -> pages.refused(request, id, refusal);
            case NOT_FOUND -> pages.reception(request, id);
        };
    }

    /** A person decides otherwise, for a reason; the sheet again (422) when this is not a way. */
    @PostMapping("/receptions/{id}/leave")
    ResponseEntity<String> leave(
            HttpServletRequest request,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String note) {
        Optional<Visit> visit = book.find(id);
        if (visit.isEmpty()) {
            return pages.reception(request, id);
        }
        Optional<Text> refusal = steps.leave(visit.get(), reason, note, Clerk.operator(request));
        return refusal.isEmpty()
                ? Clerk.to("/receptions/" + id)
                : pages.leave(request, HttpStatus.UNPROCESSABLE_CONTENT, id, reason, note, refusal);
    }

    /** What the patient shows, and in which situation. */
    @PostMapping("/receptions/{id}/shown")
    ResponseEntity<String> showed(
            HttpServletRequest request, @PathVariable String id, @RequestParam Map<String, String> typed) {
        if (book.find(id).isEmpty()) {
            return pages.reception(request, id);
        }
        book.note(id, VisitEvent.Showed.of(Presented.read(typed), Clerk.operator(request)));
        return Clerk.to("/receptions/" + id);
    }

    /** The patient was asked afterwards. Who told the number leads to the sheet; the reception again (422) when a day is wrong. */
    @PostMapping("/receptions/{id}/contacted")
    ResponseEntity<String> contacted(
            HttpServletRequest request, @PathVariable String id, @RequestParam Map<String, String> typed) {
        Optional<Visit> visit = book.find(id);
        if (visit.isEmpty()) {
            return pages.reception(request, id);
        }
        LocalDate received = LocalDate.ofInstant(visit.get().receivedAt(), VisitBook.TOKYO);
        return switch (ContactForm.read(typed, received, book.today(), Clerk.operator(request))) {
            case Parsed.Faults<VisitEvent.Contacted>(var problems) ->
                pages.contact(request, id, ContactForm.echo(typed, problems));
            case Parsed.Value<VisitEvent.Contacted>(var contacted) -> {
                book.note(id, contacted);
                yield Clerk.to(
                        "/receptions/" + id + (contacted.outcome() == Contact.Outcome.ANSWERED ? "/inquiry" : ""));
            }
        };
    }
}
