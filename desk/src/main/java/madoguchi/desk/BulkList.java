package madoguchi.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import madoguchi.core.BulkCounts;
import madoguchi.core.BulkResult;
import madoguchi.core.Problem;
import madoguchi.core.Text;

/**
 * 一括照会の控え – one list that was sent, as it stands after its facts.
 *
 * @param id opaque
 * @param madeAt when the clerk sent it
 * @param day 資格確認日
 * @param operator the clerk's account
 * @param entries the patients
 * @param reception 受付番号, once there is one
 * @param outcome how it ended; absent while it is under way
 */
public record BulkList(
        String id,
        Instant madeAt,
        LocalDate day,
        String operator,
        List<BulkEntry> entries,
        Optional<String> reception,
        Optional<Outcome> outcome) {

    /** Copies the list. */
    public BulkList {
        entries = List.copyOf(entries);
    }

    /** 結末 – a fact about a list. */
    public sealed interface Outcome {

        /**
         * 終了.
         *
         * @param at when the results were collected
         * @param counts 件数
         * @param results as they came
         */
        record Finished(Instant at, BulkCounts counts, List<BulkResult> results) implements Outcome {
            /** Copies the list. */
            public Finished {
                results = List.copyOf(results);
            }
        }

        /** 受け付けられない – refused whole. */
        record Refused(List<Problem> problems) implements Outcome {
            /** Copies the list. */
            public Refused {
                problems = List.copyOf(problems);
            }
        }

        /** 異常終了. */
        record Failed(Text words) implements Outcome {}

        /** 取消. */
        record Cancelled(String operator) implements Outcome {}
    }

    /** Never prints the persons. */
    @Override
    public String toString() {
        return "BulkList[" + id + "]";
    }
}
