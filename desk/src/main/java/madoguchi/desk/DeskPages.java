package madoguchi.desk;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import madoguchi.core.Text;
import madoguchi.desk.pages.StaticTemplates;
import madoguchi.policy.Shown;
import madoguchi.web.EventStreams;
import madoguchi.web.Form;
import madoguchi.web.Frame;
import madoguchi.web.Frames;
import madoguchi.web.Html;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** 窓口の画面 – the pages and their parts, for reading. Addresses carry opaque reception ids only. */
@RestController
public final class DeskPages {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final Text FOR_PATIENT = new Text("患者さんへ", "To the patient");
    private static final Text TITLE = new Text("受付", "Reception");
    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");

    private final Frames frames;
    private final Screen screen;
    private final EventStreams live;

    DeskPages(Frames frames, Screen screen, EventStreams live) {
        this.frames = frames;
        this.screen = screen;
        this.live = live;
    }

    /** The desk with nothing selected: how the day stands. */
    @GetMapping("/")
    ResponseEntity<String> day(HttpServletRequest request) {
        Today today = screen.today();
        Frame frame = frame(request, today);
        return page(HttpStatus.OK, frame, today, Optional.empty(), TEMPLATES.day(frame, today));
    }

    /** The desk with what is to be followed up. */
    @GetMapping("/open")
    ResponseEntity<String> open(HttpServletRequest request) {
        Today today = screen.today();
        Frame frame = frame(request, today);
        Content right = TEMPLATES.open(frame, screen.followUps(), today.day());
        return page(HttpStatus.OK, frame, today, Optional.empty(), right);
    }

    /** The desk with the sheet for a number inquiry. */
    @GetMapping("/inquiry")
    ResponseEntity<String> inquiry(HttpServletRequest request) {
        return inquiry(request, HttpStatus.OK, empty());
    }

    /** The desk with the sheet for a reception without reader and number. */
    @GetMapping("/receptions/new")
    ResponseEntity<String> receive(HttpServletRequest request) {
        Today today = screen.today();
        Frame frame = frame(request, today);
        Content sheet = TEMPLATES.receive(frame, UUID.randomUUID().toString());
        return page(HttpStatus.OK, frame, today, Optional.empty(), sheet);
    }

    /** The sheet again, with what was typed. */
    ResponseEntity<String> inquiry(HttpServletRequest request, HttpStatus status, InquiryView view) {
        Today today = screen.today();
        Frame frame = frame(request, today);
        Optional<String> selected = Optional.of(view.visit()).filter(id -> !id.isEmpty());
        return page(status, frame, today, selected, TEMPLATES.inquiry(frame, view));
    }

    /** The desk with one reception. */
    @GetMapping("/receptions/{id}")
    ResponseEntity<String> reception(HttpServletRequest request, @PathVariable String id) {
        return reception(request, HttpStatus.OK, screen.detail(id));
    }

    /** One reception, with what could not be done (409). */
    ResponseEntity<String> refused(HttpServletRequest request, String id, Text refusal) {
        return reception(request, HttpStatus.CONFLICT, screen.detail(id, Form.empty(), Optional.of(refusal)));
    }

    /** One reception, with a contact that cannot be written down as it was typed (422). */
    ResponseEntity<String> contact(HttpServletRequest request, String id, Form contact) {
        return reception(request, HttpStatus.UNPROCESSABLE_CONTENT, screen.detail(id, contact, Optional.empty()));
    }

    private ResponseEntity<String> reception(HttpServletRequest request, HttpStatus status, Optional<Detail> found) {
        Today today = screen.today();
        Frame frame = frame(request, today);
        return found.map(detail ->
                        page(status, frame, today, Optional.of(detail.visit().id()), TEMPLATES.detail(frame, detail)))
                .orElseGet(() -> missing(frame));
    }

    /** The sheet for leaving the ladder. */
    @GetMapping("/receptions/{id}/leave")
    ResponseEntity<String> leave(HttpServletRequest request, @PathVariable String id) {
        return leave(request, HttpStatus.OK, id, "", "", Optional.empty());
    }

