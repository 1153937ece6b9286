package madoguchi.hub;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.security.Principal;
import java.util.List;
import madoguchi.core.Text;
import madoguchi.hub.pages.StaticTemplates;
import madoguchi.web.Frame;
import madoguchi.web.Frames;
import madoguchi.web.Html;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** 監査の画面 – the checkpoints of the verification log, when it was verified, and a button to verify it now. */
@RestController
public final class AuditPages {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final String PATH = "/hub/audit";
    private static final int MOST = 20;

    /** Seconds after which the browser asks again while a verification runs. */
    private static final String AGAIN = "2";

    private final Audit audit;
    private final AuditDesk desk;
    private final Frames frames;

    /** Pages over one audit. */
    public AuditPages(Audit audit, Frames frames) {
        this.audit = audit;
        this.desk = new AuditDesk(audit);
        this.frames = frames;
    }

    /** The page; reloads itself while a verification runs. */
    @GetMapping(PATH)
    public ResponseEntity<String> audit(HttpServletRequest request) {
        AuditState state = desk.state();
        Frame frame = frame(request);
        ResponseEntity<String> page = Html.page(
                frame, TEMPLATES.audit(frame, state, audit.hasFile(), audit.runs(MOST), audit.checkpoints(MOST)));
        return state instanceof AuditState.Running
                ? ResponseEntity.status(page.getStatusCode())
                        .headers(page.getHeaders())
                        .header("Refresh", AGAIN)
                        .body(page.getBody())
                : page;
    }

    /** Starts a verification and returns to the page. */
    @PostMapping(PATH)
    public ResponseEntity<Void> verify(Principal by) {
        desk.start(by.getName());
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, URI.create(PATH).toString())
                .build();
    }

    private Frame frame(HttpServletRequest request) {
        Frame frame = frames.of(request, new Text("照会記録の監査", "Audit of the verification log"));
        return new Frame(
                frame.lang(), frame.title(), frame.place(), frame.user(), frame.csrf(), PATH, frame.links(), List.of());
    }
}
