package madoguchi.town;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import madoguchi.core.Caller;
import madoguchi.core.Coverage;
import madoguchi.core.ElderlyRecipientCertificate;
import madoguchi.core.Inquiry;
import madoguchi.core.InsuredId;
import madoguchi.core.LimitCertificate;
import madoguchi.core.Period;
import madoguchi.core.SpecificDisease;
import madoguchi.core.Subject;

/** 問い – inquiries at every edge of every history: the questions on which two hubs would differ if they differed at all. */
final class Questions {

    /*
     * An answer can change only on the first day of a period or the first day without it, and at the instant a row is recorded. So for each person: all ids, typed in full and with neither symbol
     * nor branch; the days on both sides of each edge of whatever these ids name; and knowledge as of now, of each row, and of the second before it.
     */
    private final Register register;
    private final Caller caller;

    Questions(Register register, Caller caller) {
        this.register = register;
        this.caller = caller;
    }

    List<Inquiry> about(Townsperson person) {
        List<RegisteredCoverage> coverages = register.coverages().stream()
                .filter(row -> person.ids().values().stream().anyMatch(id -> row.matches(bare(person, id))))
                .toList();
        List<RegisteredTicket> tickets = register.tickets().stream()
                .filter(row -> coverages.stream()
                        .anyMatch(coverage -> row.isOf(coverage.coverage().id())))
                .toList();
        Set<LocalDate> days = days(person, coverages, tickets);
        List<Optional<Instant>> instants = instants(coverages, tickets);
        List<Inquiry> questions = new ArrayList<>();
        for (InsuredId id : person.ids().values()) {
            for (LocalDate day : days) {
                for (Optional<Instant> knownAt : instants) {
                    questions.add(full(person, id, day, knownAt));
                    questions.add(bare(person, id, day, knownAt));
                }
            }
        }
        return questions;
    }

    private Inquiry full(Townsperson person, InsuredId id, LocalDate day, Optional<Instant> knownAt) {
        return new Inquiry(new Subject.ByNumber(id, person.birth()), day, knownAt, true, true, caller);
    }

    private Inquiry bare(Townsperson person, InsuredId id, LocalDate day, Optional<Instant> knownAt) {
        return new Inquiry(bare(person, id), day, knownAt, false, false, caller);
    }

    private static Subject.ByNumber bare(Townsperson person, InsuredId id) {
        return new Subject.ByNumber(
                new InsuredId(id.insurer(), Optional.empty(), id.number(), Optional.empty()), person.birth());
    }

    private static Set<LocalDate> days(
            Townsperson person, List<RegisteredCoverage> coverages, List<RegisteredTicket> tickets) {
        Set<LocalDate> days = new TreeSet<>();
        person.expectations().forEach(expected -> days.add(expected.day()));
        Stream.concat(
                        coverages.stream().flatMap(Questions::periods),
                        tickets.stream().map(row -> row.ticket().valid()))
                .flatMap(period -> Stream.concat(Stream.of(period.from()), period.end().stream()))
                .forEach(edge -> addBothSides(days, edge));
        return days;
    }

    private static void addBothSides(Collection<LocalDate> days, LocalDate edge) {
        days.add(edge.minusDays(1));
        days.add(edge);
    }

    private static Stream<Period> periods(RegisteredCoverage row) {
        Coverage coverage = row.coverage();
        return Stream.of(
                        Stream.of(row.qualified()),
                        coverage.limit().map(LimitCertificate::valid).stream(),
                        coverage.elderly().map(ElderlyRecipientCertificate::valid).stream(),
                        coverage.diseases().stream().map(SpecificDisease::valid))
                .flatMap(periods -> periods);
    }

    private static List<Optional<Instant>> instants(
            List<RegisteredCoverage> coverages, List<RegisteredTicket> tickets) {
        Set<Instant> recorded = new TreeSet<>();
        coverages.forEach(row -> recorded.add(row.recordedAt()));
        tickets.forEach(row -> recorded.add(row.recordedAt()));
        List<Optional<Instant>> instants = new ArrayList<>(List.of(Optional.empty()));
        for (Instant instant : recorded) {
            instants.add(Optional.of(instant.minusSeconds(1)));
            instants.add(Optional.of(instant));
        }
        return instants;
    }
}
