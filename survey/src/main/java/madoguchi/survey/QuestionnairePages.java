package madoguchi.survey;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import madoguchi.core.Parsed;
import madoguchi.core.Problem;
import madoguchi.survey.pages.StaticTemplates;
import madoguchi.web.Frame;
import madoguchi.web.Frames;
import madoguchi.web.Html;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 調査票の画面 – the questions of every version; takes a new one. */
@RestController
public final class QuestionnairePages {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();

    private final Surveys surveys;
    private final SurveySite site;

    QuestionnairePages(Surveys surveys, Frames frames) {
        this.surveys = surveys;
        this.site = new SurveySite(surveys, frames);
    }

    /** Questionnaires, and one of them in full. */
    @GetMapping(SurveySite.PATH + "/questionnaires")
    ResponseEntity<String> questionnaires(HttpServletRequest request, @RequestParam(defaultValue = "0") int version) {
        return questionnaires(request, HttpStatus.OK, version, "", List.of());
    }

    private ResponseEntity<String> questionnaires(
            HttpServletRequest request, HttpStatus status, int version, String typed, List<Problem> problems) {
        Map<Integer, Questionnaire> all = surveys.questionnaires().all();
        Questionnaire shown = Optional.ofNullable(all.get(version))
                .orElseGet(() -> surveys.questionnaires().all().lastEntry().getValue());
        Frame frame = site.frame(request, "調査票", "Questionnaires");
        return Html.page(
                status,
                frame,
                TEMPLATES.surveyQuestionnaires(frame, List.copyOf(all.values()), shown, typed, problems));
    }

    /** Takes a new version. */
    @PostMapping(SurveySite.PATH + "/questionnaires")
    ResponseEntity<String> addQuestionnaire(HttpServletRequest request, Principal user, @RequestParam String content) {
        return switch (surveys.questionnaires().add(content, user.getName())) {
            case Parsed.Value<Questionnaire>(var added) ->
                SurveySite.to(SurveySite.PATH + "/questionnaires?version=" + added.version());
            case Parsed.Faults<Questionnaire>(var problems) ->
                questionnaires(request, HttpStatus.UNPROCESSABLE_CONTENT, 0, content, problems);
        };
    }

    /** The file of the bundled questionnaire, to begin a new one with. */
    @GetMapping(SurveySite.PATH + "/questionnaires/sample.yaml")
    ResponseEntity<byte[]> sample() {
        return SurveySite.file(
                "questionnaire.yaml",
                MediaType.TEXT_PLAIN,
                Resources.text("questionnaire-7.yaml").getBytes(StandardCharsets.UTF_8));
    }
}
