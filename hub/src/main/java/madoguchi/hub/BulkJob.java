package madoguchi.hub;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import madoguchi.core.BulkCounts;
import madoguchi.core.BulkRetrieval.Wanted;
import madoguchi.core.Caller;
import madoguchi.core.MedicalInstitutionCode;

/**
 * 一括照会の受付 – one job and how far it is.
 *
 * @param id its number in the database
 * @param reception 受付番号
 * @param receivedAt 受付日時
 * @param day 資格確認日
 * @param facility who asked
 * @param terminal the terminal or software there
 * @param operator the operator's account name there
 * @param counts how far
 * @param cancelled whether it was called off
 * @param finished whether every question has its result
 * @param wanted what is asked for, where the hub finds the questions itself (一括取得); absent where the asker put them
 * @param listed whether it has found them
 */
record BulkJob(
        long id,
        String reception,
        Instant receivedAt,
        LocalDate day,
        MedicalInstitutionCode facility,
        String terminal,
        String operator,
        BulkCounts counts,
        boolean cancelled,
        boolean finished,
        Optional<Wanted> wanted,
        boolean listed) {

    /** In whose name the questions stand in the verification log: the lane is told there by the terminal's name, so that an auditor can tell them apart. */
    Caller caller() {
        return new Caller(facility, "bulk/" + terminal, operator);
    }

    /** The same with other counts. */
    BulkJob with(BulkCounts other) {
        return new BulkJob(
                id,
                reception,
                receivedAt,
                day,
                facility,
                terminal,
                operator,
                other,
                cancelled,
                finished,
                wanted,
                listed);
    }

    boolean isOpen() {
        return !cancelled && !finished;
    }
}
