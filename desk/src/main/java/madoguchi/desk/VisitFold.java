package madoguchi.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import madoguchi.core.Answer;
import madoguchi.core.InquiryKind;
import madoguchi.core.ReaderAnswers;
import madoguchi.core.Reply;
import madoguchi.policy.EvidenceKind;
import madoguchi.policy.Shown;

/** 畳み込み – lays the facts of one reception upon each other, oldest first. Lives for one fold. */
final class VisitFold {

    private final Entry first;
    private LocalDate day;
    private InquiryKind kind = InquiryKind.NUMBER;
    private Optional<String> called = Optional.empty();
    private Optional<ReaderAnswers> answers = Optional.empty();
    private Optional<String> reference = Optional.empty();
    private Optional<Question> question = Optional.empty();
    private Optional<Instant> askedAt = Optional.empty();
    private Optional<Instant> triedAt = Optional.empty();
    private final List<Reply> replies = new ArrayList<>();
    private Presented presented;
    private final List<Taken> taken = new ArrayList<>();
    private Optional<Leaving> left = Optional.empty();
    private final List<Contact> contacts = new ArrayList<>();
    private boolean closed;
    private boolean withdrawn;

    private VisitFold(Entry first) {
        this.first = first;
        switch (first.event()) {
            case VisitEvent.Arrived(var on, var by, var reply, var said, var phone) -> {
                day = on;
                kind = by;
                answers = said;
                presented = Presented.usual(shown(phone.orElse(false), reply));
            }
            case VisitEvent.Asked(var asked, var operator) -> {
                day = asked.day();
                presented = Presented.usual(Shown.CERTIFICATE);
            }
            case VisitEvent.Began(var on, var name, var operator) -> {
                day = on;
                called = name;
                presented = Presented.usual(Shown.CARD_UNREADABLE);
            }
            case VisitEvent.Replied e -> throw headless();
            case VisitEvent.Showed e -> throw headless();
            case VisitEvent.Confirmed e -> throw headless();
            case VisitEvent.SteppedBack e -> throw headless();
            case VisitEvent.Left e -> throw headless();
            case VisitEvent.Contacted e -> throw headless();
            case VisitEvent.Linked e -> throw headless();
            case VisitEvent.Unlinked e -> throw headless();
            case VisitEvent.Closed e -> throw headless();
            case VisitEvent.Reopened e -> throw headless();
            case VisitEvent.Withdrawn e -> throw headless();
        }
    }

    /** The reception after these facts, which begin with its first. */
    static Visit of(List<Entry> facts) {
        VisitFold fold = new VisitFold(facts.getFirst());
        standing(facts).forEach(fold::lay);
        return fold.visit(facts.getLast().seq());
    }

    /* A step back takes the last step out of the fold, not out of the log. */
    private static List<Entry> standing(List<Entry> facts) {
        List<Entry> standing = new ArrayList<>();
        for (Entry fact : facts) {
            if (fact.event() instanceof VisitEvent.SteppedBack) {
                lastStep(standing).ifPresent(standing::remove);
            } else {
                standing.add(fact);
            }
        }
        return standing;
    }

    private static Optional<Entry> lastStep(List<Entry> facts) {
        return facts.reversed().stream()
                .filter(fact -> fact.event() instanceof VisitEvent.Confirmed || fact.event() instanceof VisitEvent.Left)
                .findFirst();
    }

