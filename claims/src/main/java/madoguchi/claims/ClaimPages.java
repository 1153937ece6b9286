package madoguchi.claims;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import madoguchi.claims.ClaimFileCheck.Changed;
import madoguchi.claims.pages.StaticTemplates;
import madoguchi.core.Parsed;
import madoguchi.core.Problem;
import madoguchi.core.Text;
import madoguchi.uke.ClaimReader;
import madoguchi.uke.FileKind;
import madoguchi.uke.IR;
import madoguchi.uke.Part;
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

/** 請求前の点検の画面 – the file, its report, the changes, and the agency's results. Addresses carry opaque ids only. */
@RestController
@RequestMapping("/claims")
public final class ClaimPages {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final Text TITLE = new Text("請求前の点検", "Check before claiming");
    private static final Text RESULTS = new Text("請求の結果", "Results of claims");
    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");
    private static final int RESULTS_SHOWN = 500;
    private static final Text NO_CLAIM = new Text(
            "電子レセプトのファイルではありません。レセコンが作った RECEIPTC.UKE などを、ほかのソフトで開かずにそのまま選んでください。",
            "Not a claim file. Choose the one the claims computer made, such as RECEIPTC.UKE, not saved anew by another program.");
    private static final Text NO_FILE = new Text("ファイルを選んでください。", "Choose a file.");
    private static final Text EMPTY = new Text(
            "選んだファイルは中身が空です。作り直すか取り直してから、もう一度選んでください。",
            "The chosen file is empty. Make or fetch it again, then choose it once more.");

    private final Frames frames;
    private final ClaimStore store;
    private final ClaimRound round;
    private final ClaimWork work;
    private final Clock clock;

    ClaimPages(Frames frames, ClaimStore store, ClaimRound round, ClaimWork work, Clock clock) {
        this.frames = frames;
        this.store = store;
        this.round = round;
        this.work = work;
        this.clock = clock;
    }

    /** The files that were checked, and where to send a new one. */
    @GetMapping
    ResponseEntity<String> start(HttpServletRequest request) {
        return start(request, HttpStatus.OK, Optional.empty());
    }

    private ResponseEntity<String> start(HttpServletRequest request, HttpStatus status, Optional<Text> fault) {
        Frame frame = frames.of(request, TITLE, "claims.js");
        long open = store.results(RESULTS_SHOWN).stream()
                .filter(result -> !result.done())
                .count();
        return Html.page(
                status, frame, TEMPLATES.claims(frame, new ClaimsView(store.latest(ClaimStore.KEPT), open, fault)));
    }

    /** Takes a file and begins to check it. */
    @PostMapping("/upload")
    ResponseEntity<String> upload(
            HttpServletRequest request, @RequestParam(required = false) @Nullable MultipartFile file)
            throws IOException {
        Optional<Text> nothing = nothing(file);
        if (file == null || nothing.isPresent()) {
            return start(request, HttpStatus.UNPROCESSABLE_CONTENT, nothing);
        }
        byte[] bytes = file.getBytes();
        ClaimReader reader = new ClaimReader(new ByteArrayInputStream(bytes));
        if (!(reader.next() instanceof Part.Head head) || reader.kind() == FileKind.UNKNOWN) {
            return start(request, HttpStatus.UNPROCESSABLE_CONTENT, Optional.of(NO_CLAIM));
        }
        Upload upload = new Upload(
                UUID.randomUUID().toString(),
                clock.instant(),
                Clerk.operator(request),
                reader.kind(),
                head.lines().getFirst().typed() instanceof IR ir ? ir.claimMonth() : Optional.empty(),
                bytes.length,
                false);
        store.add(upload, bytes);
        round.again(upload.id());
        return Clerk.to("/claims/" + upload.id());
    }

    /** Why nothing can be read: no file was chosen, or the chosen one is empty. A browser sends a nameless part when none was. */
    private static Optional<Text> nothing(@Nullable MultipartFile file) {
        if (file == null
                || (file.isEmpty() && String.valueOf(file.getOriginalFilename()).isEmpty())) {
            return Optional.of(NO_FILE);
        }
        return file.isEmpty() ? Optional.of(EMPTY) : Optional.empty();
    }

    /** One file's report. */
    @GetMapping("/{id}")
    ResponseEntity<String> report(HttpServletRequest request, @PathVariable String id) {
        Frame frame = frames.of(request, TITLE, "claims.js");
        return view(id).map(
                        view -> Html.page(frame, TEMPLATES.claimpage(frame, id, TEMPLATES.claimreport(frame, view))))
                .orElseGet(() -> missing(frame));
    }

