package madoguchi.reader;

import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import madoguchi.core.Text;
import madoguchi.reader.pages.StaticTemplates;
import madoguchi.web.Frame;
import madoguchi.web.Frames;
import madoguchi.web.Html;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 読取機の設定の画面 – {@code /reader-settings}: an administrator chooses what the reader asks. Sign-in lets administrators in only. */
@RestController
public final class ReaderSettingsPages {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final Text TITLE = new Text("読取機の設定", "Reader settings");

    private final FacilitySettings settings;
    private final Frames frames;

    /** The page over those settings. */
    public ReaderSettingsPages(FacilitySettings settings, Frames frames) {
        this.settings = settings;
        this.frames = frames;
    }

    /** How everything stands. */
    @GetMapping("/reader-settings")
    ResponseEntity<String> page(HttpServletRequest request, @RequestParam(defaultValue = "") String saved) {
        Frame frame = frames.of(request, TITLE);
        Settings now = settings.get();
        Set<FacilityChoice> on = EnumSet.noneOf(FacilityChoice.class);
        Stream.of(FacilityChoice.values()).filter(choice -> choice.isOn(now)).forEach(on::add);
        return Html.page(frame, TEMPLATES.settings(frame, on, !saved.isEmpty()));
    }

    /** Takes the switches as they are on the page; an unknown name is nothing. */
    @PostMapping("/reader-settings")
    ResponseEntity<Void> change(HttpServletRequest request, @RequestParam(defaultValue = "") List<String> on) {
        Set<FacilityChoice> chosen = EnumSet.noneOf(FacilityChoice.class);
        Stream.of(FacilityChoice.values())
                .filter(choice -> on.contains(choice.name()))
                .forEach(chosen::add);
        settings.change(chosen, request.getUserPrincipal().getName());
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, "/reader-settings?saved=yes")
                .build();
    }
}
