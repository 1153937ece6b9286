package madoguchi.desk;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import madoguchi.core.Answer;
import madoguchi.core.Caller;
import madoguchi.core.Hub;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.core.Reply;
import madoguchi.core.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** 照会係 – asks the hub beside the page: on virtual threads, a few at a time, never twice at once for one reception. */
final class Asker {

    private static final Logger LOG = LoggerFactory.getLogger(Asker.class);
    private static final int AT_ONCE = 8;
    private static final String TERMINAL = "desk";

    private final Hub hub;
    private final VisitBook book;
    private final MedicalInstitutionCode facility;
    private final Semaphore lines = new Semaphore(AT_ONCE, true);
    private final Set<String> asking = ConcurrentHashMap.newKeySet();

    Asker(Hub hub, VisitBook book, MedicalInstitutionCode facility) {
        this.hub = hub;
        this.book = book;
        this.facility = facility;
    }

    /** Asks for a reception whose question is already in the log; returns at once. */
    void askLater(String visit, Question question, String operator) {
        if (asking.add(visit)) {
            Thread.ofVirtual().name("desk-ask").start(() -> askAlone(visit, question, operator));
        }
    }

    /* The end of a thread: a message of the database may hold personal data, so only the kind is logged. The rounds find the reception again. */
    private void askAlone(String visit, Question question, String operator) {
        try {
            askHolding(visit, question, operator);
        } catch (RuntimeException failed) {
            LOG.error(
                    "The reply for reception {} was not written: {}",
                    visit,
                    failed.getClass().getName());
        }
    }

    /** Writes the question down and asks; waits for the reply. Empty when this reception is being asked for already. */
    Optional<Reply> askNow(String visit, Question question, String operator) {
        if (!asking.add(visit)) {
            return Optional.empty();
        }
        try {
            book.note(visit, new VisitEvent.Asked(question, operator));
        } catch (RuntimeException notWritten) {
            asking.remove(visit);
            throw notWritten;
        }
        return Optional.of(askHolding(visit, question, operator));
    }

    boolean isAsking(String visit) {
        return asking.contains(visit);
    }

    private Reply askHolding(String visit, Question question, String operator) {
        try {
            Reply reply = ask(visit, question, operator);
            book.note(visit, new VisitEvent.Replied(reply));
            return reply;
        } finally {
            asking.remove(visit);
        }
    }

    /* A hub that throws is broken code, but a clerk must still see that nobody answered. Its message may hold personal data: only the kind is logged. */
    private Reply ask(String visit, Question question, String operator) {
        lines.acquireUninterruptibly();
        try {
            return hub.inquire(question.inquiry(new Caller(facility, TERMINAL, operator)));
        } catch (RuntimeException broken) {
            LOG.error(
                    "The hub failed for reception {}: {}",
                    visit,
                    broken.getClass().getName());
            return Reply.of(
                    new Answer.Unreachable(
                            Answer.Cause.HUB,
                            Optional.empty(),
                            new Text("照会の途中で内部の誤りが起きました。", "An internal fault happened while asking.")),
                    book.now());
        } finally {
            lines.release();
        }
    }
}
