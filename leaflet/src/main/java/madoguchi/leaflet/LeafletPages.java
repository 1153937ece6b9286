package madoguchi.leaflet;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import madoguchi.core.Parsed;
import madoguchi.core.Period;
import madoguchi.core.Text;
import madoguchi.leaflet.pages.StaticTemplates;
import madoguchi.policy.Rule;
import madoguchi.policy.RuleBook;
import madoguchi.policy.Table;
import madoguchi.web.Frame;
import madoguchi.web.Frames;
import madoguchi.web.Html;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 印刷物の画面 – choose, look, take the PDF. Addresses carry days and choices only. */
@RestController
public final class LeafletPages {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final Text TITLE = new Text("掲示・配布物", "Prints");
    private static final int DOTS = 80;

    private final Leaflets leaflets;
    private final Frames frames;

    /** Pages over a printing house. */
    public LeafletPages(Leaflets leaflets, Frames frames) {
        this.leaflets = leaflets;
        this.frames = frames;
    }

    /** Every kind there is. */
    @GetMapping("/leaflets")
    ResponseEntity<String> list(HttpServletRequest request) {
        Frame frame = frames.of(request, TITLE);
        return Html.page(frame, TEMPLATES.leaflets(frame, leaflets.kinds()));
    }

    /** One kind: what can be chosen, and its pages. */
    @GetMapping("/leaflets/{name}")
    ResponseEntity<String> one(
            HttpServletRequest request, @PathVariable String name, @RequestParam Map<String, String> query) {
        return leaflets.kind(name).map(kind -> page(request, kind, query)).orElseGet(() -> missing(request));
    }

    private ResponseEntity<String> page(HttpServletRequest request, LeafletKind kind, Map<String, String> query) {
        Map<String, String> typed = LeafletView.known(query);
        Parsed<Issue> read = leaflets.issue(kind, typed);
        Frame frame = frames.of(request, kind.title());
        LeafletOrder order = new LeafletOrder(kind, typed);
        return switch (read) {
            case Parsed.Value<Issue>(var issue) ->
                Html.page(
                        frame,
                        TEMPLATES.leaflet(
                                frame,
                                new LeafletView(
                                        kind,
                                        order.form(read),
                                        LeafletPaper.pages(leaflets.pdf(kind, issue)),
                                        kind.comparesDays() ? turns(issue.rules()) : List.of())));
            case Parsed.Faults<Issue> faults ->
                Html.page(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        frame,
                        TEMPLATES.leaflet(frame, new LeafletView(kind, order.form(read), 0, List.of())));
        };
    }

    /** The PDF; 404 for a kind there is none of, 422 for an order with faults. */
    @GetMapping("/leaflets/{name}/print.pdf")
    ResponseEntity<byte[]> pdf(@PathVariable String name, @RequestParam Map<String, String> query) {
        return bytes(name, query, MediaType.APPLICATION_PDF, name + ".pdf", Optional::of);
    }

    /** A page as a picture, from 1; 404 for one there is none of. */
    @GetMapping("/leaflets/{name}/page-{page}.png")
    ResponseEntity<byte[]> picture(
            @PathVariable String name, @PathVariable int page, @RequestParam Map<String, String> query) {
        return bytes(
                name,
                query,
                MediaType.IMAGE_PNG,
                name + ".png",
                pdf -> page >= 1 && page <= LeafletPaper.pages(pdf)
                        ? Optional.of(LeafletPaper.png(pdf, page - 1, DOTS))
                        : Optional.empty());
    }

    private ResponseEntity<byte[]> bytes(
            String name,
            Map<String, String> query,
            MediaType type,
            String file,
            Function<byte[], Optional<byte[]>> part) {
        Optional<LeafletKind> kind = leaflets.kind(name);
        if (kind.isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        return switch (leaflets.pdf(kind.get(), LeafletView.known(query))) {
            case Parsed.Value<byte[]>(var pdf) ->
                part.apply(pdf)
                        .map(bytes -> ResponseEntity.ok()
                                .cacheControl(CacheControl.noStore())
                                .header(
                                        HttpHeaders.CONTENT_DISPOSITION,
                                        ContentDisposition.inline()
                                                .filename(file)
                                                .build()
                                                .toString())
                                .contentType(type)
                                .body(bytes))
                        .orElseGet(() -> ResponseEntity.notFound().build());
            case Parsed.Faults<byte[]> faults ->
                ResponseEntity.unprocessableContent().build();
        };
    }

    private static List<LocalDate> turns(RuleBook rules) {
        return rules.tables().stream()
                .map(Table::segments)
                .flatMap(Collection::stream)
                .map(Period::from)
                .filter(day -> !day.equals(Rule.OPEN_START))
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    private ResponseEntity<String> missing(HttpServletRequest request) {
        Frame frame = frames.of(request, TITLE);
        return Html.page(
                HttpStatus.NOT_FOUND,
                frame,
                Html.notice(
                        frame,
                        new Text("この名前の印刷物はありません。", "There is no print of this name."),
                        new Text("掲示・配布物の一覧から選び直してください。", "Choose one from the list of prints."),
                        ""));
    }
}
