package madoguchi.desk;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import madoguchi.core.Answer;
import madoguchi.core.BulkCounts;
import madoguchi.core.BulkHub.Progress;
import madoguchi.core.Parsed;
import madoguchi.core.Problem;
import madoguchi.core.Text;
import madoguchi.core.Wareki;
import madoguchi.desk.pages.StaticTemplates;
import madoguchi.web.Frame;
import madoguchi.web.Frames;
import madoguchi.web.Html;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** 一括照会の画面 – the list for tomorrow, its preview, its progress and its results. Addresses carry opaque ids only. */
@RestController
@RequestMapping("/bulk")
public final class BulkPages {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final Text TITLE = new Text("一括照会", "Bulk inquiry");
    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");
    private static final int EARLIER = 10;
    private static final int DAYS_AHEAD = 31;
    private static final int WEEKS_BACK = 4;
    private static final int LARGEST = 1024 * 1024;

    private final Frames frames;
    private final BulkListStore store;
    private final BulkRound round;
    private final VisitBook book;

    BulkPages(Frames frames, BulkListStore store, BulkRound round, VisitBook book) {
        this.frames = frames;
        this.store = store;
        this.round = round;
        this.book = book;
    }

    /** The empty sheet: tomorrow's appointments. */
    @GetMapping
    ResponseEntity<String> sheet(HttpServletRequest request) {
        LocalDate tomorrow = book.today().plusDays(1);
        return sheet(request, HttpStatus.OK, Wareki.format(tomorrow), "", Optional.empty(), false);
    }

    /** The sheet again with what was understood of the list, and all faults under their lines. */
    @PostMapping("/preview")
    ResponseEntity<String> preview(
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable MultipartFile file)
            throws IOException {
        return sent(text, file)
                .map(list -> sheet(request, HttpStatus.OK, day, list, Optional.empty(), true))
                .orElseGet(() ->
                        sheet(request, HttpStatus.UNPROCESSABLE_CONTENT, day, text, Optional.of(UNREADABLE), true));
    }

    private static final Text UNREADABLE = new Text(
            "ファイルを読めません。UTF-8 か Shift_JIS の CSV（1MBまで）を選んでください。",
            "The file cannot be read. Choose a CSV in UTF-8 or Shift_JIS of at most 1 MB.");

    /** The sheet with the patients received on a day put in: whoever comes every few weeks comes again. */
    @PostMapping("/visited")
    ResponseEntity<String> visited(
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String visited) {
        Parsed<LocalDate> of = Wareki.parse("visited", visited);
        String added = of.problems().isEmpty() ? receivedOn(of.orElseThrow()) : "";
        Text note = added.isEmpty()
                ? new Text("その日の受付に、番号の分かる人はいません。", "Nobody with a known number was received that day.")
                : new Text(added.lines().count() + "人を入れました。", added.lines().count() + " put in.");
        String all = Stream.of(text.stripTrailing(), added)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n"));
        return sheet(request, HttpStatus.OK, day, all, Optional.of(note), true);
    }

    private String receivedOn(LocalDate day) {
        return book.of(day).stream()
                .filter(visit -> !visit.withdrawn())
                .flatMap(visit -> visit.again().stream()
                        .map(question -> BulkText.line(
                                visit.reply()
                                        .flatMap(reply -> reply.referenceNumber())
                                        .orElse(""),
                                question,
                                visit.coverage()
                                        .map(coverage ->
                                                coverage.holder().name().written())
                                        .orElse(""))))
                .distinct()
                .collect(Collectors.joining("\n"));
    }

    private ResponseEntity<String> sheet(
            HttpServletRequest request, HttpStatus status, String day, String text, Optional<Text> note, boolean read) {
        Frame frame = frames.of(request, TITLE, "bulk.js");
        LocalDate today = book.today();
        BulkView view = new BulkView(
                day,
                day(day).problems().stream().map(problem -> problem.reason()).findFirst(),
                text,
                read ? BulkText.read(text, today) : List.of(),
                Wareki.format(today.plusDays(1).minusWeeks(WEEKS_BACK)),
                note,
                UUID.randomUUID().toString(),
                store.latest(EARLIER),
                today);
        return Html.page(status, frame, TEMPLATES.bulk(frame, view));
    }

    private Parsed<LocalDate> day(String typed) {
        LocalDate today = book.today();
        return Wareki.parse("day", typed)
                .then(day -> day.isBefore(today) || day.isAfter(today.plusDays(DAYS_AHEAD))
                        ? Parsed.fault(
                                "day",
                                "資格確認日は今日から" + DAYS_AHEAD + "日先までです。",
                                "The day lies between today and " + DAYS_AHEAD + " days ahead.")
                        : Parsed.of(day));
    }

