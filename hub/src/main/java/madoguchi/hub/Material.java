package madoguchi.hub;

import java.util.List;
import java.util.Optional;
import madoguchi.core.Inquiry;

/**
 * 照会の材料 – all that an answer is made of, read from the registers.
 *
 * @param facts about the persons whom the number or the card may mean, without those that the register of suppressions hides
 * @param card the link that the card was followed by; empty for a number, for an unknown card, and for a hidden person's
 * @param enrolment the enrolment of the card's holder on the day of asking; empty where there is none
 * @param references 照会番号 of the asking facility for persons in {@code facts}, as known at the instant asked about
 */
record Material(
        List<Fact> facts,
        Optional<RegisterFact> card,
        Optional<RegisterFact> enrolment,
        List<RegisterFact> references) {

    static Material nothing() {
        return new Material(List.of(), Optional.empty(), Optional.empty(), List.of());
    }

    /** The answer: a card leads nowhere unless its holder is enrolled, which a hidden person's card does not even tell. */
    Finding finding(Inquiry inquiry, Register.Tickets tickets) {
        if (card.isEmpty()) {
            return Register.answer(facts, inquiry, tickets);
        }
        if (Register.hidden(facts).contains(card.get().person())) {
            return Finding.nothing();
        }
        if (enrolment.isEmpty()) {
            return Finding.notEnrolled(List.of(card.get().id()));
        }
        return Register.answer(facts, inquiry, tickets)
                .on(List.of(card.get().id(), enrolment.get().id()));
    }

    /** The asking facility's number of the person whom the answer is about. */
    Optional<RegisterFact> reference(Finding finding) {
        return facts.stream()
                .filter(fact -> finding.facts().contains(fact.id()))
                .map(Fact::person)
                .findFirst()
                .flatMap(person -> references.stream()
                        .filter(reference -> reference.person() == person)
                        .reduce((earlier, later) -> later));
    }
}
