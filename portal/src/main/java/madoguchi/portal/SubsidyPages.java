package madoguchi.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import madoguchi.charge.HeldLedgers;
import madoguchi.core.HeldSubsidies;
import madoguchi.core.MedicalInstitutionCode;
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
    private final HeldSubsidies certificates;
    private final HeldLedgers ledgers;
    private final Function<MedicalInstitutionCode, Optional<String>> names;

    SubsidyPages(
            Front front,
            Wording wording,
            HeldSubsidies certificates,
            HeldLedgers ledgers,
            Function<MedicalInstitutionCode, Optional<String>> names) {
        this.front = front;
        this.wording = wording;
        this.certificates = certificates;
        this.ledgers = ledgers;
        this.names = names;
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
        HeldSubsidies.Listing listing = session.get()
                .shown()
                .filter(person -> record.holder().isPresent())
                .map(person -> certificates.of(person, today))
                .orElse(new HeldSubsidies.Listing.Listed(List.of()));
        boolean found = listing instanceof HeldSubsidies.Listing.Listed(var held)
                && held.stream().anyMatch(SubsidyPages::serves);
        Page page = front.page(
                request,
                session.get(),
                PATH,
                found ? ScreenKind.RECIPIENT_CERTIFICATE : ScreenKind.OWN_RECORD,
                HealthPages.first(record));
        return front.show(
                page,
                page.t("recipient.title"),
                TEMPLATES.recipient(
                        page,
                        listing,
                        month(session.get(), listing, today),
                        record.holder(),
                        wording.recipient(today)));
    }

    /* Of whoever has no certificate to show nobody asks for ledgers. */
    private LedgerView month(Session session, HeldSubsidies.Listing listing, LocalDate today) {
        YearMonth month = YearMonth.from(today);
        boolean any = listing instanceof HeldSubsidies.Listing.Listed(var held) && !held.isEmpty();
        return new LedgerView(
                month,
                session.shown()
                        .filter(person -> any)
                        .map(person -> ledgers.of(person, month))
                        .orElse(new HeldLedgers.Listing.Listed(List.of())),
                code -> names.apply(new MedicalInstitutionCode(code)).orElse(code));
    }

    /** Whether the screen of it may be shown at a counter: only a certificate that holds today, of a municipality and scheme that take part. */
    public static boolean serves(HeldSubsidies.Held held) {
        return held.standing() == HeldSubsidies.Standing.CURRENT && held.connected();
    }
}
