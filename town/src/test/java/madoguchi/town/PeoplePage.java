package madoguchi.town;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;
import madoguchi.core.InsuredId;
import madoguchi.core.Text;
import madoguchi.core.Wareki;

/** 人々の一覧 – the town's people as a page of Markdown: story, what to type, and what must come out. */
final class PeoplePage {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private PeoplePage() {}

    static String of(Town town) {
        return """
                # 見本の町の人々 – the people of the sample town

                全員が架空の人物です。「打つ番号」を窓口で入力すると、「期待する回答」が返ります。時点のない行は、いま分かっている限りの回答です。
                All people are invented. Type the numbers at the desk; the expected answer must come. A row without an instant is answered as known now.

                この一覧は `people.yaml` から作られ、テストが照合します。 This page is made from `people.yaml` and compared by a test.

                医療機関 / facility: %s %s

                | 鍵 / key | カルテの氏名 / name in the chart | 生年月日 / born | 窓口で起きたこと / trouble |
                |--|--|--|--|
                """.formatted(town.clinic().facility(), town.clinic().name())
                + town.people().stream().map(PeoplePage::summary).collect(Collectors.joining())
                + town.people().stream().map(PeoplePage::person).collect(Collectors.joining());
    }

    private static String summary(Townsperson person) {
        return "| [%s](#%s) | %s | %s | %s |\n"
                .formatted(person.key(), person.key(), person.chart().written(), person.birth(), troubles(person));
    }

    private static String troubles(Townsperson person) {
        return person.troubles().stream()
                .sorted()
                .map(trouble -> trouble.label().ja())
                .collect(Collectors.joining("・"));
    }

    private static String person(Townsperson person) {
        return "\n## " + person.key() + "\n\n"
                + "**%s**（%s） %s / %s%s\n\n"
                        .formatted(
                                person.chart().written(),
                                person.chart().reading(),
                                Wareki.format(person.birth()),
                                person.birth(),
                                person.referenceNumber()
                                        .map(number -> " · 照会番号 " + number)
                                        .orElse(""))
                + both(person.story()) + "\n\n"
                + "| 打つ番号 / type | 保険者番号 | 記号 | 番号 | 枝番 |\n|--|--|--|--|--|\n"
                + person.ids().entrySet().stream().map(PeoplePage::id).collect(Collectors.joining())
                + "\n| 照会 / ask | 資格確認日 / day | 時点 / as known at | 期待する回答 / answer | 理由 / because |\n|--|--|--|--|--|\n"
                + person.expectations().stream().map(PeoplePage::expectation).collect(Collectors.joining())
                + subsidies(person);
    }

    private static String id(Map.Entry<String, InsuredId> id) {
        InsuredId value = id.getValue();
        return "| %s | %s | %s | %s | %s |\n"
                .formatted(
                        id.getKey(),
                        value.insurer(),
                        value.symbol().orElse(""),
                        value.number(),
                        value.branch().orElse(""));
    }

    private static String expectation(Expectation expected) {
        return "| %s | %s | %s | %s | %s |\n"
                .formatted(
                        expected.ask(),
                        expected.day(),
                        expected.knownAt()
                                .map(instant ->
                                        MINUTE.format(LocalDateTime.ofInstant(instant, ZoneId.of("Asia/Tokyo"))))
                                .orElse(""),
                        expected.outcome(),
                        both(expected.because()));
    }

    private static String subsidies(Townsperson person) {
        if (person.subsidies().isEmpty()) {
            return "";
        }
        return "\n| 受給者証 / subsidy | 公費負担者番号 | 受給者番号 | 期間 / valid |\n|--|--|--|--|\n"
                + person.subsidies().stream()
                        .sorted(Comparator.comparing(held -> held.payer().digits()))
                        .map(PeoplePage::subsidy)
                        .collect(Collectors.joining());
    }

    private static String subsidy(HeldSubsidy held) {
        return "| %s | %s | %s | %s – %s |\n"
                .formatted(
                        held.payer().schemeCode(),
                        held.payer().digits(),
                        held.recipient().text(),
                        held.valid().from(),
                        held.valid().lastDay().orElseThrow());
    }

    private static String both(Text text) {
        return text.ja() + " / " + text.en();
    }
}
