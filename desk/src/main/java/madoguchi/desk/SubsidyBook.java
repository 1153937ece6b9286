package madoguchi.desk;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import madoguchi.charge.Accumulator;
import madoguchi.charge.CapLedger;
import madoguchi.charge.Held;
import madoguchi.charge.Paid;
import madoguchi.core.SubsidyAnswer;
import madoguchi.core.SubsidyCertificate;
import madoguchi.policy.Facility;
import madoguchi.policy.Participation;
import madoguchi.policy.Policy;
import madoguchi.policy.SubsidyCase;
import madoguchi.policy.SubsidyConnection;
import madoguchi.policy.SubsidyProof;
import madoguchi.policy.SubsidyReading;

/** 助成の帳面 – folds the logs of receptions, subsidies and ledgers into what the pages show, and writes facts. What an answer says is read anew each time and never changes what is stored. */
final class SubsidyBook {

    private final SubsidyStore store;
    private final LedgerStore ledgers;
    private final VisitBook book;
    private final Supplier<Policy> policy;
    private final Facility facility;

    SubsidyBook(SubsidyStore store, LedgerStore ledgers, VisitBook book, Supplier<Policy> policy, Facility facility) {
        this.store = store;
        this.ledgers = ledgers;
        this.book = book;
        this.policy = policy;
        this.facility = facility;
    }

    VisitBook visits() {
        return book;
    }

    LedgerStore ledgers() {
        return ledgers;
    }

    /** Writes a fact of a reception. */
    void note(Visit visit, SubsidyEvent event) {
        store.append(visit.id(), book.now(), event);
    }

    /** 環境設定 – whether this facility is connected. */
    boolean connected() {
        return facility == Facility.ONLINE && store.connected();
    }

    void connect(boolean connected, String operator) {
        store.connect(connected, operator, book.now());
    }

    /** The patient's subsidies as clerks know them, seen from a reception. Facts of another person with the same number (twins), and of receptions taken back, are not among them. */
    SubsidyFold fold(Visit visit) {
        List<SubsidyFact> facts = store.about(visit.people(), visit.id());
        Set<String> ours = new HashSet<>(Set.of(visit.id()));
        facts.stream()
                .map(SubsidyFact::visit)
                .distinct()
                .filter(id -> !id.equals(visit.id()))
                .flatMap(id -> book.find(id).stream())
                .filter(other -> !other.withdrawn() && mayBeSame(visit, other))
                .forEach(other -> ours.add(other.id()));
        return SubsidyFold.of(
                facts.stream().filter(fact -> ours.contains(fact.visit())).toList(), visit.id(), visit.people());
    }

