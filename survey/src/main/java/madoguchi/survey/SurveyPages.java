package madoguchi.survey;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.core.Parsed;
import madoguchi.core.Problem;
import madoguchi.core.Wareki;
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

/** 調査の運営画面 – all rounds with their rates, and opening a new one. Names no facility. */
@RestController
public final class SurveyPages {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();

    private final Surveys surveys;
    private final SurveySite site;

    SurveyPages(Surveys surveys, Frames frames) {
        this.surveys = surveys;
        this.site = new SurveySite(surveys, frames);
    }

    /** All rounds with their rates, published ones too. */
    @GetMapping(SurveySite.PATH)
    ResponseEntity<String> overview(HttpServletRequest request) {
        return overview(request, HttpStatus.OK, Map.of(), List.of());
    }

    private ResponseEntity<String> overview(
            HttpServletRequest request, HttpStatus status, Map<String, String> typed, List<Problem> problems) {
        Frame frame = site.frame(request, "調査", "Survey");
        return Html.page(
                status,
                frame,
                TEMPLATES.survey(
                        frame,
                        SurveyRound.published(),
                        surveys.rounds().all(),
                        List.copyOf(surveys.questionnaires().all().keySet()),
                        typed,
                        problems));
    }

    /** Opens a round. All faults at once. */
    @PostMapping(SurveySite.PATH + "/rounds")
    ResponseEntity<String> open(HttpServletRequest request, Principal user, @RequestParam Map<String, String> fields) {
        List<Problem> problems = new ArrayList<>();
        Optional<Integer> number =
                AnswerCheck.number(fields.getOrDefault("number", "")).filter(typed -> typed > 0 && typed < 1000);
        if (number.flatMap(surveys.rounds()::of).isPresent() || number.isEmpty()) {
            problems.add(Problem.at(
                    "number",
                    "まだ使っていない回の番号（1～999）を書いてください。",
                    "Write a number of a round (1 to 999) that is not taken."));
        }
        Optional<Integer> version = AnswerCheck.number(fields.getOrDefault("version", ""))
                .filter(surveys.questionnaires().all()::containsKey);
        if (version.isEmpty()) {
            problems.add(Problem.at("version", "登録されている調査票の版を選んでください。", "Choose a registered version."));
        }
        Optional<LocalDate> first = day("first", fields, problems);
        Optional<LocalDate> last = day("last", fields, problems);
        if (first.isPresent() && last.isPresent() && last.get().isBefore(first.get())) {
            problems.add(Problem.at("last", "終わりの日は始めの日より後にしてください。", "The last day must not be before the first."));
        }
        List<String> facilities = facilities(fields.getOrDefault("facilities", ""), problems);
        Optional<Integer> addressees = facilities.isEmpty()
                ? AnswerCheck.number(fields.getOrDefault("addressees", "")).filter(typed -> typed > 0)
                : Optional.of(facilities.size());
        if (addressees.isEmpty()) {
            problems.add(Problem.at(
                    "addressees",
                    "送信できる宛先の数を書くか、医療機関コードを貼り付けてください。",
                    "Write the number of addressees, or paste their codes."));
        }
        if (!problems.isEmpty()) {
            return overview(request, HttpStatus.UNPROCESSABLE_CONTENT, fields, problems);
        }
        surveys.rounds()
                .open(
                        new Round(
                                number.orElseThrow(),
                                version.orElseThrow(),
                                first.orElseThrow(),
                                last.orElseThrow(),
                                addressees.orElseThrow(),
                                false),
                        facilities,
                        user.getName());
        return SurveySite.to(SurveySite.PATH + "/rounds/" + number.orElseThrow());
    }

    private static Optional<LocalDate> day(String field, Map<String, String> fields, List<Problem> problems) {
        Parsed<LocalDate> day = Wareki.parse(field, fields.getOrDefault(field, ""));
        problems.addAll(day.problems());
        return day instanceof Parsed.Value<LocalDate>(var value) ? Optional.of(value) : Optional.empty();
    }

    private static List<String> facilities(String pasted, List<Problem> problems) {
        List<String> lines = pasted.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (MedicalInstitutionCode.parse("facilities", lines.get(i))
                    instanceof Parsed.Value<MedicalInstitutionCode>(var code)) {
                codes.add(code.digits());
            } else {
                problems.add(Problem.at(
                        "facilities", (i + 1) + "行目：医療機関コードは10桁の数字です。", "Line " + (i + 1) + ": a code has 10 digits."));
            }
        }
        if (codes.stream().distinct().count() < codes.size()) {
            problems.add(Problem.at("facilities", "同じ医療機関コードが2つ以上あります。", "A code stands there twice."));
        }
        return codes;
    }
}
