package madoguchi.stats;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.core.Parsed;
import madoguchi.core.Text;
import madoguchi.stats.pages.StaticTemplates;
import madoguchi.web.Frame;
import madoguchi.web.Frames;
import madoguchi.web.Html;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 全国の利用率の画面 – nation, kinds of facility, prefectures, facilities, down to the verifications behind a figure; and the published tables with every sum checked. For operators and auditors; shows no person. */
@RestController
public final class NationPages {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final String PATH = "/stats/nation";
    private static final int ROWS = 100;

    private final Stats stats;
    private final Frames frames;
    private final Published published = Published.bundled();

    NationPages(Stats stats, Frames frames) {
        this.stats = stats;
        this.frames = frames;
    }

    /** A month, by default the running one; 404 for what is no month. */
    @GetMapping(PATH)
    ResponseEntity<String> nation(HttpServletRequest request, @RequestParam Optional<String> month) {
        Optional<YearMonth> asked = Months.read(month, stats.today());
        if (asked.isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        Frame frame = frame(request);
        UsageReport report = stats.report(asked.get());
        List<UsageRow> kinds = report.kinds(stats.master());
        return Html.page(
                frame,
                TEMPLATES.nation(
                        frame,
                        new NationView(
                                asked.get(),
                                Months.offered(asked.get(), stats.today()),
                                report,
                                stats.origin(asked.get()),
                                kinds,
                                report.prefectures(),
                                chart(frame, kinds),
                                Months.receiptsKnown(asked.get()),
                                !YearMonth.from(stats.today()).isAfter(asked.get()))));
    }

    private static String chart(Frame frame, List<UsageRow> rows) {
        return new Chart(
                        frame.t("利用率（％）", "usage rate (%)"),
                        List.of(frame.t("オンライン資格確認件数ベース", "by verifications"), frame.t("レセプト件数ベース", "by receipts")),
                        rows.stream()
                                .map(row -> new Chart.Bar(
                                        frame.t(row.label()), List.of(value(row.online()), value(row.receipt()))))
                                .toList())
                .svg(
                        frame,
                        new Text(
                                "施設の種類ごとの利用率の図。同じ数字の表が続きます。",
                                "Usage rates by kind of facility. The table that follows has the same figures."));
    }

    /** A rate for a chart; not a number where there is none, which draws no bar. */
    static double value(Rate rate) {
        return rate.percent(2).map(BigDecimal::doubleValue).orElse(Double.NaN);
    }

    /** The same figures as a file, down to the facilities. */
    @GetMapping(PATH + "/csv")
    ResponseEntity<byte[]> csv(@RequestParam Optional<String> month) {
        return Months.read(month, stats.today())
                .map(asked -> Download.csv("usage-" + asked + ".csv", stats.csv(stats.report(asked))))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    /** The facilities of a kind (its word) or a prefecture (two digits). */
    @GetMapping(PATH + "/of/{group}")
    ResponseEntity<String> group(
            HttpServletRequest request, @PathVariable String group, @RequestParam Optional<String> month) {
        Optional<YearMonth> asked = Months.read(month, stats.today());
        Optional<Text> label = FacilityKind.of(group)
                .map(FacilityKind::label)
                .or(() -> Prefecture.coded(group).map(Prefecture::label));
        if (asked.isEmpty() || label.isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        Frame frame = frame(request);
        List<UsageRow> rows =
                stats.report(asked.get()).only(group, stats.master()).rows();
        return Html.page(frame, TEMPLATES.facilities(frame, asked.get(), label.get(), rows));
    }

    /** The verifications of one facility, counted in one way or all. */
    @GetMapping(PATH + "/facility/{code}")
    ResponseEntity<String> events(
            HttpServletRequest request,
            @PathVariable String code,
            @RequestParam Optional<String> month,
            @RequestParam Optional<String> counted,
            @RequestParam(defaultValue = "0") long after) {
        Optional<YearMonth> asked = Months.read(month, stats.today());
        if (asked.isEmpty()
                || !(MedicalInstitutionCode.parse("code", code)
                        instanceof Parsed.Value<MedicalInstitutionCode>(var facility))) {
            return ResponseEntity.notFound().build();
        }
        return events(
                stats,
                frame(request),
                asked.get(),
                facility,
                counted,
                after,
                PATH + "/facility/" + code,
                PATH + "?month=" + asked.get());
    }

    static ResponseEntity<String> events(
            Stats stats,
            Frame frame,
            YearMonth month,
            MedicalInstitutionCode facility,
            Optional<String> counted,
            long after,
            String path,
            String back) {
        Optional<Counted> verdict = counted.flatMap(NationPages::verdict);
        if (counted.isPresent() && verdict.isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        List<UseLine> lines = stats.lines(month, facility, verdict, after, ROWS + 1);
        List<UseLine> shown = lines.subList(0, Math.min(ROWS, lines.size()));
        Optional<Long> next =
                lines.size() > ROWS ? Optional.of(shown.getLast().use().entry()) : Optional.empty();
        return Html.page(
                frame,
                TEMPLATES.events(frame, new EventsView(month, facility.digits(), verdict, shown, next, path, back)));
    }

    private static Optional<Counted> verdict(String word) {
        for (Counted one : Counted.values()) {
            if (one.name().toLowerCase(Locale.ROOT).equals(word)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    /** The published figures of the seeds, and what the arithmetic over them says. */
    @GetMapping(PATH + "/published")
    ResponseEntity<String> published(HttpServletRequest request) {
        Frame frame = frames.of(request, new Text("公表された数字と検算", "Published figures, checked"));
        return Html.page(frame, TEMPLATES.published(frame, published, chart(frame)));
    }

    private String chart(Frame frame) {
        return Chart.of(
                        frame.t("マイナ保険証の割合（％）", "share of the card (%)"),
                        published.checks().stream()
                                .filter(check -> check.kind().equals("rate")
                                        && check.id().startsWith("rate.oct."))
                                .map(check -> new Chart.Bar(
                                        frame.t(check.parts().getFirst().row()),
                                        List.of(Double.parseDouble(
                                                check.computed().replace("%", "")))))
                                .toList())
                .svg(
                        frame,
                        new Text(
                                "令和7年10月の、施設の種類ごとの割合の図。同じ数字の表が続きます。",
                                "October 2025 by kind of facility. The table that follows has the same figures."));
    }

    private Frame frame(HttpServletRequest request) {
        return frames.of(request, new Text("マイナ保険証の利用率", "Usage of the My Number insurance card"));
    }
}
