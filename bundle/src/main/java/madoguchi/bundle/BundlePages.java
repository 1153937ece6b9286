package madoguchi.bundle;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import madoguchi.bundle.pages.StaticTemplates;
import madoguchi.core.Text;
import madoguchi.web.Frame;
import madoguchi.web.Frames;
import madoguchi.web.Html;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** 規則の配布の画面 – for the administrator: which rules decide, which come next, and what was refused. */
@RestController
@RequestMapping("/rules/bundles")
public final class BundlePages {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final int MOST = 20;

    private final DeskRules rules;
    private final Frames frames;
    private final Clock clock;

    BundlePages(DeskRules rules, Frames frames, Clock clock) {
        this.rules = rules;
        this.frames = frames;
        this.clock = clock;
    }

    /** The overview. */
    @GetMapping
    public ResponseEntity<String> overview(HttpServletRequest request) {
        Frame frame = frames.of(request, new Text("規則の配布", "Rules received"));
        return Html.page(frame, TEMPLATES.bundles(frame, rules.view(MOST), clock.getZone()));
    }

    /** Asks the hub now, and shows what came of it. */
    @PostMapping("/fetch")
    public ResponseEntity<String> fetch() {
        rules.fetchNow();
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/rules/bundles"))
                .build();
    }
}
