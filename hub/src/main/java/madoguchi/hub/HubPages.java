package madoguchi.hub;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
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
import org.springframework.web.multipart.MultipartFile;

/** 資格確認の運用画面 – registration files taken, and the latest verifications without the persons asked about; an operator can hand in a file. */
@RestController
public final class HubPages {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final int MOST = 50;
    private static final int REFRESH_SECONDS = 5;

    private final LedgerStore ledger;
    private final Registrations registrations;
    private final Frames frames;

    /** Pages over one hub database. */
    public HubPages(DataSource database, Registrations registrations, Frames frames) {
        this.ledger = new LedgerStore(database);
        this.registrations = registrations;
        this.frames = frames;
    }

    /** The overview; the list of verifications can be narrowed to a facility and to the day of asking. A filter that is not understood narrows nothing and says so, with status 422. */
    @GetMapping("/hub")
    public ResponseEntity<String> overview(
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String facility,
            @RequestParam(defaultValue = "") String asked) {
        Frame frame = frame(request);
        Parsed<LedgerFilter> filter = LedgerFilter.parse(facility, asked);
        HttpStatus status = filter.problems().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
        List<TakenFile> files = ledger.files(MOST);
        ResponseEntity<String> page = Html.page(
                status,
                frame,
                TEMPLATES.hub(
                        frame,
                        request.isUserInRole("OPERATOR"),
                        Optional.empty(),
                        false,
                        files,
                        listed(
                                new LedgerView.Typed(facility, asked, filter.problems()),
                                filter.problems().isEmpty() ? filter.orElseThrow() : LedgerFilter.none())));
        return facility.isEmpty() && asked.isEmpty() && files.stream().anyMatch(TakenFile::isRunning)
                ? refreshed(page)
                : page;
    }

    /** While a file is being taken the page comes again by itself, so that it shows how far; not while somebody narrows the list. */
    private static ResponseEntity<String> refreshed(ResponseEntity<String> page) {
        return ResponseEntity.status(page.getStatusCode())
                .headers(page.getHeaders())
                .header("Refresh", Integer.toString(REFRESH_SECONDS))
                .body(page.getBody());
    }

    private LedgerView listed(LedgerView.Typed typed, LedgerFilter filter) {
        return new LedgerView(typed, ledger.verifications(filter, MOST));
    }

    /** Takes a file and shows its report; status 422 when it was not taken to its end. */
    @PostMapping("/hub/registrations")
    public ResponseEntity<String> take(HttpServletRequest request, @RequestParam MultipartFile file) {
        Frame frame = frame(request);
        AtomicLong heard = new AtomicLong();
        Parsed<ImportReport> taken = registrations.take(new Upload(file), heard::set);
        HttpStatus status = taken.problems().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
        return Html.page(
                status,
                frame,
                TEMPLATES.hub(
                        frame,
                        true,
                        Optional.of(taken),
                        heard.get() > 0,
                        ledger.files(MOST),
                        listed(LedgerView.Typed.nothing(), LedgerFilter.none())));
    }

    private Frame frame(HttpServletRequest request) {
        Frame frame = frames.of(request, new Text("資格確認", "Hub"));
        return new Frame(
                frame.lang(),
                frame.title(),
                frame.place(),
                frame.user(),
                frame.csrf(),
                request.getMethod().equals("GET") ? frame.address() : "/hub",
                frame.links(),
                List.of());
    }

    private record Upload(MultipartFile file) implements Source {
        @Override
        public String name() {
            String name = file.getOriginalFilename();
            return name == null || name.isBlank() ? "upload.csv" : name;
        }

        @Override
        public InputStream open() throws IOException {
            return file.getInputStream();
        }
    }
}