    /** Sends the lines that were understood; the same sheet twice is one list. */
    @PostMapping("/start")
    ResponseEntity<String> start(
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String once) {
        List<BulkEntry> entries = BulkText.read(text, book.today()).stream()
                .flatMap(line -> line.entry().stream())
                .toList();
        Parsed<LocalDate> on = day(day);
        if (!on.problems().isEmpty() || entries.isEmpty() || entries.size() > BulkText.MOST || !isOpaque(once)) {
            return sheet(request, HttpStatus.UNPROCESSABLE_CONTENT, day, text, Optional.empty(), true);
        }
        store.add(once, book.now(), on.orElseThrow(), Clerk.operator(request), entries);
        return Clerk.to("/bulk/" + once);
    }

    private static boolean isOpaque(String once) {
        return once.matches("[0-9a-f-]{36}");
    }

    /** One list. */
    @GetMapping("/{id}")
    ResponseEntity<String> list(HttpServletRequest request, @PathVariable String id) {
        Frame frame = frames.of(request, TITLE, "bulk.js");
        return view(id).map(view -> Html.page(frame, TEMPLATES.bulkpage(frame, id, TEMPLATES.bulklist(frame, view))))
                .orElseGet(() -> missing(frame));
    }

    /** The moving part of a list's page alone. */
    @GetMapping("/{id}/part")
    ResponseEntity<String> part(HttpServletRequest request, @PathVariable String id) {
        Frame frame = frames.of(request, TITLE, "bulk.js");
        return view(id).map(view -> TEMPLATES.bulklist(frame, view))
                .map(BulkPages::part)
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private static ResponseEntity<String> part(Content content) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(HTML)
                .body(Html.render(content));
    }

    /** The results for a spreadsheet. */
    @GetMapping("/{id}/results.csv")
    ResponseEntity<byte[]> csv(@PathVariable String id) {
        return view(id).filter(BulkListView::finished)
                .map(view -> ResponseEntity.ok()
                        .cacheControl(CacheControl.noStore())
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                "attachment; filename=\"ikkatsu-" + view.list().day() + ".csv\"")
                        .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                        .body(BulkCsv.of(view.rows())))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    /** Calls it off. */
    @PostMapping("/{id}/cancel")
    ResponseEntity<String> cancel(HttpServletRequest request, @PathVariable String id) {
        store.find(id)
                .filter(list -> list.outcome().isEmpty())
                .ifPresent(list -> round.cancel(list, Clerk.operator(request)));
        return Clerk.to("/bulk/" + id);
    }

    private Optional<BulkListView> view(String id) {
        return store.find(id).map(this::view);
    }

    private BulkListView view(BulkList list) {
        Optional<BulkCounts> counts = round.progress(list.id())
                .flatMap(progress ->
                        progress instanceof Progress.Processing(var known) ? known : Optional.<BulkCounts>empty());
        if (list.outcome().isPresent() && list.outcome().get() instanceof BulkList.Outcome.Finished finished) {
            return new BulkListView(
                    list,
                    Optional.of(finished.counts()),
                    Optional.empty(),
                    BulkRow.of(list.entries(), finished.results()));
        }
        return new BulkListView(list, counts, round.silence(list.id()).map(Answer.Unreachable::detail), List.of());
    }

    /** The name of the column a fault lies in. */
    public static Text column(Problem problem) {
        return BulkText.column(problem);
    }

    /** How a list stands, in two words. */
    public static Text standing(BulkList list) {
        return list.outcome()
                .map(outcome -> switch (outcome) {
                    case BulkList.Outcome.Finished f -> new Text("✓ 結果あり", "✓ results");
                    case BulkList.Outcome.Refused r -> new Text("✕ 受け付けられず", "✕ refused");
                    case BulkList.Outcome.Failed f -> new Text("✕ 異常終了", "✕ failed");
                    case BulkList.Outcome.Cancelled c -> new Text("取消", "called off");
                })
                .orElse(new Text("… 処理中", "… under way"));
    }

    private static ResponseEntity<String> missing(Frame frame) {
        return Html.page(
                HttpStatus.NOT_FOUND,
                frame,
                Html.notice(
                        frame,
                        new Text("この一括照会は見つかりません。", "There is no such bulk inquiry."),
                        new Text("一括照会の画面に戻って選び直してください。", "Go back to the bulk inquiries and choose again."),
                        ""));
    }

    /** The file where one was chosen, else what was typed; empty for a file that is none. */
    private static Optional<String> sent(String typed, @Nullable MultipartFile file) throws IOException {
        if (file == null || file.isEmpty()) {
            return Optional.of(typed);
        }
        byte[] bytes = file.getBytes();
        return bytes.length > LARGEST
                ? Optional.empty()
                : Stream.of(StandardCharsets.UTF_8, Charset.forName("windows-31j"))
                        .flatMap(charset -> decoded(bytes, charset).stream())
                        .findFirst();
    }

    private static Optional<String> decoded(byte[] bytes, Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException another) {
            return Optional.empty();
        }
    }
}
