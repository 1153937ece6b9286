package madoguchi.desk;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import madoguchi.core.Answer;
import madoguchi.core.Reply;

/** 自動再照会 – asks again for every reception nobody answered, and now and then for those received without the hub, until the hub confirms them or a clerk closes them. */
final class Retry {

    /** Written as the operator of what the desk asks by itself. */
    static final String OPERATOR = "auto";

    /** How many are asked about in one round only because their time has come. */
    private static final int PLANNED_AT_ONCE = 10;

    private final VisitBook book;
    private final Asker asker;
    private final NextStep nextStep;

    Retry(VisitBook book, Asker asker, NextStep nextStep) {
        this.book = book;
        this.asker = asker;
        this.nextStep = nextStep;
    }

    /** One round. The first one that finds the way still dead ends the round; it goes last in the next. */
    void round() {
        for (Visit visit : due()) {
            Optional<Reply> reply = visit.again().flatMap(question -> asker.askNow(visit.id(), question, OPERATOR));
            if (reply.map(Reply::answer).filter(Retry::wayIsDead).isPresent()) {
                return;
            }
        }
    }

    private List<Visit> due() {
        Instant now = book.now();
        List<Standing> waiting = book.unfinished().stream()
                .filter(visit -> !visit.closed() && !visit.withdrawn() && !asker.isAsking(visit.id()))
                .map(nextStep::standing)
                .toList();
        Stream<Visit> unanswered = waiting.stream()
                .filter(standing -> Schedule.of(standing, now) instanceof Plan.WhenBack)
                .map(Standing::visit)
                .sorted(Comparator.comparingLong(Visit::seq));
        Stream<Visit> planned = waiting.stream()
                .filter(standing -> standing.provisional(book.today()).isPresent())
                .filter(standing -> Schedule.of(standing, now) instanceof Plan.At(var at) && !at.isAfter(now))
                .map(Standing::visit)
                .sorted(Comparator.comparingLong(Visit::seq))
                .limit(PLANNED_AT_ONCE);
        return Stream.concat(unanswered, planned).toList();
    }

    private static boolean wayIsDead(Answer answer) {
        return answer instanceof Answer.Unreachable(var cause, var code, var detail) && Line.isHop(cause);
    }
}
