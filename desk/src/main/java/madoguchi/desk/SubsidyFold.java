package madoguchi.desk;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import madoguchi.policy.Participation;
import madoguchi.policy.SubsidyProof;

/**
 * 助成の畳み込み – a patient's subsidies after these facts, seen from one reception. Nothing but a clerk's fact is in it: an answer, of whatever kind, changes nothing here.
 *
 * @param stored 控え, in the order in which they were first stored; those that ended too
 * @param proofs what was seen at this reception, by slot
 * @param participations what clerks know of municipality and scheme, by slot
 * @param causes why nothing came at this reception, by slot
 * @param decisions what a person decided at this reception, by slot
 * @param own the facts of this reception that stand, oldest first
 */
record SubsidyFold(
        List<StoredSubsidy> stored,
        Map<String, SubsidyProof> proofs,
        Map<String, Participation> participations,
        Map<String, SubsidyEvent.Cause> causes,
        Map<String, Boolean> decisions,
        List<SubsidyFact> own) {

    /** Copies the collections. */
    SubsidyFold {
        stored = List.copyOf(stored);
        proofs = Map.copyOf(proofs);
        participations = Map.copyOf(participations);
        causes = Map.copyOf(causes);
        decisions = Map.copyOf(decisions);
        own = List.copyOf(own);
    }

    /**
     * The fold.
     *
     * @param facts in the order they were written
     * @param visit the reception from which it is seen
     * @param people its person's keys
     */
    static SubsidyFold of(List<SubsidyFact> facts, String visit, List<String> people) {
        Set<Long> undone = new HashSet<>();
        facts.forEach(fact -> {
            if (fact.event() instanceof SubsidyEvent.Undone(var taken, var operator)) {
                undone.add(taken);
            }
        });
        Laying laying = new Laying(visit, people);
        facts.forEach(fact -> laying.name(fact));
        List<SubsidyFact> standing = facts.stream()
                .filter(fact -> !undone.contains(fact.seq()) && !(fact.event() instanceof SubsidyEvent.Undone))
                .toList();
        standing.forEach(laying::lay);
        return new SubsidyFold(
                List.copyOf(laying.stored.values()),
                laying.proofs,
                laying.participations,
                laying.causes,
                laying.decisions,
                standing.stream().filter(fact -> fact.visit().equals(visit)).toList());
    }

    /** The subsidy of a slot. */
    Optional<StoredSubsidy> find(String slot) {
        return stored.stream().filter(one -> one.slot().equals(slot)).findFirst();
    }

    /** Lives for one fold. */
    private static final class Laying {
        private final String visit;
        private final List<String> people;
        private final Map<String, String> slots = new HashMap<>();
        private final Map<String, StoredSubsidy> stored = new LinkedHashMap<>();
        private final Map<String, SubsidyProof> proofs = new HashMap<>();
        private final Map<String, Participation> participations = new HashMap<>();
        private final Map<String, SubsidyEvent.Cause> causes = new HashMap<>();
        private final Map<String, Boolean> decisions = new HashMap<>();

        Laying(String visit, List<String> people) {
            this.visit = visit;
            this.people = people;
        }

        /* A slot keeps its name whatever is undone: the pages of other desks may still show it. */
        void name(SubsidyFact fact) {
            if (fact.event() instanceof SubsidyEvent.Stored(var certificate, var origin, var operator)) {
                slots.putIfAbsent(StoredSubsidy.key(certificate, people), "s" + fact.seq());
            }
        }

        void lay(SubsidyFact fact) {
            boolean here = fact.visit().equals(visit);
            switch (fact.event()) {
                case SubsidyEvent.Stored(var certificate, var origin, var operator) -> {
                    String slot = slots.getOrDefault(StoredSubsidy.key(certificate, people), "s" + fact.seq());
                    Optional<StoredSubsidy> before = Optional.ofNullable(stored.get(slot));
                    stored.put(
                            slot,
                            new StoredSubsidy(
                                    slot,
                                    certificate,
                                    origin,
                                    fact.visit(),
                                    fact.at(),
                                    Optional.empty(),
                                    before.flatMap(StoredSubsidy::designated)));
                    movesTo(slot, here && origin != SubsidyEvent.Origin.READER);
                }
                case SubsidyEvent.Seen(var slot, var proof, var operator) -> {
                    if (here) {
                        proofs.put(slot, proof);
                    }
                }
                case SubsidyEvent.Told(var slot, var participation, var operator) -> {
                    if (here || !slot.equals(SubsidyEvent.NEW)) {
                        participations.put(slot, participation);
                    }
                }
                case SubsidyEvent.Explained e -> explained(e, here);
                case SubsidyEvent.Decided(var slot, var use, var operator) -> {
                    if (here) {
                        decisions.put(slot, use);
                    }
                }
                case SubsidyEvent.Designated(var slot, var at, var operator) ->
                    change(
                            slot,
                            was -> new StoredSubsidy(
                                    was.slot(),
                                    was.certificate(),
                                    was.origin(),
                                    was.visit(),
                                    was.at(),
                                    was.endedFrom(),
                                    Optional.of(at)));
                case SubsidyEvent.Undone e -> {}
            }
        }

        /* What was seen of a subsidy before it had a slot was seen of the one that is stored next. */
        private void movesTo(String slot, boolean here) {
            if (here) {
                move(proofs, slot);
                move(participations, slot);
                move(causes, slot);
                move(decisions, slot);
            }
        }

        private static <T> void move(Map<String, T> what, String slot) {
            T value = what.remove(SubsidyEvent.NEW);
            if (value != null) {
                what.put(slot, value);
            }
        }

        private void explained(SubsidyEvent.Explained e, boolean here) {
            if (e.cause() == SubsidyEvent.Cause.ENDED) {
                change(
                        e.slot(),
                        was -> new StoredSubsidy(
                                was.slot(),
                                was.certificate(),
                                was.origin(),
                                was.visit(),
                                was.at(),
                                Optional.of(e.day()),
                                was.designated()));
            }
            if (here) {
                causes.put(e.slot(), e.cause());
                proofs.put(
                        e.slot(),
                        e.cause() == SubsidyEvent.Cause.PAPER_SEEN ? SubsidyProof.PAPER : SubsidyProof.NEITHER);
            }
        }

        private void change(String slot, java.util.function.UnaryOperator<StoredSubsidy> how) {
            stored.computeIfPresent(slot, (name, was) -> how.apply(was));
        }
    }
}
