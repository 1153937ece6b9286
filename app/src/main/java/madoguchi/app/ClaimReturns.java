package madoguchi.app;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import madoguchi.claims.Claims;
import madoguchi.stats.ReturnFigure;
import madoguchi.stats.ReturnedReceipt;
import madoguchi.stats.Returns;

/** 統計から見た結果の手紙 – what the agency's letters that this facility took in say, in the words of the statistics. */
final class ClaimReturns implements Returns {

    private final Claims claims;

    ClaimReturns(Claims claims) {
        this.claims = claims;
    }

    @Override
    public List<ReturnFigure> between(YearMonth from, YearMonth through) {
        return claims.reasons().stream()
                .map(one -> ReturnWords.figure(
                        YearMonth.parse(one.month()), one.rule(), one.outcome(), one.receipts(), OptionalLong.empty()))
                .filter(one -> !one.claimed().isBefore(from) && !one.claimed().isAfter(through))
                .toList();
    }

    @Override
    public List<ReturnedReceipt> receipts(YearMonth claimed, String rule, String after, int most) {
        Matcher seen = ReturnWords.REFERENCE.matcher(after);
        boolean begins = !seen.matches();
        return claims
                .ruled(claimed, rule, begins ? "" : seen.group(1), begins ? 0 : Long.parseLong(seen.group(2)), most)
                .stream()
                .map(one -> new ReturnedReceipt(
                        one.reception() + "/" + one.ordinal(),
                        one.reception(),
                        one.ordinal(),
                        one.chart(),
                        one.serviceMonth(),
                        one.claimed(),
                        one.found(),
                        OptionalLong.empty(),
                        Optional.of(one.done())))
                .toList();
    }
}
