package madoguchi.desk;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import madoguchi.core.Answer;
import madoguchi.core.Reply;

/** 自動再照会 – asks again for every reception nobody answered, until somebody answers or the reception is closed. */
final class Retry {

    /** Written as the operator of what the desk asks by itself. */
    static final String OPERATOR = "auto";

    private static final Duration BACK = Duration.ofDays(3);
    private static final Duration ORPHANED = Duration.ofMinutes(5);

    private final VisitBook book;
    private final Asker asker;

    Retry(VisitBook book, Asker asker) {
        this.book = book;
        this.asker = asker;
    }

    /** One round. The first one that finds the way still dead ends the round; it goes last in the next. */
    void round() {
        for (Visit visit : waiting()) {
            Optional<Reply> reply = visit.question().flatMap(question -> asker.askNow(visit.id(), question, OPERATOR));
            if (reply.map(Reply::answer).filter(Retry::wayIsDead).isPresent()) {
                return;
            }
        }
    }

    private List<Visit> waiting() {
        return book.ofLast(BACK).stream()
                .filter(visit -> visit.waitsForAnswer() || isOrphaned(visit))
                .filter(visit -> !asker.isAsking(visit.id()))
                .sorted(Comparator.comparingLong(Visit::seq))
                .toList();
    }

    /* The question was written down, and then the program ended before the reply. */
    private boolean isOrphaned(Visit visit) {
        return !visit.closed()
                && !visit.withdrawn()
                && visit.askedAt()
                        .map(at -> at.plus(ORPHANED).isBefore(book.now()))
                        .orElse(false);
    }

    private static boolean wayIsDead(Answer answer) {
        return answer instanceof Answer.Unreachable(var cause, var code, var detail) && Line.isHop(cause);
    }
}
