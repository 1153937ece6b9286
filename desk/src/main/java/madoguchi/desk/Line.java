package madoguchi.desk;

import java.time.Instant;
import java.util.List;
import madoguchi.core.Answer;

/** 回線の状態 – whether anybody answers, as far as the log tells: a fold over the replies. */
public sealed interface Line {

    /** まだ照会がない. */
    record Quiet() implements Line {}

    /** 正常. */
    record Up() implements Line {}

    /**
     * 障害.
     *
     * @param cause the hop that failed last
     * @param since when the first unanswered inquiry since the last answer ended
     */
    record Down(Answer.Cause cause, Instant since) implements Line {}

    /** The state after some entries, oldest first. */
    static Line after(List<Entry> entries) {
        Line line = new Quiet();
        for (Entry entry : entries) {
            if (entry.event().brought().isPresent()) {
                line = line.then(entry.event().brought().get().answer(), entry.at());
            }
        }
        return line;
    }

    private Line then(Answer answer, Instant at) {
        return switch (answer) {
            case Answer.Unreachable(var cause, var code, var detail) -> isHop(cause) ? down(cause, at) : this;
            case Answer.NotAsked a -> this;
            case Answer.Active a -> new Up();
            case Answer.ActiveUnregistered a -> new Up();
            case Answer.Inactive a -> new Up();
            case Answer.InactiveNewExists a -> new Up();
            case Answer.NotFound a -> new Up();
            case Answer.Ambiguous a -> new Up();
        };
    }

    private Line down(Answer.Cause cause, Instant at) {
        return this instanceof Down(var before, var since) ? new Down(cause, since) : new Down(cause, at);
    }

    /** Whether the cause says something about the way to the hub, and not about one question. */
    static boolean isHop(Answer.Cause cause) {
        return switch (cause) {
            case TERMINAL, NETWORK, HUB, TIMEOUT, OVERLOAD -> true;
            case REFUSED, UNREADABLE -> false;
        };
    }
}