    private void lay(Entry fact) {
        switch (fact.event()) {
            case VisitEvent.Arrived(var on, var by, var reply, var said, var phone) -> arrived(reply, phone, fact);
            case VisitEvent.Replied(var reply) -> replied(reply, fact.at());
            case VisitEvent.Asked(var asked, var operator) -> asked(asked, fact.at());
            case VisitEvent.Began e -> {}
            case VisitEvent.Showed showed -> showed(showed.seenAs());
            case VisitEvent.Confirmed(var evidence, var rule, var operator) ->
                confirmed(new Taken(evidence, rule, fact.at(), operator));
            case VisitEvent.SteppedBack e -> {}
            case VisitEvent.Left(var reason, var label, var note, var rule, var operator) ->
                left = Optional.of(new Leaving(reason, label, note, fact.at(), operator));
            case VisitEvent.Contacted(var on, var outcome, var again, var operator) ->
                contacts.add(new Contact(on, outcome, again, operator));
            case VisitEvent.Linked(var number, var operator) -> reference = Optional.of(number);
            case VisitEvent.Unlinked e -> reference = Optional.empty();
            case VisitEvent.Closed e -> closed = true;
            case VisitEvent.Reopened e -> reopened();
            case VisitEvent.Withdrawn e -> withdrawn = true;
        }
    }

    /* Later ones are the same patient's next failed readings, before any clerk took the reception up. */
    private void arrived(Reply reply, Optional<Boolean> phone, Entry fact) {
        if (fact.seq() != first.seq()) {
            presented = presented.showing(shown(phone.orElse(false), reply));
        }
        replied(reply, fact.at());
    }

    /* With a phone alone fewer ways are open (R-SP rules), so it matters that it was one. */
    static Shown shown(boolean phone, Reply reply) {
        if (!phone) {
            return Shown.CARD;
        }
        return reply.answer() instanceof Answer.Unreachable ? Shown.SMARTPHONE_ONLY_UNREADABLE : Shown.SMARTPHONE;
    }

    private void replied(Reply reply, Instant at) {
        replies.add(reply);
        if (reply.answer().isFromPeer()) {
            reference = reply.referenceNumber();
        }
        askedAt = Optional.empty();
        triedAt = Optional.of(at);
    }

    private void asked(Question asked, Instant at) {
        if (!isAboutTheSame(asked)) {
            replies.clear();
            reference = Optional.empty();
            triedAt = Optional.empty();
        }
        question = Optional.of(asked);
        day = asked.day();
        askedAt = Optional.of(at);
    }

    /* What came for another number or day says nothing about this one. */
    private boolean isAboutTheSame(Question asked) {
        return Visit.again(question, replies, day)
                .map(before -> before.insured().equals(asked.insured())
                        && before.birth().equals(asked.birth())
                        && before.day().equals(asked.day()))
                .orElse(false);
    }

    /* What was seen beside one thing says nothing beside another: the ladder begins anew. */
    private void showed(Presented now) {
        if (now.shown() != presented.shown()) {
            taken.clear();
        }
        presented = now;
    }

    private void confirmed(Taken step) {
        taken.add(step);
        shows(step.evidence()).ifPresent(now -> presented = presented.showing(now));
    }

    private static Optional<Shown> shows(EvidenceKind evidence) {
        return switch (evidence) {
            case CERTIFICATE -> Optional.of(Shown.CERTIFICATE);
            case NOTICE_COPY -> Optional.of(Shown.NOTICE_COPY);
            case CARD_READ,
                    NUMBER_INQUIRY,
                    PORTAL_SCREEN,
                    PORTAL_PDF,
                    NOTICE,
                    NEITHER,
                    ORAL_CONFIRMATION,
                    DECLARATION,
                    MEDICAL_TICKET,
                    RECIPIENT_CERTIFICATE,
                    RECIPIENT_SCREEN,
                    NOT_OBTAINED -> Optional.empty();
        };
    }

    /* Where nothing was closed, the fact is of the time when it took a confirmation back. */
    private void reopened() {
        if (!closed) {
            taken.clear();
        }
        closed = false;
    }

    private Visit visit(long last) {
        return new Visit(
                first.visit(),
                first.at(),
                day,
                kind,
                called,
                question,
                askedAt,
                triedAt,
                replies,
                answers,
                reference,
                presented,
                taken,
                left,
                contacts,
                closed,
                withdrawn,
                last);
    }

    private IllegalStateException headless() {
        return new IllegalStateException("the log begins reception " + first.visit() + " in the middle");
    }
}
