package madoguchi.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import madoguchi.charge.Accumulator;
import madoguchi.charge.Bill;
import madoguchi.charge.Charge;
import madoguchi.charge.Charging;
import madoguchi.charge.KeyedIn;
import madoguchi.charge.Limits;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.core.Parsed;
import madoguchi.core.Problem;
import madoguchi.core.SubsidyAnswer;
import madoguchi.core.SubsidyCertificate;
import madoguchi.core.Text;
import madoguchi.desk.pages.StaticTemplates;
import madoguchi.policy.Participation;
import madoguchi.policy.SubsidyProof;
import madoguchi.web.Form;
import madoguchi.web.Frame;
import madoguchi.web.Frames;
import madoguchi.web.Html;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 助成の画面と操作 – what came, what is stored, what was seen, the differences a clerk accepts, certificates keyed in, and the charge. Apart from the insurance: neither settles the other. */
@RestController
public final class SubsidyPages {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final Text TITLE = new Text("医療費助成と負担額", "Subsidies and charge");
    private static final Text GONE = new Text(
            "届いた受給者証がもうありません（回答が変わりました）。記録していません。いまの内容を見直してください。",
            "That certificate is not in the answer any more; nothing was stored. Look at what is there now.");
    private static final Text NOTHING_TO_UNDO =
            new Text("取り消せる操作ではありません。記録していません。", "This cannot be taken back; nothing was written down.");
    private static final Text NOT_FREE = new Text(
            "規則が決めているので、人が決めることはできません。記録していません。", "The rules decide this; a person cannot. Nothing was written down.");

    private final Frames frames;
    private final SubsidyBook subsidies;
    private final MedicalInstitutionCode facility;

    SubsidyPages(Frames frames, SubsidyBook subsidies, MedicalInstitutionCode facility) {
        this.frames = frames;
        this.subsidies = subsidies;
        this.facility = facility;
    }

    /** The page. */
    @GetMapping("/receptions/{id}/subsidies")
    ResponseEntity<String> page(HttpServletRequest request, @PathVariable String id) {
        return of(request, id, (visit, operator) -> shown(request, visit, Shown.nothing()));
    }

    /** Where the language is switched, or a page loaded again, that an action answered with: back to the page. */
    @GetMapping("/receptions/{id}/subsidies/{deed:charge|key|accept|undo|decide|seen|participation|explain|designated}")
    ResponseEntity<String> again(@PathVariable String id) {
        return Clerk.to("/receptions/" + id + "/subsidies");
    }

    /** A clerk saw this of a subsidy. */
    @PostMapping("/receptions/{id}/subsidies/seen")
    ResponseEntity<String> seen(
            HttpServletRequest request,
            @PathVariable String id,
            @RequestParam String slot,
            @RequestParam SubsidyProof proof) {
        return noted(request, id, slot, operator -> new SubsidyEvent.Seen(slot, proof, operator));
    }

    /** A clerk knows whether municipality and scheme take part. */
    @PostMapping("/receptions/{id}/subsidies/participation")
    ResponseEntity<String> participation(
            HttpServletRequest request,
            @PathVariable String id,
            @RequestParam String slot,
            @RequestParam Participation participation) {
        return noted(request, id, slot, operator -> new SubsidyEvent.Told(slot, participation, operator));
    }

    /** A clerk read whether this facility is a designated institution for it. */
    @PostMapping("/receptions/{id}/subsidies/designated")
    ResponseEntity<String> designated(
            HttpServletRequest request,
            @PathVariable String id,
            @RequestParam String slot,
            @RequestParam boolean here) {
        return noted(request, id, slot, operator -> new SubsidyEvent.Designated(slot, here, operator));
    }

    /** A clerk found out why nothing came. Only this, never the empty answer, ends what is stored. */
    @PostMapping("/receptions/{id}/subsidies/explain")
    ResponseEntity<String> explained(
            HttpServletRequest request,
            @PathVariable String id,
            @RequestParam String slot,
            @RequestParam SubsidyEvent.Cause cause) {
        return of(request, id, (visit, operator) -> {
            if (!knows(visit, slot)) {
                return shown(request, visit, Shown.refused(GONE));
            }
            subsidies.note(visit, new SubsidyEvent.Explained(slot, cause, visit.day(), operator));
            return back(visit);
        });
    }

