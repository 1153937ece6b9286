package madoguchi.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import madoguchi.core.Text;

/**
 * 「もし」 – one question to the waiting line.
 *
 * @param id names it
 * @param label in words
 * @param readers card readers side by side
 * @param phones whether phones can be read
 * @param visual patients of a thousand received in visual confirmation mode; 0: as many as it was
 */
public record LineScenario(String id, Text label, int readers, boolean phones, int visual) {

    private static final int THOUSAND = 1_000;
    private static final int WARM_UP = 2_000;
    private static final int PATIENTS = 40_000;
    private static final long SEED = 20_251_202;

    /** Today, and the three questions of issue 8; {@code visual} of a thousand for the third. */
    static List<LineScenario> usual(int readers, boolean phones, int visual) {
        List<LineScenario> all = new ArrayList<>();
        all.add(new LineScenario("today", new Text("いま", "today"), readers, phones, 0));
        all.add(new LineScenario(
                "second-reader", new Text("カードリーダーを1台増やす", "one more card reader"), readers + 1, phones, 0));
        if (!phones) {
            all.add(new LineScenario(
                    "phone-reader", new Text("スマートフォンの読取機を置く", "a reader for phones"), readers, true, 0));
        }
        all.add(new LineScenario(
                "visual",
                new Text("目視確認モード " + visual / 10 + " %", "visual confirmation mode for " + visual / 10 + " %"),
                readers,
                phones,
                visual));
        return all;
    }

    /**
     * How long one patient holds the reader: a session as logged, by the way this scenario has it; a phone that cannot be read costs a trouble's time beside it.
     * Without a share of visual confirmation of its own, the ways are mixed as they were.
     */
    WaitingLine.Service service(ServiceLog log, LineSettings settings) {
        List<Double> rest = log.without(visual > 0, !phones);
        return dice -> {
            double session = draw(rest, dice);
            double takes = dice.nextInt(THOUSAND) < visual ? byEye(session, log, settings, dice) : session;
            boolean lost = !phones && dice.nextInt(THOUSAND) < settings.phoneShare();
            return lost ? takes + trouble(log, dice) : takes;
        };
    }

    private static double byEye(double session, ServiceLog log, LineSettings settings, SplittableRandom dice) {
        return log.knows(Way.VISUAL, settings) ? draw(log.of(Way.VISUAL), dice) : Math.min(session, settings.visual());
    }

    private static double draw(List<Double> seconds, SplittableRandom dice) {
        return seconds.get(dice.nextInt(seconds.size()));
    }

    private static double trouble(ServiceLog log, SplittableRandom dice) {
        return log.troubles().isEmpty() ? log.meanSession() : draw(log.troubles(), dice);
    }

    /** The wait with that many patients an hour; empty where the readers cannot keep up and the line grows without end. */
    Optional<WaitingLine.Result> simulate(double perHour, ServiceLog log, LineSettings settings) {
        WaitingLine.Service service = service(log, settings);
        SplittableRandom dice = new SplittableRandom(SEED);
        double mean = 0;
        for (int i = 0; i < WARM_UP; i++) {
            mean += service.draw(dice) / WARM_UP;
        }
        return perHour * mean / 3600 >= readers * MOST_BUSY
                ? Optional.empty()
                : Optional.of(WaitingLine.simulate(perHour, readers, service, WARM_UP, PATIENTS, SEED));
    }

    /** Beyond this share of time a line has no steady length worth a figure. */
    private static final double MOST_BUSY = 0.98;
}
