package madoguchi.hub;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import madoguchi.core.InsurerNumber;
import madoguchi.core.Parsed;
import madoguchi.core.Problem;
import madoguchi.core.Text;
import madoguchi.core.Wareki;
import madoguchi.hub.pages.StaticTemplates;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** データ品質の画面 – reports on the registers, insurer by insurer, down to the facts behind a finding. An operator makes reports and takes lists out; an auditor reads, and is the only one who sees findings about persons who must stay hidden. */
@RestController
public final class QualityPages {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final String PATH = "/hub/quality";
    private static final int REPORTS = 12;
    private static final int ROWS = 50;
    private static final String AGAIN = "2";
    private static final Charset SHIFT_JIS = Charset.forName("windows-31j");
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final Quality quality;
    private final QualityDesk desk;
    private final Frames frames;
    private final Clock clock;

    /** Pages over one database's reports. */
    public QualityPages(Quality quality, Frames frames, Clock clock) {
        this.quality = quality;
        this.desk = new QualityDesk(quality);
        this.frames = frames;
        this.clock = clock;
    }

    /** The insurers of one report, by default the latest; reloads itself while one is being made. 404 for a number that is no report. */
    @GetMapping(PATH)
    public ResponseEntity<String> overview(HttpServletRequest request, @RequestParam Optional<Long> report) {
        List<QualityReport> reports = quality.reports(REPORTS);
        Optional<QualityReport> shown = report.isPresent()
                ? report.flatMap(quality::report)
                : reports.stream().findFirst();
        if (report.isPresent() && shown.isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        return overview(request, HttpStatus.OK, LocalDate.now(clock).toString(), List.of(), shown);
    }

    private ResponseEntity<String> overview(
            HttpServletRequest request,
            HttpStatus status,
            String typed,
            List<Problem> problems,
            Optional<QualityReport> shown) {
        QualityState state = desk.state();
        Frame frame = frame(request);
        ResponseEntity<String> page = Html.page(
                status,
                frame,
                TEMPLATES.quality(
                        frame,
                        new QualityView(
                                state,
                                isOperator(request),
                                seesAll(request),
                                typed,
                                problems,
                                shown,
                                quality.reports(REPORTS),
                                shown.map(report -> quality.insurers(report, seesAll(request)))
                                        .orElse(List.of()),
                                quality.terms())));
        return state instanceof QualityState.Running
                ? ResponseEntity.status(page.getStatusCode())
                        .headers(page.getHeaders())
                        .header("Refresh", AGAIN)
                        .body(page.getBody())
                : page;
    }

    /** Starts a report for a day and returns to the page; status 422 when the day was not understood. */
    @PostMapping(PATH + "/start")
    public ResponseEntity<String> start(HttpServletRequest request, Principal by, @RequestParam String day) {
        Parsed<LocalDate> parsed = Wareki.parse("基準日 day", day);
        if (!parsed.problems().isEmpty()) {
            return overview(
                    request,
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    day,
                    parsed.problems(),
                    quality.reports(1).stream().findFirst());
        }
        desk.start(parsed.orElseThrow(), by.getName());
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, URI.create(PATH).toString())
                .build();
    }

    /** One insurer's figures. */
    @GetMapping(PATH + "/{report}/{insurer}")
    public ResponseEntity<String> insurer(
            HttpServletRequest request, @PathVariable long report, @PathVariable String insurer) {
        return found(request, report, insurer, (frame, of, whose) -> {
            InsurerQuality figures = quality.insurers(of, seesAll(request)).stream()
                    .filter(one -> one.insurer().equals(whose))
                    .findFirst()
                    .orElseGet(() -> InsurerQuality.nothing(whose));
            return TEMPLATES.qualityInsurer(frame, of, figures, isOperator(request));
        });
    }

