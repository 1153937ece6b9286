package madoguchi.charge;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import madoguchi.core.Problem;
import madoguchi.core.Text;

/**
 * 共有の上限額管理票 – the port through which a facility reads and writes the ledgers that all facilities share ({@code pmh.md} §1 "Image": a demonstration of PMH; the form is OURS). In whose name it speaks is settled by
 * whoever hands it out: a client certificate, or the hub's own wiring. Every trouble is a value.
 */
public interface SharedLedgers {

    /** What became of a question or an entry. */
    sealed interface Told {

        /**
         * 票のいまの姿.
         *
         * @param facts in their order; what another facility took is {@link LedgerEntry.Source#PMH}
         * @param ours the numbers of the facts that this facility wrote, from 1; only these can it take back
         * @param totals 医療費総額 by month: this month and the eleven before, where there is any
         */
        record Kept(List<LedgerFact> facts, Set<Integer> ours, Map<YearMonth, Long> totals) implements Told {
            /** Copies the collections. */
            public Kept {
                facts = List.copyOf(facts);
                ours = Set.copyOf(ours);
                totals = Map.copyOf(totals);
            }
        }

        /**
         * 先を越された – somebody wrote meanwhile; nothing was written.
         *
         * @param now the ledger as it stands
         */
        record Overtaken(Kept now) implements Told {}

        /** 共有されていない – there is no shared ledger of it: not registered, hidden (不開示), another birth date, or somebody does not take part. Which of these is not told; the paper ledger goes on. */
        record NotKept() implements Told {}

        /** 断られた – what was to be written cannot be; nothing was written. */
        record Refused(List<Problem> problems) implements Told {
            /** Copies the list. */
            public Refused {
                problems = List.copyOf(problems);
            }
        }

        /**
         * 届かない – nobody answered.
         *
         * @param detail what happened
         * @param perhapsWritten whether an entry may have arrived all the same: the line broke after it was sent
         */
        record Unreachable(Text detail, boolean perhapsWritten) implements Told {}
    }

    /** The ledger as it stands: {@link Told.Kept}, {@link Told.NotKept} or {@link Told.Unreachable}. */
    Told read(LedgerOf ledger);

    /**
     * Adds facts, all of them or none: {@link Told.Kept} with them in it, or what is against it.
     *
     * @param seenYen the running total the writer saw; when it is another by now, {@link Told.Overtaken}
     * @param facts 1 to 100; entries of the month that run into the total, and strikes of this facility's own
     * @param operator who wrote it, as the facility calls them, at most 64 characters
     */
    Told write(LedgerOf ledger, long seenYen, List<LedgerFact> facts, String operator);

    /** Where nothing is shared: the paper ledger alone. */
    static SharedLedgers none() {
        return new SharedLedgers() {
            @Override
            public Told read(LedgerOf ledger) {
                return new Told.NotKept();
            }

            @Override
            public Told write(LedgerOf ledger, long seenYen, List<LedgerFact> facts, String operator) {
                return new Told.NotKept();
            }
        };
    }
}
