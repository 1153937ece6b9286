package madoguchi.subsidy;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.security.Principal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import madoguchi.core.Parsed;
import madoguchi.core.Problem;
import madoguchi.core.Text;
import madoguchi.core.Typed;
import madoguchi.subsidy.pages.StaticTemplates;
import madoguchi.web.Field;
import madoguchi.web.Form;
import madoguchi.web.Frame;
import madoguchi.web.Frames;
import madoguchi.web.Html;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** トークンの画面 – an operator issues tokens to municipalities' machines, sees which are in use, and revokes them. A token's text is shown on the page that answers the issuing, and never again. */
@RestController
public final class TokenPages {

    /** Where operators work. */
    public static final String PATH = "/subsidies/tokens";

    /** The field. */
    public static final Field CODE = Field.digits(
            "code",
            new Text("全国地方公共団体コード", "Municipality code"),
            new Text("6桁。このトークンはこの自治体だけのもの", "6 digits; the token speaks for this one only"),
            true);
    /** The field. */
    public static final Field DAYS = Field.digits(
            "days", new Text("有効な日数", "Valid for days"), new Text("1～400", "1 to " + Tokens.MOST_DAYS), true);
    /** The field. */
    public static final Field NOTE = Field.text(
            "note",
            new Text("メモ", "Note"),
            new Text("どの機械のためか。個人の情報は書かない", "for which machine; nothing personal"),
            false);

    private static final int TRIES = 20;
    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final Text TITLE = new Text("自治体のトークン", "Municipalities' tokens");
    private static final Form FRESH = new Form(Map.of(DAYS.name(), "90"), List.of(), Map.of());
    private static final Text GONE = new Text("このトークンはもう使えない状態でした。", "That token was worth nothing already.");

    private final SubsidyHub hub;
    private final Frames frames;
    private final Clock clock;

    TokenPages(SubsidyHub hub, Frames frames, Clock clock) {
        this.hub = hub;
        this.frames = frames;
        this.clock = clock;
    }

    /** Every token, and a sheet for a new one. */
    @GetMapping(PATH)
    ResponseEntity<String> page(HttpServletRequest request) {
        return shown(request, HttpStatus.OK, FRESH, Optional.empty(), Optional.empty());
    }

    /** Where a page loaded again, or in the other language, would issue another one: back to the list. */
    @GetMapping({PATH + "/issue", PATH + "/{number}/revoke"})
    ResponseEntity<String> again() {
        return list();
    }

    /** Issues a token and shows its text, once; 422 with every fault. */
    @PostMapping(PATH + "/issue")
    ResponseEntity<String> issue(HttpServletRequest request, @RequestParam Map<String, String> typed) {
        Parsed<MunicipalityCode> code = MunicipalityCode.parse(CODE.name(), typed.getOrDefault(CODE.name(), ""));
        String digits = Typed.key(typed.getOrDefault(DAYS.name(), ""));
        int days = Typed.isDigits(digits) && digits.length() <= 3 ? Integer.parseInt(digits) : 0;
        List<Problem> faults = new ArrayList<>(code.problems());
        faults.addAll(Tokens.faults(days, typed.getOrDefault(NOTE.name(), "")));
        if (!faults.isEmpty()) {
            return shown(
                    request,
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    new Form(typed, faults, Map.of()),
                    Optional.empty(),
                    Optional.empty());
        }
        Tokens.Issued issued = hub.tokens()
                .issue(code.orElseThrow(), days, typed.getOrDefault(NOTE.name(), ""), operator(request))
                .orElseThrow();
        return shown(request, HttpStatus.OK, FRESH, Optional.of(issued), Optional.empty());
    }

    /** From now on it is worth nothing; 409 where it was worth nothing already. */
    @PostMapping(PATH + "/{number}/revoke")
    ResponseEntity<String> revoke(HttpServletRequest request, @PathVariable long number) {
        return hub.tokens().revoke(number, operator(request))
                ? list()
                : shown(request, HttpStatus.CONFLICT, FRESH, Optional.empty(), Optional.of(GONE));
    }

    private ResponseEntity<String> shown(
            HttpServletRequest request,
            HttpStatus status,
            Form form,
            Optional<Tokens.Issued> issued,
            Optional<Text> fault) {
        Frame frame = frames.of(request, TITLE);
        return Html.page(
                status,
                frame,
                TEMPLATES.tokens(
                        frame, form, issued, hub.tokens().all(), hub.tokens().refused(TRIES), clock.instant(), fault));
    }

    private static ResponseEntity<String> list() {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(PATH))
                .build();
    }

    private static String operator(HttpServletRequest request) {
        return Optional.ofNullable(request.getUserPrincipal())
                .map(Principal::getName)
                .orElse("");
    }
}
