package madoguchi.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import madoguchi.core.Text;

/**
 * 公表値との突き合わせ – every published figure of the seventh round beside what the rows come to. Differences are told and never mended.
 *
 * @param question question id; empty for figures of the whole round
 * @param figure option code, {@code n}, {@code no-answer}, {@code some}, {@code full.told} …
 * @param published the published figure
 * @param computed what the rows come to
 */
public record Published(String question, String figure, String published, String computed) {

    /** 出典の疑問 – what is odd in the source itself. */
    public static List<Text> doubts() {
        return Resources.rows("source-doubts.csv").stream()
                .map(row -> new Text(row.getField("ja"), row.getField("en")))
                .toList();
    }

    /** Whether both are the same. */
    public boolean agrees() {
        return published.equals(computed);
    }

    /** One row for each figure, counts and percentages apart, in the order of the file. */
    public static List<Published> compare(Tabulation tabulation, SurveyRound round) {
        List<Published> rows = new ArrayList<>();
        for (var row : Resources.rows("published-7.csv")) {
            String question = row.getField("question");
            String figure = row.getField("option");
            Optional<Share> computed =
                    question.isEmpty() ? whole(figure, tabulation, round) : of(figure, tabulation.tally(question));
            computed.ifPresent(share -> {
                rows.add(new Published(question, figure, row.getField("count"), String.valueOf(share.part())));
                if (!row.getField("percent").isEmpty()) {
                    rows.add(new Published(question, figure + " %", row.getField("percent"), share.percent()));
                }
            });
        }
        return List.copyOf(rows);
    }

    private static Optional<Share> whole(String figure, Tabulation tabulation, SurveyRound round) {
        return switch (figure) {
            case "received" -> Optional.of(new Share(tabulation.counted().received(), 0));
            case "valid" -> Optional.of(tabulation.rate(round.base().orElse(0)));
            // Members and addressees are no answers: nothing to compute.
            default -> Optional.empty();
        };
    }

    private static Optional<Share> of(String figure, Tally tally) {
        String[] parts = figure.split("\\.", 2);
        if (parts.length == 2) {
            return Optional.of(new Share(
                    parts[1].equals("told")
                            ? tally.told(parts[0])
                            : tally.numbers(parts[0]).getOrDefault(Integer.valueOf(parts[1]), 0L),
                    0));
        }
        return Optional.of(
                switch (figure) {
                    case "n" -> new Share(tally.answered(), tally.asked());
                    case "no-answer" -> new Share(tally.noAnswer(), tally.asked());
                    case "some" -> new Share(tally.some(), tally.answered());
                    default -> new Share(tally.count(figure), tally.answered());
                });
    }
}
