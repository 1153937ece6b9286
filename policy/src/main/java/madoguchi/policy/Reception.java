package madoguchi.policy;

import java.time.LocalDate;
import java.util.Optional;
import madoguchi.core.Answer;
import madoguchi.core.Coverage;
import madoguchi.core.InsurerNumber;

/**
 * 受付 – all that the desk knows at one moment; the only input of {@link Policy#determine}.
 *
 * @param day the day of the visit (the rules of this day decide)
 * @param shown what the patient shows
 * @param answer what came of the inquiry; {@link Answer.NotAsked} before one
 * @param visit first or returning
 * @param asked the insurer number inquired about or read from the paper shown; decides the insurer group only where the answer carries no coverage
 */
public record Reception(LocalDate day, Shown shown, Answer answer, Visit visit, Optional<InsurerNumber> asked) {

    /** A reception of which no insurer number is known beside the answer. */
    public Reception(LocalDate day, Shown shown, Answer answer, Visit visit) {
        this(day, shown, answer, visit, Optional.empty());
    }

    /** The situation, as rule rows see it. */
    public Situation situation() {
        return new Situation(shown, Outcome.of(answer), visit, insurerGroup());
    }

    /** The answer's health insurance decides (医療扶助 beside it does not); without a coverage, the number asked about. */
    private InsurerGroup insurerGroup() {
        for (Coverage coverage : answer.coverages()) {
            InsurerGroup group = InsurerGroup.of(coverage.id().insurer().scheme());
            if (group != InsurerGroup.OTHER_OR_UNKNOWN) {
                return group;
            }
        }
        return answer.coverages().isEmpty()
                ? asked.map(number -> InsurerGroup.of(number.scheme())).orElse(InsurerGroup.OTHER_OR_UNKNOWN)
                : InsurerGroup.OTHER_OR_UNKNOWN;
    }
}
