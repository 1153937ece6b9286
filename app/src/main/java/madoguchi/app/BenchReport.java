package madoguchi.app;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * 測定の結果 – every figure of one run.
 *
 * @param processors processors of this machine, shared by hub, database and load generator
 * @param java version of the Java that ran all of it
 * @param connections connections that asked
 * @param intake how fast and into how much room the persons were taken
 * @param start how long the hub took until it answered from memory
 * @param memory the hub's memory
 * @param steps one entry each step, in order
 * @param log whether every answer is in the verification log
 * @param limits the bare server and the bare database, where they were measured
 */
record BenchReport(
        int processors,
        String java,
        int connections,
        Intake intake,
        Start start,
        Memory memory,
        List<Step> steps,
        Log log,
        Optional<Limits> limits) {

    /**
     * 受入れ.
     *
     * @param persons in the register
     * @param perSecond persons a second through the real import, of the largest file taken (maybe by an earlier run)
     * @param personBytesEach bytes on disk for one person's id, with its indexes
     * @param factBytesEach bytes on disk for one person's coverages, with their indexes
     */
    record Intake(long persons, double perSecond, long personBytesEach, long factBytesEach) {}

    /**
     * 起動. Seconds from the start of the process until inquiries are answered from memory.
     *
     * @param fromDatabase where there was no saved index
     * @param fromFile from the saved index; absent where the register is too small to be worth saving
     */
    record Start(Optional<Double> fromDatabase, Optional<Double> fromFile) {}

    /**
     * 記憶. The index over the register lies outside the heap and is counted in the resident bytes; the database's cache is not counted here.
     *
     * @param residentBefore resident bytes of the hub's process when ready
     * @param residentAfter resident bytes after all steps
     * @param heapAfter heap bytes in use after all steps and a full collection; empty where it cannot be asked
     */
    record Memory(long residentBefore, long residentAfter, OptionalLong heapAfter) {}

    /**
     * 一段. Times are microseconds; processor times are microseconds of one processor for each question sent.
     *
     * @param rate questions a second that were due; empty at saturation
     * @param perSecond answers a second
     * @param p50 half of the answers came within
     * @param p99 99 % of the answers came within
     * @param p999 99.9 % of the answers came within
     * @param max the slowest answer
     * @param active right answers about registered persons
     * @param notFound right answers about unregistered ones
     * @param shed refused for overload or trouble (503)
     * @param wrong any other answer
     * @param errors broken connections and answers that took more than ten seconds
     * @param unsent due, but never sent because the step took three times as long as planned
     * @param hubCpu the hub's process
     * @param databaseCpu all processes of the database server
     * @param generatorCpu the load generator
     */
    record Step(
            Optional<Integer> rate,
            double perSecond,
            long p50,
            long p99,
            long p999,
            long max,
            long active,
            long notFound,
            long shed,
            long wrong,
            long errors,
            long unsent,
            double hubCpu,
            double databaseCpu,
            double generatorCpu) {

        static Step of(Optional<Integer> rate, LoadTally tally, BenchCpu cpu) {
            double sent = Math.max(1, tally.sent());
            return new Step(
                    rate,
                    tally.answered() / tally.seconds(),
                    tally.percentile(50),
                    tally.percentile(99),
                    tally.percentile(99.9),
                    tally.max(),
                    tally.active(),
                    tally.notFound(),
                    tally.shed(),
                    tally.wrong(),
                    tally.errors(),
                    tally.unsent(),
                    cpu.hub() / sent,
                    cpu.database() / sent,
                    cpu.generator() / sent);
        }

        /** Whether every question was sent and had the answer it must have. */
        boolean asExpected() {
            return shed + wrong + errors + unsent == 0;
        }
    }

    /**
     * 照会記録との突合.
     *
     * @param answered answers received, warm-up included
     * @param unanswered questions without an answer: the hub may have recorded them before the connection broke
     * @param recorded rows by which the verification log grew
     * @param bytesEach bytes on disk for one row, with its indexes
     */
    record Log(long answered, long unanswered, long recorded, long bytesEach) {
        /** No answer left without its record, and nothing else was recorded. */
        boolean isComplete() {
            return recorded >= answered && recorded <= answered + unanswered;
        }
    }

    /**
     * 限界.
     *
     * @param server the same port, certificates and connections, answering "ok" without asking anything
     * @param lookUpsPerSecond the hub's look-up over JDBC without the hub, from so many threads
     * @param lookUpThreads threads that looked up
     */
    record Limits(Step server, double lookUpsPerSecond, int lookUpThreads) {}

    /** Copies the list. */
    BenchReport {
        steps = List.copyOf(steps);
    }

    /** Whether nothing needs attention. */
    boolean asExpected() {
        return log.isComplete() && steps.stream().allMatch(Step::asExpected);
    }
}
