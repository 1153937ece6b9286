package madoguchi.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import madoguchi.core.Parsed;
import madoguchi.core.Text;
import madoguchi.web.Form;
import madoguchi.web.Lang;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 窓口の操作 – what a clerk does. Everything about a person travels in the body of a POST; every action is a new fact in the log. */
@RestController
public final class DeskActions {

    private final VisitBook book;
    private final Asker asker;
    private final StaffCalls calls;
    private final DeskPages pages;

    DeskActions(VisitBook book, Asker asker, StaffCalls calls, DeskPages pages) {
        this.book = book;
        this.asker = asker;
        this.calls = calls;
        this.pages = pages;
    }

    /** A number inquiry: writes the reception down and asks beside the page; the sheet again (422) when something in it is wrong. */
    @PostMapping("/inquiry")
    ResponseEntity<String> inquire(HttpServletRequest request, @RequestParam Map<String, String> typed) {
        Presented presented = Presented.read(typed);
        return switch (InquiryForm.read(typed, book.today())) {
            case Parsed.Faults<Question>(var problems) ->
                pages.inquiry(
                        request,
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        new InquiryView(
                                InquiryForm.echo(typed, problems, book.today()),
                                typed.getOrDefault("once", ""),
                                presented,
                                typed.containsKey("limitConsent"),
                                typed.getOrDefault("visit-id", "")));
            case Parsed.Value<Question>(var question) ->
                Clerk.to("/receptions/"
                        + asked(request, typed, question, VisitEvent.Showed.of(presented, Clerk.operator(request))));
        };
    }

    private String asked(
            HttpServletRequest request, Map<String, String> typed, Question question, VisitEvent.Showed showed) {
        Optional<Visit> corrected = book.find(typed.getOrDefault("visit-id", ""));
        if (corrected.isEmpty()) {
            return begin(request, typed.getOrDefault("once", ""), question, showed);
        }
        String id = corrected.get().id();
        if (!asker.isAsking(id)) {
            book.note(id, showed);
            askAgain(id, question, Clerk.operator(request));
        }
        return id;
    }

    private String begin(HttpServletRequest request, String once, Question question, VisitEvent.Showed showed) {
        String operator = Clerk.operator(request);
        VisitBook.Begun begun = book.asked(once, new VisitEvent.Asked(question, operator));
        if (begun.isNew()) {
            book.note(begun.visit(), showed);
            asker.askLater(begun.visit(), question, operator);
        }
        return begun.visit();
    }

    /** A reception of which neither reader nor number says anything. */
    @PostMapping("/receptions")
    ResponseEntity<String> receive(HttpServletRequest request, @RequestParam Map<String, String> typed) {
        String operator = Clerk.operator(request);
        Optional<String> called =
                Optional.of(typed.getOrDefault("called", "").strip()).filter(name -> !name.isEmpty());
        VisitBook.Begun begun =
                book.began(typed.getOrDefault("once", ""), new VisitEvent.Began(book.today(), called, operator));
        if (begun.isNew()) {
            book.note(begun.visit(), VisitEvent.Showed.of(Presented.read(typed), operator));
        }
        return Clerk.to("/receptions/" + begun.visit());
    }

    /** What the program understands of a sheet while it is being typed: field name to what it says and what is wrong. */
    @PostMapping("/understand")
    ResponseEntity<Map<String, Said>> understand(HttpServletRequest request, @RequestParam Map<String, String> typed) {
        Lang lang = Lang.of(request);
        Form form =
                InquiryForm.echo(typed, InquiryForm.read(typed, book.today()).problems(), book.today());
        Map<String, Said> said = new HashMap<>();
        for (String field : List.of("insurer", "symbol", "number", "branch", "birth", "day")) {
            said.put(
                    field,
                    new Said(
                            form.understood(field).map(lang::of).orElse(""),
                            form.problemsOf(field).stream().map(lang::of).toList()));
        }
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(said);
    }

    /**
     * 分かったこと.
     *
     * @param understood what was understood
     * @param problems what is wrong
     */
    record Said(String understood, List<String> problems) {}

    /** Asks again. */
    @PostMapping("/receptions/{id}/ask")
    ResponseEntity<String> askAgain(HttpServletRequest request, @PathVariable String id) {
        return about(request, id, visit -> {
            visit.again()
                    .filter(question -> !asker.isAsking(id))
                    .ifPresent(question -> askAgain(id, question, Clerk.operator(request)));
            return Clerk.to("/receptions/" + id);
        });
    }

    private void askAgain(String id, Question question, String operator) {
        book.note(id, new VisitEvent.Asked(question, operator));
        asker.askLater(id, question, operator);
    }

    /** Done with it. */
    @PostMapping("/receptions/{id}/close")
    ResponseEntity<String> close(HttpServletRequest request, @PathVariable String id) {
        return note(request, id, new VisitEvent.Closed(Clerk.operator(request)));
    }

    /** Somebody goes to the card reader. Leads back to the reception that was shown. */
    @PostMapping("/calls/clear")
    ResponseEntity<String> went(@RequestParam(defaultValue = "") String shown) {
        calls.cleared();
        return Clerk.to(
                book.find(shown).map(visit -> "/receptions/" + visit.id()).orElse("/"));
    }

    /** Not done with it after all. */
    @PostMapping("/receptions/{id}/reopen")
    ResponseEntity<String> reopen(HttpServletRequest request, @PathVariable String id) {
        return note(request, id, new VisitEvent.Reopened(Clerk.operator(request)));
    }

    /** Takes back a reception entered by mistake, within five minutes (409 afterwards). */
    @PostMapping("/receptions/{id}/withdraw")
    ResponseEntity<String> withdraw(HttpServletRequest request, @PathVariable String id) {
        return about(
                request,
                id,
                visit -> visit.undoLeft(book.now()).isPresent()
                        ? withdraw(id, Clerk.operator(request))
                        : tooLate(request));
    }

    private ResponseEntity<String> withdraw(String id, String operator) {
        book.note(id, new VisitEvent.Withdrawn(operator));
        return Clerk.to("/");
    }

    private ResponseEntity<String> tooLate(HttpServletRequest request) {
        return pages.refusal(
                request,
                HttpStatus.CONFLICT,
                new Text("受付から5分を過ぎたので、取り消せません。", "More than five minutes have passed; it cannot be taken back."),
                new Text("受付を開いて「完了にする」を押してください。", "Open the reception and mark it as done."));
    }

    private ResponseEntity<String> note(HttpServletRequest request, String id, VisitEvent event) {
        return about(request, id, visit -> {
            book.note(id, event);
            return Clerk.to("/receptions/" + id);
        });
    }

    private ResponseEntity<String> about(
            HttpServletRequest request, String id, Function<Visit, ResponseEntity<String>> action) {
        Optional<Visit> visit = book.find(id);
        return visit.isPresent() ? action.apply(visit.get()) : pages.reception(request, id);
    }
}
