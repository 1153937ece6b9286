package madoguchi.subsidy;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import madoguchi.core.Text;
import madoguchi.subsidy.pages.StaticTemplates;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** 自治体の画面と参加の進み具合 – a clerk sends a file, sees every fault before anything is stored, confirms, and may take it back; everybody of the state's side sees who takes part. Shows no person. A SIMULATION, and says so. */
@RestController
public final class SubsidyPages {

    /** Where clerks of municipalities work. */
    public static final String CLERKS = "/municipality";

    /** Who takes part. */
    public static final String PARTICIPANTS = "/subsidies/participants";

    /** Where an operator decides whether subsidies are told by number. */
    public static final String BY_NUMBER = "/subsidies/by-number";

    private static final String OPERATOR = "OPERATOR";
    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final Text TITLE = new Text("医療費助成の登録", "Subsidy registration");
    private static final Text ONBOARDING = new Text("医療費助成の参加の進み具合", "Who takes part in subsidies");
    private static final int TASKS = 50;
    private static final int FAULTS = 200;
    private static final int LONGEST_REASON = 500;
    private static final String SECONDS_TO_LOOK_AGAIN = "2";

    private final SubsidyHub hub;
    private final Frames frames;
    private final Clock clock;

    SubsidyPages(SubsidyHub hub, Frames frames, Clock clock) {
        this.hub = hub;
        this.frames = frames;
        this.clock = clock;
    }

    /** The files that were sent, and where to send a new one. */
    @GetMapping(CLERKS)
    ResponseEntity<String> start(HttpServletRequest request) {
        return start(request, HttpStatus.OK, Optional.empty());
    }

    private ResponseEntity<String> start(HttpServletRequest request, HttpStatus status, Optional<Text> fault) {
        Frame frame = frame(request, TITLE);
        Optional<MunicipalityCode> municipality = own(request);
        List<Onboarding> types = hub.schemesTakingPart().stream()
                .filter(one -> municipality
                        .map(MunicipalityCode::digits)
                        .equals(Optional.of(one.participant().code())))
                .toList();
        return Html.page(
                status,
                frame,
                TEMPLATES.municipality(
                        frame,
                        municipality,
                        types,
                        municipality.map(code -> hub.tasks(code, TASKS)).orElse(List.of()),
                        today(),
                        fault));
    }

    /** Reads and checks a file; nothing is stored yet. */
    @PostMapping(CLERKS + "/upload")
    ResponseEntity<String> upload(
            HttpServletRequest request, @RequestParam(required = false) @Nullable MultipartFile file)
            throws IOException {
        Optional<MunicipalityCode> municipality = own(request);
        if (municipality.isEmpty()) {
            return start(request, HttpStatus.FORBIDDEN, Optional.empty());
        }
        if (file == null || file.isEmpty()) {
            return start(
                    request,
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    Optional.of(new Text("ファイルを選んでください。", "Choose a file.")));
        }
        String name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
        boolean csv = name.toLowerCase(Locale.ROOT).endsWith(".csv");
        try (InputStream in = file.getInputStream()) {
            RegistrationTask task = hub.preview(
                    in,
                    csv ? Intake.Form.CSV : Intake.Form.JSON,
                    new Intake.Sender(municipality.get(), TaskStore.Origin.CLERK, operator(request), plain(name)));
            return to(task);
        }
    }

    /** A file's name without folders, and no longer than can be shown. */
    private static String plain(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        return last.substring(0, Math.min(last.length(), 100));
    }

    /** One file: what is wrong with it, what became of it; 404 for one that is none of the clerk's. Looks again by itself while it is being stored. */
    @GetMapping(CLERKS + "/tasks/{number}")
    ResponseEntity<String> task(
            HttpServletRequest request, @PathVariable String number, @RequestParam(defaultValue = "0") long after) {
        Frame frame = frame(request, TITLE);
        return own(request, number)
                .map(task -> shown(frame, task, after, HttpStatus.OK, Optional.empty()))
                .orElseGet(() -> missing(frame));
    }

    private ResponseEntity<String> shown(
            Frame frame, RegistrationTask task, long after, HttpStatus status, Optional<Text> fault) {
        List<RecordResult> faulty = hub.results(task, after, FAULTS + 1, true);
        ResponseEntity<String> page = Html.page(
                status,
                frame,
                TEMPLATES.registrationTask(
                        frame,
                        task,
                        faulty.subList(0, Math.min(FAULTS, faulty.size())),
                        faulty.size() > FAULTS,
                        fault));
        return task.state() == TaskState.STORING
                ? ResponseEntity.status(page.getStatusCode())
                        .headers(page.getHeaders())
                        .header("Refresh", SECONDS_TO_LOOK_AGAIN)
                        .body(page.getBody())
                : page;
    }

