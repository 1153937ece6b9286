package madoguchi.hub;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import madoguchi.core.Answer;
import madoguchi.core.Coverage;
import madoguchi.core.Inquiry;
import madoguchi.core.InsuredId;
import madoguchi.core.MedicalTicket;
import madoguchi.core.Period;
import madoguchi.core.Subject.ByCard;
import madoguchi.core.Subject.ByNumber;

/*
 * How facts become an answer.
 *
 * 1. Of all facts about one coverage (same name) the last one taken up to the instant asked about counts; a withdrawn one means there is no such coverage.
 *    "Last" goes by id, the order of taking: a clock that was set back must not bring a corrected fact to life again.
 * 2. A person hidden today (不開示) is hidden for every question, also for one about an earlier state of knowledge: protection is never replayed away.
 * 3. The number asked for is compared without differences of width, hyphens and leading zeros. A symbol or branch that was not asked for is not compared. A card names its holder: then no
 *    number is compared, and whatever covers the day is the coverage asked for.
 * 4. More than one person fits: ambiguous. None fits: no such coverage.
 * 5. A fitting coverage that covers the day: active. Medical assistance (医療扶助) of the same person on that day is listed beside it; alone it needs a ticket for the asking facility.
 * 6. Otherwise the coverage asked for is the former one. Another coverage of the same person that covers the day and began later makes it "newer exists".
 */

/** 資格の台帳の読み方 – the pure function from facts to an answer. Reads no clock and no database. */
final class Register {

    /** 医療券の引き当て – the registered tickets of a recipient. Asked only where the recipient's assistance is shown, so a hidden person costs no more than an unknown one. */
    interface Tickets {
        List<MedicalTicket> of(InsuredId recipient);
    }

    private Register() {}

    /**
     * Answers an inquiry.
     *
     * @param facts every fact about every person that ever had a coverage under the number asked for, or about the one person whose card it is
     * @param inquiry the question; its {@code knownAt} hides facts recorded later
     * @param tickets the tickets known at that instant
     */
    static Finding answer(Collection<Fact> facts, Inquiry inquiry, Tickets tickets) {
        Collection<Fact> live = live(facts, inquiry.knownAt());
        List<Fact> matched =
                switch (inquiry.subject()) {
                    case ByNumber(var insured, var birth) ->
                        live.stream()
                                .filter(fact -> matches(fact, insured, birth))
                                .toList();
                    case ByCard card -> held(live, inquiry.day());
                };
        Set<Long> persons = shownPersons(facts, matched);
        if (persons.isEmpty()) {
            return Finding.nothing();
        }
        if (persons.size() > 1) {
            return new Finding(new Answer.Ambiguous(), List.of());
        }
        long person = persons.iterator().next();
        return ofPerson(
                matched.stream().filter(fact -> fact.person() == person).toList(),
                live.stream().filter(fact -> fact.person() == person).toList(),
                inquiry,
                tickets);
    }

    /** What the holder of a card has on the day, by whatever number: the insurance, and the assistance alone only where there is no insurance. */
    private static List<Fact> held(Collection<Fact> live, LocalDate day) {
        List<Fact> insurance =
                live.stream().filter(fact -> !fact.isAssistance()).toList();
        boolean insured = insurance.stream().anyMatch(fact -> fact.coverage().coversDay(day));
        List<Fact> assistance = live.stream().filter(Fact::isAssistance).toList();
        boolean assisted = assistance.stream().anyMatch(fact -> fact.coverage().coversDay(day));
        return insurance.isEmpty() || (assisted && !insured) ? assistance : insurance;
    }

    /** The one person that a number and birth date name today; empty when there is none, when there are several, and when the person is hidden. */
    static Optional<Long> person(Collection<Fact> facts, InsuredId insured, LocalDate birth) {
        Set<Long> persons = shownPersons(
                facts,
                live(facts, Optional.empty()).stream()
                        .filter(fact -> matches(fact, insured, birth))
                        .toList());
        return persons.size() == 1 ? Optional.of(persons.iterator().next()) : Optional.empty();
    }

    /** Every person whom a number means today, hidden ones included; without a birth date everybody of that number. */
    static Set<Long> persons(Collection<Fact> facts, InsuredId insured, Optional<LocalDate> birth) {
        Set<Long> persons = new HashSet<>();
        live(facts, Optional.empty()).stream()
                .filter(fact -> matches(
                        fact,
                        insured,
                        birth.orElseGet(() -> fact.coverage().holder().birth())))
                .forEach(fact -> persons.add(fact.person()));
        return persons;
    }

    private static Set<Long> shownPersons(Collection<Fact> facts, List<Fact> matched) {
        Set<Long> persons = new HashSet<>();
        matched.forEach(fact -> persons.add(fact.person()));
        persons.removeAll(hidden(facts));
        return persons;
    }

