package madoguchi.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import madoguchi.core.Coverage;
import madoguchi.core.Text;
import madoguchi.core.Typed;
import madoguchi.desk.pages.StaticTemplates;
import madoguchi.policy.EvidenceKind;
import madoguchi.stamp.Expected;
import madoguchi.stamp.ScreenKind;
import madoguchi.stamp.Verified;
import madoguchi.stamp.Verifier;
import madoguchi.web.Frame;
import madoguchi.web.Frames;
import madoguchi.web.Html;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 画面のコードの確認 – a clerk scans or types the code of a portal screen and is told what it is, also with every line cut. It adds trust: no rule asks for it. */
@RestController
public final class StampActions implements AutoCloseable {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final Text TITLE = new Text("画面のコード", "Code of a screen");
    private static final int LONGEST = 400;

    private final Frames frames;
    private final VisitBook book;
    private final Steps steps;
    private final DeskPages pages;
    private final StampStore store;
    private final StampKeyring keyring;
    private final String facility;

    StampActions(
            Frames frames,
            VisitBook book,
            Steps steps,
            DeskPages pages,
            StampStore store,
            StampKeyring keyring,
            String facility) {
        this.frames = frames;
        this.book = book;
        this.steps = steps;
        this.pages = pages;
        this.store = store;
        this.keyring = keyring;
        this.facility = facility;
    }

    /** The sheet with the field. */
    @GetMapping("/receptions/{id}/code")
    ResponseEntity<String> sheet(HttpServletRequest request, @PathVariable String id) {
        return shown(request, id, ScreenKind.HEALTH_INSURANCE, Optional.empty());
    }

    /** What a code is. */
    @PostMapping("/receptions/{id}/code")
    ResponseEntity<String> check(
            HttpServletRequest request,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "HEALTH_INSURANCE") ScreenKind kind) {
        Optional<Visit> visit = book.find(id);
        if (visit.isEmpty()) {
            return pages.reception(request, id);
        }
        String typed = code.substring(0, Math.min(code.length(), LONGEST));
        StampVerdict verdict = verdict(typed, visit.get(), kind);
        store.checked(book.now(), Clerk.operator(request), id, digest(typed), verdict.name());
        return shown(request, id, kind, Optional.of(verdict));
    }

    private StampVerdict verdict(String typed, Visit visit, ScreenKind kind) {
        Expected expected = new Expected(Set.of(kind), people(visit));
        Verified found = new Verifier(keyring.keys()).check(typed, expected, book.now());
        if (found instanceof Verified.UnknownKey || found instanceof Verified.NotFitting) {
            keyring.renew();
            found = new Verifier(keyring.keys()).check(typed, expected, book.now());
        }
        StampVerdict verdict = StampVerdict.of(found, kind);
        boolean once = found instanceof Verified.Live || found instanceof Verified.Typed;
        return once
                ? store.usedElsewhere(digest(typed), visit.id())
                        .map(verdict::usedElsewhere)
                        .orElse(verdict)
                : verdict;
    }

    /** Everybody the patient of a reception is known as: by the answers, by the number asked for, by an earlier reception. */
    private List<Expected.Patient> people(Visit visit) {
        Stream<Expected.Patient> asked = visit.question().stream()
                .map(question ->
                        new Expected.Patient(question.birth(), Optional.empty(), Optional.of(question.insured())));
        Stream<Coverage> told = Stream.concat(
                visit.replies().stream().flatMap(reply -> reply.answer().coverages().stream()),
                book.before(visit).stream().flatMap(before -> before.coverage().stream()));
        return Stream.concat(
                        asked,
                        told.map(coverage -> new Expected.Patient(
                                coverage.holder().birth(),
                                Optional.of(coverage.holder().name().reading()),
                                Optional.of(coverage.id()))))
                .distinct()
                .toList();
    }

    private static byte[] digest(String typed) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(Typed.key(typed).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private ResponseEntity<String> shown(
            HttpServletRequest request, String id, ScreenKind kind, Optional<StampVerdict> verdict) {
        Optional<Visit> visit = book.find(id);
        if (visit.isEmpty()) {
            return pages.reception(request, id);
        }
        Optional<EvidenceKind> next = verdict.filter(StampVerdict::good)
                .flatMap(good -> StampVerdict.evidence(kind))
                .filter(evidence -> steps.mayTake(visit.get(), evidence));
        Frame frame = frames.of(request, TITLE);
        return Html.page(frame, TEMPLATES.codesheet(frame, id, facility, kind, verdict, next));
    }

    @Override
    public void close() {
        keyring.close();
    }
}
