package madoguchi.terminal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import madoguchi.core.Answer;
import madoguchi.core.BulkCounts;
import madoguchi.core.MedicalInstitutionCode;

/**
 * 資格確認一括照会 結果 – the content of an {@code OQSmuquc02res_} file ({@code oqs-interface.md} §7.1).
 *
 * @param executed 処理実行日時
 * @param day 資格確認日
 * @param facility 医療機関コード
 * @param fileIdentifier 任意のファイル識別子, echoed
 * @param reception 受付番号
 * @param state 処理結果区分 with what belongs to it
 */
record BulkCollected(
        Instant executed,
        Optional<LocalDate> day,
        Optional<MedicalInstitutionCode> facility,
        Optional<String> fileIdentifier,
        Optional<String> reception,
        State state) {

    /** 処理結果区分. */
    sealed interface State {
        /**
         * 1 正常終了.
         *
         * @param counts as the header says them
         * @param units in the order of the file
         */
        record Finished(BulkCounts counts, List<BulkUnit> units) implements State {
            /** Copies the list. */
            public Finished {
                units = List.copyOf(units);
            }
        }

        /** 2 処理中. */
        record Processing() implements State {}

        /** 9 異常終了. */
        record Failed(Answer.Unreachable why) implements State {}
    }
}
