package madoguchi.app;

import java.time.YearMonth;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import madoguchi.claims.ResultsView;
import madoguchi.claims.ReturnReason;
import madoguchi.core.Text;
import madoguchi.settle.Outcome;
import madoguchi.settle.SettleRule;
import madoguchi.settle.SettleRules;
import madoguchi.stats.ReturnFigure;

/** 処理結果の言葉 – what a rule and an outcome of settling are called in the figures, at a facility and at the agency alike. */
final class ReturnWords {

    /** 受付番号 and place: {@code 202605-000000012/17}; short enough to be numbers. */
    static final Pattern REFERENCE = Pattern.compile("([0-9-]{1,18})/([0-9]{1,18})");

    private ReturnWords() {}

    static ReturnFigure figure(YearMonth month, String rule, String outcome, long receipts, OptionalLong points) {
        Outcome known = Outcome.valueOf(outcome);
        return new ReturnFigure(
                month,
                rule,
                reason(rule),
                ResultsView.outcome(new ReturnReason(month.toString(), rule, outcome, receipts)),
                fate(known),
                receipts,
                points);
    }

    private static Text reason(String rule) {
        return SettleRules.all().stream()
                .filter(known -> known.id().equals(rule))
                .map(SettleRule::reason)
                .findFirst()
                .orElse(Text.same(rule));
    }

    private static ReturnFigure.Fate fate(Outcome outcome) {
        return switch (outcome) {
            case UNCHANGED, PUBLIC_ONLY -> ReturnFigure.Fate.UNCHANGED;
            case BRANCH_FILLED, NOT_CONFIRMED, TRANSFERRED, SPLIT, BILLED_AS_CLAIMED, NOT_SPLIT, PASSED_ON ->
                ReturnFigure.Fate.CHANGED;
            case RETURNED_COLLECTED, RETURNED_DEATH, RETURNED_INCOMPLETE, UNREADABLE -> ReturnFigure.Fate.RETURNED;
        };
    }

    /** The number of a reception with or without its dash. */
    static long number(String reception) {
        String digits = reception.replace("-", "");
        return digits.isEmpty() ? 0 : Long.parseLong(digits);
    }
}
