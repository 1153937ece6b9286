package madoguchi.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import madoguchi.core.Text;

/** 規則の頁 – the tables as pages that people read and approve ({@code docs/rules}). */
public final class RulesPage {

    private RulesPage() {}

    /** 頁 – the pages in Markdown by file name, {@code README.md} first and one for each table; the same book always gives the same text. */
    public static Map<String, String> render(RuleBook book) {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("README.md", front(book));
        book.tables().forEach(table -> pages.put(table.name() + ".md", chapter(table)));
        return pages;
    }

    private static String front(RuleBook book) {
        StringBuilder page = new StringBuilder();
        int rows =
                book.tables().stream().mapToInt(table -> table.rules().size()).sum();
        page.append(
                """
                # 規則 / Rules

                規則ファイルから作られた頁です。ここは直さず、`policy/src/main/resources/rules` を直してください。
                These pages are made from the rule files. Do not edit them; edit `policy/src/main/resources/rules`.

                %d の表の %d 行が、どの状況のどの日も、それぞれの表でちょうど 1 行で決めます。優先順位も「その他」もありません。
                %d rows in %d tables decide every situation on every day, by exactly one row of each table. There are no priorities and no "else".

                - 「確か」は出典がそのまま述べていること。「読み」は出典からの推論で、理由を添えています。
                  *Certain*: the source says so. *Reading*: concluded from the sources; the reason stands beside it.
                - `M-` で始まる行は、出典が沈黙している所の、この規則集自身の読みです。
                  Rows beginning with `M-` are this book's own reading where the sources are silent.

                ## 表 / Tables

                | 表 / table | 問い / question | 行 / rows | 状況 / situations | 区間 / segments |
                |---|---|---|---|---|
                """.formatted(book.tables().size(), rows, rows, book.tables().size()));
        book.tables()
                .forEach(table -> page.append("| [%s](%s.md) | %s | %d | %d | %d |\n"
                        .formatted(
                                both(table.title()),
                                table.name(),
                                both(table.question()),
                                table.rules().size(),
                                table.situations(),
                                table.segments().size())));
        page.append("\n## 文書 / Documents\n\n| | 文書 / document | 日付 / date | |\n|---|---|---|---|\n");
        for (Document document : book.documents()) {
            page.append("| %s | %s | %s | %s |\n"
                    .formatted(
                            document.key(),
                            both(document.title()),
                            document.date(),
                            document.seed().map(seed -> "`" + seed + "`").orElse("一式の外 / outside the seeds")));
        }
        undecided(page, book);
        return page.toString();
    }

    private static String chapter(Table table) {
        StringBuilder chapter = new StringBuilder("# " + both(table.title()) + " `" + table.name() + "`\n\n");
        chapter.append(both(table.question())).append("\n\n");
        chapter.append("%d 行 / rows · %d 通り / situations · %d 区間 / segments of days\n\n"
                .formatted(
                        table.rules().size(),
                        table.situations(),
                        table.segments().size()));
        chapter.append("| | 期間 / in force | 判定 / verdict | |\n|---|---|---|---|\n");
        table.rules().forEach(rule -> chapter.append(overview(rule)));
        table.rules().forEach(rule -> chapter.append(section(table, rule)));
        return chapter.toString();
    }

    private static void undecided(StringBuilder page, RuleBook book) {
        List<Listing> rest =
                book.catalogue().stream().filter(entry -> !entry.decides()).toList();
        if (!rest.isEmpty()) {
            page.append("\n## 決めない項目 / Entries that decide nothing\n\n| | | |\n|---|---|---|\n");
            rest.forEach(entry -> page.append("| %s | %s | %s |\n"
                    .formatted(
                            entry.id(),
                            both(entry.heading()),
                            entry.why().map(RulesPage::both).orElse(""))));
        }
    }

    private static String overview(Rule rule) {
        return "| %s | %s | %s | %s |\n"
                .formatted(rule.id(), rule.days(), both(rule.then().verdict().label()), certainty(rule));
    }

    private static String certainty(Rule rule) {
        return rule.certain() ? "確か / certain" : "読み / reading";
    }

    private static String section(Table table, Rule rule) {
        StringBuilder lines = new StringBuilder(
                "\n## " + rule.id() + " – " + both(rule.then().verdict().label()) + "\n\n");
        lines.append("**").append(rule.days()).append("**");
        lines.append(rule.fromDerived() ? "（初日は読み / first day is a reading） · " : " · ");
        lines.append(certainty(rule)).append("\n\n");
        rule.when().boxes().forEach(box -> item(lines, "状況 / when", condition(table, box)));
        item(lines, "次に / next", both(rule.then().next()) + extras(table, rule.then()));
        rule.then()
                .patient()
                .ifPresent(words ->
                        item(lines, "患者さんへ / patient", words.ja() + " / " + words.easy() + " / " + words.en()));
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

    /* What comes beside the sentence: buttons, means, numbers. */
    private static String extras(Table table, Then then) {
        StringBuilder extras = new StringBuilder();
        if (!then.evidence().isEmpty()) {
            extras.append(" [")
                    .append(then.evidence().stream().map(EvidenceKind::word).collect(Collectors.joining(" → ")))
                    .append("]");
        }
        then.means().ifPresent(means -> extras.append(" (").append(means.word()).append(")"));
        table.values().stream()
                .filter(value -> then.values().containsKey(value.name()))
                .forEach(value -> extras.append(" · %s: %d".formatted(both(value.label()), then.value(value.name()))));
        return extras.toString();
    }

    private static String both(Text text) {
        return text.ja() + " / " + text.en();
    }

    private static String condition(Table table, Box box) {
        List<Text> parts = new ArrayList<>();
        for (int i = 0; i < table.facets().size(); i++) {
            part(parts, table.facets().get(i), box.kinds().get(i));
        }
        return parts.isEmpty()
                ? "すべて / any"
                : parts.stream().map(Text::ja).collect(Collectors.joining("。")) + " / "
                        + parts.stream().map(Text::en).collect(Collectors.joining("; "));
    }

    /** A facet that the row leaves open is not mentioned. */
    private static void part(List<Text> parts, Facet facet, Set<Kind> chosen) {
        if (chosen.size() < facet.kinds().size()) {
            List<Kind> kinds = facet.kinds().stream().filter(chosen::contains).toList();
            parts.add(new Text(
                    facet.label().ja() + "は "
                            + kinds.stream().map(kind -> kind.label().ja()).collect(Collectors.joining("、")),
                    facet.name() + ": " + kinds.stream().map(Kind::word).collect(Collectors.joining(", "))));
        }
    }
}
