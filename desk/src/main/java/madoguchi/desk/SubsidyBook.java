package madoguchi.desk;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import madoguchi.charge.Accumulator;
import madoguchi.charge.Held;
import madoguchi.charge.LedgerOf;
import madoguchi.charge.Paid;
import madoguchi.core.SubsidyAnswer;
import madoguchi.core.SubsidyCertificate;
import madoguchi.policy.Facility;
import madoguchi.policy.Policy;

/** 助成の帳面 – folds the logs of receptions, subsidies and ledgers into what the pages show, and writes facts. What an answer says is read anew each time and never changes what is stored. */
final class SubsidyBook {

    private final SubsidyStore store;
    private final SubsidyCards known;
    private final Ledgers ledgers;
    private final VisitBook book;

    SubsidyBook(SubsidyStore store, Ledgers ledgers, VisitBook book, Supplier<Policy> policy, Facility facility) {
        this.store = store;
        this.known = new SubsidyCards(store, book::find, policy, facility);
        this.ledgers = ledgers;
        this.book = book;
    }

    VisitBook visits() {
        return book;
    }

    Ledgers ledgers() {
        return ledgers;
    }

    /** Writes a fact of a reception. */
    void note(Visit visit, SubsidyEvent event) {
        store.append(visit.id(), book.now(), event);
    }

    /** 環境設定 – whether this facility is connected. */
    boolean connected() {
        return known.connected();
    }

    void connect(boolean connected, String operator) {
        store.connect(connected, operator, book.now());
    }

    /** The patient's subsidies as clerks know them, seen from a reception. */
    SubsidyFold fold(Visit visit) {
        return known.fold(visit);
    }

    /** What came of asking for subsidies: the last word of a peer; without one the last silence; else nobody asked. */
    static SubsidyAnswer answer(Visit visit) {
        List<SubsidyAnswer> told = visit.replies().reversed().stream()
                .map(reply -> reply.subsidies())
                .filter(answer -> !(answer instanceof SubsidyAnswer.NotAsked))
                .toList();
        return told.stream()
                .filter(answer -> !(answer instanceof SubsidyAnswer.Unreachable))
                .findFirst()
                .or(() -> told.stream().findFirst())
                .orElseGet(SubsidyAnswer.NotAsked::new);
    }

    /** One card for each subsidy. */
    List<SubsidyCard> cards(Visit visit) {
        return known.cards(visit);
    }

    /** The subsidies a bill is reckoned with, with what was paid under them this month. */
    List<Held> held(Visit visit, List<SubsidyCard> cards, LedgerReadings readings) {
        return cards.stream()
                .flatMap(card -> card
                        .certificate()
                        .map(certificate -> new Held(
                                certificate,
                                card.confirmed(),
                                card.stored().flatMap(StoredSubsidy::designated).orElse(true),
                                paid(visit, certificate, readings)))
                        .stream())
                .toList();
    }

    private List<Paid> paid(Visit visit, SubsidyCertificate certificate, LedgerReadings readings) {
        return Accumulator.of(certificate).stream()
                .flatMap(total ->
                        ledger(visit, certificate, YearMonth.from(visit.day()), total, readings)
                                .ledger()
                                .paid()
                                .stream())
                .collect(Collectors.toList());
    }

    /** For one page. */
    LedgerReadings readings() {
        return new LedgerReadings(ledgers);
    }

    /** The ledger of one total as it stands, or as the page has read it before. */
    LedgerRead ledger(
            Visit visit, SubsidyCertificate certificate, YearMonth month, Accumulator total, LedgerReadings readings) {
        return readings.read(
                key(visit, certificate, month, total),
                of(visit, certificate, month, total),
                total.monthlyCeiling(certificate));
    }

    /** As the hub is asked for it; empty where a number or the birth date is not known. */
    Optional<LedgerOf> of(Visit visit, SubsidyCertificate certificate, YearMonth month, Accumulator total) {
        return certificate
                .payer()
                .flatMap(payer -> certificate
                        .recipient()
                        .flatMap(recipient -> visit.again()
                                .map(asked -> new LedgerOf(
                                        payer,
                                        recipient.text(),
                                        certificate.subKey(),
                                        asked.birth(),
                                        month,
                                        total.id()))));
    }

    /** Which ledger that is. */
    LedgerKey key(Visit visit, SubsidyCertificate certificate, YearMonth month, Accumulator total) {
        return new LedgerKey(StoredSubsidy.key(certificate, visit.people()), month, total);
    }
}
