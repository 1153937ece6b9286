package madoguchi.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import madoguchi.core.Period;

/*
 * Every situation of every day is decided by exactly one row. So the situations that row a decided before and row b decides after are those that meet both
 * conditions, on the days on which both are in force: two rows are laid over each other, and not a hundred thousand situations are counted. Conditions are boxes,
 * and two boxes have a box in common, so the result is already gathered as people read it.
 */

/** 変更の一覧 – what changes for whom. Pure; each table is worked through when the stream comes to it. */
public final class Changes {

    private Changes() {}

    /** 日と日の間 – what is different on {@code to} from what was on {@code from}, in the same book. */
    public static Stream<Change> between(RuleBook book, LocalDate from, LocalDate to) {
        return book.tables().stream().flatMap(table -> between(table, from, to));
    }

    /** 表の日と日の間 – what is different on {@code to} from what was on {@code from}, in one table; what matters most first. */
    public static Stream<Change.Decided> between(Table table, LocalDate from, LocalDate to) {
        Period shows = Period.startingOn(to);
        return ordered(table.rules().stream()
                .filter(before -> before.inForce().contains(from))
                .flatMap(before -> table.rules().stream()
                        .filter(after ->
                                !after.equals(before) && after.inForce().contains(to))
                        .flatMap(after -> decided(table, shows, before, after).stream())));
    }

    /** 規則集と規則集の間 – what is different in {@code after} from {@code before}, on any day. Tables are known by their names, rows by what they say. */
    public static Stream<Change> between(RuleBook before, RuleBook after) {
        Stream<Change> removed = before.tables().stream()
                .filter(table -> !after.has(table.name()))
                .map(table -> new Change.Removed(table.title()));
        return Stream.concat(removed, after.tables().stream().flatMap(table -> {
            if (!before.has(table.name())) {
                return Stream.of(new Change.Added(table.title()));
            }
            Table old = before.table(table.name());
            return names(old).equals(names(table))
                    ? ordered(pairs(old, table)).map(Change.class::cast)
                    : Stream.of(new Change.Recast(table.title()));
        }));
    }

    private static List<String> names(Table table) {
        return table.facets().stream().map(Facet::name).toList();
    }

    private static Stream<Change.Decided> pairs(Table old, Table table) {
        return old.rules().stream()
                .flatMap(before -> table.rules().stream()
                        .flatMap(after -> common(before.inForce(), after.inForce())
                                .flatMap(days -> decided(table, days, before, after))
                                .stream()));
    }

    /* What matters most to a reader first; otherwise in the order of the rows. */
    private static Stream<Change.Decided> ordered(Stream<Change.Decided> changes) {
        return changes.sorted(Comparator.comparing(Change.Decided::extent));
    }

    private static Optional<Change.Decided> decided(Table table, Period days, Rule before, Rule after) {
        if (Change.Extent.between(before, after) == Change.Extent.NONE) {
            return Optional.empty();
        }
        List<Box> boxes = gathered(before.when().boxes().stream()
                .flatMap(one -> after.when().boxes().stream().flatMap(other -> common(one, other).stream()))
                .toList());
        return boxes.isEmpty()
                ? Optional.empty()
                : Optional.of(new Change.Decided(table.title(), table.facets(), days, before, after, boxes));
    }

    private static Optional<Period> common(Period one, Period other) {
        if (!one.overlaps(other)) {
            return Optional.empty();
        }
        LocalDate first = one.from().isAfter(other.from()) ? one.from() : other.from();
        Optional<LocalDate> end =
                Stream.of(one, other).flatMap(period -> period.end().stream()).min(Comparator.naturalOrder());
        return Optional.of(new Period(first, end));
    }

    /* By word: a kind that a file lists is another object in another book. */
    private static Optional<Box> common(Box one, Box other) {
        List<Set<Kind>> sets = new ArrayList<>();
        for (int i = 0; i < one.kinds().size(); i++) {
            Set<String> words = one.kinds().get(i).stream().map(Kind::word).collect(Collectors.toSet());
            sets.add(other.kinds().get(i).stream()
                    .filter(kind -> words.contains(kind.word()))
                    .collect(Collectors.toSet()));
        }
        return sets.stream().anyMatch(Set::isEmpty) ? Optional.empty() : Optional.of(new Box(sets));
    }

    /* Two boxes that differ in one facet alone are one box. */
    private static List<Box> gathered(List<Box> boxes) {
        List<Box> rest = new ArrayList<>(boxes);
        for (int i = 0; i < rest.size(); i++) {
            for (int j = i + 1; j < rest.size(); j++) {
                Optional<Box> joined = joined(rest.get(i), rest.get(j));
                if (joined.isPresent()) {
                    rest.set(i, joined.get());
                    rest.remove(j);
                    return gathered(rest);
                }
            }
        }
        return rest;
    }

    private static Optional<Box> joined(Box one, Box other) {
        int differs = -1;
        for (int i = 0; i < one.kinds().size(); i++) {
            if (!one.kinds().get(i).equals(other.kinds().get(i))) {
                if (differs >= 0) {
                    return Optional.empty();
                }
                differs = i;
            }
        }
        if (differs < 0) {
            return Optional.of(one);
        }
        Set<Kind> both = new LinkedHashSet<>(one.kinds().get(differs));
        both.addAll(other.kinds().get(differs));
        List<Set<Kind>> sets = new ArrayList<>(one.kinds());
        sets.set(differs, both);
        return Optional.of(new Box(sets));
    }
}
