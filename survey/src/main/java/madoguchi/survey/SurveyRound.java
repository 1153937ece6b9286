package madoguchi.survey;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * 調査の回 – one round as it was published (seed 003, 「調査の実施・記者会見」).
 *
 * @param number 第n弾
 * @param first its first day
 * @param last its last day, inclusive
 * @param days 「n日分」 as published
 * @param answers valid answers
 * @param percent the published rate, with one decimal
 * @param base addressees; absent where it was not published
 * @param received all answers before duplicates were taken out, where published
 * @param source where it stands
 */
public record SurveyRound(
        int number,
        LocalDate first,
        LocalDate last,
        int days,
        long answers,
        String percent,
        OptionalLong base,
        OptionalLong received,
        String source) {

    /**
     * 母数の範囲 – all numbers of addressees that give the published rate.
     *
     * @param least inclusive
     * @param most inclusive
     */
    public record Bases(long least, long most) {}

    /** 既刊の回 – the seven rounds of the source, in order. */
    public static List<SurveyRound> published() {
        return Resources.rows("rounds.csv").stream()
                .map(row -> new SurveyRound(
                        Integer.parseInt(row.getField("round")),
                        LocalDate.parse(row.getField("first")),
                        LocalDate.parse(row.getField("last")),
                        Integer.parseInt(row.getField("days")),
                        Long.parseLong(row.getField("answers")),
                        row.getField("percent"),
                        number(row.getField("base")),
                        number(row.getField("received")),
                        row.getField("source")))
                .toList();
    }

    private static OptionalLong number(String cell) {
        return cell.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(cell));
    }

    /** 日数 – of the period, both ends counted. */
    public long length() {
        return ChronoUnit.DAYS.between(first, last) + 1;
    }

    /** 回収率 – computed, where the base is known. */
    public Optional<Share> rate() {
        return base.isPresent() ? Optional.of(new Share(answers, base.getAsLong())) : Optional.empty();
    }

    /** The bases that agree with the published rate; a rate rounded half up is t tenths of a per cent when (2t − 1) / 2000 ≤ answers / base &lt; (2t + 1) / 2000. */
    public Bases bases() {
        long tenths = Long.parseLong(percent.replace(".", ""));
        return new Bases(2000 * answers / (2 * tenths + 1) + 1, 2000 * answers / (2 * tenths - 1));
    }
}
