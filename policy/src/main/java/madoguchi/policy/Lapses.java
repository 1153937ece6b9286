package madoguchi.policy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import madoguchi.core.Period;
import madoguchi.core.Problem;

/** 抜けと重なり – the places where not exactly one row lies, gathered so that a person can mend them: thousands of situations with one cause are one problem. */
final class Lapses {

    private final TableHead head;
    private final Space space;
    private final Segments segments;

    /* By the rows that lie there (none for a gap), the segments; in each, the situations. */
    private final Map<List<Row>, Map<Integer, BitSet>> places = new LinkedHashMap<>();

    Lapses(TableHead head, Space space, Segments segments) {
        this.head = head;
        this.space = space;
        this.segments = segments;
    }

    void add(int segment, int situation, List<Row> over) {
        places.computeIfAbsent(over, rows -> new LinkedHashMap<>())
                .computeIfAbsent(segment, s -> new BitSet(space.size()))
                .set(situation);
    }

    List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        places.forEach((rows, bySegment) -> {
            Map<BitSet, List<Integer>> bySituations = new LinkedHashMap<>();
            bySegment.forEach((segment, situations) -> bySituations
                    .computeIfAbsent(situations, s -> new ArrayList<>())
                    .add(segment));
            bySituations.forEach((situations, in) -> problems.add(problem(rows, situations, in)));
        });
        return problems;
    }

    private Problem problem(List<Row> rows, BitSet situations, List<Integer> in) {
        String place = head.name() + ": " + box(situations) + ", " + days(in);
        if (rows.isEmpty()) {
            return Problem.at(place, "当てはまる行がありません（抜け）。", "No row decides this (gap).");
        }
        String ids = rows.stream().map(Row::id).collect(Collectors.joining(", "));
        return Problem.at(place, "行が重なっています: " + ids, "Several rows decide this (overlap): " + ids);
    }

    /* The kinds that occur, facet by facet; where the situations do not fill the whole box, how many they are and the first of them. */
    private String box(BitSet situations) {
        List<Set<String>> words = space.facets().stream()
                .map(facet -> (Set<String>) new LinkedHashSet<String>())
                .toList();
        situations.stream().forEach(situation -> {
            List<Kind> kinds = space.situation(situation).kinds();
            for (int i = 0; i < kinds.size(); i++) {
                words.get(i).add(kinds.get(i).word());
            }
        });
        String sets = words.stream()
                .map(set -> set.size() == 1 ? set.iterator().next() : "{" + String.join(", ", set) + "}")
                .collect(Collectors.joining(" × "));
        long filled = words.stream().mapToLong(Set::size).reduce(1, (a, b) -> a * b);
        return filled == situations.cardinality()
                ? sets
                : sets + " (" + situations.cardinality() + "/" + filled + ", "
                        + space.situation(situations.nextSetBit(0)) + ")";
    }

    private String days(List<Integer> in) {
        List<String> days = new ArrayList<>();
        for (int i = 0; i < in.size(); ) {
            int last = i;
            while (last + 1 < in.size() && in.get(last + 1) == in.get(last) + 1) {
                last++;
            }
            Period span = segments.span(in.get(i), in.get(last));
            days.add(Days.written(span));
            i = last + 1;
        }
        return String.join("; ", days);
    }
}
