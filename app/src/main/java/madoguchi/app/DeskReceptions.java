package madoguchi.app;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import madoguchi.desk.VisitTrace;
import madoguchi.desk.VisitTraces;
import madoguchi.stats.Difficulty;
import madoguchi.stats.Happening;
import madoguchi.stats.Reception;
import madoguchi.stats.Receptions;

/** 統計から見た受付簿 – the desk's visit log in the words of the statistics. */
final class DeskReceptions implements Receptions {

    private final VisitTraces traces;

    DeskReceptions(VisitTraces traces) {
        this.traces = traces;
    }

    @Override
    public List<Reception> between(LocalDate from, LocalDate through) {
        return traces.between(from, through).stream()
                .map(trace -> new Reception(
                        trace.visit(),
                        trace.receivedAt(),
                        trace.facts().stream()
                                .filter(fact -> !isNotAsked(fact))
                                .map(DeskReceptions::happening)
                                .toList()))
                .toList();
    }

    private static boolean isNotAsked(VisitTrace.Fact fact) {
        return fact instanceof VisitTrace.Answered answered
                && answered.outcome().equals("NotAsked");
    }

    private static Happening happening(VisitTrace.Fact fact) {
        return switch (fact) {
            case VisitTrace.Answered answered ->
                new Happening.Answered(
                        answered.at(),
                        answered.kind(),
                        answered.byItself(),
                        result(answered.outcome()),
                        answered.code(),
                        answered.circles(),
                        differs(answered.differs()));
            case VisitTrace.Showed(var at, var shown) -> new Happening.Showed(at, shown);
            case VisitTrace.Saw(var at, var evidence) -> new Happening.Saw(at, evidence);
            case VisitTrace.Decided(var at, var reason) -> new Happening.Decided(at, reason);
        };
    }

    private static Happening.Result result(String outcome) {
        return switch (outcome) {
            case "Active", "ActiveUnregistered" -> Happening.Result.ACTIVE;
            case "Inactive", "InactiveNewExists" -> Happening.Result.INACTIVE;
            case "NotFound" -> Happening.Result.NOT_FOUND;
            case "Ambiguous" -> Happening.Result.AMBIGUOUS;
            default -> Happening.Result.NOBODY;
        };
    }

    private static Set<Difficulty> differs(Set<VisitTrace.Item> items) {
        Set<Difficulty> found = EnumSet.noneOf(Difficulty.class);
        items.forEach(item -> found.add(
                switch (item) {
                    case NAME_OR_ADDRESS -> Difficulty.NAME_OR_ADDRESS;
                    case SHARE -> Difficulty.SHARE;
                }));
        return found;
    }
}
