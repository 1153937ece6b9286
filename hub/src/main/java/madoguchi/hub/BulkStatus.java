package madoguchi.hub;

import java.time.Instant;
import java.time.LocalDate;
import madoguchi.core.BulkCounts;

/**
 * 一括照会の状況 – as the hub's API gives it out; no personal data.
 *
 * @param reception 受付番号
 * @param receivedAt 受付日時
 * @param day 資格確認日
 * @param state how it stands
 * @param counts how far
 */
record BulkStatus(String reception, Instant receivedAt, LocalDate day, State state, BulkCounts counts) {

    enum State {
        /** 処理中. */
        PROCESSING,
        /** 終了. */
        FINISHED,
        /** 取消. */
        CANCELLED
    }

    static BulkStatus of(BulkJob job) {
        State state = job.finished() ? State.FINISHED : job.cancelled() ? State.CANCELLED : State.PROCESSING;
        return new BulkStatus(job.reception(), job.receivedAt(), job.day(), state, job.counts());
    }
}
