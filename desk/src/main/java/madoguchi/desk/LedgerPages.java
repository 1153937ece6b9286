package madoguchi.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import madoguchi.charge.Accumulator;
import madoguchi.charge.CostAlert;
import madoguchi.charge.LedgerEntry;
import madoguchi.charge.LedgerFact;
import madoguchi.charge.LedgerOf;
import madoguchi.charge.Service;
import madoguchi.core.Parsed;
import madoguchi.core.Problem;
import madoguchi.core.RecipientNumber;
import madoguchi.core.SubsidyCertificate;
import madoguchi.core.Text;
import madoguchi.desk.pages.StaticTemplates;
import madoguchi.paper.Paper;
import madoguchi.web.Frame;
import madoguchi.web.Frames;
import madoguchi.web.Html;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 上限額管理票の画面と操作 – the month's lines, copied from paper or entered here, with the running total as the lock: who wrote later than the page was read is told the new total (409), and nothing is written. */
@RestController
public final class LedgerPages {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final Text TITLE = new Text("上限額管理票", "Ceiling ledger");
    private static final String LEDGER = "/receptions/{id}/subsidies/{slot}/ledger";

    private final Frames frames;
    private final SubsidyBook subsidies;

    LedgerPages(Frames frames, SubsidyBook subsidies) {
        this.frames = frames;
        this.subsidies = subsidies;
    }

    /* A ledger that was found: whose, of what, of which month. */
    private record Opened(Visit visit, String slot, SubsidyCertificate certificate, YearMonth month) {}

    /** The month of the visit. */
    @GetMapping(LEDGER)
    ResponseEntity<String> now(HttpServletRequest request, @PathVariable String id, @PathVariable String slot) {
        return open(id, slot, "")
                .map(opened -> shown(request, HttpStatus.OK, opened, "", List.of(), Optional.empty()))
                .orElseGet(() -> SubsidyPages.missing(frame(request)));
    }

    /** A month, such as {@code 2026-05}. */
    @GetMapping(LEDGER + "/{month}")
    ResponseEntity<String> page(
            HttpServletRequest request,
            @PathVariable String id,
            @PathVariable String slot,
            @PathVariable String month) {
        return open(id, slot, month)
                .map(opened -> shown(request, HttpStatus.OK, opened, "", List.of(), Optional.empty()))
                .orElseGet(() -> SubsidyPages.missing(frame(request)));
    }

