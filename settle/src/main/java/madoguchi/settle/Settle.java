package madoguchi.settle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import madoguchi.core.CoverageHistory;
import madoguchi.core.InsuredId;
import madoguchi.core.Timeline;
import madoguchi.core.Timeline.Stay;
import madoguchi.uke.Confirmation;
import madoguchi.uke.HO;
import madoguchi.uke.Receipt;

/*
 * The decision table of claims-uke.md §8.3, in its order. What is valid on the visit day is never touched (the rule of 2022-02), so most receipts end with the first
 * question: does the claimed coverage hold on every visit day? Everything after it is about the others.
 */

/** 振替・分割 – what becomes of one receipt: a pure function of the receipt, the person's coverages and the rules in force. */
public final class Settle {

    private final SettleRules rules;
    private final CoverageHistory history;

    /**
     * Settles by these rules and registers.
     *
     * @param rules in force for the claim month; not empty
     * @param history asked once for each receipt
     */
    public Settle(SettleRules rules, CoverageHistory history) {
        this.rules = rules;
        this.history = history;
    }

    /** The disposition of one receipt; the same receipt, rules and registers always lead to the same. */
    public Disposition of(Receipt receipt) {
        Optional<HO> ho = receipt.ho();
        if (ho.isEmpty()) {
            return asClaimed(rules.get("S-PUBLIC"), receipt, Optional.empty());
        }
        if (Unidentified.is(ho.get()) && rules.find("S-11").isPresent()) {
            return unidentified(receipt);
        }
        return Claimed.of(receipt).map(this::claimed).orElseGet(() -> Disposition.returned(rules.get("S-BROKEN")));
    }

    private Disposition claimed(Claimed claimed) {
        List<Timeline> persons = those(history.of(claimed.insured(), claimed.birth()), claimed, false);
        if (persons.isEmpty()) {
            return asClaimed(rules.get("S-03"), claimed);
        }
        List<Timeline> one = persons.size() == 1 ? persons : those(persons, claimed, true);
        if (one.size() != 1) {
            return asClaimed(rules.get("S-03-MANY"), claimed);
        }
        return claimed.days() == 0
                ? asClaimed(rules.get("S-03-DAYS"), claimed)
                : byDay(claimed, new ByDay(claimed, one.getFirst()));
    }

    /** Those who have or had the claimed coverage; with the claimed branch, too, if it is asked for. */
    private static List<Timeline> those(List<Timeline> people, Claimed claimed, boolean withBranch) {
        List<Timeline> those = new ArrayList<>(1);
        for (Timeline person : people) {
            for (Stay stay : person.stays()) {
                InsuredId id = stay.coverage().id();
                if (Same.number(id, claimed.insured()) && (!withBranch || Same.branch(id, claimed.insured()))) {
                    those.add(person);
                    break;
                }
            }
        }
        return those;
    }

    private Disposition byDay(Claimed claimed, ByDay days) {
        if (days.held() == claimed.days()) {
            return valid(claimed, days);
        }
        if (days.held() == 0) {
            Optional<Disposition> returned = returned(claimed, days);
            if (returned.isPresent()) {
                return returned.get();
            }
        }
        if (days.without() != 0) {
            return asClaimed(rules.get(days.without() == claimed.days() ? "S-06" : "S-06-PART"), claimed);
        }
        Stay old = days.own().getFirst();
        return new Exclusions(claimed, old.coverage(), days.parts(), rules)
                .first()
                .map(rule -> asClaimed(rule, claimed))
                .orElseGet(() -> moved(claimed, days.parts(), "S-04", "S-05"));
    }

    private Disposition valid(Claimed claimed, ByDay days) {
        InsuredId found = days.parts().getFirst().insured();
        Optional<SettleRule> branch = rules.find("S-02").filter(rule -> !Same.branch(found, claimed.insured()));
        return branch.map(rule -> Disposition.sent(
                        rule,
                        List.of(new Bill(
                                Rewrite.branch(
                                        claimed.receipt(), rule.confirmation().orElseThrow(), found),
                                Optional.of(found)))))
                .orElseGet(() -> asClaimed(rules.get("S-01"), claimed));
    }

    private Optional<Disposition> returned(Claimed claimed, ByDay days) {
        if (days.own().stream()
                .anyMatch(stay -> stay.death()
                        .filter(day -> !claimed.firstDay().isBefore(day))
                        .isPresent())) {
            return Optional.of(Disposition.returned(rules.get("S-08")));
        }
        return days.own().stream()
                        .anyMatch(stay -> stay.collected()
                                .filter(day -> day.isBefore(claimed.firstDay()))
                                .isPresent())
                ? Optional.of(Disposition.returned(rules.get("S-07")))
                : Optional.empty();
    }

    private Disposition unidentified(Receipt receipt) {
        List<String> missing = Unidentified.missing(receipt);
        if (!missing.isEmpty()) {
            return new Disposition(rules.get("S-11-BACK"), List.of(), missing);
        }
        Optional<Claimed> claimed = Claimed.of(receipt);
        Optional<ByDay> days = claimed.filter(there -> there.days() != 0)
                .flatMap(there -> Unidentified.person(receipt, history).map(person -> new ByDay(there, person)))
                .filter(found -> found.without() == 0 && !found.parts().isEmpty());
        if (days.isEmpty()) {
            return asClaimed(rules.get("S-11-OPEN"), receipt, Optional.empty());
        }
        List<Part> parts = days.get().parts();
        Optional<SettleRule> excluded = parts.size() == 1
                ? Optional.empty()
                : new Exclusions(claimed.orElseThrow(), parts.getFirst().stay().coverage(), parts, rules).first();
        return excluded.isPresent()
                ? asClaimed(rules.get("S-11-OPEN"), receipt, Optional.empty())
                : moved(claimed.orElseThrow(), parts, "S-11", "S-11-SPLIT");
    }

    private Disposition moved(Claimed claimed, List<Part> parts, String whole, String split) {
        SettleRule rule = rules.get(parts.size() == 1 ? whole : split);
        Confirmation confirmation = rule.confirmation().orElseThrow();
        if (parts.size() == 1) {
            InsuredId found = parts.getFirst().insured();
            return Disposition.sent(
                    rule, List.of(new Bill(Rewrite.found(claimed.receipt(), confirmation, found), Optional.of(found))));
        }
        Split cut = new Split(claimed);
        return Disposition.sent(
                rule,
                parts.stream()
                        .map(part -> new Bill(cut.of(part, confirmation), Optional.of(part.insured())))
                        .toList());
    }

    private static Disposition asClaimed(SettleRule rule, Claimed claimed) {
        return asClaimed(rule, claimed.receipt(), Optional.of(claimed.insured()));
    }

    private static Disposition asClaimed(SettleRule rule, Receipt receipt, Optional<InsuredId> insured) {
        return Disposition.sent(rule, List.of(new Bill(Rewrite.confirmed(receipt, rule.confirmation()), insured)));
    }
}
