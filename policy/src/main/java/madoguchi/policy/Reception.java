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
 * @param facility how this facility verifies
 * @param occasion whether a rule of its own exists for the occasion
 * @param seen what was seen since, on the way down the ladder
 */
public record Reception(
        LocalDate day,
        Shown shown,
        Answer answer,
        Visit visit,
        Optional<InsurerNumber> asked,
        Facility facility,
        Occasion occasion,
        Seen seen) {

    /** An ordinary reception at a connected facility, of which no insurer number is known beside the answer and nothing was seen yet. */
    public Reception(LocalDate day, Shown shown, Answer answer, Visit visit) {
        this(day, shown, answer, visit, Optional.empty(), Facility.ONLINE, Occasion.ORDINARY, Seen.NOT_YET);
    }

    /** 照会番号の保険者 – the same with the insurer number inquired about. */
    public Reception asking(InsurerNumber number) {
        return new Reception(day, shown, answer, visit, Optional.of(number), facility, occasion, seen);
    }

    /** 場 – the same at another kind of facility or on another occasion. */
    public Reception at(Facility where, Occasion when) {
        return new Reception(day, shown, answer, visit, asked, where, when, seen);
    }

    /** 確認 – the same after this was seen. */
    public Reception having(Seen now) {
        return new Reception(day, shown, answer, visit, asked, facility, occasion, now);
    }

    /** 保険者の種類 – the answer's health insurance decides (医療扶助 beside it does not); without a coverage, the number asked about. */
    public InsurerGroup insurer() {
        for (Coverage coverage : answer.coverages()) {
            InsurerGroup group = InsurerGroup.of(coverage.id().insurer().scheme());
            if (group != InsurerGroup.OTHER_OR_UNKNOWN) {
                return group;
            }
        }
        return answer.coverages().isEmpty() && asked.isPresent()
                ? InsurerGroup.of(asked.get().scheme())
                : InsurerGroup.OTHER_OR_UNKNOWN;
    }
}
