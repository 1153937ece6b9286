package madoguchi.desk;

import java.time.LocalDate;
import java.util.Optional;
import madoguchi.core.Answer;
import madoguchi.core.Text;
import madoguchi.policy.EvidenceKind;
import madoguchi.policy.Means;
import madoguchi.policy.Verdict;

/**
 * 受付の立場 – a reception and what the rules say about it now.
 *
 * @param visit the reception
 * @param verdict what the rules say
 * @param rule the rule that says so
 * @param asksByNumber whether this facility inquires by number
 */
record Standing(Visit visit, Verdict verdict, String rule, boolean asksByNumber) {

    /** Whether the rules let a clerk go on by this evidence now. */
    boolean allows(EvidenceKind evidence) {
        return visit.left().isEmpty() && verdict.evidence().contains(evidence);
    }

    /** Whether the patient can be received as it stands. */
    boolean settled() {
        return visit.left().isPresent() || verdict instanceof Verdict.Accepted;
    }

    /** Whether somebody still has to do something at the counter. */
    boolean open() {
        return !visit.closed() && !visit.withdrawn() && !settled();
    }

    /** Whether the hub says active, for the day of the visit. */
    boolean confirmedOnline() {
        return visit.answer() instanceof Answer.Active;
    }

    /** Whether it was received without the hub, and the hub confirmed it afterwards. */
    boolean confirmedLater() {
        return confirmedOnline()
                && !visit.withdrawn()
                && (visit.left().isPresent() || !visit.taken().isEmpty());
    }

    /** 事後確認の理由 – why it has to be followed up; empty when it has not, and when a clerk closed it. */
    Optional<Provisional> provisional(LocalDate today) {
        if (visit.closed() || visit.withdrawn() || confirmedOnline()) {
            return Optional.empty();
        }
        if (visit.left().isPresent()) {
            return Optional.of(Provisional.LEFT);
        }
        return switch (verdict) {
            case Verdict.Accepted(var means) -> byMeans(means).or(this::unanswered);
            case Verdict.FullCharge v -> Optional.of(Provisional.FULL_CHARGE);
            case Verdict.NeedsEvidence v -> unanswered().or(() -> unfinished(today));
            case Verdict.AskStaff v -> unanswered().or(() -> unfinished(today));
        };
    }

    private Optional<Provisional> byMeans(Means means) {
        return switch (means) {
            case DECLARATION -> Optional.of(Provisional.DECLARATION);
            case ORAL_CONFIRMATION -> Optional.of(Provisional.ORAL_CONFIRMATION);
            case PORTAL_SCREEN -> whereAsked(Provisional.PORTAL_SCREEN);
            case PORTAL_PDF -> whereAsked(Provisional.PORTAL_PDF);
            case NOTICE -> whereAsked(Provisional.NOTICE);
            case PHONE_SCREEN -> whereAsked(Provisional.PHONE_SCREEN);
            case ONLINE_CARD,
                    ONLINE_PHONE,
                    CERTIFICATE,
                    CERTIFICATE_ONLINE,
                    INSURANCE_CARD,
                    INTERIM_LOOKUP,
                    NUMBER_INQUIRY,
                    SCHOOL_PAPER,
                    MEDICAL_TICKET -> Optional.empty();
        };
    }

    /* Where nothing is asked by number, a screen or a notice is all there will be. */
    private Optional<Provisional> whereAsked(Provisional why) {
        return asksByNumber ? Optional.of(why) : Optional.empty();
    }

    private Optional<Provisional> unanswered() {
        return visit.answer() instanceof Answer.Unreachable ? Optional.of(Provisional.UNANSWERED) : Optional.empty();
    }

    private Optional<Provisional> unfinished(LocalDate today) {
        return LocalDate.ofInstant(visit.receivedAt(), VisitBook.TOKYO).isBefore(today)
                ? Optional.of(Provisional.UNFINISHED)
                : Optional.empty();
    }

    /** What stands beside the row in the list; empty when the state says it all. */
    Optional<Text> badge(LocalDate today) {
        if (visit.closed()) {
            return Optional.of(new Text("完了", "done"));
        }
        if (!settled()) {
            return Optional.empty();
        }
        return provisional(today)
                .map(why -> new Text(
                        "仮・" + why.brief().ja(), "for now: " + why.brief().en()))
                .or(() -> visit.taken().isEmpty() ? Optional.empty() : Optional.of(new Text("確認済", "confirmed")));
    }
}