    /** A person decides where the rules leave it to one; refused (409) where they do not. */
    @PostMapping("/receptions/{id}/subsidies/decide")
    ResponseEntity<String> decided(
            HttpServletRequest request, @PathVariable String id, @RequestParam String slot, @RequestParam boolean use) {
        return of(request, id, (visit, operator) -> {
            boolean free =
                    subsidies.cards(visit).stream().anyMatch(card -> card.slot().equals(slot) && card.isLeftToStaff());
            if (!free) {
                return shown(request, visit, Shown.refused(NOT_FREE));
            }
            subsidies.note(visit, new SubsidyEvent.Decided(slot, use, operator));
            return back(visit);
        });
    }

    /** A clerk accepts what came, as it is now: it takes the place of what was stored. */
    @PostMapping("/receptions/{id}/subsidies/accept")
    ResponseEntity<String> accepted(
            HttpServletRequest request,
            @PathVariable String id,
            @RequestParam String slot,
            @RequestParam(defaultValue = "") String print) {
        return of(request, id, (visit, operator) -> {
            Optional<SubsidyCard> card = subsidies.cards(visit).stream()
                    .filter(one -> one.slot().equals(slot) && one.came().isPresent())
                    .filter(one -> one.print().equals(print))
                    .findFirst();
            if (card.isEmpty()) {
                return shown(request, visit, Shown.refused(GONE));
            }
            subsidies.note(
                    visit,
                    new SubsidyEvent.Stored(
                            card.get().certificate().orElseThrow(), SubsidyEvent.Origin.READER, operator));
            return back(visit);
        });
    }

    /** Takes back what was done at this reception. */
    @PostMapping("/receptions/{id}/subsidies/undo")
    ResponseEntity<String> undone(HttpServletRequest request, @PathVariable String id, @RequestParam long fact) {
        return of(request, id, (visit, operator) -> {
            boolean ours = subsidies.fold(visit).own().stream().anyMatch(one -> one.seq() == fact);
            if (!ours) {
                return shown(request, visit, Shown.refused(NOTHING_TO_UNDO));
            }
            subsidies.note(visit, new SubsidyEvent.Undone(fact, operator));
            return back(visit);
        });
    }

    /** A certificate keyed in from paper or screen; the page again (422) with every fault, and nothing stored. */
    @PostMapping("/receptions/{id}/subsidies/key")
    ResponseEntity<String> keyed(
            HttpServletRequest request, @PathVariable String id, @RequestParam Map<String, String> typed) {
        return of(request, id, (visit, operator) -> switch (SubsidyForm.read(typed, visit.day())) {
            case Parsed.Faults<SubsidyCertificate>(var problems) ->
                shown(request, visit, Shown.keyed(SubsidyForm.echo(typed, problems)));
            case Parsed.Value<SubsidyCertificate>(var certificate) -> {
                SubsidyEvent.Origin origin = "PORTAL_SCREEN".equals(typed.get("origin"))
                        ? SubsidyEvent.Origin.PORTAL_SCREEN
                        : SubsidyEvent.Origin.PAPER;
                SubsidyProof proof =
                        origin == SubsidyEvent.Origin.PAPER ? SubsidyProof.PAPER : SubsidyProof.LIVE_SCREEN;
                subsidies.note(visit, new SubsidyEvent.Seen(SubsidyEvent.NEW, proof, operator));
                subsidies.note(visit, new SubsidyEvent.Stored(certificate, origin, operator));
                yield shown(
                        request,
                        visit,
                        Shown.warned(KeyedIn.check(certificate, visit.day()).warnings()));
            }
        });
    }

