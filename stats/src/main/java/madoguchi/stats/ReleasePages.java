package madoguchi.stats;

import jakarta.servlet.http.HttpServletRequest;
import java.time.YearMonth;
import java.util.Optional;
import madoguchi.core.Text;
import madoguchi.stats.pages.StaticTemplates;
import madoguchi.web.Frame;
import madoguchi.web.Frames;
import madoguchi.web.Html;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 公表用の表の画面 – kinds of facility by prefecture with small cells hidden, as page and file. For operators and auditors, who may pass it on. */
@RestController
public final class ReleasePages {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final String PATH = "/stats/nation/release";

    private final Stats stats;
    private final Frames frames;

    ReleasePages(Stats stats, Frames frames) {
        this.stats = stats;
        this.frames = frames;
    }

    /** A month, by default the one before the running one; 404 for what is no month. */
    @GetMapping(PATH)
    ResponseEntity<String> release(HttpServletRequest request, @RequestParam Optional<String> month) {
        Frame frame = frames.of(request, new Text("公表用の表", "Tables for release"));
        return month(month)
                .map(asked -> Html.page(
                        frame,
                        TEMPLATES.release(
                                frame,
                                release(asked),
                                stats.origin(asked),
                                stats.today(),
                                Months.offered(asked, stats.today()))))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    /** The same as a file. */
    @GetMapping(PATH + "/csv")
    ResponseEntity<byte[]> csv(@RequestParam Optional<String> month) {
        return month(month)
                .map(asked ->
                        Download.csv("release-" + asked + ".csv", release(asked).csv()))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private Optional<YearMonth> month(Optional<String> asked) {
        return asked.isPresent()
                ? Months.read(asked, stats.today())
                : Optional.of(YearMonth.from(stats.today()).minusMonths(1));
    }

    private UsageRelease release(YearMonth month) {
        return UsageRelease.of(stats.report(month), stats.master());
    }
}
