package madoguchi.review;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import madoguchi.core.Text;
import madoguchi.review.pages.StaticTemplates;
import madoguchi.web.Frame;
import madoguchi.web.Frames;
import madoguchi.web.Html;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
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
import org.springframework.web.multipart.MultipartFile;

/** 審査支払の運用画面 – files taken and their state, what each run came to by rule and by payer, down to the receipts a rule decided, and the files to be sent; settles a month. Shows no person. */
@RestController
public final class ReviewPages implements AutoCloseable {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final String PATH = "/review";
    private static final String SETTLING = PATH + "/settling";
    private static final String REFRESH_SECONDS = "2";
    private static final int FILES = 50;
    private static final int RUNS = 12;
    private static final int ROWS = 100;
    private static final Text NO_FILE = new Text("ファイルを選んでください。", "Choose a file.");
    private static final Text EMPTY =
            new Text("選んだファイルは中身が空です。何も受け付けていません。", "The chosen file is empty. Nothing was taken.");

    private static final Text UNDER_WAY = new Text(
            "すでに処理中です。二つの処理は同時にできません。終わるのを待ってください。",
            "A run is under way already; there is one at a time. Wait until it has ended.");
    private static final Text NOT_WAITING = new Text(
            "その請求年月で処理を待つファイルはありません。もう処理が済んだのかもしれません。下の一覧を見てください。",
            "No file of that claim month waits. It may have been settled just now: see the list below.");

    private final Agency agency;
    private final IntakeStore files;
    private final RunStore runs;
    private final Frames frames;
    private final SettleRound round;

    ReviewPages(Agency agency, IntakeStore files, RunStore runs, SettleRound round, Frames frames) {
        this.agency = agency;
        this.files = files;
        this.runs = runs;
        this.round = round;
        this.frames = frames;
    }

    /** The files received last and the runs finished last. */
    @GetMapping(PATH)
    ResponseEntity<String> overview(HttpServletRequest request) {
        return overview(request, HttpStatus.OK, Optional.empty(), Optional.empty());
    }

    private ResponseEntity<String> overview(
            HttpServletRequest request, HttpStatus status, Optional<Text> fault, Optional<Acknowledgement> taken) {
        Frame frame = frame(request);
        return Html.page(
                status,
                frame,
                TEMPLATES.review(frame, fault, taken, standing(), agency.files(FILES), agency.runs(RUNS)));
    }

    /** The round is looked at before and after the log is asked: a run that begins or ends between is here, not elsewhere. */
    private Standing standing() {
        boolean before = round.state() instanceof RunState.Running;
        boolean underWay = runs.isUnderWay();
        List<WaitingMonth> months = agency.months();
        RunState state = round.state();
        return new Standing(state, underWay && !before && !(state instanceof RunState.Running), months);
    }

    /** Begins to settle a month and leads to {@value #SETTLING}; 409, and nothing is begun, when a run is under way or the month does not wait any more. */
    @PostMapping(PATH + "/runs")
    ResponseEntity<String> settle(HttpServletRequest request, @RequestParam(defaultValue = "") String month) {
        Optional<WaitingMonth> waiting = agency.months().stream()
                .filter(one -> one.month().toString().equals(month))
                .findFirst();
        if (runs.isUnderWay()) {
            return overview(request, HttpStatus.CONFLICT, Optional.of(UNDER_WAY), Optional.empty());
        }
        if (waiting.isEmpty()) {
            return overview(request, HttpStatus.CONFLICT, Optional.of(NOT_WAITING), Optional.empty());
        }
        return round.begin(waiting.get(), operator(request))
                ? ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .header(HttpHeaders.LOCATION, SETTLING)
                        .build()
                : overview(request, HttpStatus.CONFLICT, Optional.of(UNDER_WAY), Optional.empty());
    }

    private static String operator(HttpServletRequest request) {
        return Optional.ofNullable(request.getUserPrincipal())
                .map(Principal::getName)
                .orElse("");
    }

    /** How far settling is; comes again by itself until it has ended. It can be left at any time. */
    @GetMapping(SETTLING)
    ResponseEntity<String> settling(HttpServletRequest request) {
        Frame frame = frame(request);
        Standing standing = standing();
        ResponseEntity<String> page = Html.page(frame, TEMPLATES.settling(frame, standing));
        return standing.isUnderWay()
                ? ResponseEntity.ok()
                        .headers(page.getHeaders())
                        .header("Refresh", REFRESH_SECONDS)
                        .body(page.getBody())
                : page;
    }

