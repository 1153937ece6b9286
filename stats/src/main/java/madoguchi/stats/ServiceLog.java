package madoguchi.stats;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import madoguchi.core.InquiryKind;

/*
 * The log says when a result came, not when the card was laid down. While people stand in line, though, one result follows the other as fast as the reader allows:
 * the gap between two results by card is then how long one session took. So gaps up to a cap (line.csv) are taken as sessions; longer ones mean that nobody waited.
 * That overestimates a little (the next one has to step up), which is part of what a patient waits for. With fewer gaps than asked for, an assumption stands in, and
 * the page says so. A trouble at the counter adds its own minutes.
 */

/**
 * 記録された応対時間 – how long this facility's receptions took, by its own log.
 *
 * @param sessions seconds of sessions at the reader, as logged; or the assumption
 * @param assumed whether they are the assumption
 * @param troubles seconds at the counter of receptions with a trouble
 * @param troubled receptions with a trouble, of a thousand
 * @param busiestHour patients in the busiest hour of the days read
 * @param receptions how many were read
 */
public record ServiceLog(
        List<Double> sessions, boolean assumed, List<Double> troubles, int troubled, int busiestHour, int receptions) {

    private static final int THOUSAND = 1_000;

    /** Copies the lists. */
    public ServiceLog {
        sessions = List.copyOf(sessions);
        troubles = List.copyOf(troubles);
    }

    static ServiceLog of(List<Reception> receptions) {
        return of(receptions, LineSettings.bundled());
    }

    static ServiceLog of(List<Reception> receptions, LineSettings settings) {
        List<Trouble> all = receptions.stream().map(Trouble::of).toList();
        List<Double> gaps = gaps(receptions, settings);
        boolean assumed = gaps.size() < settings.leastSessions();
        List<Double> troubles = all.stream()
                .filter(Trouble::isTrouble)
                .flatMap(one -> one.waited().stream())
                .map(waited -> (double) Math.min(waited.toSeconds(), settings.longestTrouble()))
                .toList();
        long troubled = all.stream().filter(Trouble::isTrouble).count();
        return new ServiceLog(
                assumed ? settings.assumed() : gaps,
                assumed,
                troubles,
                all.isEmpty() ? 0 : (int) (troubled * THOUSAND / all.size()),
                busiest(receptions),
                receptions.size());
    }

    private static List<Double> gaps(List<Reception> receptions, LineSettings settings) {
        List<Instant> results = receptions.stream()
                .filter(one -> one.happenings().stream()
                        .findFirst()
                        .filter(first ->
                                first instanceof Happening.Answered answered && answered.kind() == InquiryKind.CARD)
                        .isPresent())
                .map(Reception::receivedAt)
                .sorted()
                .toList();
        List<Double> gaps = new ArrayList<>();
        for (int i = 1; i < results.size(); i++) {
            long gap = Duration.between(results.get(i - 1), results.get(i)).toSeconds();
            if (gap >= settings.shortest() && gap <= settings.longest()) {
                gaps.add((double) gap);
            }
        }
        return gaps;
    }

    private static int busiest(List<Reception> receptions) {
        Map<Long, Integer> hours = new HashMap<>();
        receptions.forEach(one -> hours.merge(one.receivedAt().getEpochSecond() / 3600, 1, Integer::sum));
        return hours.values().stream().max(Integer::compare).orElse(0);
    }

    /** Seconds of a session on average. */
    public double meanSession() {
        return sessions.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }
}
