package madoguchi.rulebook;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import madoguchi.core.Parsed;
import madoguchi.policy.Table;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/**
 * 判定サービス（HTTP） – what any vendor's software can ask: questions as JSON in, decisions as JSON out, faults as RFC 9457 problems. Stateless: everything is in the body, nothing is kept or logged.
 *
 * <p>Method and content type are looked at here and not by the framework, so that every refusal is a problem document.
 */
@RestController
public final class RuleApi {

    /** Everything served here, as path patterns for the wiring of who may ask. */
    public static final List<String> PATHS = List.of(
            "/api/determinations",
            "/api/tables/**",
            "/api/certificate-state",
            "/api/unidentified-claim-check",
            "/api/grant",
            "/api/openapi.json",
            "/api/openapi.yaml");

    /** The table behind {@code /api/grant}. */
    static final String GRANT = "grant";

    private static final int LONGEST = 1024 * 1024;

    private final RuleService service;

    /** Answers by this service. */
    public RuleApi(RuleService service) {
        this.service = service;
    }

    /** What the desk does next. 200 with the decisions; 400 not JSON; 405, 413, 415 as they say; 422 with every fault. */
    @RequestMapping("/api/determinations")
    public ResponseEntity<String> determinations(HttpServletRequest request) throws IOException {
        return answer(request, service::determine);
    }

    /** What one table says; 404 where there is none of this name. */
    @RequestMapping("/api/tables/{table}/decisions")
    public ResponseEntity<String> decisions(HttpServletRequest request, @PathVariable String table) throws IOException {
        return known(table) ? answer(request, body -> service.decide(table, body)) : noTable();
    }

    private boolean known(String table) {
        return service.book().has(table);
    }

    private ResponseEntity<String> noTable() {
        String names = service.book().tables().stream().map(Table::name).collect(Collectors.joining(", "));
        return Refusal.of(
                HttpStatus.NOT_FOUND,
                "その名の表はありません。あるのは " + names + " です。",
                "There is no table of that name. There are: " + names + ".");
    }

    /** What a certificate allows on a day; 404 where the book in force has no such table. */
    @RequestMapping("/api/certificate-state")
    public ResponseEntity<String> certificateState(HttpServletRequest request) throws IOException {
        return known(CertificateQuestion.TABLE) ? answer(request, service::certificateState) : noTable();
    }

    /** Whether a claim as unidentified is allowed; 404 where the book in force has no such table. */
    @RequestMapping("/api/unidentified-claim-check")
    public ResponseEntity<String> unidentifiedClaimCheck(HttpServletRequest request) throws IOException {
        return known(ClaimCheckQuestion.TABLE) ? answer(request, service::unidentifiedClaimCheck) : noTable();
    }

    /** What grant a facility can draw; 404 where the book in force has no such table. */
    @RequestMapping("/api/grant")
    public ResponseEntity<String> grant(HttpServletRequest request) throws IOException {
        return decisions(request, GRANT);
    }

    /** The description of all this, made from the book in force. */
    @GetMapping("/api/openapi.json")
    public ResponseEntity<String> openApi() {
        return text(MediaType.APPLICATION_JSON, RuleService.write(new OpenApi(service.book()).document()));
    }

    /** The same as YAML. */
    @GetMapping("/api/openapi.yaml")
    public ResponseEntity<String> openApiYaml() {
        return text(MediaType.APPLICATION_YAML, Yaml.of(new OpenApi(service.book()).document()));
    }

    private ResponseEntity<String> answer(HttpServletRequest request, Function<JsonNode, Parsed<JsonNode>> question)
            throws IOException {
        if (!request.getMethod().equals(HttpMethod.POST.name())) {
            ResponseEntity<String> refused =
                    Refusal.of(HttpStatus.METHOD_NOT_ALLOWED, "POST で送ってください。", "Send this with POST.");
            return ResponseEntity.status(refused.getStatusCode())
                    .headers(refused.getHeaders())
                    .header(HttpHeaders.ALLOW, HttpMethod.POST.name())
                    .body(refused.getBody());
        }
        if (!isJson(request.getContentType())) {
            return Refusal.of(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    "Content-Type: application/json で送ってください。",
                    "Send this as Content-Type: application/json.");
        }
        byte[] body = request.getInputStream().readNBytes(LONGEST + 1);
        if (body.length > LONGEST) {
            return Refusal.of(
                    HttpStatus.CONTENT_TOO_LARGE,
                    "本文は " + LONGEST + " バイトまでです。",
                    "A body has at most " + LONGEST + " bytes.");
        }
        return switch (RuleService.read(body)) {
            case Parsed.Faults<JsonNode>(var problems) -> Refusal.of(HttpStatus.BAD_REQUEST, problems);
            case Parsed.Value<JsonNode>(var json) -> answered(question.apply(json));
        };
    }

    private static ResponseEntity<String> answered(Parsed<JsonNode> answer) {
        return switch (answer) {
            case Parsed.Faults<JsonNode>(var problems) -> Refusal.of(HttpStatus.UNPROCESSABLE_CONTENT, problems);
            case Parsed.Value<JsonNode>(var decisions) ->
                text(MediaType.APPLICATION_JSON, RuleService.write(decisions));
        };
    }

    private static boolean isJson(@org.jspecify.annotations.Nullable String contentType) {
        try {
            return contentType != null
                    && MediaType.APPLICATION_JSON.isCompatibleWith(MediaType.parseMediaType(contentType));
        } catch (InvalidMediaTypeException unreadable) {
            return false;
        }
    }

    private static ResponseEntity<String> text(MediaType type, String body) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(type)
                .body(body);
    }
}
