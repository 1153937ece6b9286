package madoguchi.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Optional;
import madoguchi.core.SubsidyAnswer;
import madoguchi.portal.pages.StaticTemplates;
import madoguchi.stamp.ScreenKind;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** 医療受給者証の画面 – {@code /portal/recipient}: every certificate of a subsidy with its items, its PMH remarks, and the sentence that says on that day what the screen may be shown for. There is no PDF of it: none is accepted. */
@RestController
public final class SubsidyPages {

    private static final String PATH = "/portal/recipient";
    private static final StaticTemplates TEMPLATES = new StaticTemplates();

    private final Front front;
    private final Wording wording;
    private final RecipientCertificates certificates;

    SubsidyPages(Front front, Wording wording, RecipientCertificates certificates) {
        this.front = front;
        this.wording = wording;
        this.certificates = certificates;
    }

    /** The screen. */
    @GetMapping(PATH)
    ResponseEntity<String> recipient(HttpServletRequest request) {
        Optional<Session> session = front.session(request);
        if (session.isEmpty()) {
            return Front.to(EntrancePages.LOGIN);
        }
        LocalDate today = front.today();
        // Whoever must stay hidden shows nothing in the one register, and so in the other too.
        var record = front.record(session.get(), today);
        SubsidyAnswer answer = session.get()
                .shown()
                .filter(person -> record.holder().isPresent())
                .map(person -> certificates.of(person, today))
                .orElse(new SubsidyAnswer.Nothing(SubsidyAnswer.Absence.NONE));
        boolean found = answer instanceof SubsidyAnswer.Found;
        Page page = front.page(
                request,
                session.get(),
                PATH,
                found ? ScreenKind.RECIPIENT_CERTIFICATE : ScreenKind.OWN_RECORD,
                HealthPages.first(record));
        return front.show(
                page,
                page.t("recipient.title"),
                TEMPLATES.recipient(page, answer, record.holder(), wording.recipient(today)));
    }
}
