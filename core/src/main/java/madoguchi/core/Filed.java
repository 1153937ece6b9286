package madoguchi.core;

import java.time.Instant;
import java.util.List;

/** 届出の結果 – what became of a filing. */
public sealed interface Filed {

    /**
     * 登録済 – it is on disk; also when it said what was known.
     *
     * @param at 登録日時
     */
    record Taken(Instant at) implements Filed {}

    /**
     * 不受理 – nothing was stored.
     *
     * @param problems everything that is against it, at least one; a hidden person is told like an unknown one
     */
    record Refused(List<Problem> problems) implements Filed {
        /** Copies the list; refuses an empty one. */
        public Refused {
            problems = List.copyOf(problems);
            if (problems.isEmpty()) {
                throw new IllegalArgumentException("refused without a problem");
            }
        }
    }

    /**
     * 届かず – nobody took it, so it may be tried again.
     *
     * @param trouble which hop failed
     */
    record Undelivered(Answer.Unreachable trouble) implements Filed {}

    /** It did not get through. */
    static Filed undelivered(Answer.Cause cause, String ja, String en) {
        return new Undelivered(new Answer.Unreachable(cause, java.util.Optional.empty(), new Text(ja, en)));
    }
}
