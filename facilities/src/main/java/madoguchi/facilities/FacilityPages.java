package madoguchi.facilities;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.core.Parsed;
import madoguchi.core.Problem;
import madoguchi.core.Text;
import madoguchi.facilities.pages.StaticTemplates;
import madoguchi.web.Frame;
import madoguchi.web.Frames;
import madoguchi.web.Html;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** 施設の運営画面 – {@code /facilities/operator}: the file of names, and the wishes of facilities that call or write. */
@RestController
public final class FacilityPages {

    private static final String PATH = "/facilities/operator";
    private static final StaticTemplates TEMPLATES = new StaticTemplates();

    private final Facilities facilities;
    private final Frames frames;

    FacilityPages(Facilities facilities, Frames frames) {
        this.facilities = facilities;
        this.frames = frames;
    }

    /** The page. */
    @GetMapping(PATH)
    ResponseEntity<String> page(HttpServletRequest request) {
        return page(request, HttpStatus.OK, Optional.empty(), List.of());
    }

    private ResponseEntity<String> page(
            HttpServletRequest request, HttpStatus status, Optional<Text> done, List<Problem> problems) {
        Frame of = frames.of(request, new Text("施設の名簿", "Names of facilities"));
        Frame frame = new Frame(of.lang(), of.title(), of.place(), of.user(), of.csrf(), PATH, of.links(), List.of());
        return Html.page(
                status,
                frame,
                TEMPLATES.facilityOperator(
                        frame,
                        facilities.names(),
                        java.util.Arrays.stream(ListKind.values())
                                .map(kind -> new Wishes(
                                        kind,
                                        facilities.unlisted(kind).stream()
                                                .sorted()
                                                .toList()))
                                .toList(),
                        done,
                        problems));
    }

    /**
     * 掲載を望まない施設.
     *
     * @param list which
     * @param codes of them
     */
    public record Wishes(ListKind list, List<String> codes) {

        /** Copies the list. */
        public Wishes {
            codes = List.copyOf(codes);
        }
    }

    /** Takes the file of names. */
    @PostMapping(PATH + "/names")
    ResponseEntity<String> take(HttpServletRequest request, Principal user, @RequestParam MultipartFile file)
            throws IOException {
        return switch (facilities.take(new String(file.getBytes(), StandardCharsets.UTF_8), user.getName())) {
            case Parsed.Value<Integer>(var rows) ->
                page(
                        request,
                        HttpStatus.OK,
                        Optional.of(new Text(rows + "施設を登録・変更しました。", rows + " facilities were added or changed.")),
                        List.of());
            case Parsed.Faults<Integer>(var problems) ->
                page(request, HttpStatus.UNPROCESSABLE_CONTENT, Optional.empty(), problems);
        };
    }

    /** Writes down a wish. */
    @PostMapping(PATH + "/wishes")
    ResponseEntity<String> wish(
            HttpServletRequest request,
            Principal user,
            @RequestParam String code,
            @RequestParam String list,
            @RequestParam boolean listed) {
        List<Problem> problems = new ArrayList<>();
        Parsed<MedicalInstitutionCode> facility = MedicalInstitutionCode.parse("code", code);
        problems.addAll(facility.problems());
        Optional<ListKind> kind = ListKind.of(list);
        if (kind.isEmpty()) {
            problems.add(Problem.at("list", "一覧を選んでください。", "Choose a list."));
        }
        if (problems.isEmpty() && facility instanceof Parsed.Value<MedicalInstitutionCode>(var known)) {
            facilities.wish(known, kind.orElseThrow(), listed, user.getName());
            return page(
                    request,
                    HttpStatus.OK,
                    Optional.of(new Text("希望を記録しました。一覧にはすぐ反映されます。", "The wish is recorded and holds at once.")),
                    List.of());
        }
        return page(request, HttpStatus.UNPROCESSABLE_CONTENT, Optional.empty(), problems);
    }
}
