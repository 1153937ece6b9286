package madoguchi.policy;

import java.time.LocalDate;
import java.util.List;
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
 * @param subsidies the subsidies the patient relies on, decided apart from the insurance
 */
public record Reception(
        LocalDate day,
        Shown shown,
        Answer answer,
        Visit visit,
        Optional<InsurerNumber> asked,
        Facility facility,
        Occasion occasion,
        Seen seen,
        List<SubsidyCase> subsidies) {

    /** Copies the list. */
    public Reception {
        subsidies = List.copyOf(subsidies);
    }

    /** An ordinary reception at a connected facility, of which no insurer number is known beside the answer and nothing was seen yet. */
    public Reception(LocalDate day, Shown shown, Answer answer, Visit visit) {
        this(day, shown, answer, visit, Optional.empty(), Facility.ONLINE, Occasion.ORDINARY, Seen.NOT_YET, List.of());
    }

    /** 照会番号の保険者 – the same with the insurer number inquired about. */
    public Reception asking(InsurerNumber number) {
        return new Reception(day, shown, answer, visit, Optional.of(number), facility, occasion, seen, subsidies);
    }

    /** 場 – the same at another kind of facility or on another occasion. */
    public Reception at(Facility where, Occasion when) {
        return new Reception(day, shown, answer, visit, asked, where, when, seen, subsidies);
    }

    /** 確認 – the same after this was seen. */
    public Reception having(Seen now) {
        return new Reception(day, shown, answer, visit, asked, facility, occasion, now, subsidies);
    }

    /** 助成 – the same with these subsidies. */
    public Reception with(List<SubsidyCase> now) {
        return new Reception(day, shown, answer, visit, asked, facility, occasion, seen, now);
    }

    /** 分かっている資格 – what the answer or, failing that, the record of an earlier visit tells. */
    public Known known() {
        return switch (Outcome.of(answer)) {
            case ACTIVE, ACTIVE_SPECIAL_EXPENSES, ACTIVE_UNREGISTERED -> Known.CURRENT;
            case INACTIVE, INACTIVE_NEW_EXISTS, NOT_FOUND, AMBIGUOUS, UNREACHABLE, NOT_ASKED -> withoutAnswer();
        };
    }

    /* A screen, a PDF, a notice or a valid certificate shows the current number itself. */
    private Known withoutAnswer() {
        boolean shows =
                switch (seen) {
                    case PORTAL_SCREEN, PORTAL_PDF, NOTICE, MEDICAL_TICKET -> true;
                    case NOT_YET, NEITHER, ORAL_CONFIRMATION, DECLARATION, NOT_OBTAINED -> false;
                };
        boolean carries =
                switch (shown) {
                    case CERTIFICATE, INSURANCE_CARD, NOTICE, NOTICE_COPY, PORTAL_ONLY -> true;
                    case CARD,
                            SMARTPHONE,
                            CARD_UNREADABLE,
                            SMARTPHONE_ONLY_UNREADABLE,
                            EXPIRED_INSURANCE_CARD,
                            NOTHING -> false;
                };
        if (shows || carries) {
            return Known.CURRENT;
        }
        return visit == Visit.RETURNING || !answer.coverages().isEmpty() ? Known.FORMER : Known.NOTHING;
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
