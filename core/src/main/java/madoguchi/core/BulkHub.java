package madoguchi.core;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * 一括照会の照会先 – the port for many questions at once: put now, answered later, as the terminal's files have it in four steps ({@code oqs-interface.md} §7.1).
 *
 * <p>Trouble on the way is a value, never an exception and never "not covered". Asking again is always safe: {@link #submit} knows a request by its id.
 */
public interface BulkHub {

    /** 受付 – puts the questions. Sending the same id once more gives the reception it got before. */
    Submission submit(BulkRequest request);

    /** 一括取得の受付 – asks for people without naming them; looked at and called off like the rest. A peer that knows no such requests says so. */
    default Submission retrieve(BulkRetrieval retrieval) {
        return new Submission.Refused(
                List.of(Problem.at("request", "この照会先には一括取得がありません。", "This peer has no bulk retrieval.")));
    }

    /** 状況 – how far it is, and everything once it is done. */
    Progress look(String reception);

    /** 取消 – stops the rest, where the peer can; what is answered stays answered. Whether it was taken. */
    boolean cancel(String reception);

    /** 受付の結果. */
    sealed interface Submission {

        /**
         * 受け付けた.
         *
         * @param reception 受付番号
         * @param at 受付日時
         */
        record Accepted(String reception, Instant at) implements Submission {}

        /**
         * 受け付けない – refused whole, nothing is asked.
         *
         * @param problems every reason
         */
        record Refused(List<Problem> problems) implements Submission {
            /** Copies the list. */
            public Refused {
                problems = List.copyOf(problems);
            }
        }

        /** 届かない – nobody answered; send the same id again. */
        record NoAnswer(Answer.Unreachable why) implements Submission {}
    }

    /** 状況. */
    sealed interface Progress {

        /**
         * 処理中.
         *
         * @param counts how far; absent where the peer does not tell
         */
        record Processing(Optional<BulkCounts> counts) implements Progress {}

        /**
         * 終わった.
         *
         * @param counts all of them
         * @param results in the order of the questions
         */
        record Finished(BulkCounts counts, List<BulkResult> results) implements Progress {
            /** Copies the list. */
            public Finished {
                results = List.copyOf(results);
            }
        }

        /** 取り消された. */
        record Cancelled(BulkCounts counts) implements Progress {}

        /** 知らない受付番号 – not a reception of this facility. */
        record Unknown() implements Progress {}

        /** 異常終了 – the peer gave the request up; the words are its own. */
        record Failed(Optional<String> code, Text words) implements Progress {}

        /** 回答なし – nothing is known; look again. */
        record NoAnswer(Answer.Unreachable why) implements Progress {}
    }
}
