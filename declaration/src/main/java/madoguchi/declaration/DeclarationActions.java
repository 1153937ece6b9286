package madoguchi.declaration;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import madoguchi.core.Parsed;
import madoguchi.core.Problem;
import madoguchi.web.Form;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 申立書の操作 – files, corrects and destroys. Everything about a person travels in the body of a POST. */
@RestController
public final class DeclarationActions {

    private final DeclarationBook book;
    private final DeclarationPages pages;
    private final FieldRules rules;
    private final Predicate<String> isVisit;

    DeclarationActions(DeclarationBook book, DeclarationPages pages, FieldRules rules, Predicate<String> isVisit) {
        this.book = book;
        this.pages = pages;
        this.rules = rules;
        this.isVisit = isVisit;
    }

    /** Files a declaration; the sheet again (422) when something in it is wrong. */
    @PostMapping("/declarations")
    ResponseEntity<String> file(HttpServletRequest request, @RequestParam Map<String, String> typed) {
        String once = once(typed);
        Optional<String> visit = Optional.of(at(typed, "visit")).filter(isVisit);
        return switch (DeclarationForm.read(said(typed), book.today(), rules)) {
            case Parsed.Faults<Declaration>(var problems) ->
                again(request, typed, problems, once, visit.orElse(""), "");
            case Parsed.Value<Declaration>(var declaration) ->
                to("/declarations/" + book.file(once, visit, entered(typed), declaration, operator(request)));
        };
    }

    /** Corrects a declaration by a new version; the sheet again (422) when something in it is wrong. */
    @PostMapping("/declarations/{id}")
    ResponseEntity<String> correct(
            HttpServletRequest request, @PathVariable String id, @RequestParam Map<String, String> typed) {
        return pages.about(request, id, kept -> switch (DeclarationForm.read(said(typed), book.today(), rules)) {
            case Parsed.Faults<Declaration>(var problems) ->
                again(request, typed, problems, "", kept.visit().orElse(""), id);
            case Parsed.Value<Declaration>(var declaration) -> {
                // Destroyed meanwhile, it stays destroyed, and the page says so.
                boolean ignored = book.correct(kept, entered(typed), declaration, operator(request));
                yield to("/declarations/" + id);
            }
        });
    }

    private ResponseEntity<String> again(
            HttpServletRequest request,
            Map<String, String> typed,
            List<Problem> problems,
            String once,
            String visit,
            String id) {
        Form form = DeclarationForm.echo(said(typed), problems, book.today());
        return pages.sheet(request, HttpStatus.UNPROCESSABLE_CONTENT, form, once, visit, id);
    }

    /** Destroys a declaration for good; the question again (422) without a reason or the confirmation. */
    @PostMapping("/declarations/{id}/destroy")
    ResponseEntity<String> destroy(
            HttpServletRequest request, @PathVariable String id, @RequestParam Map<String, String> typed) {
        Optional<DestructionReason> reason = Choice.find(DestructionReason.class, at(typed, "reason"));
        List<Problem> problems = new ArrayList<>();
        if (reason.isEmpty()) {
            problems.add(Problem.at("reason", "理由を選んでください。", "Choose a reason."));
        }
        if (!at(typed, "confirm").equals("on")) {
            problems.add(Problem.at("confirm", "元に戻せないことを確かめて、印を付けてください。", "Tick that you know it cannot be undone."));
        }
        if (reason.isEmpty() || !problems.isEmpty()) {
            return pages.destruction(
                    request, HttpStatus.UNPROCESSABLE_CONTENT, id, new Form(typed, problems, Map.of()));
        }
        return pages.about(request, id, kept -> {
            // Somebody else's destruction of the same moment is as good: the list shows it.
            boolean ignored = book.destroy(id, reason.get(), operator(request));
            return to("/declarations");
        });
    }

    /* What a person typed, without what the page itself sent along. */
    private static Map<String, String> said(Map<String, String> typed) {
        Map<String, String> said = new java.util.HashMap<>(typed);
        said.keySet().removeIf(field -> !isOurs(field));
        return said;
    }

    private static boolean isOurs(String field) {
        return field.equals(DeclarationForm.BY_ANOTHER)
                || field.equals(DeclarationForm.INCOMPLETE)
                || field.equals(DeclarationForm.ENTERED)
                || Choice.find(DeclarationField.class, field).isPresent();
    }

    private static HowEntered entered(Map<String, String> typed) {
        return Choice.find(HowEntered.class, at(typed, DeclarationForm.ENTERED)).orElse(HowEntered.ON_SCREEN);
    }

    /* The name of the sheet; our sheets carry one, and anything else gets a new one. */
    private static String once(Map<String, String> typed) {
        String once = at(typed, "once");
        return once.matches("[0-9a-f-]{36}") ? once : UUID.randomUUID().toString();
    }

    private static String at(Map<String, String> typed, String field) {
        return typed.getOrDefault(field, "");
    }

    private static String operator(HttpServletRequest request) {
        return Optional.ofNullable(request.getUserPrincipal())
                .map(Principal::getName)
                .orElse("desk");
    }

    private static ResponseEntity<String> to(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, path)
                .build();
    }
}