    /** Who pays what; the page again (422) where the bill cannot be read. Nothing is stored. */
    @PostMapping("/receptions/{id}/subsidies/charge")
    ResponseEntity<String> charged(
            HttpServletRequest request, @PathVariable String id, @RequestParam Map<String, String> typed) {
        return of(request, id, (visit, operator) -> switch (ChargeForm.read(typed, visit.day(), facility)) {
            case Parsed.Faults<Bill>(var problems) ->
                shown(request, visit, Shown.billed(new Form(typed, problems, Map.of()), Optional.empty()));
            case Parsed.Value<Bill>(var bill) ->
                shown(request, visit, Shown.billed(new Form(typed, List.of(), Map.of()), Optional.of(bill)));
        });
    }

    /** 環境設定「医療費助成情報」: whether this facility is connected. */
    @PostMapping("/receptions/{id}/subsidies/setting")
    ResponseEntity<String> setting(
            HttpServletRequest request, @PathVariable String id, @RequestParam boolean connected) {
        return of(request, id, (visit, operator) -> {
            subsidies.connect(connected, operator);
            return back(visit);
        });
    }

    private ResponseEntity<String> noted(
            HttpServletRequest request,
            String id,
            String slot,
            java.util.function.Function<String, SubsidyEvent> event) {
        return of(request, id, (visit, operator) -> {
            if (!knows(visit, slot)) {
                return shown(request, visit, Shown.refused(GONE));
            }
            subsidies.note(visit, event.apply(operator));
            return back(visit);
        });
    }

    private boolean knows(Visit visit, String slot) {
        return subsidies.cards(visit).stream().anyMatch(card -> card.slot().equals(slot));
    }

    private ResponseEntity<String> of(
            HttpServletRequest request, String id, BiFunction<Visit, String, ResponseEntity<String>> page) {
        return subsidies
                .visits()
                .find(id)
                .map(visit -> page.apply(visit, Clerk.operator(request)))
                .orElseGet(() -> missing(frame(request)));
    }

    static ResponseEntity<String> missing(Frame frame) {
        return Html.page(
                HttpStatus.NOT_FOUND,
                frame,
                Html.notice(
                        frame,
                        new Text("この受付か助成は見つかりません。", "There is no such reception or subsidy."),
                        new Text("受付の一覧に戻って選び直してください。", "Go back to the list and choose again."),
                        ""));
    }

    private static ResponseEntity<String> back(Visit visit) {
        return Clerk.to("/receptions/" + visit.id() + "/subsidies");
    }

