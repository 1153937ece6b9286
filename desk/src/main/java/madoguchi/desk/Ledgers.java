package madoguchi.desk;

import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import madoguchi.charge.CapLedger;
import madoguchi.charge.LedgerFact;
import madoguchi.charge.LedgerOf;
import madoguchi.charge.SharedLedgers;
import madoguchi.charge.SharedLedgers.Told;
import madoguchi.core.Problem;
import madoguchi.core.Text;

/*
 * Where the hub keeps a ledger of a certificate, that one counts, and nothing of it is kept here: two copies would drift apart. Where it keeps none – the paper ledger as
 * of old – this facility's own does. While the hub cannot be reached nothing is written at all: the paper takes the entry, and it is copied when the line is back. Lines
 * written here before a ledger was shared are shown beside it, each to be handed over or taken back by a person, since the same payment may stand there already.
 */

/** 管理票の読み書き – the shared ledgers where there are any, else this facility's own. */
final class Ledgers {

    private static final int YEAR = 12;

    private final LedgerStore store;
    private final SharedLedgers shared;

    Ledgers(LedgerStore store, SharedLedgers shared) {
        this.store = store;
        this.shared = shared;
    }

    /** 書き込みの結果. */
    sealed interface Written {
        /** 記入した. */
        record Done() implements Written {}

        /** 先を越された – nothing was written. */
        record Overtaken(long runningYen) implements Written {}

        /** 断られた – nothing was written. */
        record Refused(List<Problem> problems) implements Written {}

        /** 届かない – nothing was written here, and what the hub did is said in the words. */
        record Lost(Text detail) implements Written {}
    }

    /**
     * A ledger.
     *
     * @param key as this facility names it
     * @param of as the hub is asked; absent where that cannot be said
     */
    LedgerRead read(LedgerKey key, Optional<LedgerOf> of, Optional<Long> ceiling) {
        return switch (of.map(shared::read).orElseGet(Told.NotKept::new)) {
            case Told.Kept(var facts, var ours, var totals) ->
                new LedgerRead(
                        CapLedger.of(facts, ceiling),
                        true,
                        ours,
                        CapLedger.of(store.facts(key), Optional.empty()),
                        totals,
                        Optional.empty());
            case Told.Unreachable(var detail, var perhaps) -> own(key, ceiling, Optional.of(detail));
            case Told.NotKept _, Told.Overtaken _, Told.Refused _ -> own(key, ceiling, Optional.empty());
        };
    }

    /** This facility's own ledger; {@code trouble} says why a shared one is not known. */
    LedgerRead own(LedgerKey key, Optional<Long> ceiling, Optional<Text> trouble) {
        Map<YearMonth, Long> totals = new HashMap<>();
        store.between(key, key.month().minusMonths(YEAR - 1L))
                .forEach((month, ledger) -> totals.put(month, ledger.totalYen()));
        return new LedgerRead(
                CapLedger.of(store.facts(key), ceiling),
                false,
                Set.of(),
                CapLedger.of(List.of(), Optional.empty()),
                totals,
                trouble);
    }

    /**
     * Adds facts to whichever ledger counts, all of them or none.
     *
     * @param seenYen the running total the writer saw
     */
    Written write(
            LedgerKey key, Optional<LedgerOf> of, long seenYen, List<LedgerFact> facts, String operator, Instant at) {
        return switch (of.map(asked -> shared.write(asked, seenYen, facts, operator))
                .orElseGet(Told.NotKept::new)) {
            case Told.Kept _ -> new Written.Done();
            case Told.Overtaken(var now) ->
                new Written.Overtaken(
                        CapLedger.of(now.facts(), Optional.empty()).runningYen());
            case Told.Refused(var problems) -> new Written.Refused(problems);
            case Told.Unreachable(var detail, var perhaps) -> new Written.Lost(detail);
            case Told.NotKept _ -> atHome(key, seenYen, facts, operator, at);
        };
    }

    private Written atHome(LedgerKey key, long seenYen, List<LedgerFact> facts, String operator, Instant at) {
        return switch (store.append(key, seenYen, facts, operator, at)) {
            case LedgerStore.Written.Done() -> new Written.Done();
            case LedgerStore.Written.Overtaken(var running) -> new Written.Overtaken(running);
        };
    }

    /** Hands a line that stands here alone over to the shared ledger; it counts there from then on. Taken over first and only then struck here: a line is never lost. */
    Written handOver(LedgerKey key, LedgerOf of, long seenYen, int no, String operator, Instant at) {
        Optional<CapLedger.Line> line = alone(key, no);
        if (line.isEmpty()) {
            return gone();
        }
        return switch (shared.write(
                of, seenYen, List.of(new LedgerFact.Entered(line.get().entry())), operator)) {
            case Told.Kept _ -> drop(key, no, operator, at);
            case Told.Overtaken(var now) ->
                new Written.Overtaken(
                        CapLedger.of(now.facts(), Optional.empty()).runningYen());
            case Told.Refused(var problems) -> new Written.Refused(problems);
            case Told.Unreachable(var detail, var perhaps) -> new Written.Lost(detail);
            case Told.NotKept _ -> gone();
        };
    }

    /** Takes back a line that stands here alone. */
    Written drop(LedgerKey key, int no, String operator, Instant at) {
        return alone(key, no).isEmpty()
                ? gone()
                : atHome(
                        key,
                        CapLedger.of(store.facts(key), Optional.empty()).runningYen(),
                        List.of(new LedgerFact.Struck(no)),
                        operator,
                        at);
    }

    private Optional<CapLedger.Line> alone(LedgerKey key, int no) {
        return CapLedger.of(store.facts(key), Optional.empty()).lines().stream()
                .filter(line -> line.no() == no)
                .findFirst();
    }

    private static Written gone() {
        return new Written.Refused(List.of(Problem.at("line", "その行はもうここにありません。", "That line is not here any more.")));
    }
}
