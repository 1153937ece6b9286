package madoguchi.declaration;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import madoguchi.core.Parsed;
import madoguchi.core.Text;
import madoguchi.core.Wareki;
import madoguchi.declaration.pages.StaticTemplates;
import madoguchi.web.Form;
import madoguchi.web.Frame;
import madoguchi.web.Frames;
import madoguchi.web.Html;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** 申立書の画面 – the pages and the paper, for reading. Addresses carry opaque ids only. */
@RestController
public final class DeclarationPages {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final Text TITLE = new Text("申立書", "Declarations");

    private final Frames frames;
    private final DeclarationBook book;
    private final FieldRules rules;
    private final DeclarationPaper paper;
    private final Function<String, Optional<Prefill>> known;

    DeclarationPages(
            Frames frames,
            DeclarationBook book,
            FieldRules rules,
            DeclarationPaper paper,
            Function<String, Optional<Prefill>> known) {
        this.frames = frames;
        this.book = book;
        this.rules = rules;
        this.paper = paper;
        this.known = known;
    }

    /** All that are kept, and what was destroyed. */
    @GetMapping("/declarations")
    ResponseEntity<String> list(HttpServletRequest request) {
        Frame frame = frame(request);
        List<KeptView> kept = book.all().stream()
                .map(one -> KeptView.of(one, rules, book.today()))
                .toList();
        return Html.page(frame, TEMPLATES.list(frame, kept, book.destructions()));
    }

    /** An empty sheet that belongs to no reception. */
    @GetMapping("/declarations/new")
    ResponseEntity<String> empty(HttpServletRequest request) {
        return fresh(request, "", Prefill.nothing());
    }

    /** A sheet for a reception, with what the desk knows. */
    @GetMapping("/declarations/new/{visit}")
    ResponseEntity<String> forVisit(HttpServletRequest request, @PathVariable String visit) {
        return known.apply(visit)
                .map(prefill -> fresh(request, visit, prefill))
                .orElseGet(() -> missing(
                        request,
                        new Text("この受付は見つかりません。", "There is no such reception."),
                        new Text("受付の一覧に戻って選び直してください。", "Go back to the list and choose again.")));
    }

    private ResponseEntity<String> fresh(HttpServletRequest request, String visit, Prefill prefill) {
        Form form = DeclarationForm.fresh(prefill.card(), book.today());
        return sheet(request, HttpStatus.OK, form, UUID.randomUUID().toString(), visit, "");
    }

    /** The sheet, with what was typed. */
    ResponseEntity<String> sheet(
            HttpServletRequest request, HttpStatus status, Form form, String once, String visit, String id) {
        Frame frame = frame(request);
        FormView view = new FormView(form, once, visit, id, requirements(form));
        return Html.page(status, frame, TEMPLATES.form(frame, view));
    }

    private Map<DeclarationField, Requirement> requirements(Form form) {
        LocalDate today = book.today();
        InsuranceKind kind =
                Choice.find(InsuranceKind.class, form.value("insurance-kind")).orElse(InsuranceKind.UNKNOWN);
        AgeGroup age = AgeGroup.of(birth(form.value("birth-date")), today);
        Signer signer = form.value(DeclarationForm.BY_ANOTHER).isEmpty() ? Signer.SELF : Signer.GUARDIAN;
        Map<DeclarationField, Requirement> requirements = new EnumMap<>(DeclarationField.class);
        for (DeclarationField field : DeclarationField.values()) {
            requirements.put(field, rules.of(today, field, kind, age, signer));
        }
        return requirements;
    }

    private static Optional<LocalDate> birth(String typed) {
        return switch (Wareki.parse("", typed)) {
            case Parsed.Value<LocalDate>(var day) -> Optional.of(day);
            case Parsed.Faults<LocalDate> faults -> Optional.empty();
        };
    }

