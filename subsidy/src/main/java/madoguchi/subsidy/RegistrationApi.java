package madoguchi.subsidy;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import madoguchi.core.Problem;
import madoguchi.core.Text;
import madoguchi.json.CoreJson;
import madoguchi.web.MachineAnswer;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * 医療費助成対象者情報の登録（HTTP） – a SIMULATION after {@code postRegistrationTasks} of the published draft ({@code pmh.md} §3): {@code POST} takes a JSON array of records of any length and answers with a task; {@code GET} tells
 * how far it has come; {@code GET …/results} what became of each record. Path, answers and numbers of faults are OURS. The municipality is known by its client certificate or its token ({@link Tokens}) and sees its own tasks only.
 */
@RestController
public final class RegistrationApi {

    /** Where arrays of records are posted. */
    public static final String PATH = "/api/subsidies/registration-tasks";

    /** Everything below. */
    public static final String BELOW = PATH + "/**";

    private static final int MOST = 5_000;

    private final SubsidyHub hub;
    private final ApiCallers callers;

    RegistrationApi(SubsidyHub hub) {
        this.hub = hub;
        this.callers = new ApiCallers(hub.tokens());
    }

    /** 処理 as the municipality gets it. */
    record Told(
            String task,
            TaskState state,
            long records,
            long good,
            long setAside,
            long warned,
            long done,
            long stored,
            long unchanged,
            Optional<ToldFault> refused) {
        static Told of(RegistrationTask task) {
            return new Told(
                    task.number(),
                    task.state(),
                    task.records(),
                    task.good(),
                    task.aside(),
                    task.warned(),
                    task.done(),
                    task.stored(),
                    task.unchanged(),
                    task.refused().map(RecordCode::fault).map(ToldFault::of));
        }
    }

    /** 誤り. */
    record ToldFault(String code, RecordCode.Severity severity, String field, Text reason) {
        static ToldFault of(RecordFault fault) {
            return new ToldFault(
                    fault.code().code(),
                    fault.code().severity(),
                    fault.field(),
                    fault.code().reason());
        }
    }

    /** 記録の結果. */
    record ToldResult(int record, Optional<String> historyKey, RecordResult.Outcome outcome, List<ToldFault> faults) {
        static ToldResult of(RecordResult result) {
            return new ToldResult(
                    result.record(),
                    result.historyKey(),
                    result.outcome(),
                    result.faults().stream().map(ToldFault::of).toList());
        }
    }

    /** 202 with the task when the array was read to its end; 422 when not; 401, 403 and 429 as {@link ApiRefusal} says; 415 for anything but JSON. */
    @PostMapping(value = PATH, consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> post(InputStream body, HttpServletRequest request) throws IOException {
        return switch (callers.of(request)) {
            case ApiCaller.Refused refused -> refused(refused);
            case ApiCaller.Municipality(var municipality, var by) -> {
                RegistrationTask task = hub.post(body, municipality, by);
                yield json(
                        task.state() == TaskState.REFUSED ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.ACCEPTED,
                        Told.of(task));
            }
        };
    }

    /** How far the task has come; 404 for one that is none of the caller's. */
    @GetMapping(PATH + "/{number}")
    ResponseEntity<String> task(@PathVariable String number, HttpServletRequest request) {
        return own(number, request, task -> json(HttpStatus.OK, Told.of(task)));
    }

    /** What became of the records behind {@code after}, at most {@value #MOST}; with {@code faulty} only those with something to say. */
    @GetMapping(PATH + "/{number}/results")
    ResponseEntity<String> results(
            @PathVariable String number,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "1000") int most,
            @RequestParam(defaultValue = "false") boolean faulty,
            HttpServletRequest request) {
        return own(
                number,
                request,
                task -> json(
                        HttpStatus.OK,
                        hub.results(task, after, Math.clamp(most, 1, MOST), faulty).stream()
                                .map(ToldResult::of)
                                .toList()));
    }

    /** The database is away: come again. */
    @ExceptionHandler(DataAccessException.class)
    ResponseEntity<String> down() {
        return MachineAnswer.later(CoreJson.mapper()
                .writeValueAsString(List.of(Problem.at(
                        "task",
                        "受け付けられません。しばらくしてからもう一度送ってください。",
                        "It cannot be taken now. Send it again in a while."))));
    }

    private ResponseEntity<String> own(
            String number, HttpServletRequest request, Function<RegistrationTask, ResponseEntity<String>> told) {
        return switch (callers.of(request)) {
            case ApiCaller.Refused refused -> refused(refused);
            case ApiCaller.Municipality(var municipality, var by) ->
                RegistrationTask.id(number)
                        .flatMap(hub::task)
                        .filter(task -> task.municipality().equals(municipality))
                        .map(told)
                        .orElseGet(() -> json(HttpStatus.NOT_FOUND, List.of(unknown())));
        };
    }

    private static ResponseEntity<String> refused(ApiCaller.Refused refused) {
        HttpHeaders headers = new HttpHeaders();
        if (refused.why().status() == HttpStatus.UNAUTHORIZED) {
            headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"subsidies\"");
        }
        refused.after().ifPresent(wait -> headers.set(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds() + 1)));
        ResponseEntity<String> told = json(refused.why().status(), refused.why().problems());
        headers.addAll(told.getHeaders());
        return new ResponseEntity<>(told.getBody(), headers, told.getStatusCode());
    }

    private static Problem unknown() {
        return Problem.at("task", "この受付番号はありません。", "There is no such task.");
    }

    private static ResponseEntity<String> json(HttpStatus status, Object body) {
        return MachineAnswer.of(status, CoreJson.mapper().writeValueAsString(body));
    }
}
