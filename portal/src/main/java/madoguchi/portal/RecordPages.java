package madoguchi.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import madoguchi.core.ConsentScope;
import madoguchi.core.Filed;
import madoguchi.core.Look;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.core.Parsed;
import madoguchi.core.PersonKey;
import madoguchi.core.SelfFiling;
import madoguchi.core.SelfRecord;
import madoguchi.core.SelfView;
import madoguchi.core.VisitKind;
import madoguchi.portal.pages.StaticTemplates;
import madoguchi.stamp.ScreenKind;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** 本人の記録の画面 – who looked ({@code /portal/looks}), what was consented to ({@code /portal/consents}), and enrolment on and off. */
@RestController
public final class RecordPages {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final String LOOKS = "/portal/looks";
    private static final String CONSENTS = "/portal/consents";
    private static final int MOST = 100;

    private final Front front;
    private final SelfView view;
    private final SelfFiling filing;
    private final Watch watch;
    private final Function<MedicalInstitutionCode, Optional<String>> names;

    RecordPages(
            Front front,
            SelfView view,
            SelfFiling filing,
            Watch watch,
            Function<MedicalInstitutionCode, Optional<String>> names) {
        this.front = front;
        this.view = view;
        this.filing = filing;
        this.watch = watch;
        this.names = names;
    }

    /** Who looked. */
    @GetMapping(LOOKS)
    ResponseEntity<String> looks(HttpServletRequest request) {
        Optional<Session> session = front.session(request);
        if (session.isEmpty()) {
            return Front.to(EntrancePages.LOGIN);
        }
        List<Look> looks =
                session.get().shown().map(person -> view.looks(person, MOST)).orElse(List.of());
        Page page = page(request, session.get(), LOOKS);
        return front.show(page, page.t("looks.title"), TEMPLATES.looks(page, looks, this::name));
    }

    /** Says that somebody has looked: not who, and at nothing. */
    @GetMapping(path = LOOKS + "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> events(HttpServletRequest request) {
        return front.session(request)
                .flatMap(Session::shown)
                .map(person -> ResponseEntity.ok(watch.open(person)))
                .orElseGet(() -> ResponseEntity.status(HttpStatus.NO_CONTENT).build());
    }

    /** What was consented to. */
    @GetMapping(CONSENTS)
    ResponseEntity<String> consents(HttpServletRequest request) {
        Optional<Session> session = front.session(request);
        if (session.isEmpty()) {
            return Front.to(EntrancePages.LOGIN);
        }
        SelfRecord record = front.record(session.get(), front.today());
        Page page = page(request, session.get(), CONSENTS);
        return front.show(page, page.t("consents.title"), TEMPLATES.consents(page, record, this::name));
    }

    private Page page(HttpServletRequest request, Session session, String here) {
        return front.page(
                request, session, here, ScreenKind.OWN_RECORD, HealthPages.first(front.record(session, front.today())));
    }

    /** The facility's name where it is known, and its code. */
    private String name(MedicalInstitutionCode code) {
        return names.apply(code).map(name -> name + "（" + code + "）").orElse(code.digits());
    }

    /** Takes a consent back, at once. */
    @PostMapping(CONSENTS)
    ResponseEntity<String> withdraw(
            HttpServletRequest request, @RequestParam String facility, @RequestParam String scope) {
        Optional<ConsentScope> what = Stream.of(ConsentScope.values())
                .filter(known -> known.name().equals(scope))
                .findFirst();
        return MedicalInstitutionCode.parse("facility", facility)
                                instanceof Parsed.Value<MedicalInstitutionCode>(var at)
                        && what.isPresent()
                ? filed(request, CONSENTS, "withdrawn", person -> filing.withdraw(person, at, Set.of(what.get())))
                : Front.to(CONSENTS + "?told=refused");
    }

    /** 居宅同意の撤回 – takes every consent to this kind of visits at a facility back, at once; {@code visit} is a code of {@link VisitKind}. */
    @PostMapping(CONSENTS + "/visits")
    ResponseEntity<String> withdrawVisits(
            HttpServletRequest request, @RequestParam String facility, @RequestParam String visit) {
        Optional<VisitKind> what = Stream.of(VisitKind.values())
                .filter(known -> known.code().equals(visit))
                .findFirst();
        return MedicalInstitutionCode.parse("facility", facility)
                                instanceof Parsed.Value<MedicalInstitutionCode>(var at)
                        && what.isPresent()
                ? filed(request, CONSENTS, "visits-withdrawn", person -> filing.withdrawVisits(person, at, what.get()))
                : Front.to(CONSENTS + "?told=refused");
    }

    /** Enrolment from today on, or no more from today on. */
    @PostMapping("/portal/enrolment")
    ResponseEntity<String> enrolment(HttpServletRequest request, @RequestParam String to) {
        if (front.session(request)
                .filter(session -> !front.may(session, PasskeyUse.ENROLMENT))
                .isPresent()) {
            return Front.to(Front.HOME + "?told=card");
        }
        return switch (to) {
            case "on" -> filed(request, Front.HOME, "enrolled", person -> filing.enrol(person, front.today()));
            case "off" -> filed(request, Front.HOME, "ended", person -> filing.endEnrolment(person, front.today()));
            default -> Front.to(Front.HOME);
        };
    }

    private ResponseEntity<String> filed(
            HttpServletRequest request, String back, String done, Function<PersonKey, Filed> file) {
        Optional<PersonKey> person = front.session(request).flatMap(Session::shown);
        String told = person.map(file)
                .map(filed -> switch (filed) {
                    case Filed.Taken t -> done;
                    case Filed.Refused r -> "refused";
                    case Filed.Undelivered u -> "down";
                })
                .orElse("refused");
        return Front.to(back + "?told=" + told);
    }
}
