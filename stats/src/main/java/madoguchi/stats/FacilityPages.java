package madoguchi.stats;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import madoguchi.core.MedicalInstitutionCode;
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

/** 自院の統計の画面 – a facility about itself: its usage rate and tiers, what was difficult and what it cost, and what would shorten the line. */
@RestController
public final class FacilityPages {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final String PATH = "/stats";
    private static final int TREND = 6;
    private static final int WEEK = 7;
    private static final int LINE_DAYS = 28;
    private static final int TENTHS = 10;

    private final Stats stats;
    private final Frames frames;
    private final MedicalInstitutionCode facility;
    private final Receptions receptions;
    private final Sessions sessions;
    private final Returns returns;

    FacilityPages(
            Stats stats,
            Frames frames,
            MedicalInstitutionCode facility,
            Receptions receptions,
            Sessions sessions,
            Returns returns) {
        this.stats = stats;
        this.frames = frames;
        this.facility = facility;
        this.receptions = receptions;
        this.sessions = sessions;
        this.returns = returns;
    }

    /** A month's rates, their trend, and the tiers of the add-on. 404 for what is no month. */
    @GetMapping(PATH)
    ResponseEntity<String> own(
            HttpServletRequest request,
            @RequestParam Optional<String> month,
            @RequestParam Optional<String> department) {
        Optional<YearMonth> asked = Months.read(month, stats.today());
        if (asked.isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        Frame frame = frame(request);
        String of = department.filter("paediatrics"::equals).orElse("general");
        List<OwnView.Month> trend = trend(asked.get());
        return Html.page(
                frame,
                TEMPLATES.own(
                        frame,
                        new OwnView(
                                asked.get(),
                                Months.offered(asked.get(), stats.today()),
                                trend.getLast().row(),
                                trend,
                                chart(frame, trend),
                                stats.tiers(asked.get(), of, facility),
                                of,
                                Months.receiptsKnown(asked.get()),
                                !YearMonth.from(stats.today()).isAfter(asked.get()))));
    }

    private List<OwnView.Month> trend(YearMonth last) {
        return IntStream.range(0, TREND)
                .mapToObj(i -> last.minusMonths(TREND - 1L - i))
                .map(month -> new OwnView.Month(month, stats.report(month, facility)))
                .toList();
    }

    private static String chart(Frame frame, List<OwnView.Month> trend) {
        return new Chart(
                        frame.t("利用率（％）", "usage rate (%)"),
                        List.of(frame.t("オンライン資格確認件数ベース", "by verifications"), frame.t("レセプト件数ベース", "by receipts")),
                        trend.stream()
                                .map(one -> new Chart.Bar(
                                        one.month().toString(),
                                        List.of(
                                                NationPages.value(one.row().online()),
                                                NationPages.value(one.row().receipt()))))
                                .toList())
                .svg(
                        frame,
                        new Text(
                                "最近6か月の利用率の図。同じ数字の表が続きます。",
                                "Usage rates of six months. The table that follows has the same figures."));
    }

    /** The verifications behind a figure. */
    @GetMapping(PATH + "/events")
    ResponseEntity<String> events(
            HttpServletRequest request,
            @RequestParam Optional<String> month,
            @RequestParam Optional<String> counted,
            @RequestParam(defaultValue = "0") long after) {
        return Months.read(month, stats.today())
                .map(asked -> NationPages.events(
                        stats,
                        frame(request),
                        asked,
                        facility,
                        counted,
                        after,
                        PATH + "/events",
                        PATH + "?month=" + asked))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    /** The last months as a file. */
    @GetMapping(PATH + "/csv")
    ResponseEntity<byte[]> csv(@RequestParam Optional<String> month) {
        return Months.read(month, stats.today())
                .map(asked -> Download.csv(
                        "usage-" + facility + "-" + asked + ".csv",
                        stats.csv(new UsageReport(asked, List.of(stats.report(asked, facility))))))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    /** What was difficult in the last seven days, or since the first of the month. */
    @GetMapping(PATH + "/troubles")
    ResponseEntity<String> troubles(HttpServletRequest request, @RequestParam Optional<String> span) {
        String shown = span.filter("month"::equals).orElse("week");
        TroubleReport report = report(shown);
        Frame frame = frames.of(request, new Text("窓口のつまずき", "Troubles at the desk"));
        return Html.page(
                frame,
                TEMPLATES.troubles(
                        frame,
                        new TroublesView(
                                shown,
                                report,
                                Help.bundled(),
                                minutes(frame, report),
                                ReturnReport.of(returns, YearMonth.from(stats.today()), TREND))));
    }

    private TroubleReport report(String span) {
        LocalDate today = stats.today();
        LocalDate from = span.equals("month") ? today.withDayOfMonth(1) : today.minusDays(WEEK - 1L);
        return TroubleReport.of(from, today, receptions.between(from, today));
    }

    private static String minutes(Frame frame, TroubleReport report) {
        List<Chart.Bar> bars = report.costliest().stream()
                .map(one -> new Chart.Bar(
                        frame.t(one.label()),
                        List.of(Math.round(report.difficulty(one)
                                                .orElseThrow()
                                                .waited()
                                                .toSeconds()
                                        / 6.0)
                                / (double) TENTHS)))
                .toList();
        return bars.isEmpty()
                ? ""
                : Chart.of(frame.t("待った時間（分）", "waited (minutes)"), bars)
                        .svg(
                                frame,
                                new Text(
                                        "つまずきごとの待ち時間の図。同じ数字の表が続きます。",
                                        "Minutes waited by trouble. The table that follows has the same figures."));
    }

    /** The receptions of one choice of question 6. */
    @GetMapping(PATH + "/troubles/{difficulty}")
    ResponseEntity<String> trouble(
            HttpServletRequest request, @PathVariable String difficulty, @RequestParam Optional<String> span) {
        String shown = span.filter("month"::equals).orElse("week");
        Frame frame = frames.of(request, new Text("窓口のつまずき", "Troubles at the desk"));
        return Difficulty.of(difficulty)
                .map(one -> Html.page(
                        frame,
                        TEMPLATES.trouble(frame, shown, one, report(shown).of(one))))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    /** The same choices as a file, in the order of the survey. */
    @GetMapping(PATH + "/troubles.csv")
    ResponseEntity<byte[]> troublesCsv(@RequestParam Optional<String> span) {
        String shown = span.filter("month"::equals).orElse("week");
        return Download.csv("troubles-" + shown + ".csv", TroubleCsv.of(report(shown)));
    }

    /** What would shorten the line, by a simulation over the last four weeks of this facility's log. */
    @GetMapping(PATH + "/line")
    ResponseEntity<String> line(HttpServletRequest request, @RequestParam Map<String, String> typed) {
        LineSettings settings = LineSettings.bundled();
        LocalDate today = stats.today();
        LocalDate from = today.minusDays(LINE_DAYS - 1L);
        ServiceLog log = ServiceLog.of(sessions.between(from, today), receptions.between(from, today), settings);
        LineQuestion asked = LineQuestion.read(typed, log);
        List<LineView.Answer> answers =
                LineScenario.usual(asked.readers(), asked.phones(), asked.visual() * TENTHS).stream()
                        .map(scenario ->
                                new LineView.Answer(scenario, scenario.simulate(asked.perHour(), log, settings)))
                        .toList();
        Frame frame = frames.of(request, new Text("待ち時間の見通し", "What would shorten the line"));
        return Html.page(
                frame, TEMPLATES.line(frame, new LineView(asked, log, settings, answers, chart(frame, answers))));
    }

    private static String chart(Frame frame, java.util.Collection<LineView.Answer> answers) {
        return new Chart(
                        frame.t("秒", "seconds"),
                        List.of(frame.t("平均", "mean"), frame.t("95％の人はこれ以下", "95 % wait at most")),
                        answers.stream()
                                .filter(answer -> answer.result().isPresent())
                                .map(answer -> new Chart.Bar(
                                        frame.t(answer.scenario().label()),
                                        List.of(
                                                (double) Math.round(answer.result()
                                                        .orElseThrow()
                                                        .mean()),
                                                (double) Math.round(answer.result()
                                                        .orElseThrow()
                                                        .p95()))))
                                .toList())
                .svg(
                        frame,
                        new Text("待ち時間の図。同じ数字の表が続きます。", "Waiting times. The table that follows has the same figures."));
    }

    private Frame frame(HttpServletRequest request) {
        return frames.of(request, new Text("マイナ保険証の利用率", "Usage of the My Number insurance card"));
    }
}
