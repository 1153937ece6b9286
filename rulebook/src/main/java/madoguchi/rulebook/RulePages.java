package madoguchi.rulebook;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import madoguchi.core.Text;
import madoguchi.policy.Policy;
import madoguchi.policy.RuleBook;
import madoguchi.policy.Table;
import madoguchi.rulebook.pages.StaticTemplates;
import madoguchi.web.Frame;
import madoguchi.web.Frames;
import madoguchi.web.Html;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 規則の画面 – the book in force, for reading. Addresses carry days, words and kinds only. */
@RestController
public final class RulePages {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final Text TITLE = new Text("規則", "Rules");

    private final Supplier<Policy> policy;
    private final Frames frames;
    private final Clock clock;

    /** Pages over the policy in force at each request; today is a day in the clock's zone. */
    public RulePages(Supplier<Policy> policy, Frames frames, Clock clock) {
        this.policy = policy;
        this.frames = frames;
        this.clock = clock;
    }

    /** Every table; rows of all of them by {@code words}. */
    @GetMapping("/rules")
    public ResponseEntity<String> book(HttpServletRequest request, @RequestParam Map<String, String> query) {
        Frame frame = frame(request, TITLE);
        return Html.page(frame, TEMPLATES.book(frame, BookView.of(rules(), filter(query))));
    }

    /** Everything the sources say. */
    @GetMapping("/rules/catalogue")
    public ResponseEntity<String> catalogue(HttpServletRequest request) {
        Frame frame = frame(request, new Text("規則の目録", "Catalogue of rules"));
        return Html.page(frame, TEMPLATES.catalogue(frame, CatalogueView.of(rules())));
    }

    /** One table on one {@code day}, or what differs from the day {@code compare}; a day that cannot be read is said, and today is shown. */
    @GetMapping("/rules/{table}")
    public ResponseEntity<String> table(
            HttpServletRequest request, @PathVariable String table, @RequestParam Map<String, String> query) {
        return with(request, table, found -> {
            Frame frame = frame(request, found.title());
            return Html.page(frame, TEMPLATES.table(frame, TableView.of(found, filter(query), printed())));
        });
    }

    /** One situation put to a table: {@code day}, and a word for every facet by its name. */
    @GetMapping("/rules/{table}/try")
    public ResponseEntity<String> trial(
            HttpServletRequest request, @PathVariable String table, @RequestParam Map<String, String> query) {
        return with(request, table, found -> {
            Frame frame = frame(request, found.title());
            return Html.page(frame, TEMPLATES.trial(frame, TrialView.of(found, filter(query), query)));
        });
    }

    private ResponseEntity<String> with(
            HttpServletRequest request, String name, Function<Table, ResponseEntity<String>> page) {
        RuleBook book = rules();
        return book.has(name) ? page.apply(book.table(name)) : missing(request);
    }

    private ResponseEntity<String> missing(HttpServletRequest request) {
        Frame frame = frame(request, TITLE);
        return Html.page(
                HttpStatus.NOT_FOUND,
                frame,
                Html.notice(
                        frame,
                        new Text("この名前の規則表はありません。", "There is no table of rules of this name."),
                        new Text("規則の一覧から選び直してください。", "Choose one from the list of rules."),
                        ""));
    }

    private Text printed() {
        Text today = Wording.day(LocalDate.now(clock));
        String edition = Edition.of(rules());
        return new Text("印刷日 " + today.ja() + "　規則の版 " + edition, "Printed " + today.en() + ", rules " + edition);
    }

    private RuleBook rules() {
        return policy.get().book();
    }

    private Filter filter(Map<String, String> query) {
        return Filter.of(query, LocalDate.now(clock));
    }

    private Frame frame(HttpServletRequest request, Text title) {
        return frames.of(request, title, "rules.js");
    }
}