    /** The moving part of a report alone. */
    @GetMapping("/{id}/part")
    ResponseEntity<String> part(HttpServletRequest request, @PathVariable String id) {
        Frame frame = frames.of(request, TITLE, "claims.js");
        return view(id).map(view -> ResponseEntity.ok()
                        .cacheControl(CacheControl.noStore())
                        .contentType(HTML)
                        .body(Html.render(TEMPLATES.claimreport(frame, view))))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private Optional<ReportView> view(String id) {
        return store.find(id).map(upload -> ReportView.of(upload, state(upload), work.mended(id)));
    }

    private ClaimRound.State state(Upload upload) {
        return upload.removed()
                ? new ClaimRound.State.Failed(new Text("このファイルの中身は削除されました。", "What this file held was removed."))
                : round.of(upload.id());
    }

    /** Checks it anew, such as after the line came back. */
    @PostMapping("/{id}/again")
    ResponseEntity<String> again(@PathVariable String id) {
        store.find(id).filter(upload -> !upload.removed()).ifPresent(upload -> round.again(id));
        return Clerk.to("/claims/" + id);
    }

    /** What the certain corrections would change: the list before it is done. */
    @GetMapping("/{id}/fix")
    ResponseEntity<String> proposed(HttpServletRequest request, @PathVariable String id) {
        Frame frame = frames.of(request, TITLE, "claims.js");
        return view(id).map(view -> Html.page(
                        frame,
                        TEMPLATES.claimchanges(
                                frame,
                                new ChangesView(view.upload(), work.proposed(view.upload(), view.certain()), true))))
                .orElseGet(() -> missing(frame));
    }

    /** Makes them. */
    @PostMapping("/{id}/fix")
    ResponseEntity<String> fix(HttpServletRequest request, @PathVariable String id) {
        view(id).ifPresent(view -> work.mendCertain(view.upload(), view.certain(), Clerk.operator(request)));
        return Clerk.to("/claims/" + id + "/changes");
    }

    /** What was changed so far. */
    @GetMapping("/{id}/changes")
    ResponseEntity<String> changes(HttpServletRequest request, @PathVariable String id) {
        Frame frame = frames.of(request, TITLE, "claims.js");
        return store.find(id)
                .map(upload -> {
                    List<Changed> changes = new ArrayList<>();
                    work.corrected(upload, changes);
                    return Html.page(frame, TEMPLATES.claimchanges(frame, new ChangesView(upload, changes, false)));
                })
                .orElseGet(() -> missing(frame));
    }

    /** Makes one receipt a former, unidentified or disaster claim. */
    @PostMapping("/{id}/receipts/{ordinal}")
    ResponseEntity<String> form(
            HttpServletRequest request,
            @PathVariable String id,
            @PathVariable long ordinal,
            @RequestParam(defaultValue = "") String form,
            @RequestParam(defaultValue = "") String refuses,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String phone) {
        Frame frame = frames.of(request, TITLE, "claims.js");
        Optional<ReportView> view = view(id);
        Optional<CheckedReceipt> receipt = view.stream()
                .flatMap(one -> one.receipts().stream())
                .filter(one -> one.ordinal() == ordinal)
                .findFirst();
        Optional<Mending> chosen = Arrays.stream(Mending.values())
                .filter(one -> one.isForm() && one.name().equals(form))
                .findFirst();
        if (receipt.isEmpty() || chosen.isEmpty()) {
            return missing(frame);
        }
        Mending mending = chosen.get();
        List<Problem> problems = work.form(
                view.get().upload(),
                receipt.get(),
                mending,
                refuses.isEmpty(),
                Statement.inDisaster(place, phone),
                Clerk.operator(request));
        return problems.isEmpty()
                ? Clerk.to("/claims/" + id + "/changes")
                : Html.page(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        frame,
                        TEMPLATES.claimform(frame, id, receipt.get(), mending, problems));
    }

    /** 訂正したファイル, under the official name of its kind. */
    @GetMapping("/{id}/corrected")
    ResponseEntity<byte[]> corrected(@PathVariable String id) {
        return store.find(id)
                .filter(upload -> !upload.removed())
                .map(upload -> file(
                        work.corrected(upload, new ArrayList<>()),
                        upload.kind().fileName(),
                        MediaType.APPLICATION_OCTET_STREAM))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    /** 指摘の一覧. */
    @GetMapping("/{id}/list.csv")
    ResponseEntity<byte[]> csv(@PathVariable String id) {
        return view(id).filter(view -> view.summary().isPresent())
                .map(view -> file(
                        ClaimCsv.of(view.receipts()), "tenken.csv", MediaType.parseMediaType("text/csv;charset=UTF-8")))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private static ResponseEntity<byte[]> file(byte[] bytes, String name, MediaType type) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .contentType(type)
                .body(bytes);
    }

    /** Removes what the file held. */
    @PostMapping("/{id}/delete")
    ResponseEntity<String> delete(HttpServletRequest request, @PathVariable String id) {
        store.remove(id, clock.instant(), Clerk.operator(request));
        round.forget(id);
        return Clerk.to("/claims");
    }

    /** What the agency sent back. */
    @GetMapping("/results")
    ResponseEntity<String> results(HttpServletRequest request) {
        return results(request, HttpStatus.OK, List.of(), Optional.empty());
    }

    /** Takes a result letter; all of it or nothing. */
    @PostMapping("/results")
    ResponseEntity<String> takeResults(
            HttpServletRequest request, @RequestParam(required = false) @Nullable MultipartFile file)
            throws IOException {
        Optional<Text> nothing = nothing(file);
        if (file == null || nothing.isPresent()) {
            return results(
                    request,
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    nothing.stream().map(reason -> new Problem("file", reason)).toList(),
                    Optional.empty());
        }
        Parsed<List<ResultLine>> read = ResultLetter.read(file.getBytes());
        if (!read.problems().isEmpty()) {
            return results(request, HttpStatus.UNPROCESSABLE_CONTENT, read.problems(), Optional.empty());
        }
        int taken = store.addResults(read.orElseThrow(), clock.instant(), Clerk.operator(request));
        return results(
                request, HttpStatus.OK, List.of(), Optional.of(new Text(taken + " 件を取り込みました。", taken + " taken.")));
    }

    /** 返戻などの理由ごとの件数, for statistics: month, rule, outcome, receipts; no person. */
    @GetMapping("/results/reasons.csv")
    ResponseEntity<byte[]> reasons() {
        return file(
                ReturnReason.csv(store.reasons()).getBytes(StandardCharsets.UTF_8),
                "riyuu.csv",
                MediaType.parseMediaType("text/csv;charset=UTF-8"));
    }

    /** A clerk is done with one. */
    @PostMapping("/results/{seq}/done")
    ResponseEntity<String> done(HttpServletRequest request, @PathVariable long seq) {
        store.done(seq, clock.instant(), Clerk.operator(request));
        return Clerk.to("/claims/results");
    }

    /** 再請求 – the receipt that came back, made anew with what its reception confirms now. */
    @GetMapping("/results/{seq}/reclaim")
    ResponseEntity<?> reclaim(HttpServletRequest request, @PathVariable long seq) {
        Optional<byte[]> made = store.results(RESULTS_SHOWN).stream()
                .filter(result -> result.seq() == seq)
                .findFirst()
                .flatMap(result -> work.reclaim(result.line()));
        return made.isPresent()
                ? file(made.get(), "SAISEIKYU.UKE", MediaType.APPLICATION_OCTET_STREAM)
                : Html.page(
                        HttpStatus.UNPROCESSABLE_CONTENT, frames.of(request, RESULTS, "claims.js"), notYet(request));
    }

    private Content notYet(HttpServletRequest request) {
        return Html.notice(
                frames.of(request, RESULTS, "claims.js"),
                new Text("このレセプトは、まだ作り直せません。", "This receipt cannot be made anew yet."),
                new Text(
                        "患者さんに新しい資格を尋ね、受付で照会して確かめてから、もう一度押してください。請求先が変わるときは、レセコンで作り直してください。",
                        "Ask the patient, confirm the new coverage by an inquiry at the reception, and try again. Where the body changes, make it in the claims computer."),
                "");
    }

    private ResponseEntity<String> results(
            HttpServletRequest request, HttpStatus status, List<Problem> problems, Optional<Text> note) {
        Frame frame = frames.of(request, RESULTS, "claims.js");
        Function<ResultLine, List<String>> matching = work.matching();
        Set<Optional<String>> kept = store.latest(ClaimStore.KEPT).stream()
                .filter(upload -> !upload.removed())
                .map(upload -> upload.claimed().map(YearMonth::toString))
                .collect(Collectors.toSet());
        List<ResultsView.Item> items = store.results(RESULTS_SHOWN).stream()
                .map(result -> new ResultsView.Item(
                        result.seq(),
                        result.line(),
                        result.done(),
                        result.done() ? List.of() : matching.apply(result.line()),
                        !result.done()
                                && result.line().outcome().isReturned()
                                && kept.contains(Optional.of(result.line().claimMonth()))))
                .toList();
        return Html.page(
                status, frame, TEMPLATES.claimresults(frame, new ResultsView(items, store.reasons(), problems, note)));
    }

    private static ResponseEntity<String> missing(Frame frame) {
        return Html.page(
                HttpStatus.NOT_FOUND,
                frame,
                Html.notice(
                        frame,
                        new Text("このファイルは見つかりません。", "There is no such file."),
                        new Text("請求前の点検の画面に戻って選び直してください。", "Go back to the checks and choose again."),
                        ""));
    }
}
