package madoguchi.desk;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import madoguchi.core.InquiryKind;
import madoguchi.core.ReaderAnswers;
import madoguchi.core.Reply;
import madoguchi.core.Text;
import madoguchi.policy.EvidenceKind;
import madoguchi.policy.Occasion;
import madoguchi.policy.Shown;

/** 受付の出来事 – one fact about one reception. A correction is a new fact; nothing is changed or taken out. */
sealed interface VisitEvent {

    /**
     * 到着 – a result came from a card reader: the reception begins.
     *
     * @param day 資格確認日
     * @param kind 照会区分
     * @param reply what came
     * @param answers 読取機での回答; absent where the source told none, and in facts of the time before that was written down
     * @param phone whether it was a smartphone; absent likewise
     */
    record Arrived(
            LocalDate day, InquiryKind kind, Reply reply, Optional<ReaderAnswers> answers, Optional<Boolean> phone)
            implements VisitEvent {

        /** A result that tells nothing of what was answered at the reader. */
        Arrived(LocalDate day, InquiryKind kind, Reply reply) {
            this(day, kind, reply, Optional.empty(), Optional.empty());
        }
    }

    /**
     * 照会 – a clerk (or the desk by itself) asks by number. The first one begins a reception, later ones ask again.
     *
     * @param question what was asked
     * @param operator who; {@code auto} when the desk asked by itself
     */
    record Asked(Question question, String operator) implements VisitEvent {}

    /**
     * 受付の始まり – a clerk begins a reception of which neither reader nor number says anything: the card cannot be read, or there is none.
     *
     * @param day 資格確認日
     * @param called what the clerk calls the patient until a name is known, such as kana or the number of the 診察券
     * @param operator who
     */
    record Began(LocalDate day, Optional<String> called, String operator) implements VisitEvent {
        /** Never prints the person. */
        @Override
        public String toString() {
            return "Began[day=" + day + "]";
        }
    }

    /** 回答 – what came of the last question. */
    record Replied(Reply reply) implements VisitEvent {}

    /**
     * 提示 – what the patient showed at the counter, and in which situation.
     *
     * @param shown what was shown
     * @param visit first or returning
     * @param occasion whether a rule of its own exists for the occasion
     * @param operator who wrote it down
     */
    record Showed(Shown shown, madoguchi.policy.Visit visit, Occasion occasion, String operator) implements VisitEvent {

        static Showed of(Presented presented, String operator) {
            return new Showed(presented.shown(), presented.visit(), presented.occasion(), operator);
        }

        Presented seenAs() {
            return new Presented(shown, visit, occasion);
        }
    }

    /**
     * 確認資料 – a clerk saw this (or that there is none).
     *
     * @param evidence what was seen
     * @param rule the rule that allowed to go on by it; absent in facts of the time before that was written down
     * @param operator who saw it
     */
    record Confirmed(EvidenceKind evidence, Optional<String> rule, String operator) implements VisitEvent {}

    /** ひとつ戻る – the last evidence, or the leaving of the ladder, was a mistake. */
    record SteppedBack(String operator) implements VisitEvent {}

    /**
     * ほかの扱い – a person decided otherwise than the ladder.
     *
     * @param reason the word of the reason in the rule table {@code leaving}
     * @param label what it was called then
     * @param note a remark without names
     * @param rule the row of that table that was followed
     * @param operator who wrote it down
     */
    record Left(String reason, Text label, Optional<String> note, String rule, String operator) implements VisitEvent {}

    /**
     * 患者への連絡.
     *
     * @param on the day of it
     * @param outcome what came of it
     * @param again when to ask again
     * @param operator who asked
     */
    record Contacted(LocalDate on, Contact.Outcome outcome, Optional<LocalDate> again, String operator)
            implements VisitEvent {}

    /**
     * 診察券の番号の登録 – a clerk confirmed whose number it is, and the hub keeps it.
     *
     * @param number 照会番号
     * @param operator who confirmed it
     */
    record Linked(String number, String operator) implements VisitEvent {
        /** Never prints the number: it names a patient. */
        @Override
        public String toString() {
            return "Linked[…]";
        }
    }

    /**
     * 診察券の番号の解除.
     *
     * @param number the number that was linked
     * @param operator who took it back
     */
    record Unlinked(String number, String operator) implements VisitEvent {
        /** Never prints the number: it names a patient. */
        @Override
        public String toString() {
            return "Unlinked[…]";
        }
    }

    /** 完了 – nothing more to do here; it is not asked again by itself. */
    record Closed(String operator) implements VisitEvent {}

    /** 完了の取消 – it is not done after all. */
    record Reopened(String operator) implements VisitEvent {}

    /** 受付の取消 – entered by mistake; leaves the list, stays in the log. */
    record Withdrawn(String operator) implements VisitEvent {}

    /** What this fact says about who it is, for finding the same person later. */
    default List<String> people() {
        return this instanceof Asked(var question, var operator)
                ? List.of(Person.key(question.insured(), question.birth()))
                : brought().map(Person::keys).orElse(List.of());
    }

    /** The reply this fact brought. */
    default Optional<Reply> brought() {
        return switch (this) {
            case Arrived(var day, var kind, var reply, var answers, var phone) -> Optional.of(reply);
            case Replied(var reply) -> Optional.of(reply);
            case Asked e -> Optional.empty();
            case Began e -> Optional.empty();
            case Showed e -> Optional.empty();
            case Confirmed e -> Optional.empty();
            case SteppedBack e -> Optional.empty();
            case Left e -> Optional.empty();
            case Contacted e -> Optional.empty();
            case Linked e -> Optional.empty();
            case Unlinked e -> Optional.empty();
            case Closed e -> Optional.empty();
            case Reopened e -> Optional.empty();
            case Withdrawn e -> Optional.empty();
        };
    }
}
