package madoguchi.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import madoguchi.core.Coverage;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.core.Parsed;
import madoguchi.core.SelfRecord;
import madoguchi.core.SelfRecord.IssuedPaper;
import madoguchi.core.Text;
import madoguchi.paper.Paper;
import madoguchi.portal.pages.StaticTemplates;
import madoguchi.stamp.ScreenKind;
import madoguchi.web.Html;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 健康保険証の画面 – {@code /portal}: what a desk must see comes first; its PDF, its short code, and the electronic 資格確認書. */
@RestController
public final class HealthPages {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();

    private final Front front;
    private final Wording wording;
    private final Codes codes;

    HealthPages(Front front, Wording wording, Codes codes) {
        this.front = front;
        this.wording = wording;
        this.codes = codes;
    }

    /** The screen. */
    @GetMapping(Front.HOME)
    ResponseEntity<String> health(HttpServletRequest request) {
        return shown(request, HttpStatus.OK, Counter.none());
    }

    /**
     * 短い番号の欄.
     *
     * @param typed the facility's code as typed
     * @param code the short code; absent before
     * @param fault what is wrong with what was typed
     */
    public record Counter(String typed, Optional<String> code, Optional<Text> fault) {
        static Counter none() {
            return new Counter("", Optional.empty(), Optional.empty());
        }
    }

    /** A short code for one facility; 422 when its code is none. */
    @PostMapping("/portal/counter")
    ResponseEntity<String> counter(HttpServletRequest request, @RequestParam(defaultValue = "") String facility) {
        return switch (MedicalInstitutionCode.parse("facility", facility)) {
            case Parsed.Faults<MedicalInstitutionCode>(var problems) ->
                shown(
                        request,
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        new Counter(
                                facility,
                                Optional.empty(),
                                Optional.of(problems.getFirst().reason())));
            case Parsed.Value<MedicalInstitutionCode>(var code) ->
                shown(
                        request,
                        HttpStatus.OK,
                        new Counter(
                                code.digits(),
                                front.session(request)
                                        .filter(session -> front.may(session, PasskeyUse.SHORT_CODE))
                                        .flatMap(session -> first(front.record(session, front.today())))
                                        .map(coverage -> codes.forCounter(ScreenKind.HEALTH_INSURANCE, coverage, code)),
                                Optional.empty()));
        };
    }

    private ResponseEntity<String> shown(HttpServletRequest request, HttpStatus status, Counter counter) {
        Optional<Session> session = front.session(request);
        if (session.isEmpty()) {
            return Front.to(EntrancePages.LOGIN);
        }
        LocalDate today = front.today();
        SelfRecord record = front.record(session.get(), today);
        Page page = front.page(request, session.get(), Front.HOME, ScreenKind.HEALTH_INSURANCE, first(record));
        HealthView view =
                new HealthView(record, record.coverages(), wording.health(today), HealthScreen.on(today), counter);
        return front.show(status, page, page.t("health.title"), TEMPLATES.health(page, view));
    }

    static Optional<Coverage> first(SelfRecord record) {
        return record.coverages().stream().findFirst();
    }

    /** The PDF of eligibility: for school events, and to be shown together with the card. 404 where there is nothing to print. */
    @GetMapping("/portal/pdf")
    ResponseEntity<byte[]> pdf(HttpServletRequest request) {
        Optional<Session> session = front.session(request);
        LocalDate today = front.today();
        List<Coverage> coverages = session.filter(open -> front.may(open, PasskeyUse.ELIGIBILITY_PDF))
                .map(open -> front.record(open, today).coverages())
                .orElse(List.of());
        if (coverages.isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        Page page = front.page(
                request, session.get(), Front.HOME, ScreenKind.ELIGIBILITY_PDF, Optional.of(coverages.getFirst()));
        byte[] pdf = Paper.pdf(
                Html.render(TEMPLATES.pdf(page, coverages, wording.health(today))),
                today.atStartOfDay().toInstant(ZoneOffset.UTC));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("shikaku-" + today + ".pdf")
                                .build()
                                .toString())
                .body(pdf);
    }

    /** The electronic 資格確認書 of what insurers have issued, with a running clock. */
    @GetMapping("/portal/certificate")
    ResponseEntity<String> certificate(HttpServletRequest request) {
        Optional<Session> session = front.session(request);
        if (session.isEmpty()) {
            return Front.to(EntrancePages.LOGIN);
        }
        SelfRecord record = front.record(session.get(), front.today());
        List<IssuedPaper> certificates = record.issued().stream()
                .filter(paper -> paper.kind() == IssuedPaper.Kind.CERTIFICATE)
                .toList();
        Optional<Coverage> coverage = record.coverages().stream()
                .filter(known -> certificates.stream()
                        .anyMatch(paper -> paper.insurer().equals(known.id().insurer())))
                .findFirst();
        Page page = front.page(
                request,
                session.get(),
                "/portal/certificate",
                coverage.isPresent() ? ScreenKind.ELIGIBILITY_CERTIFICATE : ScreenKind.OWN_RECORD,
                coverage.or(() -> first(record)));
        return front.show(page, page.t("certificate.title"), TEMPLATES.certificate(page, coverage, record.issued()));
    }
}
