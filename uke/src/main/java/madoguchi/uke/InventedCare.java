package madoguchi.uke;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** 作りものの診療 – SIMULATION: who pays, the visit days, and what was done on them, so that sums and counts hold. */
final class InventedCare {

    /**
     * 作りものの算定単位.
     *
     * @param category 診療識別
     * @param points of one time
     * @param lines lines it takes
     * @param days how often on each day
     */
    record Act(
            int category,
            int points,
            int lines,
            @SuppressWarnings("ArrayRecordComponent") int[] days) {

        int count() {
            int count = 0;
            for (int day : days) {
                count += day;
            }
            return count;
        }

        int code(int[] tests, int flavour) {
            return switch (category) {
                case 11 -> 111000110;
                case 12 -> 112007410;
                case 13 -> 113001810;
                case 80 -> 120002910;
                default -> tests[(flavour + points) % tests.length];
            };
        }
    }

    final boolean insured;
    final int publics;
    final int burden;
    final int[] days;
    final int diseases;
    final int flavour;
    final List<Act> acts = new ArrayList<>();

    InventedCare(SplittableRandom random, YearMonth month, FileKind kind) {
        int payers = random.nextInt(100);
        insured = payers >= 3;
        publics = payers < 3 || (payers >= 85 && payers < 97) ? 1 : payers >= 97 ? 2 : 0;
        burden = !insured ? '5' : "124".charAt(publics);
        flavour = random.nextInt(1 << 20);
        diseases = 1 + Math.min(random.nextInt(9), random.nextInt(9));
        days = days(
                random,
                month,
                kind == FileKind.DPC ? 6 + random.nextInt(10) : 1 + Math.min(random.nextInt(5), random.nextInt(5)));
        if (kind == FileKind.DISPENSING) {
            acts.add(new Act(0, 150 + random.nextInt(800), 1, on(days[0], 1)));
        } else {
            acts(random, kind);
        }
    }

    private static int[] days(SplittableRandom random, YearMonth month, int wanted) {
        int step = month.lengthOfMonth() / wanted;
        int[] days = new int[wanted];
        for (int i = 0; i < wanted; i++) {
            days[i] = 1 + i * step + random.nextInt(step);
        }
        return days;
    }

    private void acts(SplittableRandom random, FileKind kind) {
        int from = 0;
        if (random.nextInt(3) == 0) {
            acts.add(new Act(11, 291, 1, on(days[0], 1)));
            from = 1;
        }
        if (from < days.length) {
            int[] returning = new int[31];
            for (int i = from; i < days.length; i++) {
                returning[days[i] - 1] = 1;
            }
            acts.add(new Act(12, 75, 1, returning));
        }
        if (random.nextBoolean()) {
            acts.add(new Act(13, 225, 1, on(days[0], 1)));
        }
        for (int n = random.nextInt(7); n > 0 && kind != FileKind.DENTAL; n--) {
            acts.add(new Act(
                    21, 1 + random.nextInt(40), 1 + random.nextInt(3), on(any(random), 7 << random.nextInt(3))));
        }
        for (int n = random.nextInt(1 + random.nextInt(kind == FileKind.DPC ? 90 : 70)); n > 0; n--) {
            acts.add(new Act(60, 5 + random.nextInt(300), 1, on(any(random), 1)));
        }
        if (random.nextBoolean()) {
            acts.add(new Act(80, 60, 1, on(days[0], 1)));
        }
    }

    private int any(SplittableRandom random) {
        return days[random.nextInt(days.length)];
    }

    private static int[] on(int day, int count) {
        int[] days = new int[31];
        days[day - 1] = count;
        return days;
    }

    int[] visits() {
        int[] visits = new int[31];
        for (int day : days) {
            visits[day - 1] = 1;
        }
        return visits;
    }

    long points() {
        return acts.stream().mapToLong(act -> (long) act.points() * act.count()).sum();
    }
}