    /** The findings of one insurer, of one kind ({@code all} for all), from after a number on. */
    @GetMapping(PATH + "/{report}/{insurer}/{kind}")
    public ResponseEntity<String> findings(
            HttpServletRequest request,
            @PathVariable long report,
            @PathVariable String insurer,
            @PathVariable String kind,
            @RequestParam(defaultValue = "0") long after) {
        Optional<QualityKind> only = QualityKind.coded(kind);
        if (only.isEmpty() && !kind.equals("all")) {
            return ResponseEntity.notFound().build();
        }
        return found(request, report, insurer, (frame, of, whose) -> {
            List<QualityRow> rows = quality.store().findings(of.id(), whose, only, after, ROWS + 1, seesAll(request));
            List<QualityRow> shown = rows.subList(0, Math.min(ROWS, rows.size()));
            Optional<Long> next =
                    rows.size() > ROWS ? Optional.of(shown.getLast().number()) : Optional.empty();
            return TEMPLATES.qualityFindings(frame, new FindingsView(of, whose, only, shown, next));
        });
    }

    private interface Page {
        Content of(Frame frame, QualityReport report, InsurerNumber insurer);
    }

    private ResponseEntity<String> found(HttpServletRequest request, long report, String insurer, Page page) {
        Optional<QualityReport> of = quality.report(report);
        if (of.isEmpty() || !InsurerNumber.hasShape(insurer)) {
            return ResponseEntity.notFound().build();
        }
        Frame frame = frame(request);
        return Html.page(frame, page.of(frame, of.get(), new InsurerNumber(insurer)));
    }

    /** One finding and the facts behind it; 404 for nobody and for somebody hidden alike. */
    @GetMapping(PATH + "/{report}/finding/{number}")
    public ResponseEntity<String> finding(
            HttpServletRequest request, @PathVariable long report, @PathVariable long number) {
        Optional<QualityRow> row = quality.store().finding(report, number, seesAll(request));
        if (row.isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        Frame frame = frame(request);
        return Html.page(frame, finding(frame, quality, row.get(), isOperator(request), RelinkForm.empty()));
    }

    /** The page of a finding, with what was typed to mend its link. */
    static Content finding(Frame frame, Quality quality, QualityRow row, boolean operator, RelinkForm form) {
        return TEMPLATES.qualityFinding(
                frame,
                quality.report(row.report()).orElseThrow(),
                row,
                quality.store().facts(row.finding().facts()).stream()
                        .map(QualityFact::of)
                        .toList(),
                operator,
                form);
    }

    /** One insurer's list as a file, in UTF-8 with a byte order mark or in Shift_JIS. Who took it is recorded. */
    @PostMapping(PATH + "/csv")
    public ResponseEntity<byte[]> csv(
            Principal by, @RequestParam long report, @RequestParam String insurer, @RequestParam String charset) {
        Optional<QualityReport> of = quality.report(report);
        if (of.isEmpty() || !InsurerNumber.hasShape(insurer)) {
            return ResponseEntity.notFound().build();
        }
        boolean shiftJis = charset.equals("shift_jis");
        byte[] file = file(of.get(), new InsurerNumber(insurer), by.getName(), shiftJis);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(
                        new MediaType("text", "csv", shiftJis ? Charset.forName("Shift_JIS") : StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"quality-" + report + "-" + insurer + ".csv\"")
                .body(file);
    }

    private byte[] file(QualityReport report, InsurerNumber insurer, String by, boolean shiftJis) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (!shiftJis) {
            bytes.writeBytes(BYTE_ORDER_MARK);
        }
        try (Writer text = new OutputStreamWriter(bytes, shiftJis ? SHIFT_JIS : StandardCharsets.UTF_8)) {
            quality.export(report, insurer, by, text);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static boolean isOperator(HttpServletRequest request) {
        return request.isUserInRole("OPERATOR");
    }

    private static boolean seesAll(HttpServletRequest request) {
        return request.isUserInRole("AUDITOR");
    }

    private Frame frame(HttpServletRequest request) {
        return frame(frames, request);
    }

    /** After a POST the language switch returns to the first page. */
    static Frame frame(Frames frames, HttpServletRequest request) {
        Frame frame = frames.of(request, new Text("データ品質の点検", "Quality of the registers"));
        return request.getMethod().equals("GET")
                ? frame
                : new Frame(
                        frame.lang(),
                        frame.title(),
                        frame.place(),
                        frame.user(),
                        frame.csrf(),
                        PATH,
                        frame.links(),
                        List.of());
    }
}
