package madoguchi.survey;

import java.time.LocalDate;
import java.util.List;
import madoguchi.core.Text;

/**
 * 調査結果 – all that a report of one round shows.
 *
 * @param number 第n弾
 * @param first its first day
 * @param last its last day, inclusive
 * @param simulated whether the answers are invented
 * @param rate valid answers of those addressed
 * @param tabulation the figures
 * @param history the rounds published before, with this one
 * @param checks published figures beside ours; empty for rounds that are not published
 * @param doubts what is odd in the source
 * @param issuedOn the day of issue
 */
public record RoundReport(
        int number,
        LocalDate first,
        LocalDate last,
        boolean simulated,
        Share rate,
        Tabulation tabulation,
        List<SurveyRound> history,
        List<Published> checks,
        List<Text> doubts,
        LocalDate issuedOn) {

    /** Copies the lists. */
    public RoundReport {
        history = List.copyOf(history);
        checks = List.copyOf(checks);
        doubts = List.copyOf(doubts);
    }

    /** 回収率の推移 – the published rounds up to this one; this one stands in {@link #rate}. */
    public List<SurveyRound> past() {
        return history.stream().filter(round -> round.number() < number).toList();
    }

    /** 公表値と違うもの. */
    public List<Published> differences() {
        return checks.stream().filter(check -> !check.agrees()).toList();
    }
}
