package madoguchi.app;

import org.HdrHistogram.Histogram;

/** 負荷の集計 – what became of the questions of one thread, or of all of them together. Not shared between threads. */
final class LoadTally {

    /** Microseconds up to ten minutes, three significant digits. */
    private final Histogram micros = new Histogram(600_000_000L, 3);

    private long active;
    private long notFound;
    private long shed;
    private long wrong;
    private long errors;
    private long unsent;
    private long nanos;

    /** Counts a response. Latency counts for answers only: a quick refusal must not make the hub look fast. */
    void add(LoadQuestion question, LoadConnection.Response response, long nanos) {
        if (response.status() == 503) {
            shed++;
            return;
        }
        if (response.status() == 200) {
            micros.recordValue(nanos / 1000);
        }
        if (!question.isAnsweredBy(response)) {
            wrong++;
        } else if (question.isAboutRegistered()) {
            active++;
        } else {
            notFound++;
        }
    }

    /** Counts a question whose connection broke or timed out. */
    void addError() {
        errors++;
    }

    void add(LoadTally other) {
        micros.add(other.micros);
        active += other.active;
        notFound += other.notFound;
        shed += other.shed;
        wrong += other.wrong;
        errors += other.errors;
    }

    /** Notes how long all of it took, and how many questions were never sent. */
    void finish(long unsent, long nanos) {
        this.unsent = unsent;
        this.nanos = nanos;
    }

    /** Answers with status 200, right or wrong: each must be in the verification log. */
    long answered() {
        return micros.getTotalCount();
    }

    /** Questions sent. */
    long sent() {
        return active + notFound + shed + wrong + errors;
    }

    long active() {
        return active;
    }

    long notFound() {
        return notFound;
    }

    /** 503: the hub says that it cannot answer now. */
    long shed() {
        return shed;
    }

    /** Another outcome or person than the question must have, or a refused request. */
    long wrong() {
        return wrong;
    }

    long errors() {
        return errors;
    }

    /** Questions that were due but never sent. */
    long unsent() {
        return unsent;
    }

    /** Seconds from the first due instant to the last answer. */
    double seconds() {
        return nanos / 1e9;
    }

    /** Microseconds within which that share of the answers came. */
    long percentile(double percent) {
        return micros.getValueAtPercentile(percent);
    }

    long max() {
        return micros.getMaxValue();
    }
}