    /** Takes a file by hand and shows what became of it; status 422 when nothing of it was taken. */
    @PostMapping(PATH + "/files")
    ResponseEntity<String> take(
            HttpServletRequest request, @RequestParam(required = false) @Nullable MultipartFile file)
            throws IOException {
        if (file == null || file.isEmpty()) {
            boolean chosen =
                    file != null && !String.valueOf(file.getOriginalFilename()).isEmpty();
            return overview(
                    request, HttpStatus.UNPROCESSABLE_CONTENT, Optional.of(chosen ? EMPTY : NO_FILE), Optional.empty());
        }
        try (InputStream in = file.getInputStream()) {
            Acknowledgement taken = agency.take(in, Optional.empty(), bytes -> {});
            return overview(
                    request,
                    taken.state() == Acknowledgement.State.REFUSED ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK,
                    Optional.empty(),
                    Optional.of(taken));
        }
    }

    /** One file: what was set aside and why. 404 for a number that is none. */
    @GetMapping(PATH + "/files/{id}")
    ResponseEntity<String> file(HttpServletRequest request, @PathVariable long id) {
        Frame frame = frame(request);
        return files.file(id)
                .map(told -> Html.page(frame, TEMPLATES.claimFile(frame, told, runs.runOf(id), letter(told))))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    /** Where the letter about a file is, without its ending; empty before it was settled and where nothing is told. */
    private Optional<String> letter(Acknowledgement told) {
        return runs.runOf(told.id())
                .flatMap(run -> told.facility()
                        .map(facility -> "letters/" + facility.digits() + "/" + told.reception())
                        .filter(path -> runs.wasSent(run.id(), path + ".csv")));
    }

    /** One run: figures by rule and by insurer, and every file that was written. */
    @GetMapping(PATH + "/runs/{id}")
    ResponseEntity<String> run(HttpServletRequest request, @PathVariable long id) {
        Frame frame = frame(request);
        return runs.run(id)
                .map(run ->
                        Html.page(frame, TEMPLATES.run(frame, run, runs.rules(id), runs.insurers(id), runs.sent(id))))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    /** The receipts that a rule decided, from behind one of them on. */
    @GetMapping(PATH + "/runs/{id}/rules/{rule}")
    ResponseEntity<String> receipts(
            HttpServletRequest request,
            @PathVariable long id,
            @PathVariable String rule,
            @RequestParam(defaultValue = "0") long file,
            @RequestParam(defaultValue = "0") long ordinal) {
        Optional<RunReport> run = runs.run(id);
        if (run.isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        Frame frame = frame(request);
        List<RuledReceipt> rows = runs.receipts(id, rule, file, ordinal, ROWS + 1);
        List<RuledReceipt> shown = rows.subList(0, Math.min(ROWS, rows.size()));
        return Html.page(
                frame,
                TEMPLATES.ruled(
                        frame,
                        run.get(),
                        rule,
                        shown,
                        rows.size() > ROWS ? Optional.of(shown.getLast()) : Optional.empty()));
    }

    /** A result file; 404 for whatever the run did not write. */
    @GetMapping(PATH + "/runs/{id}/sent")
    ResponseEntity<Object> sent(@PathVariable long id, @RequestParam String path) {
        Optional<Path> file = runs.run(id)
                .filter(run -> runs.wasSent(id, path))
                .map(run -> Path.of(run.folder()).resolve(path))
                .filter(Files::exists);
        return file.<ResponseEntity<Object>>map(found -> ResponseEntity.ok()
                        .cacheControl(CacheControl.noStore())
                        .contentType(MediaType.APPLICATION_OCTET_STREAM)
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                "attachment; filename=\"" + path.replace('/', '-') + "\"")
                        .body(new FileSystemResource(found)))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    /** The language switch returns to the first page. */
    private Frame frame(HttpServletRequest request) {
        Frame frame = frames.of(request, new Text("審査支払", "Review"));
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

    /** Ends the thread that settles; a run on it is broken off and goes on when it is begun again. */
    @Override
    public void close() {
        round.close();
    }
}
