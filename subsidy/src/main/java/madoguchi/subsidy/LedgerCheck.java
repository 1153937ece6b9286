package madoguchi.subsidy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import madoguchi.charge.Accumulator;
import madoguchi.charge.LedgerEntry;
import madoguchi.charge.LedgerFact;
import madoguchi.core.Problem;

/** 記入の確かめ – what is against facts that a facility wants to write in a shared ledger; everything at once, by their place from 1. Pure. */
final class LedgerCheck {

    private static final int MOST = 100;
    private static final long MOST_YEN = 1_000_000_000;
    private static final int OPERATOR = 64;

    private final YearMonth month;
    private final Accumulator total;
    private final LocalDate today;

    LedgerCheck(YearMonth month, Accumulator total, LocalDate today) {
        this.month = month;
        this.total = total;
        this.today = today;
    }

    /**
     * All that is against it.
     *
     * @param present the facts that stand already
     * @param ours the numbers of those that this facility wrote
     */
    List<Problem> problems(List<LedgerFact> entered, String operator, List<LedgerFact> present, Set<Integer> ours) {
        List<Problem> problems = new ArrayList<>();
        if (entered.isEmpty() || entered.size() > MOST) {
            problems.add(Problem.at("facts", "記入は1～100件ずつ送ってください。", "Send 1 to 100 entries at once."));
        }
        if (operator.isBlank() || operator.length() > OPERATOR) {
            problems.add(Problem.at("operator", "記入した人を1～64文字で入れてください。", "Name who enters it, 1 to 64 characters."));
        }
        for (int i = 0; i < entered.size(); i++) {
            String place = Integer.toString(i + 1);
            switch (entered.get(i)) {
                case LedgerFact.Entered(var entry) -> problems.addAll(entry(place, entry));
                case LedgerFact.Struck(int no) ->
                    strike(place, no, present, ours).ifPresent(problems::add);
            }
        }
        return problems;
    }

    private List<Problem> entry(String place, LedgerEntry entry) {
        List<Problem> problems = new ArrayList<>();
        if (!YearMonth.from(entry.day()).equals(month)) {
            problems.add(Problem.at(place, "この票の月の日ではありません。", "The day does not lie in the month of the ledger."));
        }
        if (entry.day().isAfter(today)) {
            problems.add(Problem.at(place, "まだ来ていない日です。", "The day has not come yet."));
        }
        if (!total.counts(entry.service())) {
            problems.add(Problem.at(place, "この種類の診療は、この累計に入りません。", "This kind of care does not run into this total."));
        }
        if (entry.source() == LedgerEntry.Source.PMH) {
            problems.add(Problem.at(
                    place,
                    "ほかの施設の記入を送ることはできません。紙から書き写した行として送ってください。",
                    "What another facility entered cannot be sent; send it as copied from paper."));
        }
        if (entry.totalYen() > MOST_YEN) {
            problems.add(Problem.at(place, "医療費総額が大きすぎます。", "The total cost is too high."));
        }
        return problems;
    }

    private static Optional<Problem> strike(String place, int no, List<LedgerFact> present, Set<Integer> ours) {
        if (no < 1 || no > present.size() || !(present.get(no - 1) instanceof LedgerFact.Entered)) {
            return Optional.of(Problem.at(place, "取り消す行がありません。", "There is no such line."));
        }
        if (!ours.contains(no)) {
            return Optional.of(Problem.at(
                    place,
                    "ほかの施設が記入した行は取り消せません。その施設に連絡してください。",
                    "A line that another facility entered cannot be taken back here. Ask that facility."));
        }
        return present.contains(new LedgerFact.Struck(no))
                ? Optional.of(Problem.at(place, "もう取り消されています。", "It was taken back before."))
                : Optional.empty();
    }
}
