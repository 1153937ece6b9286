package madoguchi.hub;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import madoguchi.core.CardSerial;
import madoguchi.core.Inquiry;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.core.ReferenceNumber;
import madoguchi.core.Subject.ByCard;
import madoguchi.core.Subject.ByNumber;
import madoguchi.hub.Kept.Kind;

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
        LocalDate day = RegisterFold.day(inquiry.knownAt().filter(now::isAfter).orElse(now));
        return switch (inquiry.subject()) {
            case ByNumber number -> byNumber(number, inquiry, day);
            case ByCard(var card) -> byCard(card, inquiry, day);
        };
    }

    private Material byNumber(ByNumber number, Inquiry inquiry, LocalDate day) {
        List<Fact> about = facts.about(number.insured());
        Set<Long> persons = about.stream().map(Fact::person).collect(Collectors.toSet());
        List<RegisterFact> entries = registers.about(persons, Set.of(Kind.SUPPRESSION, Kind.REFERENCE_NUMBER));
        Set<Long> suppressed = RegisterFold.suppressed(entries);
        return Material.of(
                about.stream()
                        .filter(fact -> !suppressed.contains(fact.person()))
                        .toList(),
                references(RegisterFold.of(entries, inquiry.knownAt(), Set.of()), inquiry, day));
    }

    private Material byCard(CardSerial card, Inquiry inquiry, LocalDate day) {
        List<RegisterFact> entries = registers.aboutNamed(
                NewRegisterFact.card(card), Set.of(Kind.CARD, Kind.ENROLMENT, Kind.SUPPRESSION, Kind.REFERENCE_NUMBER));
        RegisterFold fold = RegisterFold.of(entries, inquiry.knownAt(), Set.of());
        Optional<RegisterFact> link = fold.card(card, day);
        long person = link.map(RegisterFact::person).orElse(NOBODY);
        return new Material(
                facts.ofPerson(person),
                link.filter(holder -> fold.enrolment(person, day).isEmpty()),
                references(fold, inquiry, day));
    }

    private static Material.References references(RegisterFold fold, Inquiry inquiry, LocalDate day) {
        return person -> fold.reference(inquiry.caller().facility(), person, day)
                .map(RegisterFact::said)
                .flatMap(Registry::number);
    }

    /** By what number a facility knows a person as of now, without regard to the day on which it was registered. */
    Optional<ReferenceNumber> reference(MedicalInstitutionCode facility, long person) {
        List<RegisterFact> entries = registers.about(Set.of(person), Set.of(Kind.SUPPRESSION, Kind.REFERENCE_NUMBER));
        return RegisterFold.of(entries, Optional.empty(), Set.of())
                .last(facility, person)
                .map(RegisterFact::said)
                .flatMap(Registry::number);
    }

    private static Optional<ReferenceNumber> number(Kept said) {
        return said instanceof Kept.Reference(var facility, var number) ? Optional.of(number) : Optional.empty();
    }
}
