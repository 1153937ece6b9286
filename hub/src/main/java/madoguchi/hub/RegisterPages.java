package madoguchi.hub;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import madoguchi.core.Parsed;
import madoguchi.core.Text;
import madoguchi.hub.pages.StaticTemplates;
import madoguchi.web.Frame;
import madoguchi.web.Frames;
import madoguchi.web.Html;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 台帳の参照の画面 – every register about one person for a day, as known at an instant. What is typed goes by POST and stands in no address; an operator finds nobody where somebody is hidden, an auditor sees it and who has read here. */
@RestController
public final class RegisterPages {

    /** Where it is. */
    public static final String PATH = "/hub/registers";

    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final int MOST = 30;

    private final RegisterReading reading;
    private final Frames frames;

    /** Pages over one database. */
    public RegisterPages(RegisterReading reading, Frames frames) {
        this.reading = reading;
        this.frames = frames;
    }

    /** The empty form. */
    @GetMapping(PATH)
    public ResponseEntity<String> form(HttpServletRequest request) {
        return page(request, HttpStatus.OK, RegisterForm.empty(), Optional.empty());
    }

    /** What is registered; status 422 with every fault when the question was not understood. */
    @PostMapping(PATH)
    public ResponseEntity<String> read(
            HttpServletRequest request,
            Principal by,
            @RequestParam(defaultValue = "") String insurer,
            @RequestParam(defaultValue = "") String symbol,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String branch,
            @RequestParam(defaultValue = "") String birth,
            @RequestParam(defaultValue = "") String issuer,
            @RequestParam(defaultValue = "") String serial,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String known) {
        RegisterForm typed =
                new RegisterForm(insurer, symbol, number, branch, birth, issuer, serial, day, known, List.of());
        Parsed<RegisterQuestion> question = RegisterQuestion.parse(typed, reading.today());
        if (!question.problems().isEmpty()) {
            return page(request, HttpStatus.UNPROCESSABLE_CONTENT, typed.with(question.problems()), Optional.empty());
        }
        RegisterQuestion asked = question.orElseThrow();
        return page(
                request,
                HttpStatus.OK,
                typed,
                Optional.of(new RegisterFound(
                        asked.day(), asked.knownAt(), reading.read(asked, seesAll(request), by.getName()))));
    }

    private ResponseEntity<String> page(
            HttpServletRequest request, HttpStatus status, RegisterForm typed, Optional<RegisterFound> found) {
        Frame frame = frame(request);
        List<RegisterLook> looks = seesAll(request) ? reading.looks(MOST) : List.of();
        return Html.page(status, frame, TEMPLATES.registers(frame, typed, found, seesAll(request), looks));
    }

    private static boolean seesAll(HttpServletRequest request) {
        return request.isUserInRole("AUDITOR");
    }

    private Frame frame(HttpServletRequest request) {
        Frame frame = frames.of(request, new Text("台帳の参照", "The registers"));
        return new Frame(
                frame.lang(), frame.title(), frame.place(), frame.user(), frame.csrf(), PATH, frame.links(), List.of());
    }
}
