package madoguchi.hub;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import madoguchi.core.CardSerial;
import madoguchi.core.Inquiry;
import madoguchi.core.Subject.ByCard;
import madoguchi.core.Subject.ByNumber;

/*
 * Every way through here makes the same number of questions to the database whether somebody is there, nobody, or somebody hidden: 不開示 must not show in the time
 * an answer takes.
 */

/** 台帳の引き当て – reads from the database what an inquiry needs, of the present or of an earlier state of knowledge. */
final class Registry {

    private static final long NOBODY = 0;

    private final FactStore facts;
    private final RegisterStore registers;

    Registry(DataSource database) {
        this.facts = new FactStore(database);
        this.registers = new RegisterStore(database);
    }

    /** The material of an inquiry that is asked at an instant. */
    Material of(Inquiry inquiry, Instant now) {
        Instant known = inquiry.knownAt().filter(now::isAfter).orElse(now);
        LocalDate day = RegisterFold.day(known);
        return switch (inquiry.subject()) {
            case ByNumber number -> byNumber(number, inquiry, day);
            case ByCard(var card) -> byCard(card, inquiry, day);
        };
    }

    private Material byNumber(ByNumber number, Inquiry inquiry, LocalDate day) {
        List<Fact> about = facts.about(number.insured(), number.birth());
        Set<Long> persons = about.stream().map(Fact::person).collect(Collectors.toSet());
        List<RegisterFact> entries = registers.about(persons);
        RegisterFold fold = RegisterFold.of(entries, inquiry.knownAt(), Set.of());
        return new Material(
                shown(about, entries), Optional.empty(), Optional.empty(), references(persons, fold, inquiry, day));
    }

    private Material byCard(CardSerial card, Inquiry inquiry, LocalDate day) {
        List<RegisterFact> entries = registers.aboutNamed(NewRegisterFact.card(card));
        RegisterFold fold = RegisterFold.of(entries, inquiry.knownAt(), Set.of());
        Optional<RegisterFact> link = fold.card(card, day);
        long person = link.map(RegisterFact::person).orElse(NOBODY);
        return new Material(
                facts.ofPerson(person),
                link,
                fold.enrolment(person, day),
                references(Set.of(person), fold, inquiry, day));
    }

    private static List<Fact> shown(List<Fact> about, List<RegisterFact> entries) {
        Set<Long> suppressed = RegisterFold.suppressed(entries);
        return about.stream()
                .filter(fact -> !suppressed.contains(fact.person()))
                .toList();
    }

    private static List<RegisterFact> references(
            Collection<Long> persons, RegisterFold fold, Inquiry inquiry, LocalDate day) {
        return persons.stream()
                .flatMap(person -> fold.reference(inquiry.caller().facility(), person, day).stream())
                .toList();
    }
}