    /** The month as PDF, for the patient to take along. Without a signed code: those are the portal's, and no rule accepts a copy of a ledger. */
    @GetMapping(LEDGER + "/{month}/pdf")
    ResponseEntity<byte[]> pdf(
            HttpServletRequest request,
            @PathVariable String id,
            @PathVariable String slot,
            @PathVariable String month) {
        return open(id, slot, month)
                .map(opened -> paper(frame(request), view(opened, "", List.of(), Optional.empty())))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private static ResponseEntity<byte[]> paper(Frame frame, LedgerView view) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("jougengaku-" + view.month() + ".pdf")
                                .build()
                                .toString())
                .body(Paper.pdf(
                        Html.render(TEMPLATES.ledgerPaper(frame, view)),
                        view.today().atStartOfDay().toInstant(ZoneOffset.UTC)));
    }

    /** Where the language is switched, or a page loaded again, that an action answered with: back to the month. */
    @GetMapping(LEDGER + "/{month}/{deed:lines|entry|strike|hand-over|drop}")
    ResponseEntity<String> again(@PathVariable String id, @PathVariable String slot, @PathVariable String month) {
        return Clerk.to("/receptions/" + id + "/subsidies/" + slot + "/ledger/" + month);
    }

    /** Copies lines of the paper; the page again (422) with every fault and nothing written. */
    @PostMapping(LEDGER + "/{month}/lines")
    ResponseEntity<String> lines(
            HttpServletRequest request,
            @PathVariable String id,
            @PathVariable String slot,
            @PathVariable String month,
            @RequestParam String total,
            @RequestParam long seen,
            @RequestParam(defaultValue = "") String lines) {
        return open(id, slot, month)
                .map(opened -> total(opened, total)
                        .map(of -> switch (LedgerText.read(lines, opened.month(), of, seen)) {
                            case Parsed.Faults<List<LedgerEntry>>(var problems) ->
                                shown(
                                        request,
                                        HttpStatus.UNPROCESSABLE_CONTENT,
                                        opened,
                                        lines,
                                        problems,
                                        Optional.empty());
                            case Parsed.Value<List<LedgerEntry>>(var entries) ->
                                written(
                                        request,
                                        opened,
                                        of,
                                        seen,
                                        entries.stream()
                                                .<LedgerFact>map(LedgerFact.Entered::new)
                                                .toList(),
                                        lines);
                        })
                        .orElseGet(() -> SubsidyPages.missing(frame(request))))
                .orElseGet(() -> SubsidyPages.missing(frame(request)));
    }

    /** Today's entry of this facility. */
    @PostMapping(LEDGER + "/{month}/entry")
    ResponseEntity<String> entry(
            HttpServletRequest request,
            @PathVariable String id,
            @PathVariable String slot,
            @PathVariable String month,
            @RequestParam Map<String, String> typed) {
        Optional<Opened> found = open(id, slot, month);
        if (found.isEmpty()) {
            return SubsidyPages.missing(frame(request));
        }
        Opened opened = found.get();
        Service service = ChargeForm.service(typed);
        Optional<Accumulator> total = Accumulator.ofEntry(opened.certificate(), service);
        Parsed<Optional<Long>> cost = SubsidyForm.yen("total", typed.getOrDefault("cost", ""));
        Parsed<Optional<Long>> paid = SubsidyForm.yen("paid", typed.getOrDefault("paid", ""));
        Parsed<Optional<Long>> seen = SubsidyForm.yen("seen", typed.getOrDefault("seen", ""));
        List<Problem> problems = Parsed.problems(cost, paid, seen);
        if (total.isEmpty()) {
            problems.add(Problem.at(
                    "service", "この種類の診療に、この受給者証の上限額はありません。", "The certificate has no ceiling for this kind of care."));
        }
        if (problems.isEmpty()
                && paid.orElseThrow().orElse(0L) > cost.orElseThrow().orElse(0L)) {
            problems.add(Problem.at("paid", "自己負担額が医療費総額より多くなっています。", "More was paid than the total cost."));
        }
        if (!problems.isEmpty()) {
            return shown(request, HttpStatus.UNPROCESSABLE_CONTENT, opened, "", problems, Optional.empty());
        }
        LedgerEntry entry = new LedgerEntry(
                opened.visit().day(),
                frame(request).place(),
                service,
                cost.orElseThrow().orElse(0L),
                paid.orElseThrow().orElse(0L),
                LedgerEntry.Source.OWN);
        Opened ofDay = new Opened(
                opened.visit(),
                slot,
                opened.certificate(),
                YearMonth.from(opened.visit().day()));
        long running = seen.orElseThrow()
                .orElseGet(() -> ledger(ofDay, total.get(), subsidies.readings())
                        .ledger()
                        .runningYen());
        return written(request, ofDay, total.get(), running, List.of(new LedgerFact.Entered(entry)), "");
    }

    /** Takes a line back. */
    @PostMapping(LEDGER + "/{month}/strike")
    ResponseEntity<String> strike(
            HttpServletRequest request,
            @PathVariable String id,
            @PathVariable String slot,
            @PathVariable String month,
            @RequestParam String total,
            @RequestParam long seen,
            @RequestParam int no) {
        return open(id, slot, month)
                .flatMap(opened -> total(opened, total)
                        .map(of -> written(request, opened, of, seen, List.of(new LedgerFact.Struck(no)), "")))
                .orElseGet(() -> SubsidyPages.missing(frame(request)));
    }

    /** Hands a line that stands at this facility alone over to the ledger that facilities share. */
    @PostMapping(LEDGER + "/{month}/hand-over")
    ResponseEntity<String> handOver(
            HttpServletRequest request,
            @PathVariable String id,
            @PathVariable String slot,
            @PathVariable String month,
            @RequestParam String total,
            @RequestParam long seen,
            @RequestParam int no) {
        return open(id, slot, month)
                .flatMap(opened -> total(opened, total)
                        .flatMap(of -> of(opened, of)
                                .map(asked -> told(
                                        request,
                                        opened,
                                        "",
                                        subsidies
                                                .ledgers()
                                                .handOver(
                                                        key(opened, of),
                                                        asked,
                                                        seen,
                                                        no,
                                                        Clerk.operator(request),
                                                        subsidies.visits().now())))))
                .orElseGet(() -> SubsidyPages.missing(frame(request)));
    }

    /** Takes back a line that stands at this facility alone. */
    @PostMapping(LEDGER + "/{month}/drop")
    ResponseEntity<String> drop(
            HttpServletRequest request,
            @PathVariable String id,
            @PathVariable String slot,
            @PathVariable String month,
            @RequestParam String total,
            @RequestParam int no) {
        return open(id, slot, month)
                .flatMap(opened -> total(opened, total)
                        .map(of -> told(
                                request,
                                opened,
                                "",
                                subsidies
                                        .ledgers()
                                        .drop(
                                                key(opened, of),
                                                no,
                                                Clerk.operator(request),
                                                subsidies.visits().now()))))
                .orElseGet(() -> SubsidyPages.missing(frame(request)));
    }

    private ResponseEntity<String> written(
            HttpServletRequest request,
            Opened opened,
            Accumulator total,
            long seen,
            List<LedgerFact> facts,
            String typed) {
        return told(
                request,
                opened,
                typed,
                subsidies
                        .ledgers()
                        .write(
                                key(opened, total),
                                of(opened, total),
                                seen,
                                facts,
                                Clerk.operator(request),
                                subsidies.visits().now()));
    }

    private LedgerKey key(Opened opened, Accumulator total) {
        return subsidies.key(opened.visit(), opened.certificate(), opened.month(), total);
    }

    private Optional<LedgerOf> of(Opened opened, Accumulator total) {
        return subsidies.of(opened.visit(), opened.certificate(), opened.month(), total);
    }

    private ResponseEntity<String> told(
            HttpServletRequest request, Opened opened, String typed, Ledgers.Written written) {
        return switch (written) {
            case Ledgers.Written.Refused(var problems) ->
                shown(request, HttpStatus.UNPROCESSABLE_CONTENT, opened, typed, problems, Optional.empty());
            case Ledgers.Written.Lost(var detail) ->
                shown(request, HttpStatus.SERVICE_UNAVAILABLE, opened, typed, List.of(), Optional.of(detail));
            case Ledgers.Written.Done() ->
                Clerk.to("/receptions/" + opened.visit().id() + "/subsidies/" + opened.slot() + "/ledger/"
                        + opened.month());
            case Ledgers.Written.Overtaken(var running) ->
                shown(
                        request,
                        HttpStatus.CONFLICT,
                        opened,
                        typed,
                        List.of(),
                        Optional.of(
                                new Text(
                                        "ほかの記入が先にありました。いまの累積額は" + running + "円です。記入していません。下の票を見て、金額を直してからもう一度入れてください。",
                                        "Somebody else wrote first: the running total is " + running
                                                + " yen now. Nothing was written. Look at the ledger below, correct the amount and enter it again.")));
        };
    }

    private Optional<Opened> open(String id, String slot, String month) {
        Optional<Visit> visit = subsidies.visits().find(id);
        return visit.flatMap(found -> month(month, found.day())
                .flatMap(of -> subsidies.cards(found).stream()
                        .filter(card -> card.slot().equals(slot))
                        .flatMap(card -> card.certificate().stream())
                        .findFirst()
                        .map(certificate -> new Opened(found, slot, certificate, of))));
    }

    private static Optional<YearMonth> month(String text, LocalDate day) {
        try {
            return Optional.of(text.isEmpty() ? YearMonth.from(day) : YearMonth.parse(text));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private static Optional<Accumulator> total(Opened opened, String id) {
        return Accumulator.of(opened.certificate()).stream()
                .filter(total -> total.id().equals(id))
                .findFirst();
    }

    private LedgerRead ledger(Opened opened, Accumulator total, LedgerReadings readings) {
        return subsidies.ledger(opened.visit(), opened.certificate(), opened.month(), total, readings);
    }

    private ResponseEntity<String> shown(
            HttpServletRequest request,
            HttpStatus status,
            Opened opened,
            String typed,
            List<Problem> problems,
            Optional<Text> refused) {
        Frame frame = frame(request);
        return Html.page(status, frame, TEMPLATES.ledger(frame, view(opened, typed, problems, refused)));
    }

    private LedgerView view(Opened opened, String typed, List<Problem> problems, Optional<Text> refused) {
        SubsidyCertificate certificate = opened.certificate();
        LedgerReadings readings = subsidies.readings();
        return new LedgerView(
                opened.visit().id(),
                opened.slot(),
                opened.visit()
                        .coverage()
                        .map(coverage -> Text.same(coverage.holder().name().written()))
                        .or(() -> opened.visit().called().map(Text::same))
                        .orElseGet(() -> new Text("（氏名不明）", "(name not known)")),
                Text.same(certificate.name()),
                certificate.payer().orElse("–") + " / "
                        + certificate.recipient().map(RecipientNumber::text).orElse("–"),
                opened.month(),
                Accumulator.of(certificate).stream()
                        .map(total -> section(opened, total, readings, typed))
                        .toList(),
                problems,
                refused,
                subsidies.visits().today());
    }

    private LedgerView.Section section(Opened opened, Accumulator total, LedgerReadings readings, String typed) {
        LedgerRead read = ledger(opened, total, readings);
        return new LedgerView.Section(
                total,
                read,
                Arrays.stream(Service.values()).filter(total::counts).toList(),
                CostAlert.of(read.totals(), opened.month()).stream()
                        .filter(alert -> alert.months() > 0)
                        .toList(),
                typed);
    }

    private Frame frame(HttpServletRequest request) {
        return frames.of(request, TITLE, "subsidy.js");
    }
}
