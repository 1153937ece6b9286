package madoguchi.stats;

/**
 * 集計 – how many verifications the rules counted, and how.
 *
 * @param counted in numerator and denominator
 * @param other in the denominator only
 * @param not counted nowhere
 * @param open the sources are silent: kept apart
 */
public record Tally(long counted, long other, long not, long open) {

    static final Tally NOTHING = new Tally(0, 0, 0, 0);

    Tally plus(Tally that) {
        return new Tally(counted + that.counted, other + that.other, not + that.not, open + that.open);
    }

    /** 利用率 – without what is open. */
    public Rate rate() {
        return new Rate(counted, counted + other);
    }

    /** 下限 – if everything that is open were in the denominator only. */
    public Rate least() {
        return new Rate(counted, counted + other + open);
    }

    /** 上限 – if everything that is open were counted. */
    public Rate most() {
        return new Rate(counted + open, counted + other + open);
    }

    /** How many of that verdict. */
    public long of(Counted verdict) {
        return switch (verdict) {
            case COUNTED -> counted;
            case DENOMINATOR -> other;
            case NOT -> not;
            case OPEN -> open;
        };
    }
}
