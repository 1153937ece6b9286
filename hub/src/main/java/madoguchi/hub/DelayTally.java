package madoguchi.hub;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import madoguchi.core.InsurerNumber;

/** 登録遅れの分布 – how many registrations took how many days, for each insurer; start and loss apart. */
final class DelayTally {

    /**
     * 分布の1行.
     *
     * @param insurer 保険者番号
     * @param kind {@link QualityKind#LATE_START} or {@link QualityKind#LATE_LOSS}
     * @param days how late
     * @param count how many registrations
     */
    record Line(String insurer, QualityKind kind, int days, long count) {}

    private record Of(String insurer, QualityKind kind) implements Comparable<Of> {
        @Override
        public int compareTo(Of that) {
            int byInsurer = insurer.compareTo(that.insurer);
            return byInsurer == 0 ? kind.compareTo(that.kind) : byInsurer;
        }
    }

    private final Map<Of, Map<Integer, Long>> counts = new TreeMap<>();

    void add(InsurerNumber insurer, QualityKind kind, int days) {
        add(new Of(insurer.digits(), kind), days, 1);
    }

    private void add(Of of, int days, long count) {
        counts.computeIfAbsent(of, any -> new TreeMap<>()).merge(days, count, Long::sum);
    }

    /** Takes over what another tally counted. */
    void add(DelayTally that) {
        that.counts.forEach((of, days) -> days.forEach((day, count) -> add(of, day, count)));
    }

    /** All lines, by insurer, kind and days. */
    List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        counts.forEach(
                (of, days) -> days.forEach((day, count) -> lines.add(new Line(of.insurer(), of.kind(), day, count))));
        return lines;
    }
}