    /** The sheet again, with what was chosen and why it cannot be done so. */
    ResponseEntity<String> leave(
            HttpServletRequest request,
            HttpStatus status,
            String id,
            String reason,
            String note,
            Optional<Text> refusal) {
        Today today = screen.today();
        Frame frame = frame(request, today);
        return screen.leave(id, reason, note, refusal)
                .map(view -> page(status, frame, today, Optional.of(id), TEMPLATES.leave(frame, view)))
                .orElseGet(() -> missing(frame));
    }

    /** The words for the patient, turned to them: large, alone on the screen, and to be printed. */
    @GetMapping("/receptions/{id}/patient")
    ResponseEntity<String> patient(
            HttpServletRequest request, @PathVariable String id, @RequestParam(defaultValue = "") String speech) {
        Frame frame = frames.of(request, FOR_PATIENT, "turned.js");
        return screen.patient(id, PatientView.Speech.read(speech))
                .map(view -> Html.page(frame, TEMPLATES.patient(frame, view)))
                .orElseGet(() -> missing(frame));
    }

    /** The list alone. */
    @GetMapping("/part/list")
    ResponseEntity<String> list(HttpServletRequest request) {
        return part(TEMPLATES.list(frame(request), screen.today(), ""));
    }

    /** One reception alone. */
    @GetMapping("/part/receptions/{id}")
    ResponseEntity<String> detail(HttpServletRequest request, @PathVariable String id) {
        Frame frame = frame(request);
        return screen.detail(id)
                .map(detail -> part(TEMPLATES.detail(frame, detail)))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    /** The summary of the day alone. */
    @GetMapping("/part/day")
    ResponseEntity<String> dayPart(HttpServletRequest request) {
        return part(TEMPLATES.day(frame(request), screen.today()));
    }

    /** What is to be followed up, alone. */
    @GetMapping("/part/open")
    ResponseEntity<String> openPart(HttpServletRequest request) {
        return part(TEMPLATES.open(
                frame(request), screen.followUps(), screen.today().day()));
    }

    /** Says when something changed. */
    @GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events() {
        return live.open();
    }

    /** A page that says what cannot be done, and what to do now. */
    ResponseEntity<String> refusal(HttpServletRequest request, HttpStatus status, Text happened, Text doNow) {
        Frame frame = frame(request);
        return Html.page(status, frame, Html.notice(frame, happened, doNow, ""));
    }

    private static ResponseEntity<String> missing(Frame frame) {
        return Html.page(
                HttpStatus.NOT_FOUND,
                frame,
                Html.notice(
                        frame,
                        new Text("この受付は見つかりません。", "There is no such reception."),
                        new Text("受付の一覧に戻って選び直してください。", "Go back to the list and choose again."),
                        ""));
    }

    private static InquiryView empty() {
        return new InquiryView(
                Form.empty(), UUID.randomUUID().toString(), Presented.usual(Shown.CERTIFICATE), true, "");
    }

    /** The sheet for a reception that is there already, filled in as far as it is known. */
    @GetMapping("/receptions/{id}/inquiry")
    ResponseEntity<String> correction(
            HttpServletRequest request, @PathVariable String id, @RequestParam Optional<Shown> shown) {
        return screen.visit(id)
                .map(visit -> inquiry(request, HttpStatus.OK, screen.correction(visit, shown)))
                .orElseGet(() -> missing(frame(request)));
    }

    private Frame frame(HttpServletRequest request) {
        return frames.of(request, TITLE, "desk.js");
    }

    /* The bar says on every page of the desk how much is to be followed up. */
    private Frame frame(HttpServletRequest request, Today today) {
        Frame frame = frame(request);
        List<Frame.Link> links = new ArrayList<>(frame.links());
        links.add(new Frame.Link("/open", today.followUpsText()));
        return new Frame(
                frame.lang(),
                frame.title(),
                frame.place(),
                frame.user(),
                frame.csrf(),
                frame.address(),
                links,
                frame.scripts());
    }

    private static ResponseEntity<String> page(
            HttpStatus status, Frame frame, Today today, Optional<String> selected, Content right) {
        Content list = TEMPLATES.list(frame, today, selected.orElse(""));
        return Html.page(status, frame, TEMPLATES.desk(frame, list, right));
    }

    private static ResponseEntity<String> part(Content content) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(HTML)
                .body(Html.render(content));
    }
}
