package madoguchi.hub;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import madoguchi.core.InsurerNumber;

/**
 * 保険者ごとの点検 – one insurer's figures in a report.
 *
 * @param insurer 保険者
 * @param kinds the kinds found now or in the report before, the serious ones first
 * @param start how late new coverages were registered
 * @param loss how late losses were registered
 */
public record InsurerQuality(InsurerNumber insurer, List<Kind> kinds, DelaySpread start, DelaySpread loss) {

    /**
     * 種類ごとの数.
     *
     * @param kind the kind
     * @param gravity how serious
     * @param count now
     * @param before in the report before; absent where there is none
     */
    public record Kind(QualityKind kind, Gravity gravity, long count, OptionalLong before) {

        /** The change with its sign and a shape, such as {@code ↑ +3}; empty without an earlier report. */
        public String trend() {
            return InsurerQuality.trend(count, before);
        }
    }

    /** Copies the list. */
    public InsurerQuality {
        kinds = List.copyOf(kinds);
    }

    /** An insurer of which nothing was found. */
    static InsurerQuality nothing(InsurerNumber insurer) {
        DelaySpread none = DelaySpread.of(List.of(), 0);
        return new InsurerQuality(insurer, List.of(), none, none);
    }

    /** How many findings of that gravity. */
    public long count(Gravity gravity) {
        return kinds.stream()
                .filter(kind -> kind.gravity() == gravity)
                .mapToLong(Kind::count)
                .sum();
    }

    /** How many findings in all. */
    public long count() {
        return kinds.stream().mapToLong(Kind::count).sum();
    }

    /** The change of all findings since the report before. */
    public String trend() {
        return trend(
                count(),
                kinds.stream().anyMatch(kind -> kind.before().isPresent())
                        ? OptionalLong.of(kinds.stream()
                                .mapToLong(kind -> kind.before().orElse(0))
                                .sum())
                        : OptionalLong.empty());
    }

    private static String trend(long now, OptionalLong before) {
        if (before.isEmpty()) {
            return "";
        }
        long change = now - before.getAsLong();
        return change == 0 ? "→ ±0" : change > 0 ? "↑ +" + change : "↓ " + change;
    }

    private record Of(Gravity gravity, QualityKind kind) implements Comparable<Of> {
        @Override
        public int compareTo(Of that) {
            int byGravity = gravity.compareTo(that.gravity);
            return byGravity == 0 ? kind.compareTo(that.kind) : byGravity;
        }
    }

    /** Every insurer with a finding or a delay, by number. */
    static List<InsurerQuality> all(
            QualityReport report,
            List<QualityCount> counts,
            Optional<List<QualityCount>> before,
            List<DelayTally.Line> delays) {
        Map<String, Map<Of, Long>> now = byInsurer(counts);
        Optional<Map<String, Map<Of, Long>>> then = before.map(InsurerQuality::byInsurer);
        TreeSet<String> insurers = new TreeSet<>(now.keySet());
        then.ifPresent(earlier -> insurers.addAll(earlier.keySet()));
        delays.forEach(line -> insurers.add(line.insurer()));
        List<InsurerQuality> all = new ArrayList<>();
        for (String insurer : insurers) {
            all.add(new InsurerQuality(
                    new InsurerNumber(insurer),
                    kinds(
                            now.getOrDefault(insurer, Map.of()),
                            then.map(earlier -> earlier.getOrDefault(insurer, Map.of()))),
                    spread(delays, insurer, QualityKind.LATE_START, report.lateDays()),
                    spread(delays, insurer, QualityKind.LATE_LOSS, report.lateDays())));
        }
        return all;
    }

    private static Map<String, Map<Of, Long>> byInsurer(List<QualityCount> counts) {
        return counts.stream()
                .collect(Collectors.groupingBy(
                        QualityCount::insurer,
                        TreeMap::new,
                        Collectors.toMap(count -> new Of(count.gravity(), count.kind()), QualityCount::count)));
    }

    private static List<Kind> kinds(Map<Of, Long> now, Optional<Map<Of, Long>> before) {
        TreeSet<Of> kinds = new TreeSet<>(now.keySet());
        before.ifPresent(earlier -> kinds.addAll(earlier.keySet()));
        return kinds.stream()
                .map(of -> new Kind(
                        of.kind(),
                        of.gravity(),
                        now.getOrDefault(of, 0L),
                        before.map(earlier -> OptionalLong.of(earlier.getOrDefault(of, 0L)))
                                .orElse(OptionalLong.empty())))
                .toList();
    }

    private static DelaySpread spread(List<DelayTally.Line> delays, String insurer, QualityKind kind, int limit) {
        return DelaySpread.of(
                delays.stream()
                        .filter(line -> line.insurer().equals(insurer) && line.kind() == kind)
                        .toList(),
                limit);
    }
}
