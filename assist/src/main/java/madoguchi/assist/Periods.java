package madoguchi.assist;

import java.time.LocalDate;
import madoguchi.core.Period;
import madoguchi.core.Text;
import madoguchi.policy.Rule;

/** 期間の言葉 – the days on which something holds, both ends inclusive. */
final class Periods {

    private Periods() {}

    static Text written(Period period) {
        String from = period.from().equals(Rule.OPEN_START) ? "" : period.from().toString();
        String last = period.lastDay().map(LocalDate::toString).orElse("");
        if (from.isEmpty() && last.isEmpty()) {
            return new Text("期間の定めなし", "not bound to days");
        }
        return new Text(
                (from.isEmpty() ? "" : from + "から") + (last.isEmpty() ? "" : last + "まで"),
                (from.isEmpty() ? "" : "from " + from)
                        + (from.isEmpty() || last.isEmpty() ? "" : " ")
                        + (last.isEmpty() ? "" : "through " + last));
    }
}
