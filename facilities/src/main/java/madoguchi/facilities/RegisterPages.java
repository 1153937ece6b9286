package madoguchi.facilities;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.core.Parsed;
import madoguchi.core.Problem;
import madoguchi.core.Text;
import madoguchi.facilities.pages.StaticTemplates;
import madoguchi.web.Form;
import madoguchi.web.Frame;
import madoguchi.web.Frames;
import madoguchi.web.Html;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 自施設の台帳と掲載 – {@code /facilities/own}: grants and coupons this facility drew, kept after every deadline, and in which public lists it wants to stand. */
@RestController
public final class RegisterPages {

    private static final String PATH = "/facilities/own";
    private static final StaticTemplates TEMPLATES = new StaticTemplates();

    private final Facilities facilities;
    private final Grants grants;
    private final MedicalInstitutionCode facility;
    private final boolean lists;
    private final Frames frames;

    RegisterPages(Facilities facilities, Grants grants, MedicalInstitutionCode facility, boolean lists, Frames frames) {
        this.facilities = facilities;
        this.grants = grants;
        this.facility = facility;
        this.lists = lists;
        this.frames = frames;
    }

    /** The page. */
    @GetMapping(PATH)
    ResponseEntity<String> page(HttpServletRequest request) {
        return page(request, HttpStatus.OK, Map.of(), List.of());
    }

    private ResponseEntity<String> page(
            HttpServletRequest request, HttpStatus status, Map<String, String> typed, List<Problem> problems) {
        Frame of = frames.of(request, new Text("補助の台帳と掲載", "Grants and listing"));
        Frame frame = new Frame(of.lang(), of.title(), of.place(), of.user(), of.csrf(), PATH, of.links(), List.of());
        return Html.page(
                status,
                frame,
                TEMPLATES.grantRegister(
                        frame,
                        facilities.draws(facility),
                        grants.facet("programme"),
                        grants.facet("facility-kind"),
                        new Form(typed, problems, Map.of()),
                        lists,
                        facilities.listings(facility)));
    }

    /** Writes a line. */
    @PostMapping(PATH + "/draws")
    ResponseEntity<String> draw(
            HttpServletRequest request, Principal user, @RequestParam MultiValueMap<String, String> fields) {
        Parsed<Draw> drawn = GrantPages.question(fields, facilities.today())
                .then(question -> facilities.draw(
                        facility,
                        question,
                        Optional.ofNullable(fields.getFirst("code")).orElse("").strip(),
                        user.getName()));
        return drawn instanceof Parsed.Value<Draw>
                ? back()
                : page(
                        request,
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        fields.entrySet().stream()
                                .collect(Collectors.toMap(
                                        Map.Entry::getKey,
                                        field -> field.getValue().getFirst())),
                        drawn.problems());
    }

    /** Cancels a line, with a reason. */
    @PostMapping(PATH + "/cancelled")
    ResponseEntity<String> cancel(
            HttpServletRequest request, Principal user, @RequestParam long line, @RequestParam String reason) {
        if (reason.isBlank() || reason.length() > 200) {
            return page(
                    request,
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    Map.of(),
                    List.of(Problem.at("reason", "取り消すわけを200字までで書いてください。", "Say why, in up to 200 characters.")));
        }
        facilities.cancel(facility, line, reason.strip(), user.getName());
        return back();
    }

    /** Says whether this facility wants to stand in a list; holds at once. */
    @PostMapping(PATH + "/listing")
    ResponseEntity<String> listing(Principal user, @RequestParam String list, @RequestParam boolean listed) {
        ListKind.of(list).ifPresent(kind -> facilities.wish(facility, kind, listed, user.getName()));
        return back();
    }

    private static ResponseEntity<String> back() {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Location", PATH)
                .build();
    }
}
