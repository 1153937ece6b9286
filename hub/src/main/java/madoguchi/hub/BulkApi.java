package madoguchi.hub;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import madoguchi.core.BulkResult;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.core.Parsed;
import madoguchi.core.Problem;
import madoguchi.json.CoreJson;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * 一括照会の窓口（HTTP） – {@code POST /api/bulk-inquiries} takes JSON lines and gives a 受付番号; {@code GET …/{reception}} tells how far it is, {@code GET …/{reception}/results} gives the results as JSON
 * lines, {@code DELETE …/{reception}} calls it off. The caller is known by its client certificate. A reception of another facility is answered like one that does not exist.
 *
 * <p>{@code POST /api/bulk-retrievals} (一括取得) asks for people without naming them, as {@link RetrievalText} describes; everything after that is the same.
 */
@RestController
public final class BulkApi {

    /** Where bulk inquiries are posted. */
    public static final String PATH = "/api/bulk-inquiries";

    /** Everything below. */
    public static final String BELOW = PATH + "/**";

    /** Where retrievals are posted; they are looked at, given out and called off like inquiries. */
    public static final String RETRIEVALS = "/api/bulk-retrievals";

    static final String REQUEST_ID = "Idempotency-Key";
    private static final MediaType LINES = MediaType.parseMediaType("application/x-ndjson");

    private final BulkJobs jobs;

    /** Over these jobs. */
    public BulkApi(BulkJobs jobs) {
        this.jobs = jobs;
    }

    /** What a request is told that was taken. */
    record Receipt(String reception, Instant at) {}

    /** 202 with the 受付番号, also when the same id comes again; 400 and 413 with all reasons, 409 for the id of another request, 429 with Retry-After for too many open ones. */
    @PostMapping(PATH)
    ResponseEntity<String> take(
            InputStream text,
            @RequestHeader(name = REQUEST_ID, defaultValue = "") String requestId,
            @Nullable Principal principal)
            throws IOException {
        return taken(principal, facility -> jobs.take(facility, requestId, text));
    }

    /** The same for a retrieval. */
    @PostMapping(RETRIEVALS)
    ResponseEntity<String> retrieve(
            InputStream text,
            @RequestHeader(name = REQUEST_ID, defaultValue = "") String requestId,
            @Nullable Principal principal)
            throws IOException {
        return taken(principal, facility -> jobs.retrieve(facility, requestId, text));
    }

    /** 受付. */
    private interface Taking {
        BulkTaken take(MedicalInstitutionCode facility) throws IOException;
    }

    private static ResponseEntity<String> taken(@Nullable Principal principal, Taking taking) throws IOException {
        Optional<MedicalInstitutionCode> facility = facility(principal);
        if (facility.isEmpty()) {
            return nobody();
        }
        return switch (taking.take(facility.get())) {
            case BulkTaken.Accepted(var reception, var at) -> json(HttpStatus.ACCEPTED, new Receipt(reception, at));
            case BulkTaken.Refused(var problems, var tooMany) ->
                refused(tooMany ? HttpStatus.CONTENT_TOO_LARGE : HttpStatus.BAD_REQUEST, problems);
            case BulkTaken.OtherContent() ->
                refused(
                        HttpStatus.CONFLICT,
                        List.of(Problem.at(
                                REQUEST_ID,
                                "同じ識別子で別の内容が送られています。新しい識別子で送ってください。",
                                "This id was used for other content. Send it under a new id.")));
            case BulkTaken.TooManyOpen(var most) ->
                later(
                        HttpStatus.TOO_MANY_REQUESTS,
                        60,
                        "終わっていない一括照会が" + most + "件あります。終わってから送ってください。",
                        most + " bulk inquiries are not finished. Send it when one is.");
        };
    }

    /** 200 with counts; 404 for a number this facility does not have. */
    @GetMapping(PATH + "/{reception}")
    ResponseEntity<String> look(@PathVariable String reception, @Nullable Principal principal) {
        return about(principal, facility -> jobs.job(facility, reception));
    }

    /** Calls it off; the same answer as {@link #look}. */
    @DeleteMapping(PATH + "/{reception}")
    ResponseEntity<String> cancel(@PathVariable String reception, @Nullable Principal principal) {
        return about(principal, facility -> jobs.cancel(facility, reception));
    }