    /** Stores the good records. */
    @PostMapping(CLERKS + "/tasks/{number}/confirm")
    ResponseEntity<String> confirm(HttpServletRequest request, @PathVariable String number) {
        return own(request, number)
                .map(task -> {
                    boolean _ = hub.confirmed(task.id(), operator(request));
                    return to(task);
                })
                .orElseGet(() -> missing(frame(request, TITLE)));
    }

    /** Stores nothing of it. */
    @PostMapping(CLERKS + "/tasks/{number}/discard")
    ResponseEntity<String> discard(HttpServletRequest request, @PathVariable String number) {
        return own(request, number)
                .map(task -> {
                    boolean _ = hub.discarded(task.id(), operator(request));
                    return to(task);
                })
                .orElseGet(() -> missing(frame(request, TITLE)));
    }

    /** Takes a stored file back, with a reason. */
    @PostMapping(CLERKS + "/tasks/{number}/undo")
    ResponseEntity<String> undo(
            HttpServletRequest request, @PathVariable String number, @RequestParam(defaultValue = "") String reason) {
        Frame frame = frame(request, TITLE);
        Optional<RegistrationTask> task = own(request, number);
        if (task.isEmpty()) {
            return missing(frame);
        }
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            return shown(
                    frame,
                    task.get(),
                    0,
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    Optional.of(new Text("取り消す理由を1～500文字で書いてください。", "Say why, in 1 to 500 characters.")));
        }
        boolean _ = hub.undone(task.get().id(), operator(request), reason.strip());
        return to(task.get());
    }

    /** What became of every record, as CSV for the office's own software. */
    @GetMapping(CLERKS + "/tasks/{number}/report.csv")
    ResponseEntity<StreamingResponseBody> report(HttpServletRequest request, @PathVariable String number) {
        return own(request, number)
                .map(task -> ResponseEntity.ok()
                        .cacheControl(CacheControl.noStore())
                        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                "attachment; filename=\"" + task.number() + "-report.csv\"")
                        .<StreamingResponseBody>body(out -> ReportCsv.write(hub, task, out)))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    /** Who is planned, registered, live, and was used. */
    @GetMapping(PARTICIPANTS)
    ResponseEntity<String> participants(HttpServletRequest request, @RequestParam(defaultValue = "") String q) {
        Frame frame = frame(request, ONBOARDING);
        return Html.page(
                frame,
                TEMPLATES.participants(
                        frame,
                        ParticipantsView.of(hub.schemesTakingPart(), hub.facilitiesTakingPart(), q, today()),
                        hub.schemes(),
                        today(),
                        hub.tellsByNumber(),
                        request.isUserInRole(OPERATOR)));
    }

    /** An operator decides whether subsidies are told by number, too. */
    @PostMapping(BY_NUMBER)
    ResponseEntity<String> byNumber(HttpServletRequest request, @RequestParam boolean told) {
        hub.tellByNumber(told, operator(request));
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(PARTICIPANTS))
                .build();
    }

    private LocalDate today() {
        return clock.instant().atZone(SubsidyHub.JAPAN).toLocalDate();
    }

    private Optional<MunicipalityCode> own(HttpServletRequest request) {
        return hub.municipalityOf(operator(request));
    }

    private Optional<RegistrationTask> own(HttpServletRequest request, String number) {
        return own(request)
                .flatMap(caller -> RegistrationTask.id(number)
                        .flatMap(hub::task)
                        .filter(task -> task.municipality().equals(caller)));
    }

    private static String operator(HttpServletRequest request) {
        return Optional.ofNullable(request.getUserPrincipal())
                .map(Principal::getName)
                .orElse("");
    }

    private static ResponseEntity<String> to(RegistrationTask task) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(CLERKS + "/tasks/" + task.number()))
                .build();
    }

    private static ResponseEntity<String> missing(Frame frame) {
        return Html.page(
                HttpStatus.NOT_FOUND,
                frame,
                Html.notice(
                        frame,
                        new Text("この受付番号はありません。", "There is no such task."),
                        new Text("一覧へ戻ってください。", "Go back to the list."),
                        ""));
    }

    /** The language switch returns to a page that can be opened by itself. */
    private Frame frame(HttpServletRequest request, Text title) {
        Frame frame = frames.of(request, title);
        return request.getMethod().equals("GET")
                ? frame
                : new Frame(
                        frame.lang(),
                        frame.title(),
                        frame.place(),
                        frame.user(),
                        frame.csrf(),
                        CLERKS,
                        frame.links(),
                        List.of());
    }
}