    /* What the page shows besides how things stand, and with which status. */
    private record Shown(
            HttpStatus status,
            Form key,
            List<Problem> warnings,
            Optional<Form> typed,
            Optional<Bill> bill,
            Optional<Text> refused) {

        static Shown nothing() {
            return new Shown(
                    HttpStatus.OK, Form.empty(), List.of(), Optional.empty(), Optional.empty(), Optional.empty());
        }

        static Shown refused(Text why) {
            return new Shown(
                    HttpStatus.CONFLICT, Form.empty(), List.of(), Optional.empty(), Optional.empty(), Optional.of(why));
        }

        static Shown keyed(Form faulty) {
            return new Shown(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    faulty,
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }

        static Shown warned(List<Problem> warnings) {
            return new Shown(
                    HttpStatus.OK, Form.empty(), warnings, Optional.empty(), Optional.empty(), Optional.empty());
        }

        static Shown billed(Form typed, Optional<Bill> bill) {
            return new Shown(
                    bill.isPresent() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
                    Form.empty(),
                    List.of(),
                    Optional.of(typed),
                    bill,
                    Optional.empty());
        }
    }

    private ResponseEntity<String> shown(HttpServletRequest request, Visit visit, Shown shown) {
        Frame frame = frame(request);
        return Html.page(shown.status(), frame, TEMPLATES.subsidies(frame, view(visit, shown)));
    }

    private SubsidyView view(Visit visit, Shown shown) {
        SubsidyFold fold = subsidies.fold(visit);
        List<SubsidyCard> cards = subsidies.cards(visit);
        SubsidyAnswer answer = SubsidyBook.answer(visit);
        return new SubsidyView(
                visit,
                who(visit),
                cards,
                fold.stored().stream().filter(one -> one.endedOn(visit.day())).toList(),
                answer,
                subsidies.connected(),
                fold.own().reversed().stream()
                        .map(fact -> new SubsidyView.Undoable(fact.seq(), told(fact.event())))
                        .toList(),
                shown.key(),
                shown.warnings(),
                shown.typed().orElseGet(() -> ChargeForm.filled(visit)),
                shown.bill()
                        .map(bill -> charge(
                                visit,
                                cards,
                                bill,
                                shown.typed().map(Form::typed).orElse(Map.of()))),
                shown.refused());
    }

    private SubsidyView.ChargeView charge(Visit visit, List<SubsidyCard> cards, Bill bill, Map<String, String> typed) {
        LedgerReadings readings = subsidies.readings();
        Charge charge = Charging.charge(bill, subsidies.held(visit, cards, readings));
        List<String> slots = new ArrayList<>();
        charge.subsidies()
                .forEach(part -> cards.stream()
                        .filter(card -> card.certificate()
                                .filter(part.held().certificate()::equals)
                                .isPresent())
                        .findFirst()
                        .ifPresent(card -> slots.add(card.slot())));
        List<Long> seen = charge.subsidies().stream()
                .map(part -> ledger(visit, part.held().certificate(), bill, readings)
                        .map(read -> read.ledger().runningYen())
                        .orElse(0L))
                .toList();
        return new SubsidyView.ChargeView(
                charge,
                bill.service(),
                slots,
                seen,
                ChargeForm.meals(typed, bill, charge),
                bill.limitClass().flatMap(of -> Limits.yearly(of, bill.day())),
                charge.subsidies().stream()
                        .flatMap(part ->
                                ledger(visit, part.held().certificate(), bill, readings)
                                        .flatMap(LedgerRead::trouble)
                                        .stream())
                        .findFirst());
    }

    private Optional<LedgerRead> ledger(
            Visit visit, SubsidyCertificate certificate, Bill bill, LedgerReadings readings) {
        return Accumulator.ofEntry(certificate, bill.service())
                .map(total -> subsidies.ledger(visit, certificate, YearMonth.from(visit.day()), total, readings));
    }

    private static Text who(Visit visit) {
        return visit.coverage()
                .map(coverage -> Text.same(coverage.holder().name().reading()))
                .or(() -> visit.called().map(Text::same))
                .orElseGet(() -> new Text("（氏名不明）", "(name not known)"));
    }

    private static Text told(SubsidyEvent event) {
        return switch (event) {
            case SubsidyEvent.Stored(var certificate, var origin, var operator) ->
                new Text(
                        "控えた: " + certificate.name() + "（" + origin.label().ja() + "）",
                        "stored: " + certificate.name() + " (" + origin.label().en() + ")");
            case SubsidyEvent.Seen(var slot, var proof, var operator) ->
                new Text("見た: " + proof.label().ja(), "seen: " + proof.label().en());
            case SubsidyEvent.Told(var slot, var participation, var operator) ->
                new Text(
                        "自治体・制度: " + participation.label().ja(),
                        "municipality and scheme: " + participation.label().en());
            case SubsidyEvent.Explained(var slot, var cause, var day, var operator) ->
                new Text(
                        "届かない訳: " + cause.label().ja(),
                        "why nothing came: " + cause.label().en());
            case SubsidyEvent.Decided(var slot, var use, var operator) ->
                use
                        ? new Text("責任者の判断で使う", "used by decision of the person in charge")
                        : new Text("責任者の判断で使わない", "not used by decision of the person in charge");
            case SubsidyEvent.Designated(var slot, var here, var operator) ->
                here
                        ? new Text("この施設は指定医療機関", "this facility is designated")
                        : new Text("この施設は指定医療機関でない", "this facility is not designated");
            case SubsidyEvent.Undone(var fact, var operator) -> new Text("取り消し", "taken back");
        };
    }

    private Frame frame(HttpServletRequest request) {
        return frames.of(request, TITLE, "subsidy.js");
    }
}
