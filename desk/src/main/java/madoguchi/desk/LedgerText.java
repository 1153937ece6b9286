package madoguchi.desk;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import madoguchi.charge.Accumulator;
import madoguchi.charge.LedgerEntry;
import madoguchi.charge.Service;
import madoguchi.core.Parsed;
import madoguchi.core.Problem;
import madoguchi.core.Typed;

/**
 * 管理票の書き写し – reads the lines of a paper 上限額管理票 as typed: 日, 医療機関, 種類, 医療費総額, 自己負担額, and 累積額 where it is printed. Comma, 、 or tab between. Pure; every fault of every line is told with its
 * number, and the running total is held against what the paper says.
 */
final class LedgerText {

    private static final int LEAST = 5;
    private static final int MOST = 6;
    private static final int LONGEST = 100;

    private LedgerText() {}

    /**
     * The entries in order.
     *
     * @param text what was typed
     * @param month 月 of the ledger: every day lies in it
     * @param total the ledger's total: every line runs into it
     * @param runningYen the running total before the first line
     */
    static Parsed<List<LedgerEntry>> read(String text, YearMonth month, Accumulator total, long runningYen) {
        List<LedgerEntry> entries = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        long running = runningYen;
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).isBlank()) {
                continue;
            }
            String place = Integer.toString(i + 1);
            List<String> cells = Arrays.stream(lines.get(i).split("[,、，\t]", -1))
                    .map(String::strip)
                    .toList();
            switch (line(place, cells, month, total)) {
                case Parsed.Faults<LedgerEntry>(var faults) -> problems.addAll(faults);
                case Parsed.Value<LedgerEntry>(var entry) -> {
                    entries.add(entry);
                    running += entry.paidYen();
                    problems.addAll(runs(place, cells, running, problems.isEmpty()));
                }
            }
        }
        if (entries.isEmpty() && problems.isEmpty()) {
            problems.add(Problem.at("1", "書き写す行がありません。", "There is no line to copy."));
        }
        return problems.isEmpty() ? Parsed.of(List.copyOf(entries)) : new Parsed.Faults<>(problems);
    }

    private static Parsed<LedgerEntry> line(String place, List<String> cells, YearMonth month, Accumulator total) {
        if (cells.size() < LEAST || cells.size() > MOST) {
            return Parsed.fault(
                    place,
                    "日、医療機関、種類、医療費総額、自己負担額（、累積額）の順にコンマで区切ってください。",
                    "Day, facility, kind, total cost, paid (and running total), with commas between.");
        }
        Parsed<LocalDate> day = day(place, cells.get(0), month);
        Parsed<String> facility = facility(place, cells.get(1));
        Parsed<Service> service = service(place, cells.get(2), total);
        Parsed<Long> cost = yen(place, cells.get(3), "医療費総額", "total cost");
        Parsed<Long> paid = yen(place, cells.get(4), "自己負担額", "amount paid");
        List<Problem> problems = Parsed.problems(day, facility, service, cost, paid);
        if (!problems.isEmpty()) {
            return new Parsed.Faults<>(problems);
        }
        if (paid.orElseThrow() > cost.orElseThrow()) {
            return Parsed.fault(place, "自己負担額が医療費総額より多くなっています。", "More was paid than the total cost.");
        }
        return Parsed.of(new LedgerEntry(
                day.orElseThrow(),
                facility.orElseThrow(),
                service.orElseThrow(),
                cost.orElseThrow(),
                paid.orElseThrow(),
                LedgerEntry.Source.PAPER_TRANSCRIBED));
    }

    /* The day of the month, alone or as the last part of a date. */
    private static Parsed<LocalDate> day(String place, String typed, YearMonth month) {
        String[] parts =
                Typed.halfWidth(typed).replace('月', '/').replace("日", "").split("[/.-]", -1);
        String last = parts[parts.length - 1];
        boolean otherMonth = parts.length > 1
                && !parts[parts.length - 2].equals(Integer.toString(month.getMonthValue()))
                && !parts[parts.length - 2].equals("0" + month.getMonthValue());
        if (Typed.isDigits(last) && last.length() <= 2 && !otherMonth) {
            try {
                return Parsed.of(month.atDay(Integer.parseInt(last)));
            } catch (DateTimeException none) {
                return dayFault(place, month);
            }
        }
        return dayFault(place, month);
    }

    private static Parsed<LocalDate> dayFault(String place, YearMonth month) {
        return Parsed.fault(
                place, "日は" + month.getMonthValue() + "月の日で入れてください（例 5）。", "The day is one of month " + month + ".");
    }

    private static Parsed<String> facility(String place, String typed) {
        return typed.isEmpty() || typed.length() > LONGEST
                ? Parsed.fault(place, "医療機関の名を入れてください。", "Type the name of the facility.")
                : Parsed.of(typed);
    }

    private static Parsed<Service> service(String place, String typed, Accumulator total) {
        Optional<Service> service = Arrays.stream(Service.values())
                .filter(one ->
                        one.label().ja().replace(" 外来", "").replace(" ", "").equals(typed.replace(" ", "")))
                .findFirst();
        if (service.isEmpty()) {
            return Parsed.fault(
                    place, "種類は 医科・医科入院・歯科・歯科入院・薬局・訪問看護 のどれかです。", "The kind is one of 医科, 医科入院, 歯科, 歯科入院, 薬局, 訪問看護.");
        }
        return total.counts(service.get())
                ? Parsed.of(service.get())
                : Parsed.fault(place, "この種類は、この累計に入りません。", "This kind does not run into this total.");
    }

    private static Parsed<Long> yen(String place, String typed, String ja, String en) {
        return SubsidyForm.yen(place, typed) instanceof Parsed.Value<Optional<Long>>(var yen) && yen.isPresent()
                ? Parsed.of(yen.get())
                : Parsed.fault(place, ja + "を円の数字で入れてください。", "Type the " + en + " as a number of yen.");
    }

    /* After a faulty line the sum is not known, so that only the first difference is told. */
    private static List<Problem> runs(String place, List<String> cells, long running, boolean known) {
        if (cells.size() < MOST || !known) {
            return List.of();
        }
        Parsed<Long> printed = yen(place, cells.get(MOST - 1), "累積額", "running total");
        if (printed instanceof Parsed.Value<Long>(var yen) && yen != running) {
            return List.of(Problem.at(
                    place,
                    "累積額が合いません。紙は" + yen + "円、計算では" + running + "円です。抜けた行か、打ち間違いを見てください。",
                    "The running total differs: " + yen + " on paper, " + running
                            + " reckoned. Look for a missing line or a slip."));
        }
        return printed.problems();
    }
}
