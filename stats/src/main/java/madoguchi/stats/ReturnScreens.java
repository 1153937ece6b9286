package madoguchi.stats;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import madoguchi.core.Text;
import madoguchi.stats.pages.StaticTemplates;
import madoguchi.web.Frame;
import madoguchi.web.Frames;
import madoguchi.web.Html;
import org.springframework.http.ResponseEntity;

/** 返戻の画面の中身 – the same three answers for a facility and for the agency, each below its own path. */
final class ReturnScreens {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final int MONTHS = 6;
    private static final int ROWS = 100;
    private static final int LONGEST_LABEL = 40;

    private final String path;
    private final boolean agency;
    private final Returns returns;
    private final Frames frames;
    private final Supplier<LocalDate> today;

    ReturnScreens(String path, boolean agency, Returns returns, Frames frames, Supplier<LocalDate> today) {
        this.path = path;
        this.agency = agency;
        this.returns = returns;
        this.frames = frames;
        this.today = today;
    }

    /** The months up to the one asked for, and its reasons. 404 for what is no month. */
    ResponseEntity<String> overview(HttpServletRequest request, Optional<String> month) {
        Frame frame = frame(request);
        return Months.read(month, today.get())
                .map(asked -> view(frame, asked, month.isPresent()))
                .map(view -> Html.page(frame, TEMPLATES.returns(frame, view)))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private ReturnsView view(Frame frame, YearMonth asked, boolean chosen) {
        ReturnReport report = ReturnReport.of(returns, last(asked), MONTHS);
        YearMonth shown = chosen ? asked : report.latest();
        return new ReturnsView(
                path,
                agency,
                shown,
                Months.offered(shown, today.get()),
                report,
                months(frame, report),
                reasons(frame, report));
    }

    /** A month of the latest ones is shown among them; an earlier one as the last of its own. */
    private YearMonth last(YearMonth asked) {
        YearMonth running = YearMonth.from(today.get());
        return asked.isAfter(running.minusMonths(MONTHS)) && !asked.isAfter(running) ? running : asked;
    }

    private static String months(Frame frame, ReturnReport report) {
        return new Chart(
                        frame.t("件", "receipts"),
                        List.of(frame.t("返戻", "returned"), frame.t("直されて請求済み", "billed, changed")),
                        report.months().stream()
                                .map(month -> new Chart.Bar(
                                        month.toString(),
                                        List.of((double) report.receipts(month, ReturnFigure.Fate.RETURNED), (double)
                                                report.receipts(month, ReturnFigure.Fate.CHANGED))))
                                .toList())
                .svg(
                        frame,
                        new Text(
                                "請求年月ごとの返戻の図。同じ数字の表が続きます。",
                                "Returned receipts by claim month. The table that follows has the same figures."));
    }

    private static String reasons(Frame frame, ReturnReport report) {
        return report.reasons().isEmpty()
                ? ""
                : Chart.of(
                                frame.t("返戻（件）", "returned (receipts)"),
                                report.reasons().stream()
                                        .map(one -> new Chart.Bar(
                                                one.rule() + " " + cut(frame.t(one.sentence())),
                                                List.of((double) one.receipts())))
                                        .toList())
                        .svg(
                                frame,
                                new Text(
                                        "返戻の理由の図。同じ数字の表が続きます。",
                                        "Returned receipts by reason. The table that follows has the same figures."));
    }

    private static String cut(String sentence) {
        return sentence.length() <= LONGEST_LABEL ? sentence : sentence.substring(0, LONGEST_LABEL) + "…";
    }

    /** The same figures as a file. */
    ResponseEntity<byte[]> csv(Optional<String> month) {
        return Months.read(month, today.get())
                .map(asked -> Download.csv(
                        "returns-" + asked + ".csv", ReturnCsv.of(ReturnReport.of(returns, last(asked), MONTHS))))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    /** The receipts that one rule decided in a month; 404 where it decided none. */
    ResponseEntity<String> receipts(HttpServletRequest request, String rule, Optional<String> month, String after) {
        Frame frame = frame(request);
        return Months.read(month, today.get())
                .map(asked -> view(asked, rule, after))
                .filter(view -> !view.figures().isEmpty())
                .map(view -> Html.page(frame, TEMPLATES.returned(frame, view)))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private ReturnedView view(YearMonth month, String rule, String after) {
        List<ReturnFigure> figures = ReturnReport.of(returns, month, 1).of(month).stream()
                .filter(figure -> figure.rule().equals(rule))
                .toList();
        List<ReturnedReceipt> rows = returns.receipts(month, rule, after, ROWS + 1);
        List<ReturnedReceipt> shown = rows.subList(0, Math.min(ROWS, rows.size()));
        return new ReturnedView(
                path,
                agency,
                figures,
                month,
                rule,
                shown,
                rows.size() > ROWS ? Optional.of(shown.getLast().reference()) : Optional.empty());
    }

    private Frame frame(HttpServletRequest request) {
        return frames.of(request, new Text("返戻の件数", "Returned claims"));
    }
}
