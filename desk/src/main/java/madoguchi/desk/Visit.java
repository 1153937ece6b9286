package madoguchi.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import madoguchi.core.Answer;
import madoguchi.core.Coverage;
import madoguchi.core.InquiryKind;
import madoguchi.core.ReaderAnswers;
import madoguchi.core.Reply;

/**
 * 受付 – one reception as it stands after some of its facts: a fold over the log, never stored.
 *
 * @param id opaque
 * @param receivedAt when it began
 * @param day 資格確認日
 * @param kind by card or by number
 * @param called what the clerk calls the patient until a name is known; absent for most
 * @param question what can be asked again; absent for a card result without a number
 * @param askedAt waiting for a reply since then; absent while nothing is asked
 * @param triedAt when the last attempt ended; absent before one
 * @param replies all replies to this question, oldest first
 * @param answers what was answered at the card reader; absent where nothing is known of it
 * @param reference 照会番号 – the facility's own number of this patient, as linked now
 * @param presented what is on the counter
 * @param taken the steps taken down the ladder, in order, without those stepped back from
 * @param left ほかの扱い
 * @param contacts when the patient was asked afterwards, oldest first
 * @param closed 完了
 * @param withdrawn 取消
 * @param seq position of its last fact: a new one means the reception looks different
 */
public record Visit(
        String id,
        Instant receivedAt,
        LocalDate day,
        InquiryKind kind,
        Optional<String> called,
        Optional<Question> question,
        Optional<Instant> askedAt,
        Optional<Instant> triedAt,
        List<Reply> replies,
        Optional<ReaderAnswers> answers,
        Optional<String> reference,
        Presented presented,
        List<Taken> taken,
        Optional<Leaving> left,
        List<Contact> contacts,
        boolean closed,
        boolean withdrawn,
        long seq) {

    private static final Duration UNDO = Duration.ofMinutes(5);

    /** Copies the lists. */
    public Visit {
        replies = List.copyOf(replies);
        taken = List.copyOf(taken);
        contacts = List.copyOf(contacts);
    }

    /** All receptions of some entries (ascending), in order of arrival. */
    static List<Visit> fold(List<Entry> entries) {
        Map<String, List<Entry>> byVisit = new LinkedHashMap<>();
        entries.forEach(entry ->
                byVisit.computeIfAbsent(entry.visit(), id -> new ArrayList<>()).add(entry));
        return byVisit.values().stream().map(VisitFold::of).toList();
    }

    /** The last reply a peer gave; a later silence does not take it away. Without any, the last silence, or nothing. */
    public Optional<Reply> reply() {
        return replies.reversed().stream()
                .filter(reply -> reply.answer().isFromPeer())
                .findFirst()
                .or(this::lastTry);
    }

    /** What the last attempt brought, be it silence. */
    public Optional<Reply> lastTry() {
        return replies.isEmpty() ? Optional.empty() : Optional.of(replies.getLast());
    }

    /** The answer as it stands; {@link Answer.NotAsked} before one. */
    public Answer answer() {
        return reply().map(Reply::answer).orElseGet(Answer.NotAsked::new);
    }

    /** The state of the list. */
    public State state() {
        return askedAt.isPresent() ? State.ASKING : State.of(answer());
    }

    /** The first coverage of the answer. */
    public Optional<Coverage> coverage() {
        return answer().coverages().stream().findFirst();
    }

    /** Everything the facts say about who it is. */
    public List<String> people() {
        List<String> keys = new ArrayList<>();
        question.ifPresent(asked -> keys.add(Person.key(asked.insured(), asked.birth())));
        replies.forEach(reply -> keys.addAll(Person.keys(reply)));
        return keys.stream().distinct().toList();
    }

    /** What to ask when a clerk wants to know again: the question, or what the card told us. */
    public Optional<Question> again() {
        return again(question, replies, day);
    }

    static Optional<Question> again(Optional<Question> question, List<Reply> replies, LocalDate day) {
        return question.or(() -> replies.reversed().stream()
                .flatMap(reply -> reply.answer().coverages().stream())
                .findFirst()
                .map(known -> new Question(known.id(), known.holder().birth(), day, false)));
    }

    /** Whether the desk asks again by itself: nobody answered, and the peer did not refuse the question. */
    public boolean waitsForAnswer() {
        return !closed
                && !withdrawn
                && question.isPresent()
                && askedAt.isEmpty()
                && answer() instanceof Answer.Unreachable(var cause, var code, var detail)
                && cause != Answer.Cause.REFUSED;
    }

    /** How long the reception can still be taken back; empty when too late. */
    public Optional<Duration> undoLeft(Instant now) {
        Duration left = Duration.between(now, receivedAt.plus(UNDO));
        return withdrawn || !left.isPositive() ? Optional.empty() : Optional.of(left);
    }

    /** Whether there is a step to go back from. */
    public boolean canStepBack() {
        return !closed && (left.isPresent() || !taken.isEmpty());
    }

    /** The next day on which the patient is to be asked again. */
    public Optional<LocalDate> contactAgain() {
        return contacts.isEmpty() ? Optional.empty() : contacts.getLast().again();
    }

    /** Never prints the person. */
    @Override
    public String toString() {
        return "Visit[" + id + " " + state() + "]";
    }
}
