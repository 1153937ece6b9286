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
import madoguchi.core.Reply;
import madoguchi.policy.EvidenceKind;
import madoguchi.policy.Shown;

/**
 * 受付 – one reception as it stands after some of its facts: a fold over the log, never stored.
 *
 * @param id opaque
 * @param receivedAt when it began
 * @param day 資格確認日
 * @param kind by card or by number
 * @param question what can be asked again; absent for a card result without a number
 * @param askedAt waiting for a reply since then; absent while nothing is asked
 * @param replies all replies, oldest first
 * @param shown what was shown at the counter
 * @param firstVisit 初診
 * @param confirmed 確認資料 a clerk saw, in order
 * @param closed 完了
 * @param withdrawn 取消
 * @param seq position of its last fact: a new one means the reception looks different
 */
public record Visit(
        String id,
        Instant receivedAt,
        LocalDate day,
        InquiryKind kind,
        Optional<Question> question,
        Optional<Instant> askedAt,
        List<Reply> replies,
        Shown shown,
        boolean firstVisit,
        List<EvidenceKind> confirmed,
        boolean closed,
        boolean withdrawn,
        long seq) {

    private static final Duration UNDO = Duration.ofMinutes(5);

    /** Copies the lists. */
    public Visit {
        replies = List.copyOf(replies);
        confirmed = List.copyOf(confirmed);
    }

    /** All receptions of some entries (ascending), in order of arrival. */
    static List<Visit> fold(List<Entry> entries) {
        Map<String, List<Entry>> byVisit = new LinkedHashMap<>();
        entries.forEach(entry ->
                byVisit.computeIfAbsent(entry.visit(), id -> new ArrayList<>()).add(entry));
        return byVisit.values().stream().map(Visit::one).toList();
    }

    private static Visit one(List<Entry> facts) {
        Visit visit = beginning(facts.getFirst());
        for (Entry fact : facts.subList(1, facts.size())) {
            visit = visit.after(fact);
        }
        return visit;
    }

    private static Visit beginning(Entry first) {
        return switch (first.event()) {
            case VisitEvent.Arrived(var day, var kind, var reply) ->
                begun(first, day, kind, Optional.empty(), List.of(reply), Shown.CARD);
            case VisitEvent.Asked(var question, var operator) ->
                begun(first, question.day(), InquiryKind.NUMBER, Optional.of(question), List.of(), Shown.CERTIFICATE);
            case VisitEvent.Replied e -> throw headless(first);
            case VisitEvent.Showed e -> throw headless(first);
            case VisitEvent.Confirmed e -> throw headless(first);
            case VisitEvent.Closed e -> throw headless(first);
            case VisitEvent.Reopened e -> throw headless(first);
            case VisitEvent.Withdrawn e -> throw headless(first);
        };
    }

    private static Visit begun(
            Entry first,
            LocalDate day,
            InquiryKind kind,
            Optional<Question> question,
            List<Reply> replies,
            Shown shown) {
        return new Visit(
                first.visit(),
                first.at(),
                day,
                kind,
                question,
                question.map(asked -> first.at()),
                replies,
                shown,
                false,
                List.of(),
                false,
                false,
                first.seq());
    }

    private static IllegalStateException headless(Entry first) {
        return new IllegalStateException("the log begins reception " + first.visit() + " in the middle");
    }

    private Visit after(Entry fact) {
        long last = fact.seq();
        return switch (fact.event()) {
            case VisitEvent.Arrived(var on, var by, var reply) -> replied(reply, last);
            case VisitEvent.Replied(var reply) -> replied(reply, last);
            case VisitEvent.Asked(var asked, var operator) ->
                new Visit(
                        id,
                        receivedAt,
                        asked.day(),
                        kind,
                        Optional.of(asked),
                        Optional.of(fact.at()),
                        asksAboutTheSame(asked) ? replies : List.of(),
                        shown,
                        firstVisit,
                        confirmed,
                        closed,
                        withdrawn,
                        last);
            case VisitEvent.Showed(var now, var first, var operator) ->
                marked(now, first, confirmed, closed, withdrawn, last);
            case VisitEvent.Confirmed(var evidence, var operator) ->
                marked(shown, firstVisit, with(confirmed, evidence), closed, withdrawn, last);
            case VisitEvent.Closed e -> marked(shown, firstVisit, confirmed, true, withdrawn, last);
            case VisitEvent.Reopened e -> marked(shown, firstVisit, List.of(), false, withdrawn, last);
            case VisitEvent.Withdrawn e -> marked(shown, firstVisit, confirmed, closed, true, last);
        };
    }

    /* What came for another number or day says nothing about this one. */
    private boolean asksAboutTheSame(Question asked) {
        return again().map(before -> before.insured().equals(asked.insured())
                        && before.birth().equals(asked.birth())
                        && before.day().equals(asked.day()))
                .orElse(false);
    }

    private Visit replied(Reply reply, long last) {
        return new Visit(
                id,
                receivedAt,
                day,
                kind,
                question,
                Optional.empty(),
                with(replies, reply),
                shown,
                firstVisit,
                confirmed,
                closed,
                withdrawn,
                last);
    }

    private Visit marked(
            Shown nowShown, boolean first, List<EvidenceKind> seen, boolean isClosed, boolean isWithdrawn, long last) {
        return new Visit(
                id,
                receivedAt,
                day,
                kind,
                question,
                askedAt,
                replies,
                nowShown,
                first,
                seen,
                isClosed,
                isWithdrawn,
                last);
    }

    private static <T> List<T> with(List<T> some, T one) {
        List<T> more = new ArrayList<>(some);
        more.add(one);
        return more;
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

    public Answer answer() {
        return reply().map(Reply::answer).orElseGet(Answer.NotAsked::new);
    }

    public State state() {
        return askedAt.isPresent() ? State.ASKING : State.of(answer());
    }

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
        return question.or(() ->
                coverage().map(known -> new Question(known.id(), known.holder().birth(), day, false)));
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

    /** Whether somebody still has to do something before the day ends. */
    public boolean open() {
        return !closed && !withdrawn && confirmed.isEmpty() && state() != State.ACTIVE;
    }

    /** How long the reception can still be taken back; empty when too late. */
    public Optional<Duration> undoLeft(Instant now) {
        Duration left = Duration.between(now, receivedAt.plus(UNDO));
        return withdrawn || !left.isPositive() ? Optional.empty() : Optional.of(left);
    }

    /** Never prints the person. */
    @Override
    public String toString() {
        return "Visit[" + id + " " + state() + "]";
    }
}
