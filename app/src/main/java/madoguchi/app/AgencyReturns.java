package madoguchi.app;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import madoguchi.review.Agency;
import madoguchi.stats.ReturnFigure;
import madoguchi.stats.ReturnedReceipt;
import madoguchi.stats.Returns;

/** 統計から見た審査支払 – the finished runs of the agency in this process, in the words of the statistics. */
final class AgencyReturns implements Returns {

    private final Agency agency;

    AgencyReturns(Agency agency) {
        this.agency = agency;
    }

    @Override
    public List<ReturnFigure> between(YearMonth from, YearMonth through) {
        return Stream.iterate(from, month -> !month.isAfter(through), month -> month.plusMonths(1))
                .flatMap(month -> agency.figures(month).stream()
                        .map(one -> ReturnWords.figure(
                                month, one.rule(), one.outcome(), one.receipts(), OptionalLong.of(one.points()))))
                .toList();
    }

    @Override
    public List<ReturnedReceipt> receipts(YearMonth claimed, String rule, String after, int most) {
        Matcher seen = ReturnWords.REFERENCE.matcher(after);
        boolean begins = !seen.matches();
        return agency
                .receipts(
                        claimed,
                        rule,
                        begins ? 0 : ReturnWords.number(seen.group(1)),
                        begins ? 0 : Long.parseLong(seen.group(2)),
                        most)
                .stream()
                .map(one -> new ReturnedReceipt(
                        one.file() + "/" + one.ordinal(),
                        Long.toString(one.file()),
                        one.ordinal(),
                        "",
                        "",
                        one.claimed(),
                        one.found(),
                        OptionalLong.of(one.points()),
                        Optional.empty()))
                .toList();
    }
}
