package madoguchi.policy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import madoguchi.core.Period;
import madoguchi.core.Text;

/** 変更の言葉 – a change as a paragraph that a person at the desk understands, in one language. */
public final class ChangeWords {

    private final Function<Text, String> lang;

    private ChangeWords(Function<Text, String> lang) {
        this.lang = lang;
    }

    /** 文章 – the paragraph in both languages; several lines, the last one without a line break. */
    public static Text of(Change change) {
        return new Text(new ChangeWords(Text::ja).say(change), new ChangeWords(Text::en).say(change));
    }

    private String say(Change change) {
        return switch (change) {
            case Change.Added(var table) -> t("新しい表「", "New table: ") + lang.apply(table) + t("」が加わります。", ".");
            case Change.Removed(var table) -> t("表「", "The table ") + lang.apply(table) + t("」がなくなります。", " is gone.");
            case Change.Recast(var table) ->
                t("表「", "The table ")
                        + lang.apply(table)
                        + t("」は問い方が変わります。新しい表を読んでください。", " asks in another way. Read it anew.");
            case Change.Decided decided -> decided(decided);
        };
    }

    private String decided(Change.Decided change) {
        StringBuilder lines = new StringBuilder(days(change.days()));
        lines.append("\n  ").append(headline(change)).append("  ").append(rows(change));
        for (Box box : change.boxes()) {
            lines.append("\n  ・").append(condition(change.facets(), box));
        }
        Then then = change.after().then();
        if (change.extent() != Change.Extent.BASIS) {
            lines.append("\n  ").append(t("次に: ", "Next: ")).append(lang.apply(then.next()));
            evidence(then).ifPresent(kinds -> lines.append("\n  ").append(kinds));
        }
        lines.append("\n  ").append(sources(change.after()));
        return lines.toString();
    }

    private String days(Period period) {
        String first =
                period.from().equals(Rule.OPEN_START) ? "" : period.from().toString();
        Optional<String> last = period.lastDay().map(Object::toString);
        if (first.isEmpty() && last.isEmpty()) {
            return t("どの日も", "On all days");
        }
        return last.map(day -> first.isEmpty()
                        ? t(day + " まで", "Until " + day)
                        : t(first + " から " + day + " まで", "From " + first + " to " + day))
                .orElse(t(first + " から", "From " + first));
    }

    private String headline(Change.Decided change) {
        String before = quoted(change.before().then().verdict().label());
        String after = quoted(change.after().then().verdict().label());
        return switch (change.extent()) {
            case VERDICT -> before + "→" + after;
            case STEP -> after + t("のまま、次にすることが変わる", " as before; the next step is another");
            case BASIS, NONE -> after + t("のまま、根拠だけが変わる", " as before; only the basis is another");
        };
    }

    private static String rows(Change.Decided change) {
        String before = change.before().id();
        String after = change.after().id();
        return "(" + (before.equals(after) ? after : before + " → " + after) + ")";
    }

    private String condition(List<Facet> facets, Box box) {
        String parts = IntStream.range(0, facets.size())
                .filter(i -> box.kinds().get(i).size() < facets.get(i).kinds().size())
                .mapToObj(i -> part(facets.get(i), box.kinds().get(i)))
                .collect(Collectors.joining(t("、", ", ")));
        String when = parts.isEmpty() ? t("どの状況でも", "in every situation") : parts + t(" のとき", "");
        return when
                + t("（" + box.size() + " 通り）", box.size() == 1 ? " (1 situation)" : " (" + box.size() + " situations)");
    }

    /* More than half of the kinds are easier to read as those that are left out. */
    private String part(Facet facet, Set<Kind> chosen) {
        boolean most = chosen.size() * 2 > facet.kinds().size();
        String kinds = facet.kinds().stream()
                .filter(kind -> chosen.contains(kind) != most)
                .map(kind -> quoted(kind.label()))
                .collect(Collectors.joining(t("か", " or ")));
        return most
                ? lang.apply(facet.label()) + t("が" + kinds + "以外", " is not " + kinds)
                : lang.apply(facet.label()) + t("が", " is ") + kinds;
    }

    private Optional<String> evidence(Then then) {
        return then.evidence().isEmpty()
                ? Optional.empty()
                : Optional.of(t("確認するもの: ", "To ask for: ")
                        + then.evidence().stream()
                                .map(kind -> lang.apply(kind.label()))
                                .collect(Collectors.joining(t(" → ", " → "))));
    }

    private String sources(Rule rule) {
        Map<Document, List<Citation>> byDocument = rule.sources().stream()
                .collect(Collectors.groupingBy(Citation::document, LinkedHashMap::new, Collectors.toList()));
        String places = byDocument.entrySet().stream()
                .map(entry -> place(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(t("、", ", ")));
        return t("出典: ", "Source: ") + places + (rule.certain() ? "" : t("（読み）", " (reading)"));
    }

    private String place(Document document, List<Citation> citations) {
        return lang.apply(document.title())
                + t("（" + document.date() + "）", " (" + document.date() + ") ")
                + citations.stream()
                        .map(citation -> "「" + citation.heading() + "」")
                        .collect(Collectors.joining());
    }

    private String quoted(Text words) {
        return t("『" + words.ja() + "』", "\"" + words.en() + "\"");
    }

    private String t(String ja, String en) {
        return lang.apply(new Text(ja, en));
    }
}
