package madoguchi.hub;

import java.util.List;
import java.util.Optional;
import madoguchi.core.Inquiry;
import madoguchi.core.ReferenceNumber;

/**
 * 照会の材料 – all that an answer is made of, read from the registers.
 *
 * @param facts about the persons whom the number or the card may mean, without those that the register of suppressions hides
 * @param notEnrolled the link of the card asked for, where it leads to somebody who has not enrolled it
 * @param references by what number the asking facility knows somebody
 */
record Material(List<Fact> facts, Optional<RegisterFact> notEnrolled, References references) {

    /** 照会番号の引き当て – asked only about the person whom the answer shows, so a hidden one costs no more than an unknown one. */
    interface References {
        Optional<ReferenceNumber> of(long person);
    }

    /** Somebody's facts, or nobody's. */
    static Material of(List<Fact> facts, References references) {
        return new Material(facts, Optional.empty(), references);
    }

    /** The answer: a card leads nowhere unless its holder is enrolled, which a hidden person's card does not even tell. */
    Finding finding(Inquiry inquiry, Register.Tickets tickets) {
        return notEnrolled
                .map(link -> Register.hidden(facts).contains(link.person())
                        ? Finding.nothing()
                        : Finding.notEnrolled(List.of(link.id())))
                .orElseGet(() -> Register.answer(facts, inquiry, tickets));
    }

    /** The person whom the answer is about; nobody where nothing was found or nothing may be shown. */
    Optional<Long> person(Finding finding) {
        return facts.stream()
                .filter(fact -> finding.facts().contains(fact.id()))
                .map(Fact::person)
                .findFirst();
    }

    /** The asking facility's number of the person whom the answer is about. */
    Optional<ReferenceNumber> reference(Finding finding) {
        return person(finding).flatMap(references::of);
    }
}