    /** 200 with a {@link BulkResult} a line in the order of the questions (of a cancelled one those that were answered); 409 with Retry-After while it is being processed. */
    @GetMapping(PATH + "/{reception}/results")
    void results(@PathVariable String reception, @Nullable Principal principal, HttpServletResponse response)
            throws IOException {
        Optional<MedicalInstitutionCode> facility = facility(principal);
        Optional<BulkJob> job = facility.flatMap(known -> jobs.job(known, reception));
        if (job.isPresent() && !job.get().isOpen()) {
            stream(job.get(), response);
        } else {
            send(facility.isEmpty() ? nobody() : job.isEmpty() ? unknown() : processing(), response);
        }
    }

    private void stream(BulkJob job, HttpServletResponse response) throws IOException {
        response.setContentType(LINES.toString());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        OutputStream out = response.getOutputStream();
        try {
            jobs.results(job, result -> write(out, result));
        } catch (UncheckedIOException hungUp) {
            throw hungUp.getCause();
        }
    }

    private static void write(OutputStream out, BulkResult result) {
        try {
            out.write(CoreJson.mapper().writeValueAsBytes(result));
            out.write('\n');
        } catch (IOException hungUp) {
            throw new UncheckedIOException(hungUp);
        }
    }

    private static void send(ResponseEntity<String> answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.getStatusCode().value());
        answer.getHeaders().forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
        response.getOutputStream()
                .write(Optional.ofNullable(answer.getBody())
                        .orElse("")
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    /** The database is away: nothing was taken, come again. */
    @ExceptionHandler(DataAccessException.class)
    ResponseEntity<String> down() {
        return later(
                HttpStatus.SERVICE_UNAVAILABLE,
                30,
                "資格確認システムが応答できません。しばらくしてからもう一度送ってください。",
                "The hub cannot answer now. Send it again in a while.");
    }

    private ResponseEntity<String> about(
            @Nullable Principal principal, Function<MedicalInstitutionCode, Optional<BulkJob>> job) {
        Optional<MedicalInstitutionCode> facility = facility(principal);
        if (facility.isEmpty()) {
            return nobody();
        }
        return job.apply(facility.get())
                .map(found -> json(HttpStatus.OK, BulkStatus.of(found)))
                .orElseGet(BulkApi::unknown);
    }

    private static Optional<MedicalInstitutionCode> facility(@Nullable Principal principal) {
        return Optional.ofNullable(principal)
                .map(known -> MedicalInstitutionCode.parse("certificate", known.getName()))
                .filter(parsed -> parsed.problems().isEmpty())
                .map(Parsed::orElseThrow);
    }

    private static ResponseEntity<String> nobody() {
        return refused(
                HttpStatus.UNAUTHORIZED,
                List.of(Problem.at(
                        "certificate",
                        "医療機関コードのクライアント証明書が必要です。",
                        "A bulk inquiry needs a client certificate that names a facility.")));
    }

    private static ResponseEntity<String> unknown() {
        return refused(
                HttpStatus.NOT_FOUND, List.of(Problem.at("reception", "この受付番号はありません。", "There is no such reception.")));
    }

    private static ResponseEntity<String> processing() {
        return later(HttpStatus.CONFLICT, 5, "処理中です。", "It is being processed.");
    }

    private static ResponseEntity<String> later(HttpStatus status, int seconds, String ja, String en) {
        return ResponseEntity.status(status)
                .header(HttpHeaders.RETRY_AFTER, Integer.toString(seconds))
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(details(status, List.of(Problem.at("reception", ja, en))));
    }

    private static ResponseEntity<String> refused(HttpStatus status, List<Problem> problems) {
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(details(status, problems));
    }

    private static String details(HttpStatus status, List<Problem> problems) {
        return CoreJson.mapper()
                .writeValueAsString(new BulkRefusal(
                        status.getReasonPhrase(),
                        status.value(),
                        problems.getFirst().toString(),
                        problems));
    }

    private static ResponseEntity<String> json(HttpStatus status, Object body) {
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_JSON)
                .body(CoreJson.mapper().writeValueAsString(body));
    }
}