    /** The facts that count: of each coverage the latest one taken up to the instant, unless it was withdrawn. */
    static Collection<Fact> live(Collection<Fact> facts, Optional<Instant> knownAt) {
        Map<String, Fact> latest = latest(
                knownAt.isEmpty()
                        ? facts
                        : facts.stream()
                                .filter(fact -> !fact.recordedAt().isAfter(knownAt.get()))
                                .toList());
        return latest.values().stream().filter(fact -> !fact.withdrawn()).toList();
    }

    private static Map<String, Fact> latest(Collection<Fact> facts) {
        Map<String, Fact> latest = new HashMap<>();
        for (Fact fact : facts) {
            latest.merge(fact.name(), fact, (a, b) -> a.id() > b.id() ? a : b);
        }
        return latest;
    }

    /** The persons whom an insurer's row hides (不開示) by what is known today. */
    static Set<Long> hidden(Collection<Fact> facts) {
        Set<Long> hidden = new HashSet<>();
        for (Fact fact : latest(facts).values()) {
            if (fact.suppressed()) {
                hidden.add(fact.person());
            }
        }
        return hidden;
    }

    private static boolean matches(Fact fact, InsuredId asked, LocalDate birth) {
        InsuredId has = fact.coverage().id();
        return has.insurer().equals(asked.insurer())
                && has.numberKey().equals(asked.numberKey())
                && fact.coverage().holder().birth().equals(birth)
                && (asked.symbol().isEmpty() || has.symbolKey().equals(asked.symbolKey()))
                && (asked.branch().isEmpty()
                        || has.branch().isEmpty()
                        || has.branch().equals(asked.branch()));
    }

    private static Finding ofPerson(List<Fact> matched, List<Fact> all, Inquiry inquiry, Tickets tickets) {
        LocalDate day = inquiry.day();
        List<Fact> active = latestStartFirst(matched).stream()
                .filter(fact -> fact.coverage().coversDay(day))
                .limit(1)
                .toList();
        if (!active.isEmpty()) {
            return active(active.getFirst(), all, inquiry, tickets);
        }
        Fact former = former(matched, day);
        Optional<Coverage> shown = Optional.of(ended(former.coverage()));
        boolean newer = all.stream()
                .anyMatch(fact -> !fact.isAssistance()
                        && fact.coverage().coversDay(day)
                        && start(fact).isAfter(start(former)));
        return new Finding(
                newer ? new Answer.InactiveNewExists(shown) : new Answer.Inactive(shown), List.of(former.id()));
    }

    private static Finding active(Fact found, List<Fact> all, Inquiry inquiry, Tickets tickets) {
        if (found.isAssistance()) {
            Coverage shown = shown(found, inquiry, tickets);
            return new Finding(
                    shown.tickets().isEmpty()
                            ? new Answer.ActiveUnregistered(shown)
                            : new Answer.Active(List.of(shown)),
                    List.of(found.id()));
        }
        List<Fact> beside = latestStartFirst(all).stream()
                .filter(fact -> fact.isAssistance() && fact.coverage().coversDay(inquiry.day()))
                .limit(1)
                .toList();
        List<Fact> both = beside.isEmpty() ? List.of(found) : List.of(found, beside.getFirst());
        return new Finding(
                new Answer.Active(
                        both.stream().map(fact -> shown(fact, inquiry, tickets)).toList()),
                both.stream().map(Fact::id).toList());
    }

    private static List<Fact> latestStartFirst(List<Fact> facts) {
        return facts.stream()
                .sorted(Comparator.comparing(Register::start)
                        .reversed()
                        .thenComparing(Fact::id, Comparator.reverseOrder()))
                .toList();
    }

    private static Fact former(List<Fact> matched, LocalDate day) {
        List<Fact> sorted = latestStartFirst(matched);
        return sorted.stream()
                .filter(fact -> !start(fact).isAfter(day))
                .findFirst()
                .orElse(sorted.getLast());
    }

    private static LocalDate start(Fact fact) {
        return fact.coverage().qualified().map(Period::from).orElse(LocalDate.MIN);
    }

    /** Consent and the day decide what of a valid coverage is shown. */
    private static Coverage shown(Fact fact, Inquiry inquiry, Tickets tickets) {
        Coverage shown = fact.coverage().withoutExpired(inquiry.day());
        shown = inquiry.limitConsent() ? shown : shown.withoutLimit();
        shown = inquiry.diseaseConsent() ? shown : shown.withoutDiseases();
        return shown.withTickets(fact.isAssistance() ? ticketsFor(inquiry, tickets.of(shown.id())) : List.of());
    }

    private static List<MedicalTicket> ticketsFor(Inquiry inquiry, List<MedicalTicket> tickets) {
        return tickets.stream()
                .filter(ticket -> ticket.facility().equals(inquiry.caller().facility())
                        && ticket.month().equals(YearMonth.from(inquiry.day())))
                .toList();
    }

    private static Coverage ended(Coverage coverage) {
        return coverage.withoutLimit().withoutDiseases().withoutElderly().withTickets(List.of());
    }
}
