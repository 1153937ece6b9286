package madoguchi.survey;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.core.Text;
import madoguchi.survey.pages.StaticTemplates;
import madoguchi.web.Frame;
import madoguchi.web.Frames;
import madoguchi.web.Html;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 下書きへの同意 – {@code /survey/consent}: the facility says whether its own figures of troubles may stand as a draft on its answer page, and takes it back. */
@RestController
public final class ConsentPages {

    private static final String PATH = "/survey/consent";
    private static final StaticTemplates TEMPLATES = new StaticTemplates();

    private final Surveys surveys;
    private final MedicalInstitutionCode facility;
    private final Frames frames;

    ConsentPages(Surveys surveys, MedicalInstitutionCode facility, Frames frames) {
        this.surveys = surveys;
        this.facility = facility;
        this.frames = frames;
    }

    /** The page. */
    @GetMapping(PATH)
    ResponseEntity<String> consent(HttpServletRequest request) {
        Frame frame = frames.of(request, new Text("調査の下書き", "Survey drafts"));
        return Html.page(frame, TEMPLATES.surveyConsent(frame, surveys.consents(facility)));
    }

    /** Gives consent ({@code given=true}) or takes it back. */
    @PostMapping(PATH)
    ResponseEntity<Void> consent(Principal user, @RequestParam boolean given) {
        surveys.consent(facility, given, user.getName());
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Location", PATH)
                .build();
    }
}
