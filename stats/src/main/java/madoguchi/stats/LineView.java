package madoguchi.stats;

import java.util.List;
import java.util.Optional;

/**
 * 待ち行列の画面.
 *
 * @param asked what was asked
 * @param log what it was fed with
 * @param settings what was assumed
 * @param answers one for each scenario
 * @param chart SVG
 */
public record LineView(LineQuestion asked, ServiceLog log, LineSettings settings, List<Answer> answers, String chart) {

    private static final int TENTHS = 10;

    /** One scenario and what came out; empty where the line grows without end. */
    public record Answer(LineScenario scenario, Optional<WaitingLine.Result> result) {
        /** Minutes and seconds on average, such as {@code 1:05}; ∞ where it grows without end. */
        public String mean() {
            return result.map(found -> clock(found.mean())).orElse("∞");
        }

        /** What 95 of 100 wait at most. */
        public String p95() {
            return result.map(found -> clock(found.p95())).orElse("∞");
        }

        /** Share of the time in which a reader is busy, in percent; empty where the line grows without end. */
        public Optional<String> busy() {
            return result.map(found -> found.busy() / TENTHS + " %");
        }

        private static String clock(double seconds) {
            long whole = Math.round(seconds);
            return whole / 60 + ":" + "%02d".formatted(whole % 60);
        }
    }

    /** Copies the list. */
    public LineView {
        answers = List.copyOf(answers);
    }

    /** Whether sessions in visual confirmation mode are drawn from the log. */
    public boolean knowsVisual() {
        return log.knows(Way.VISUAL, settings);
    }

    /** Of a hundred patients how many have a phone only, such as {@code 3}: the assumption. */
    public String phoneShare() {
        return settings.phoneShare() / TENTHS + "";
    }

    /** Seconds of a session in visual confirmation mode: the assumption. */
    public int visualSeconds() {
        return settings.visual();
    }
}
