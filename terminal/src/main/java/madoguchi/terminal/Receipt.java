package madoguchi.terminal;

import java.time.Instant;
import java.util.Optional;
import madoguchi.core.Answer;
import madoguchi.core.MedicalInstitutionCode;

/**
 * アップロード結果 – the content of an {@code …01res_} file of a four-step exchange: a 受付番号, or an error.
 *
 * @param executed 処理実行日時
 * @param facility 医療機関コード
 * @param fileIdentifier 任意のファイル識別子, echoed
 * @param taken the reception, or why there is none
 */
record Receipt(
        Instant executed, Optional<MedicalInstitutionCode> facility, Optional<String> fileIdentifier, Taken taken) {

    /** 受付の結果. */
    sealed interface Taken {
        /** 受付番号と受付日時. */
        record Numbered(String reception, Instant at) implements Taken {}

        /** 異常終了. */
        record Failed(Answer.Unreachable why) implements Taken {}
    }
}
