package madoguchi.facilities;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import madoguchi.core.CsvLine;
import madoguchi.core.Text;
import madoguchi.facilities.pages.StaticTemplates;
import madoguchi.web.Frame;
import madoguchi.web.Frames;
import madoguchi.web.Html;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 公開一覧 – {@code /facilities} and {@code /facilities/phones.csv} …, for everybody without sign-in: a table by prefecture and CSV. */
@RestController
public final class ListPages {

    /** Where the pages are, for whoever lets them be open to all. */
    public static final List<String> PATHS = List.of(
            "/facilities", "/facilities/phones.csv", "/facilities/subsidies.csv", "/facilities/home-consent.csv");

    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final int PAGE = 200;

    private final Facilities facilities;
    private final Frames frames;

    ListPages(Facilities facilities, Frames frames) {
        this.facilities = facilities;
        this.frames = frames;
    }

    /** The table of one list, of one prefecture or all, two hundred lines a page. */
    @GetMapping("/facilities")
    ResponseEntity<String> list(
            HttpServletRequest request,
            @RequestParam(defaultValue = "phones") String list,
            @RequestParam(defaultValue = "") String prefecture,
            @RequestParam(defaultValue = "1") int page) {
        ListKind kind = ListKind.of(list).orElse(ListKind.PHONES);
        Optional<List<ListedFacility>> all = facilities.list(kind);
        List<ListedFacility> fitting = all.orElse(List.of()).stream()
                .filter(one -> prefecture.isEmpty() || one.prefecture().equals(prefecture))
                .toList();
        int pages = Math.max(1, (fitting.size() + PAGE - 1) / PAGE);
        int shown = Math.max(1, Math.min(pages, page));
        Frame frame = frame(request);
        return Html.page(
                frame,
                TEMPLATES.facilityList(
                        frame,
                        kind,
                        all.isPresent(),
                        all.filter(List::isEmpty).isPresent(),
                        prefecture,
                        fitting.size(),
                        fitting.stream().skip((shown - 1L) * PAGE).limit(PAGE).toList(),
                        shown,
                        pages,
                        facilities.today()));
    }

    /** CSV in UTF-8 with byte order mark and heading, by prefecture and code; 404 for a list that is none or that nothing tells. */
    @GetMapping("/facilities/{list:[a-z-]+}.csv")
    ResponseEntity<String> csv(@PathVariable String list) {
        return ListKind.of(list)
                .flatMap(kind -> facilities.list(kind).map(all -> csv(kind, all)))
                .map(csv -> ResponseEntity.ok()
                        .cacheControl(CacheControl.noStore())
                        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                        .body(csv))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private static String csv(ListKind kind, List<ListedFacility> all) {
        return "\uFEFF医療機関コード," + kind.heading() + ",名称,都道府県,種別\r\n"
                + all.stream()
                        .map(one -> CsvLine.forPeople(List.of(
                                one.code().digits(),
                                one.since().toString(),
                                one.name(),
                                Prefectures.name(one.prefecture()).ja(),
                                one.named()
                                        .map(named -> named.kind().label().ja())
                                        .orElse(""))))
                        .collect(Collectors.joining());
    }

    /** Without the pages of whoever happens to be signed in. */
    private Frame frame(HttpServletRequest request) {
        Text title = new Text("施設の一覧", "Facilities");
        Frame frame = frames.of(request, title);
        return new Frame(
                frame.lang(), title, "", Optional.empty(), frame.csrf(), frame.address(), List.of(), List.of());
    }
}
