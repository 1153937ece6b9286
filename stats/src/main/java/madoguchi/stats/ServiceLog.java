package madoguchi.stats;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import madoguchi.core.InquiryKind;
import madoguchi.core.Text;

/*
 * A reader of ours writes down how long each person held it: these are the sessions. Where the readers are another maker's, the log says when a result came, not when the card was laid down. While
 * people stand in line, though, one result follows the other as fast as the reader allows: the gap between two results by card is then how long one session took. So gaps up to a cap (line.csv) are
 * taken as sessions; longer ones mean that nobody waited. That overestimates a little (the next one has to step up), which is part of what a patient waits for. With fewer of both than asked for,
 * an assumption stands in. The page says which of the three it was. A trouble at the counter adds its own minutes.
 */

/**
 * 記録された応対時間 – how long this facility's receptions took, by its own log.
 *
 * @param source where the seconds of sessions come from
 * @param sessions these seconds
 * @param byWay the same by the way of identifying; empty unless sessions were logged
 * @param troubles seconds at the counter of receptions with a trouble
 * @param troubled receptions with a trouble, of a thousand
 * @param busiestHour patients in the busiest hour of the days read: at the readers where sessions were logged, else of all receptions
 * @param readers how many readers were in use; 1 where the log does not tell
 * @param receptions how many were read
 */
public record ServiceLog(
        Source source,
        List<Double> sessions,
        Map<Way, List<Double>> byWay,
        List<Double> troubles,
        int troubled,
        int busiestHour,
        int readers,
        int receptions) {

    /** 何から – where the seconds come from. */
    public enum Source {
        /** 読取の記録 – each session was timed by the reader. */
        SESSIONS("読取機が記録した1回ごとの時間", "each session as timed by the reader"),
        /** 読取の間隔 – gaps between readings in a row. */
        GAPS("続けて読み取った間隔", "gaps between readings in a row"),
        /** 仮の値 – an assumption. */
        ASSUMED("仮の値", "an assumption");

        private final Text label;

        Source(String ja, String en) {
            this.label = new Text(ja, en);
        }

        /** What it is called. */
        public Text label() {
            return label;
        }
    }

    private static final int THOUSAND = 1_000;

    /** Copies the lists and the map. */
    public ServiceLog {
        sessions = List.copyOf(sessions);
        byWay = Map.copyOf(byWay);
        troubles = List.copyOf(troubles);
    }

    static ServiceLog of(List<Session> timed, List<Reception> receptions, LineSettings settings) {
        List<Trouble> all = receptions.stream().map(Trouble::of).toList();
        List<Double> gaps = gaps(receptions, settings);
        Source source = timed.size() >= settings.leastSessions()
                ? Source.SESSIONS
                : gaps.size() >= settings.leastSessions() ? Source.GAPS : Source.ASSUMED;
        Map<Way, List<Double>> byWay = source == Source.SESSIONS ? byWay(timed, settings) : Map.of();
        List<Double> troubles = all.stream()
                .filter(Trouble::isTrouble)
                .flatMap(one -> one.waited().stream())
                .map(waited -> (double) Math.min(waited.toSeconds(), settings.longestTrouble()))
                .toList();
        long troubled = all.stream().filter(Trouble::isTrouble).count();
        return new ServiceLog(
                source,
                switch (source) {
                    case SESSIONS ->
                        byWay.values().stream().flatMap(List::stream).toList();
                    case GAPS -> gaps;
                    case ASSUMED -> settings.assumed();
                },
                byWay,
                troubles,
                all.isEmpty() ? 0 : (int) (troubled * THOUSAND / all.size()),
                busiest(
                        source == Source.SESSIONS
                                ? timed.stream().map(Session::began)
                                : receptions.stream().map(Reception::receivedAt)),
                Math.max(1, (int) timed.stream().map(Session::reader).distinct().count()),
                receptions.size());
    }

    private static Map<Way, List<Double>> byWay(List<Session> timed, LineSettings settings) {
        Map<Way, List<Double>> byWay = new EnumMap<>(Way.class);
        timed.forEach(one -> byWay.computeIfAbsent(one.way(), way -> new ArrayList<>())
                .add(Math.min(one.seconds(), settings.longestSession())));
        return byWay;
    }

    private static List<Double> gaps(List<Reception> receptions, LineSettings settings) {
        List<Instant> results = receptions.stream()
                .filter(ServiceLog::isByCard)
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

    /* What was shown is told before what was answered. */
    private static boolean isByCard(Reception reception) {
        return reception.happenings().stream()
                .filter(Happening.Answered.class::isInstance)
                .map(Happening.Answered.class::cast)
                .findFirst()
                .filter(first -> first.kind() == InquiryKind.CARD)
                .isPresent();
    }

    private static int busiest(Stream<Instant> arrivals) {
        Map<Long, Integer> hours = new HashMap<>();
        arrivals.forEach(one -> hours.merge(one.getEpochSecond() / 3600, 1, Integer::sum));
        return hours.values().stream().max(Integer::compare).orElse(0);
    }

    /** Seconds of a session on average. */
    public double meanSession() {
        return mean(sessions);
    }

    /** How many sessions of that way were logged. */
    public int readings(Way way) {
        return of(way).size();
    }

    /** Seconds of a session of that way on average; throws {@link java.util.NoSuchElementException} where there was none. */
    public double meanOf(Way way) {
        return mean(of(way));
    }

    /** The seconds of that way; empty where none was logged. */
    List<Double> of(Way way) {
        return byWay.getOrDefault(way, List.of());
    }

    private static double mean(List<Double> seconds) {
        return seconds.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    /** Whether enough sessions of that way were logged to draw from them. */
    boolean knows(Way way, LineSettings settings) {
        return readings(way) >= settings.leastOfWay();
    }

    /** The seconds without those of the ways that a scenario replaces or cannot have; all of them where nothing would be left. */
    List<Double> without(boolean visual, boolean phones) {
        List<Double> rest = byWay.entrySet().stream()
                .filter(one -> !(visual && one.getKey() == Way.VISUAL) && !(phones && one.getKey() == Way.PHONE))
                .sorted(Map.Entry.comparingByKey())
                .flatMap(one -> one.getValue().stream())
                .toList();
        return rest.isEmpty() ? sessions : rest;
    }
}