    /** One declaration, with what is missing in it. */
    @GetMapping("/declarations/{id}")
    ResponseEntity<String> detail(HttpServletRequest request, @PathVariable String id) {
        return page(request, id, TEMPLATES::detail);
    }

    /** The sheet of a declaration, to be corrected. */
    @GetMapping("/declarations/{id}/correct")
    ResponseEntity<String> correction(HttpServletRequest request, @PathVariable String id) {
        return about(
                request,
                id,
                kept -> sheet(
                        request,
                        HttpStatus.OK,
                        DeclarationForm.filled(kept.latest(), book.today()),
                        "",
                        kept.visit().orElse(""),
                        id));
    }

    /** Asks for the reason, and says that there is no way back. */
    @GetMapping("/declarations/{id}/destroy")
    ResponseEntity<String> destruction(HttpServletRequest request, @PathVariable String id) {
        return destruction(request, HttpStatus.OK, id, Form.empty());
    }

    /** The question again, with what is wrong. */
    ResponseEntity<String> destruction(HttpServletRequest request, HttpStatus status, String id, Form form) {
        return about(request, id, kept -> {
            Frame frame = frame(request);
            return Html.page(status, frame, TEMPLATES.destroy(frame, KeptView.of(kept, rules, book.today()), form));
        });
    }

    /** The blank form. */
    @GetMapping("/declarations/blank.pdf")
    ResponseEntity<byte[]> blank() {
        return pdf(paper.blank(book.today()));
    }

    /** A declaration on paper; 404 or 410 without words when there is none any more. */
    @GetMapping("/declarations/{id}/print.pdf")
    ResponseEntity<byte[]> print(@PathVariable String id) {
        return book.find(id)
                .map(kept -> pdf(paper.of(kept, book.today())))
                .orElseGet(() -> ResponseEntity.status(
                                book.destruction(id).isPresent() ? HttpStatus.GONE : HttpStatus.NOT_FOUND)
                        .build());
    }

    private static ResponseEntity<byte[]> pdf(byte[] bytes) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"declaration.pdf\"")
                .contentType(MediaType.APPLICATION_PDF)
                .body(bytes);
    }

    private ResponseEntity<String> page(
            HttpServletRequest request, String id, BiFunction<Frame, KeptView, Content> content) {
        return about(request, id, kept -> {
            Frame frame = frame(request);
            return Html.page(frame, content.apply(frame, KeptView.of(kept, rules, book.today())));
        });
    }

    /** Goes on with a declaration, or says that it was destroyed (410) or never was (404). */
    ResponseEntity<String> about(HttpServletRequest request, String id, Function<Kept, ResponseEntity<String>> action) {
        return book.find(id)
                .map(action)
                .orElseGet(() -> book.destruction(id)
                        .map(gone -> gone(request, gone))
                        .orElseGet(() -> missing(
                                request,
                                new Text("この申立書は見つかりません。", "There is no such declaration."),
                                new Text("申立書の一覧に戻って選び直してください。", "Go back to the list and choose again."))));
    }

    private ResponseEntity<String> gone(HttpServletRequest request, Destruction gone) {
        Frame frame = frame(request);
        Text reason = gone.reason().label();
        return Html.page(
                HttpStatus.GONE,
                frame,
                Html.notice(
                        frame,
                        new Text("この申立書は破棄されました。内容は残っていません。", "This declaration was destroyed. Nothing of it is left."),
                        new Text(
                                Days.minute(gone.at()) + "・" + gone.operator() + "・" + reason.ja(),
                                Days.minute(gone.at()) + ", " + gone.operator() + ", " + reason.en()),
                        ""));
    }

    private ResponseEntity<String> missing(HttpServletRequest request, Text happened, Text doNow) {
        Frame frame = frame(request);
        return Html.page(HttpStatus.NOT_FOUND, frame, Html.notice(frame, happened, doNow, ""));
    }

    private Frame frame(HttpServletRequest request) {
        return frames.of(request, TITLE);
    }
}
