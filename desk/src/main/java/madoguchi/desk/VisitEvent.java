package madoguchi.desk;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import madoguchi.core.InquiryKind;
import madoguchi.core.Reply;
import madoguchi.policy.EvidenceKind;
import madoguchi.policy.Shown;

/** 受付の出来事 – one fact about one reception. A correction is a new fact; nothing is changed or taken out. */
sealed interface VisitEvent {

    /**
     * 到着 – a result came from a card reader: the reception begins.
     *
     * @param day 資格確認日
     * @param kind 照会区分
     * @param reply what came
     */
    record Arrived(LocalDate day, InquiryKind kind, Reply reply) implements VisitEvent {}

    /**
     * 照会 – a clerk (or the desk by itself) asks by number. The first one begins a reception, later ones ask again.
     *
     * @param question what was asked
     * @param operator who; {@code auto} when the desk asked by itself
     */
    record Asked(Question question, String operator) implements VisitEvent {}

    /** 回答 – what came of the last question. */
    record Replied(Reply reply) implements VisitEvent {}

    /**
     * 提示 – what the patient showed at the counter, and whether they come for the first time.
     *
     * @param shown what was shown
     * @param firstVisit 初診
     * @param operator who wrote it down
     */
    record Showed(Shown shown, boolean firstVisit, String operator) implements VisitEvent {}

    /**
     * 確認資料 – a clerk saw this, and the reception rests on it.
     *
     * @param evidence what was seen
     * @param operator who saw it
     */
    record Confirmed(EvidenceKind evidence, String operator) implements VisitEvent {}

    /** 完了 – nothing more to do here; it is not asked again by itself. */
    record Closed(String operator) implements VisitEvent {}

    /** 取消 – it is not done or confirmed after all. */
    record Reopened(String operator) implements VisitEvent {}

    /** 受付の取消 – entered by mistake; leaves the list, stays in the log. */
    record Withdrawn(String operator) implements VisitEvent {}

    /** What this fact says about who it is, for finding the same person later. */
    default List<String> people() {
        return switch (this) {
            case Arrived(var day, var kind, var reply) -> Person.keys(reply);
            case Replied(var reply) -> Person.keys(reply);
            case Asked(var question, var operator) -> List.of(Person.key(question.insured(), question.birth()));
            case Showed e -> List.of();
            case Confirmed e -> List.of();
            case Closed e -> List.of();
            case Reopened e -> List.of();
            case Withdrawn e -> List.of();
        };
    }

    /** The reply this fact brought. */
    default Optional<Reply> brought() {
        return switch (this) {
            case Arrived(var day, var kind, var reply) -> Optional.of(reply);
            case Replied(var reply) -> Optional.of(reply);
            case Asked e -> Optional.empty();
            case Showed e -> Optional.empty();
            case Confirmed e -> Optional.empty();
            case Closed e -> Optional.empty();
            case Reopened e -> Optional.empty();
            case Withdrawn e -> Optional.empty();
        };
    }
}
