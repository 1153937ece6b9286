package madoguchi.policy;

import java.util.ArrayList;
import java.util.List;
import madoguchi.core.Period;

/** 判定の窓口 – decides receptions by one table of rules. Pure and total: the same reception always gets the same determination, and every reception gets one. */
public final class Policy {

    private final RuleTable table;

    /** A policy that decides by this table. */
    public Policy(RuleTable table) {
        this.table = table;
    }

    /** What the desk does next. */
    public Determination determine(Reception reception) {
        return table.decide(reception.day(), reception.situation());
    }

    /** The rows that decide the same situation, over all days and in their order: today's row among those before and after it. */
    public List<RuleInForce> explain(Reception reception) {
        Situation situation = reception.situation();
        List<RuleInForce> timeline = new ArrayList<>();
        for (Period days : table.segments().periods()) {
            append(
                    timeline,
                    new RuleInForce(days, table.decide(days.from(), situation).rule()));
        }
        return List.copyOf(timeline);
    }

    private static void append(List<RuleInForce> timeline, RuleInForce next) {
        if (!timeline.isEmpty() && timeline.getLast().rule().equals(next.rule())) {
            Period joined = new Period(
                    timeline.removeLast().period().from(), next.period().end());
            timeline.add(new RuleInForce(joined, next.rule()));
        } else {
            timeline.add(next);
        }
    }
}
