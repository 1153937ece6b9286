package madoguchi.hub;

import java.util.Arrays;

/** 順位の検定 – the test of Mann and Whitney: how likely it is that two samples of one distribution lie as far apart as these. It asks for ranks only, so that a few very long times count like others. */
final class Ranks {

    private Ranks() {}

    /** The two-sided p of U in its normal approximation (wrong by less than 10<sup>-6</sup>); ties among nanoseconds are rare and share their ranks. */
    static double p(double[] one, double[] other) {
        return 2 * (1 - normal(Math.abs(z(one, other))));
    }

    /** By how many standard deviations U lies above what two samples of one distribution have on average; positive where {@code one} has the larger values. */
    static double z(double[] one, double[] other) {
        double[] sorted = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, sorted, one.length, other.length);
        Arrays.sort(sorted);
        double ranks = 0;
        for (double value : one) {
            ranks += (first(sorted, value, false) + first(sorted, value, true) + 1) / 2.0;
        }
        double n = one.length;
        double m = other.length;
        double u = ranks - n * (n + 1) / 2;
        return (u - n * m / 2) / Math.sqrt(n * m * (n + m + 1) / 12);
    }

    /** How many values are smaller, or not larger. */
    private static int first(double[] sorted, double value, boolean behind) {
        int from = 0;
        int to = sorted.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (sorted[middle] < value || (behind && sorted[middle] == value)) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    /** The normal distribution (Abramowitz and Stegun 26.2.17, error below 10^-7). */
    private static double normal(double z) {
        double t = 1 / (1 + 0.2316419 * z);
        double tail = t * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        return 1 - Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI) * tail;
    }
}
