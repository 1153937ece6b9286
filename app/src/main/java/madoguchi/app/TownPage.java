package madoguchi.app;

import jakarta.servlet.http.HttpServletRequest;
import madoguchi.app.pages.StaticTemplates;
import madoguchi.core.Text;
import madoguchi.town.Town;
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

/** 見本の町の名簿 – who can be tried out in the demo, what to type, and a button that places their test card. */
@RestController
final class TownPage {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();

    private final Town town;
    private final TestReader reader;
    private final Frames frames;

    TownPage(Town town, TestReader reader, Frames frames) {
        this.town = town;
        this.reader = reader;
        this.frames = frames;
    }

    @GetMapping("/town")
    ResponseEntity<String> people(HttpServletRequest request) {
        Frame frame = frames.of(request, new Text("見本の町", "The sample town"));
        return Html.page(frame, TEMPLATES.town(frame, town.people()));
    }

    @PostMapping("/town/card")
    ResponseEntity<Void> place(@RequestParam String key) {
        reader.place(town.person(key));
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, "/")
                .build();
    }
}
