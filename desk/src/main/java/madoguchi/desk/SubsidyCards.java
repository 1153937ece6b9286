package madoguchi.desk;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import madoguchi.core.SubsidyAnswer;
import madoguchi.core.SubsidyCertificate;
import madoguchi.policy.Facility;
import madoguchi.policy.Participation;
import madoguchi.policy.Policy;
import madoguchi.policy.SubsidyCase;
import madoguchi.policy.SubsidyConnection;
import madoguchi.policy.SubsidyProof;
import madoguchi.policy.SubsidyReading;

/** 助成の読み方 – what is known of a patient's subsidies at a reception: what came, what is stored, and what the rules say of each. Reads, never writes. */
final class SubsidyCards {

    private final SubsidyStore store;
    private final Function<String, Optional<Visit>> find;
    private final Supplier<Policy> policy;
    private final Facility facility;

    SubsidyCards(
            SubsidyStore store, Function<String, Optional<Visit>> find, Supplier<Policy> policy, Facility facility) {
        this.store = store;
        this.find = find;
        this.policy = policy;
        this.facility = facility;
    }

    /** 環境設定 – whether this facility is connected. */
    boolean connected() {
        return facility == Facility.ONLINE && store.connected();
    }

    /** The patient's subsidies as clerks know them, seen from a reception. Facts of another person with the same number (twins), and of receptions taken back, are not among them. */
    SubsidyFold fold(Visit visit) {
        List<SubsidyFact> facts = store.about(visit.people(), visit.id());
        Set<String> ours = new HashSet<>(Set.of(visit.id()));
        facts.stream()
                .map(SubsidyFact::visit)
                .distinct()
                .filter(id -> !id.equals(visit.id()))
                .flatMap(id -> find.apply(id).stream())
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

    /** One card for each subsidy: those stored and not ended, those that came, and one for a subsidy that nobody knows of yet. */
    List<SubsidyCard> cards(Visit visit) {
        SubsidyFold fold = fold(visit);
        SubsidyAnswer answer = SubsidyBook.answer(visit);
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
}
