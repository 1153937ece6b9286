package madoguchi.review;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
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

/** 審査支払の運用画面 – files taken and their state, what each run came to by rule and by payer, down to the receipts a rule decided, and the files to be sent. Shows no person. */
@RestController
public final class ReviewPages {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final String PATH = "/review";
    private static final int FILES = 50;
    private static final int RUNS = 12;
    private static final int ROWS = 100;
    private static final Text NO_FILE = new Text("ファイルを選んでください。", "Choose a file.");
    private static final Text EMPTY =
            new Text("選んだファイルは中身が空です。何も受け付けていません。", "The chosen file is empty. Nothing was taken.");

    private final Agency agency;
    private final IntakeStore files;
    private final RunStore runs;
    private final Frames frames;

    ReviewPages(Agency agency, IntakeStore files, RunStore runs, Frames frames) {
        this.agency = agency;
        this.files = files;
        this.runs = runs;
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
        return Html.page(status, frame, TEMPLATES.review(frame, fault, taken, agency.files(FILES), agency.runs(RUNS)));
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
}
