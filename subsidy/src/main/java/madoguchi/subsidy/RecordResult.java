package madoguchi.subsidy;

import java.util.List;
import java.util.Optional;
import madoguchi.core.Text;

/**
 * 記録の結果 – what became of one record.
 *
 * @param record its place in the file, from 1
 * @param historyKey its 履歴キー, so that the sender knows it again; absent where it was not sound
 * @param outcome what became of it
 * @param faults what is wrong with it, and warnings
 */
public record RecordResult(int record, Optional<String> historyKey, Outcome outcome, List<RecordFault> faults) {

    /** 結果. */
    public enum Outcome {
        /** 未処理 – sound, and not stored yet. */
        WAITING("未処理", "waiting"),
        /** 登録. */
        STORED("登録", "stored"),
        /** 変更なし – the same was registered before. */
        UNCHANGED("変更なし", "unchanged"),
        /** 取り置き – faulty. */
        SET_ASIDE("取り置き", "set aside"),
        /** 登録せず – sound, in a file of which nothing is stored. */
        NOT_STORED("登録せず", "not stored");

        private final Text label;

        Outcome(String ja, String en) {
            this.label = new Text(ja, en);
        }

        /** What it is called. */
        public Text label() {
            return label;
        }
    }

    /** Copies the list. */
    public RecordResult {
        faults = List.copyOf(faults);
    }

    /** Never prints the key: some municipalities make it from other numbers. */
    @Override
    public String toString() {
        return "RecordResult[" + record + ", " + outcome + "]";
    }
}
