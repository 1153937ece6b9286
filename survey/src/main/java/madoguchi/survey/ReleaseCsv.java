package madoguchi.survey;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import madoguchi.core.CsvLine;

/** 公表CSV – the report in the shape of the seventh round's release (【回答の内訳】): every question with n, 無回答, and each option with count and per cent. UTF-8 with byte order mark, CRLF. */
final class ReleaseCsv {

    private ReleaseCsv() {}

    /** The file of a round. */
    static String of(RoundReport report) {
        Tabulation tabulation = report.tabulation();
        Stream<List<String>> head = Stream.of(
                List.of("設問", "内容", "選択肢", "件数", "割合（％）", "母数（ｎ）", "注"),
                List.of("", "回答総数", "", text(tabulation.counted().received()), "", "", ""),
                List.of(
                        "",
                        "有効回答数",
                        "",
                        text(tabulation.counted().valid().size()),
                        report.rate().percent(),
                        text(report.rate().whole()),
                        "回収率は有効回答数÷送信数"));
        Stream<List<String>> past = report.past().stream()
                .map(round -> List.of(
                        "",
                        "第" + round.number() + "弾の回答",
                        round.first() + "～" + round.last(),
                        text(round.answers()),
                        round.percent(),
                        round.base().isPresent() ? text(round.base().getAsLong()) : "",
                        "公表された回収率"));
        return "\uFEFF"
                + Stream.concat(
                                Stream.concat(head, past),
                                tabulation.tallies().stream().flatMap(ReleaseCsv::rows))
                        .map(CsvLine::forPeople)
                        .collect(Collectors.joining());
    }

    private static Stream<List<String>> rows(Tally tally) {
        Question question = tally.question();
        String number = "問" + question.number();
        String n = text(tally.answered());
        Stream<List<String>> lines = tally.lines().stream()
                .map(line -> List.of(
                        number,
                        question.text().ja(),
                        line.option().label().ja(),
                        text(line.share().part()),
                        line.share().percent(),
                        n,
                        question.kind() == QuestionKind.MULTIPLE ? "複数回答" : ""));
        Stream<List<String>> rest = Stream.of(List.of(
                number,
                question.text().ja(),
                question.kind() == QuestionKind.OPEN ? "記述あり" : "無回答",
                text(question.kind() == QuestionKind.OPEN ? tally.answered() : tally.noAnswer()),
                "",
                "",
                question.after().isPresent() ? "対象" + tally.asked() + "件" : ""));
        return Stream.concat(lines, rest);
    }

    private static String text(long number) {
        return String.valueOf(number);
    }
}
