package madoguchi.survey;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import madoguchi.core.Problem;
import madoguchi.survey.pages.StaticTemplates;
import madoguchi.web.Frame;
import madoguchi.web.Frames;
import madoguchi.web.Html;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 確かめる画面 – doubtful marks and handwriting of scanned forms, each with its picture, decided by a person. */
@RestController
public final class DoubtPages {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final int DOUBTS = 40;

    private final Surveys surveys;
    private final SurveySite site;

    DoubtPages(Surveys surveys, Frames frames) {
        this.surveys = surveys;
        this.site = new SurveySite(surveys, frames);
    }

    /** Doubtful marks with their pictures. */
    @GetMapping(SurveySite.ROUND + "/doubts")
    ResponseEntity<String> doubts(HttpServletRequest request, @PathVariable int number) {
        return site.of(number, round -> doubts(request, HttpStatus.OK, round, Map.of(), List.of()));
    }

    private ResponseEntity<String> doubts(
            HttpServletRequest request,
            HttpStatus status,
            Round round,
            Map<String, String> typed,
            List<Problem> problems) {
        Frame frame = site.frame(request, "確かめるところ", "To be checked");
        List<PendingDoubt> pending = surveys.scans().pending(round, DOUBTS);
        return Html.page(
                status,
                frame,
                TEMPLATES.surveyDoubts(frame, round, surveys.questionnaires().of(round), pending, typed, problems));
    }

    /** Decides those that were answered; the others stay. */
    @PostMapping(SurveySite.ROUND + "/doubts")
    ResponseEntity<String> decide(
            HttpServletRequest request,
            Principal user,
            @PathVariable int number,
            @RequestParam Map<String, String> fields) {
        return site.of(number, round -> {
            Map<PendingDoubt, String> values = new LinkedHashMap<>();
            surveys.scans()
                    .pending(round, DOUBTS)
                    .forEach(doubt -> Optional.ofNullable(fields.get("d" + doubt.id()))
                            .filter(value -> !value.isBlank() || fields.containsKey("empty" + doubt.id()))
                            .ifPresent(value -> values.put(doubt, value)));
            List<Problem> problems = surveys.scans().decide(round, values, user.getName());
            return problems.isEmpty()
                    ? SurveySite.to(SurveySite.PATH + "/rounds/" + number + "/doubts")
                    : doubts(request, HttpStatus.UNPROCESSABLE_CONTENT, round, fields, problems);
        });
    }
}
