package madoguchi.survey;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import madoguchi.survey.pages.StaticTemplates;
import madoguchi.web.Frame;
import madoguchi.web.Frames;
import madoguchi.web.Html;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 結果の画面 – the report as page, CSV and PDF, cross tables, open answers. Names no facility. */
@RestController
public final class ResultPages {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();

    private final Surveys surveys;
    private final SurveySite site;

    ResultPages(Surveys surveys, Frames frames) {
        this.surveys = surveys;
        this.site = new SurveySite(surveys, frames);
    }

    /** The report. */
    @GetMapping(SurveySite.ROUND + "/report")
    ResponseEntity<String> report(HttpServletRequest request, @PathVariable int number) {
        return site.of(number, round -> {
            Frame frame = site.frame(request, "第" + number + "弾の結果", "Results of round " + number);
            return Html.page(frame, TEMPLATES.surveyReport(frame, surveys.report(round)));
        });
    }

    /** The report as CSV, in the shape of the release. */
    @GetMapping(SurveySite.ROUND + "/report.csv")
    ResponseEntity<byte[]> reportCsv(@PathVariable int number) {
        return surveys.rounds()
                .of(number)
                .map(round -> SurveySite.csv("survey-" + number + ".csv", ReleaseCsv.of(surveys.report(round))))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    /** The report as PDF. */
    @GetMapping(SurveySite.ROUND + "/report.pdf")
    ResponseEntity<byte[]> reportPdf(@PathVariable int number) {
        return surveys.rounds()
                .of(number)
                .map(round -> SurveySite.file(
                        "survey-" + number + ".pdf", MediaType.APPLICATION_PDF, ReportPaper.pdf(surveys.report(round))))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    /** One question by another; the threshold may be chosen from 3 up. */
    @GetMapping(SurveySite.ROUND + "/cross")
    ResponseEntity<String> cross(
            HttpServletRequest request,
            @PathVariable int number,
            @RequestParam(defaultValue = "") String rows,
            @RequestParam(defaultValue = "") String columns,
            @RequestParam(defaultValue = "" + Surveys.THRESHOLD) int threshold) {
        return site.of(number, round -> {
            Questionnaire questionnaire = surveys.questionnaires().of(round);
            List<Question> questions = questionnaire.questions().stream()
                    .filter(Question::hasBoxes)
                    .toList();
            Optional<CrossTable> table = questionnaire
                    .question(rows)
                    .filter(Question::hasBoxes)
                    .flatMap(row -> questionnaire
                            .question(columns)
                            .filter(column -> column.hasBoxes() && !column.equals(row))
                            .map(column -> CrossTable.of(
                                    surveys.tabulation(round).counted().valid(), row, column, Math.max(3, threshold))));
            Frame frame = site.frame(request, "クロス集計", "Cross tabulation");
            return Html.page(frame, TEMPLATES.surveyCross(frame, round, questions, table, rows, columns));
        });
    }

    /** Open answers, by theme or by words. */
    @GetMapping(SurveySite.ROUND + "/open")
    ResponseEntity<String> open(
            HttpServletRequest request,
            @PathVariable int number,
            @RequestParam(defaultValue = "") String question,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String theme) {
        return site.of(number, round -> {
            List<Question> questions = surveys.questionnaires().of(round).questions().stream()
                    .filter(one -> one.kind() == QuestionKind.OPEN)
                    .toList();
            if (questions.isEmpty()) {
                return ResponseEntity.notFound().build();
            }
            Question chosen = questions.stream()
                    .filter(one -> one.id().equals(question))
                    .findFirst()
                    .orElse(questions.getFirst());
            OpenAnswers answers =
                    OpenAnswers.to(chosen, surveys.tabulation(round).counted().valid());
            List<OpenAnswers.Group> groups = answers.groups();
            List<OpenAnswers.Written> shown = theme.isEmpty()
                    ? answers.search(words, 200)
                    : groups.stream()
                            .filter(group ->
                                    group.theme().map(Theme::id).orElse("other").equals(theme))
                            .flatMap(group -> group.answers().stream())
                            .toList();
            Frame frame = site.frame(request, "自由記述", "Open answers");
            return Html.page(frame, TEMPLATES.surveyOpen(frame, round, questions, chosen, groups, shown, words, theme));
        });
    }
}
