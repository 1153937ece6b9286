package madoguchi.hub;

import java.time.Instant;
import java.util.List;
import madoguchi.core.Problem;

/** 受付の結果 – what became of a bulk request that was sent. */
sealed interface BulkTaken {

    /** 受け付けた, now or before. */
    record Accepted(String reception, Instant at) implements BulkTaken {}

    /**
     * 受け付けない – nothing of it was kept.
     *
     * @param problems every reason
     * @param tooMany whether its size is among them
     */
    record Refused(List<Problem> problems, boolean tooMany) implements BulkTaken {
        /** Copies the list. */
        public Refused {
            problems = List.copyOf(problems);
        }
    }

    /** 同じ識別子で別の内容. */
    record OtherContent() implements BulkTaken {}

    /** 未完了の受付が多すぎる. */
    record TooManyOpen(int most) implements BulkTaken {}
}
