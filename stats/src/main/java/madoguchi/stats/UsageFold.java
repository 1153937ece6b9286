package madoguchi.stats;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;

/** 利用の畳み込み – lays the verifications of one month upon each other, one at a time and in any order. One thread's work; several are joined by {@link #tallies}. */
@SuppressWarnings("EnumOrdinal") // The numbers are places in an array that lives as long as the fold.
final class UsageFold implements AutoCloseable {

    private static final int VERDICTS = Counted.values().length;
    private static final int FIRST_ROOM = 64;

    private final byte[] online;
    private final boolean[] person;
    private final Pairs pairs;
    private long[] counts = new long[FIRST_ROOM * VERDICTS];

    UsageFold(YearMonth month, Counting counting, Path spill) {
        this(month, counting, new Pairs(spill, Pairs.LIMIT));
    }

    UsageFold(YearMonth month, Counting counting, Pairs pairs) {
        this.online = new byte[Cell.COUNT];
        this.person = new boolean[Cell.COUNT];
        this.pairs = pairs;
        Counted[] verdicts = counting.month(Basis.ONLINE, month);
        Counted[] receipts = counting.month(Basis.RECEIPT, month);
        for (int cell = 0; cell < Cell.COUNT; cell++) {
            online[cell] = verdicts[cell] == null ? -1 : (byte) verdicts[cell].ordinal();
            person[cell] = receipts[cell] == Counted.COUNTED;
        }
    }

    /**
     * One verification.
     *
     * @param facility index of the facility, from 0
     * @param who number of the person, or -1 where nobody was told
     * @param cell {@link Cell#at}; throws {@link IllegalArgumentException} for one that no verification has
     */
    void add(int facility, long who, int cell) {
        int verdict = online[cell];
        if (verdict < 0) {
            throw new IllegalArgumentException("no verification looks like that");
        }
        int place = facility * VERDICTS + verdict;
        if (place >= counts.length) {
            counts = Arrays.copyOf(counts, Math.max(place + VERDICTS, counts.length * 2));
        }
        counts[place]++;
        if (who >= 0 && person[cell]) {
            pairs.add(facility, who);
        }
    }

    /** 件数 – by facility, over several folds. */
    static Tally[] tallies(List<UsageFold> folds, int facilities) {
        Tally[] tallies = new Tally[facilities];
        for (int facility = 0; facility < facilities; facility++) {
            Tally sum = Tally.NOTHING;
            for (UsageFold fold : folds) {
                sum = sum.plus(fold.tally(facility));
            }
            tallies[facility] = sum;
        }
        return tallies;
    }

    private Tally tally(int facility) {
        int place = facility * VERDICTS;
        return place + VERDICTS > counts.length
                ? Tally.NOTHING
                : new Tally(
                        counts[place + Counted.COUNTED.ordinal()],
                        counts[place + Counted.DENOMINATOR.ordinal()],
                        counts[place + Counted.NOT.ordinal()],
                        counts[place + Counted.OPEN.ordinal()]);
    }

    /** 利用人数 – distinct people with a counted use, by facility, over several folds. */
    static long[] people(List<UsageFold> folds, int facilities) {
        return Pairs.people(folds.stream().map(fold -> fold.pairs).toList(), facilities);
    }

    @Override
    public void close() {
        pairs.close();
    }
}