    private static boolean mayBeSame(Visit visit, Visit other) {
        return visit.coverage()
                .flatMap(now -> other.coverage().map(then -> Person.mayBeSame(now, then)))
                .orElse(true);
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

    /** One card for each subsidy: those stored and not ended, those that came, and one for a subsidy that nobody knows of yet. */
    List<SubsidyCard> cards(Visit visit) {
        SubsidyFold fold = fold(visit);
        SubsidyAnswer answer = answer(visit);
        List<SubsidyCertificate> came =
                answer instanceof SubsidyAnswer.Found(var certificates) ? certificates : List.of();
        List<SubsidyCard> cards = new ArrayList<>();
        Set<Integer> matched = new HashSet<>();
        for (StoredSubsidy stored : fold.stored()) {
            Optional<Integer> at = place(stored, came, visit);
            at.ifPresent(matched::add);
            if (at.isPresent() || !stored.endedOn(visit.day())) {
                cards.add(card(visit, fold, answer, stored.slot(), Optional.of(stored), at, came));
            }
        }
        for (int i = 0; i < came.size(); i++) {
            if (!matched.contains(i)) {
                cards.add(card(visit, fold, answer, "f" + i, Optional.empty(), Optional.of(i), came));
            }
        }
        cards.add(card(visit, fold, answer, SubsidyEvent.NEW, Optional.empty(), Optional.empty(), came));
        return List.copyOf(cards);
    }

    private static Optional<Integer> place(StoredSubsidy stored, List<SubsidyCertificate> came, Visit visit) {
        String key = StoredSubsidy.key(stored.certificate(), visit.people());
        for (int i = 0; i < came.size(); i++) {
            if (StoredSubsidy.key(came.get(i), visit.people()).equals(key)) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    private SubsidyCard card(
            Visit visit,
            SubsidyFold fold,
            SubsidyAnswer answer,
            String slot,
            Optional<StoredSubsidy> stored,
            Optional<Integer> at,
            List<SubsidyCertificate> came) {
        Optional<SubsidyCertificate> now = at.map(came::get);
        SubsidyCase situation = new SubsidyCase(
                participation(fold, answer, slot, stored, at.isPresent()),
                connection(answer),
                at.isPresent() ? SubsidyReading.FOUND : reading(visit, answer),
                fold.proofs().getOrDefault(slot, SubsidyProof.NOT_YET));
        return new SubsidyCard(
                slot,
                now.or(() -> stored.map(StoredSubsidy::certificate)),
                stored,
                at,
                situation,
                policy.get().subsidy(visit.day(), situation),
                Optional.ofNullable(fold.decisions().get(slot)),
                now.flatMap(live -> stored.map(old -> SubsidyDifference.between(old.certificate(), live)))
                        .orElse(List.of()),
                SubsidyCard.flags(visit, now.or(() -> stored.map(StoredSubsidy::certificate)), stored, at.isPresent()));
    }

    private static Participation participation(
            SubsidyFold fold, SubsidyAnswer answer, String slot, Optional<StoredSubsidy> stored, boolean came) {
        if (came) {
            return Participation.PARTICIPATING;
        }
        return Optional.ofNullable(fold.participations().get(slot))
                .orElseGet(() -> answer instanceof SubsidyAnswer.Nothing(var absence)
                                && absence == SubsidyAnswer.Absence.SCHEME_NOT_CONNECTED
                        ? Participation.NOT_PARTICIPATING
                        : stored.filter(known -> known.origin() == SubsidyEvent.Origin.READER)
                                .map(known -> Participation.PARTICIPATING)
                                .orElse(Participation.UNKNOWN));
    }

    private SubsidyConnection connection(SubsidyAnswer answer) {
        boolean told = answer instanceof SubsidyAnswer.Nothing(var absence)
                && absence == SubsidyAnswer.Absence.FACILITY_NOT_CONNECTED;
        return connected() && !told ? SubsidyConnection.PMH_CONNECTED : SubsidyConnection.NOT_CONNECTED;
    }

    /* Of one subsidy that did not come while another did, the reading was empty. Where card or phone was not answered at all, it could not be read. */
    private static SubsidyReading reading(Visit visit, SubsidyAnswer answer) {
        if (answer instanceof SubsidyAnswer.Found || answer instanceof SubsidyAnswer.Nothing) {
            return SubsidyReading.EMPTY;
        }
        boolean answered = visit.answer().isFromPeer();
        return switch (visit.presented().shown()) {
            case CARD -> answered ? SubsidyReading.EMPTY : SubsidyReading.CARD_UNREADABLE;
            case SMARTPHONE -> answered ? SubsidyReading.EMPTY : SubsidyReading.PHONE_UNREADABLE;
            case CARD_UNREADABLE -> SubsidyReading.CARD_UNREADABLE;
            case SMARTPHONE_ONLY_UNREADABLE -> SubsidyReading.PHONE_UNREADABLE;
            case CERTIFICATE, INSURANCE_CARD, EXPIRED_INSURANCE_CARD, NOTICE, NOTICE_COPY, PORTAL_ONLY, NOTHING ->
                SubsidyReading.NO_CARD;
        };
    }

    /** The subsidies a bill is reckoned with, with what was paid under them this month. */
    List<Held> held(Visit visit, List<SubsidyCard> cards) {
        return cards.stream()
                .flatMap(card -> card
                        .certificate()
                        .map(certificate -> new Held(
                                certificate,
                                card.confirmed(),
                                card.stored().flatMap(StoredSubsidy::designated).orElse(true),
                                paid(visit, certificate)))
                        .stream())
                .toList();
    }

    private List<Paid> paid(Visit visit, SubsidyCertificate certificate) {
        return Accumulator.of(certificate).stream()
                .flatMap(total -> ledger(visit, certificate, YearMonth.from(visit.day()), total).paid().stream())
                .collect(Collectors.toList());
    }

    /** The ledger of one total as it stands. */
    CapLedger ledger(Visit visit, SubsidyCertificate certificate, YearMonth month, Accumulator total) {
        return CapLedger.of(ledgers.facts(key(visit, certificate, month, total)), total.monthlyCeiling(certificate));
    }

    /** Which ledger that is. */
    LedgerKey key(Visit visit, SubsidyCertificate certificate, YearMonth month, Accumulator total) {
        return new LedgerKey(StoredSubsidy.key(certificate, visit.people()), month, total);
    }
}
