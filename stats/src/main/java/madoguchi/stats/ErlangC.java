package madoguchi.stats;

/*
 * With a = λ/μ offered load and c servers, c > a: the chance to wait is C(c, a) = B / (1 − (a/c)(1 − B)), where B is Erlang's loss formula, computed by its
 * recursion B(0) = 1, B(n) = aB(n−1) / (n + aB(n−1)); the mean wait is C / (cμ − λ). (A. K. Erlang 1917; any textbook of queues.)
 */

/** アーランC式 – the mean wait in a line with exponential gaps and services (M/M/c). */
final class ErlangC {

    private ErlangC() {}

    /** The chance that somebody waits at all; throws {@link IllegalArgumentException} when the servers cannot keep up. */
    static double chanceToWait(double offered, int servers) {
        if (offered >= servers) {
            throw new IllegalArgumentException("the line grows without end");
        }
        double loss = 1;
        for (int n = 1; n <= servers; n++) {
            loss = offered * loss / (n + offered * loss);
        }
        return loss / (1 - offered / servers * (1 - loss));
    }

    /** Seconds waited on average. */
    static double meanWait(double perHour, double meanService, int servers) {
        double arrivals = perHour / 3600;
        return chanceToWait(arrivals * meanService, servers) / (servers / meanService - arrivals);
    }
}
