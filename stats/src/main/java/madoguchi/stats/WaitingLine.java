package madoguchi.stats;

import java.util.Arrays;
import java.util.PriorityQueue;
import java.util.SplittableRandom;

/*
 * A queue for several servers that are alike, first come first served. Patients come at random (exponential gaps); how long each is served is drawn from what the
 * facility measured, so the result carries its odd cases too. With exponential service it is the M/M/c queue, whose mean wait is known (ErlangC): that is how this is
 * proven. The events are arrivals in order; whoever comes takes the server that is free first. So one heap of "free at" times is the whole calendar.
 *
 * Random numbers come from a seed: the same question has the same answer.
 */

/** 待ち行列の模擬 – a discrete-event simulation of a line in front of card readers. Simulation: a model, not a measurement. */
final class WaitingLine {

    /** 時間の分布 – seconds of one service. */
    interface Service {
        /** One drawn value, 0 or more. */
        double draw(SplittableRandom dice);
    }

    /**
     * 結果.
     *
     * @param mean seconds waited, on average
     * @param p95 seconds that 95 of 100 patients wait at most
     * @param longest seconds
     * @param patients how many were simulated and counted
     * @param busy share of the time a server is busy, in thousandths
     */
    record Result(double mean, double p95, double longest, int patients, int busy) {}

    private static final double P95 = 0.95;
    private static final int THOUSAND = 1_000;

    private WaitingLine() {}

    /**
     * Simulates one long day.
     *
     * @param perHour patients that come in an hour, more than 0
     * @param servers readers side by side, 1 or more
     * @param service how long one takes
     * @param warmUp patients before counting begins
     * @param patients patients counted
     */
    static Result simulate(double perHour, int servers, Service service, int warmUp, int patients, long seed) {
        double[] waits = waits(perHour, servers, service, warmUp + patients, seed);
        double[] counted = Arrays.copyOfRange(waits, warmUp, waits.length - 1);
        Arrays.sort(counted);
        return new Result(
                Arrays.stream(counted).average().orElseThrow(),
                counted[(int) Math.ceil(P95 * counted.length) - 1],
                counted[counted.length - 1],
                patients,
                (int) Math.round(waits[waits.length - 1] * THOUSAND));
    }

    /** The seconds each patient waits; behind them, the share of time a server was busy. */
    static double[] waits(double perHour, int servers, Service service, int patients, long seed) {
        SplittableRandom dice = new SplittableRandom(seed);
        PriorityQueue<Double> freeAt = new PriorityQueue<>();
        for (int i = 0; i < servers; i++) {
            freeAt.add(0.0);
        }
        double[] waits = new double[patients + 1];
        double now = 0;
        double served = 0;
        for (int i = 0; i < patients; i++) {
            now += exponential(dice, 3600 / perHour);
            double begins = Math.max(now, freeAt.poll());
            double takes = service.draw(dice);
            freeAt.add(begins + takes);
            waits[i] = begins - now;
            served += takes;
        }
        waits[patients] = Math.min(1, served / (now * servers));
        return waits;
    }

    static double exponential(SplittableRandom dice, double mean) {
        return -mean * Math.log(1 - dice.nextDouble());
    }
}
