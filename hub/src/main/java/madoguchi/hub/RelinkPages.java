package madoguchi.hub;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import madoguchi.core.Parsed;
import madoguchi.core.Problem;
import madoguchi.core.Text;
import madoguchi.hub.pages.StaticTemplates;
import madoguchi.web.Frame;
import madoguchi.web.Frames;
import madoguchi.web.Html;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 紐付け訂正の画面 – proposals, their confirmation by a second operator, and whom the wrong link has misled. What is typed about a person is looked up and forgotten. */
@RestController
public final class RelinkPages {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final String LIST = "/hub/relinks";
    private static final int MOST = 100;

    private final Relinks relinks;
    private final Quality quality;
    private final Frames frames;

    /** Pages over one database's links. */
    public RelinkPages(Relinks relinks, Quality quality, Frames frames) {
        this.relinks = relinks;
        this.quality = quality;
        this.frames = frames;
    }

    /** The proposals, those that wait first. */
    @GetMapping(LIST)
    public ResponseEntity<String> list(HttpServletRequest request) {
        Frame frame = frame(request);
        return Html.page(frame, TEMPLATES.relinks(frame, relinks.proposals(MOST)));
    }

    /** One proposal: what would happen or happened, and the verifications that rested on the wrong link. */
    @GetMapping(LIST + "/{id}")
    public ResponseEntity<String> one(HttpServletRequest request, @PathVariable long id) {
        return one(request, id, HttpStatus.OK, List.of());
    }

    private ResponseEntity<String> one(HttpServletRequest request, long id, HttpStatus status, List<Problem> problems) {
        Optional<RelinkProposal> proposal = relinks.proposal(id);
        Optional<QualityFact> coverage = proposal.flatMap(relinks::coverage);
        if (coverage.isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        Frame frame = frame(request);
        return Html.page(
                status,
                frame,
                TEMPLATES.relink(
                        frame,
                        proposal.orElseThrow(),
                        coverage.get(),
                        relinks.affected(proposal.orElseThrow()),
                        problems,
                        request.isUserInRole("OPERATOR")));
    }

    /** Takes a proposal; with status 422 the finding's page comes back with all faults and nothing typed lost. */
    @PostMapping("/hub/relink/propose")
    public ResponseEntity<String> propose(
            HttpServletRequest request,
            Principal by,
            @RequestParam long report,
            @RequestParam long finding,
            @RequestParam(defaultValue = "") String fact,
            @RequestParam(defaultValue = "") String insurer,
            @RequestParam(defaultValue = "") String symbol,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String branch,
            @RequestParam(defaultValue = "") String birth,
            @RequestParam(defaultValue = "") String unknown,
            @RequestParam(defaultValue = "") String reason) {
        Optional<QualityRow> row = quality.store().finding(report, finding, false);
        if (row.isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        RelinkForm form = new RelinkForm(fact, insurer, symbol, number, branch, birth, unknown, reason, List.of());
        Parsed<Long> proposed = relinks.propose(form, by.getName(), OptionalLong.of(report), OptionalLong.of(finding));
        if (proposed.problems().isEmpty()) {
            return to(proposed.orElseThrow());
        }
        Frame frame = QualityPages.frame(frames, request);
        return Html.page(
                HttpStatus.UNPROCESSABLE_CONTENT,
                frame,
                QualityPages.finding(frame, quality, row.get(), true, form.with(proposed.problems())));
    }

    /** Carries a proposal out or refuses it; 422 with the reason when it cannot be decided so. */
    @PostMapping("/hub/relink/decide")
    public ResponseEntity<String> decide(
            HttpServletRequest request, Principal by, @RequestParam long proposal, @RequestParam boolean confirm) {
        Parsed<RelinkProposal> decided = relinks.decide(proposal, confirm, by.getName());
        return decided.problems().isEmpty()
                ? to(proposal)
                : one(request, proposal, HttpStatus.UNPROCESSABLE_CONTENT, decided.problems());
    }

    /** Proposes the way back; 422 with the reason when there is none. */
    @PostMapping("/hub/relink/undo")
    public ResponseEntity<String> undo(
            HttpServletRequest request,
            Principal by,
            @RequestParam long proposal,
            @RequestParam(defaultValue = "") String reason) {
        Parsed<Long> back = relinks.undo(proposal, reason, by.getName());
        return back.problems().isEmpty()
                ? to(back.orElseThrow())
                : one(request, proposal, HttpStatus.UNPROCESSABLE_CONTENT, back.problems());
    }

    private static ResponseEntity<String> to(long proposal) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, URI.create(LIST + "/" + proposal).toString())
                .build();
    }

    /** After a POST the language switch returns to the list. */
    private Frame frame(HttpServletRequest request) {
        Frame frame = frames.of(request, new Text("紐付けの訂正", "Mending links"));
        return request.getMethod().equals("GET")
                ? frame
                : new Frame(
                        frame.lang(),
                        frame.title(),
                        frame.place(),
                        frame.user(),
                        frame.csrf(),
                        LIST,
                        frame.links(),
                        List.of());
    }
}
