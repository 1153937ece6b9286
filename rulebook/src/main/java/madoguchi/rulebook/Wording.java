package madoguchi.rulebook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import madoguchi.core.Period;
import madoguchi.core.Text;
import madoguchi.core.Wareki;
import madoguchi.policy.Box;
import madoguchi.policy.Facet;
import madoguchi.policy.Kind;
import madoguchi.policy.Rule;
import madoguchi.policy.Situation;
import madoguchi.policy.Table;

/** 言い方 – days and conditions in words that a person at the desk can read. */
final class Wording {

    private static final int FEW = 3;

    private Wording() {}

    /** {@code 令和8年4月1日} or {@code 2026-04-01}. */
    static Text day(LocalDate day) {
        return new Text(Wareki.format(day), day.toString());
    }

    /** {@code 令和7年12月2日（2025-12-02）}: both ways, to compare with what somebody typed. */
    static Text bothWays(LocalDate day) {
        return new Text(Wareki.format(day) + "（" + day + "）", day + " (" + Wareki.format(day) + ")");
    }

    /** The days, both ends inclusive: {@code 令和7年12月2日から令和8年3月31日まで}. */
    static Text days(Period period) {
        boolean open = period.from().equals(Rule.OPEN_START);
        Text from = open ? Text.same("") : day(period.from());
        Text last = period.lastDay().map(Wording::day).orElseGet(() -> Text.same(""));
        if (open && last.ja().isEmpty()) {
            return new Text("いつでも", "at all times");
        }
        return new Text(
                (open ? "" : from.ja() + "から") + (last.ja().isEmpty() ? "" : last.ja() + "まで"),
                join(open ? "" : "from " + from.en(), last.en().isEmpty() ? "" : "through " + last.en()));
    }

    private static String join(String one, String other) {
        return one.isEmpty() || other.isEmpty() ? one + other : one + " " + other;
    }

    /** Each way in which a condition holds; "any" where a row leaves everything open. */
    static List<Text> boxes(Table table, List<Box> boxes) {
        return boxes.stream().map(box -> box(table, box)).toList();
    }

    /** 「提示：カード ／ 照会の結果：有効・無効」; facets left open are not mentioned. */
    static Text box(Table table, Box box) {
        List<Text> parts = new ArrayList<>();
        for (int i = 0; i < table.facets().size(); i++) {
            Facet facet = table.facets().get(i);
            if (box.kinds().get(i).size() < facet.kinds().size()) {
                parts.add(part(facet, box.kinds().get(i)));
            }
        }
        return parts.isEmpty() ? new Text("すべての場合", "in every case") : joined(parts);
    }

    /** One situation, facet by facet. */
    static Text situation(Table table, Situation situation) {
        List<Text> parts = new ArrayList<>();
        for (int i = 0; i < table.facets().size(); i++) {
            parts.add(named(table.facets().get(i), situation.kinds().get(i).label()));
        }
        return joined(parts);
    }

    private static Text joined(List<Text> parts) {
        return new Text(
                parts.stream().map(Text::ja).collect(Collectors.joining(" ／ ")),
                parts.stream().map(Text::en).collect(Collectors.joining(" / ")));
    }

    /* Nearly all kinds are said by those that are missing. */
    private static Text part(Facet facet, Set<Kind> chosen) {
        List<Kind> missing =
                facet.kinds().stream().filter(kind -> !chosen.contains(kind)).toList();
        if (missing.size() <= FEW && chosen.size() > FEW) {
            Text all = listed(missing);
            return named(facet, new Text("「" + all.ja() + "」以外", "all but " + all.en()));
        }
        return named(
                facet, listed(facet.kinds().stream().filter(chosen::contains).toList()));
    }

    private static Text named(Facet facet, Text kinds) {
        return new Text(facet.label().ja() + "：" + kinds.ja(), facet.label().en() + ": " + kinds.en());
    }

    private static Text listed(List<Kind> kinds) {
        return new Text(
                kinds.stream().map(kind -> kind.label().ja()).collect(Collectors.joining("・")),
                kinds.stream().map(kind -> kind.label().en()).collect(Collectors.joining("; ")));
    }
}
