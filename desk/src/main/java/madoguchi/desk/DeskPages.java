package madoguchi.desk;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import madoguchi.core.Text;
import madoguchi.desk.pages.StaticTemplates;
import madoguchi.policy.Shown;
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
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** 窓口の画面 – the pages and their parts, for reading. Addresses carry opaque reception ids only. */
@RestController
public final class DeskPages {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final Text TITLE = new Text("受付", "Reception");
    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");

    private final Frames frames;
    private final Screen screen;
    private final Live live;

    DeskPages(Frames frames, Screen screen, Live live) {
        this.frames = frames;
        this.screen = screen;
        this.live = live;
    }

    /** The desk with nothing selected: how the day stands. */
    @GetMapping("/")
    ResponseEntity<String> day(HttpServletRequest request) {
        Frame frame = frame(request);
        Today today = screen.today();
        return page(HttpStatus.OK, frame, today, Optional.empty(), TEMPLATES.day(frame, today));
    }

    /** The desk with the sheet for a number inquiry. */
    @GetMapping("/inquiry")
    ResponseEntity<String> inquiry(HttpServletRequest request) {
        return inquiry(request, HttpStatus.OK, empty());
    }

    /** The sheet again, with what was typed. */
    ResponseEntity<String> inquiry(HttpServletRequest request, HttpStatus status, InquiryView view) {
        Frame frame = frame(request);
        Optional<String> selected = Optional.of(view.visit()).filter(id -> !id.isEmpty());
        return page(status, frame, screen.today(), selected, TEMPLATES.inquiry(frame, view));
    }

    /** The desk with one reception. */
    @GetMapping("/receptions/{id}")
    ResponseEntity<String> reception(HttpServletRequest request, @PathVariable String id) {
        Frame frame = frame(request);
        return screen.detail(id)
                .map(detail ->
                        page(HttpStatus.OK, frame, screen.today(), Optional.of(id), TEMPLATES.detail(frame, detail)))
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
        return new InquiryView(Form.empty(), UUID.randomUUID().toString(), Shown.CERTIFICATE, false, true, "");
    }

    /** The sheet for a reception that is there already, filled in as far as it is known. */
    @GetMapping("/receptions/{id}/inquiry")
    ResponseEntity<String> correction(HttpServletRequest request, @PathVariable String id) {
        return screen.visit(id)
                .map(visit -> inquiry(request, HttpStatus.OK, screen.correction(visit)))
                .orElseGet(() -> missing(frame(request)));
    }

    private Frame frame(HttpServletRequest request) {
        return frames.of(request, TITLE, "desk.js");
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
