package madoguchi.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import madoguchi.core.Text;

/** 規則の頁 – the table as a page that people read and approve ({@code docs/rules.md}). */
public final class RulesPage {

    private RulesPage() {}

    /** The page in Markdown; the same table always gives the same text. */
    public static String render(RuleTable table) {
        StringBuilder page = new StringBuilder();
        page.append("""
                # 窓口の規則 / Rules of the desk

                規則ファイルから作られた頁です。ここは直さず、`policy/src/main/resources/rules` を直してください。
                This page is made from the rule files. Do not edit it; edit `policy/src/main/resources/rules`.

                %d 行が、%d 通りの状況と %d の区間のすべてを、それぞれちょうど 1 行で決めます。優先順位も「その他」もありません。
                %d rows decide each of %d situations in each of %d segments of days, by exactly one row. There are no priorities and no "else".

                - 「確か」は出典がそのまま述べていること。「読み」は出典からの推論で、理由を添えています。
                  *Certain*: the source says so. *Reading*: concluded from the sources; the reason stands beside it.
                - `M-` で始まる行は、出典が沈黙している所の、この表自身の読みです。
                  Rows beginning with `M-` are this table's own reading where the sources are silent.

                ## 文書 / Documents

                | | 文書 / document | 日付 / date | |
                |---|---|---|---|
                """.formatted(
                        table.rules().size(),
                        Situation.COUNT,
                        table.segments().count(),
                        table.rules().size(),
                        Situation.COUNT,
                        table.segments().count()));
        for (Document document : table.documents()) {
            page.append("| %s | %s | %s | %s |\n"
                    .formatted(
                            document.key(),
                            both(document.title()),
                            document.date(),
                            document.seed().map(seed -> "`" + seed + "`").orElse("一式の外 / outside the seeds")));
        }
        page.append("\n## 一覧 / Overview\n\n| | 期間 / in force | 判定 / verdict | |\n|---|---|---|---|\n");
        table.rules().forEach(rule -> page.append(overview(rule)));
        page.append("\n## 規則 / Rules\n");
        table.rules().forEach(rule -> page.append(section(rule)));
        return page.toString();
    }

    private static String overview(Rule rule) {
        return "| %s | %s | %s | %s |\n"
                .formatted(rule.id(), rule.days(), both(rule.then().label()), certainty(rule));
    }

    private static String certainty(Rule rule) {
        return rule.certain() ? "確か / certain" : "読み / reading";
    }

    private static String section(Rule rule) {
        StringBuilder lines = new StringBuilder(
                "\n### " + rule.id() + " – " + both(rule.then().label()) + "\n\n");
        lines.append("**").append(rule.days()).append("**");
        lines.append(rule.fromDerived() ? "（初日は読み / first day is a reading） · " : " · ");
        lines.append(certainty(rule)).append("\n\n");
        item(lines, "状況 / when", condition(rule.when()));
        item(lines, "次に / next", both(rule.then(), rule.next()));
        rule.patient().ifPresent(words -> item(lines, "患者さんへ / patient", both(words)));
        rule.note().ifPresent(note -> item(lines, "注 / note", both(note)));
        item(lines, "根拠 / basis", String.join(", ", rule.basis()));
        item(
                lines,
                "出典 / source",
                rule.sources().stream()
                        .map(source -> source.document().key() + "「" + source.heading() + "」")
                        .collect(Collectors.joining(" · ")));
        item(lines, "例 / example", rule.example().day() + ": " + rule.example().situation());
        return lines.toString();
    }

    private static void item(StringBuilder lines, String name, String words) {
        lines.append("- ").append(name).append(": ").append(words).append('\n');
    }

    private static String both(Verdict verdict, Text next) {
        return verdict instanceof Verdict.NeedsEvidence(List<EvidenceKind> kinds)
                ? both(next) + " [" + kinds.stream().map(EvidenceKind::word).collect(Collectors.joining(" → ")) + "]"
                : both(next);
    }

    private static String both(Text text) {
        return text.ja() + " / " + text.en();
    }

    private static String condition(Condition when) {
        List<Text> parts = new ArrayList<>();
        part(parts, "提示", "shown", Shown.values(), when.shown());
        part(parts, "結果", "outcome", Outcome.values(), when.outcomes());
        part(parts, "受診", "visit", Visit.values(), when.visits());
        part(parts, "保険者", "insurer", InsurerGroup.values(), when.insurers());
        return parts.isEmpty()
                ? "すべて / any"
                : parts.stream().map(Text::ja).collect(Collectors.joining("。")) + " / "
                        + parts.stream().map(Text::en).collect(Collectors.joining("; "));
    }

    /** A question that the row leaves open is not mentioned. */
    private static <E extends Enum<E> & Kind> void part(
            List<Text> parts, String ja, String en, E[] all, Set<E> chosen) {
        if (chosen.size() < all.length) {
            List<E> kinds = Arrays.stream(all).filter(chosen::contains).toList();
            parts.add(new Text(
                    ja + "は " + kinds.stream().map(kind -> kind.label().ja()).collect(Collectors.joining("、")),
                    en + ": " + kinds.stream().map(Kind::word).collect(Collectors.joining(", "))));
        }
    }
}
