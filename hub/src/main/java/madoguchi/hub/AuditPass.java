package madoguchi.hub;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.LongStream;
import madoguchi.hub.Evidence.Witness;

/*
 * One walk over the entries in the order of their numbers.
 *
 * 1. Each row is hashed under its own number with the hash it says it follows. If that is not the hash it carries, the row is a suspect.
 * 2. A row that is sound but follows another hash than the one before it carries tells on the row before: that one was changed together with its hash.
 * 3. A number that is not there was removed. Nothing is known about rows before the chain began.
 * 4. Where a checkpoint speaks about an entry, the hashes must agree. If they do not although rows and links were sound since the last agreement, the chain was made anew.
 * 5. At the end: numbers that a checkpoint or the note outside the database knows and the table has not were cut off. Each suspect that was soundly written under the
 *    number of another suspect, or of a missing entry, was moved; the others were changed.
 *
 * Kept in memory: the row before, and at most a thousand suspects and findings.
 */

/** 監査の一巡 – takes the entries one after the other and says what is wrong. */
final class AuditPass {

    private static final int MOST = 1_000;

    private final AuditRange range;
    private final Evidence evidence;
    private final List<Witness> witnesses;
    private final OptionalLong firstChained;
    private final TreeMap<Long, AuditFinding> findings = new TreeMap<>();
    private final List<ChainedRow> suspects = new ArrayList<>();
    private final List<Long> missing = new ArrayList<>();
    private Optional<ChainedRow> before = Optional.empty();
    private boolean beforeIsSuspect;
    private OptionalLong chainBegan;
    private long expected;
    private long first;
    private long entries;
    private long notChained;
    private long more;
    private int nextWitness;
    private long agreedUpTo;
    private boolean disagreed;

    AuditPass(AuditRange range, Evidence evidence) {
        this.range = range;
        this.evidence = evidence;
        this.witnesses = evidence.witnesses();
        this.firstChained = evidence.firstChained();
        this.chainBegan = firstChained;
        this.expected = range.from().orElse(1L);
        this.agreedUpTo = Math.max(expected, firstChained.orElse(1)) - 1;
    }

    /** The row before the range, where the range begins within the log. */
    void startAfter(ChainedRow row) {
        before = Optional.of(row);
    }

    long entries() {
        return entries;
    }

    void take(ChainedRow row) {
        first = entries == 0 ? row.id() : first;
        entries++;
        gap(row.id());
        if (row.isChained()) {
            chainBegan = OptionalLong.of(chainBegan.orElse(row.id()));
            chained(row);
        } else {
            beforeIsSuspect = hasBegun(row.id());
            unchained(row);
        }
        before = Optional.of(row);
        expected = row.id() + 1;
        hear(row);
    }

    /** Numbers below the first chained entry were given by another rule, which left gaps. */
    private void gap(long next) {
        long from = Math.max(expected, chainBegan.orElse(next));
        if (from < next) {
            found(from, new AuditFinding.Removed(from, next - 1));
            remember(from, next - 1);
        }
        if (next != expected) {
            before = Optional.empty();
        }
    }

    private void remember(long from, long to) {
        LongStream.rangeClosed(from, to)
                .limit(Math.max(0, MOST - missing.size()))
                .forEach(missing::add);
    }

    private boolean hasBegun(long entry) {
        return chainBegan.isPresent() && entry >= chainBegan.getAsLong();
    }

    private void unchained(ChainedRow row) {
        if (hasBegun(row.id())) {
            found(row.id(), new AuditFinding.Unchained(row.id()));
        } else {
            notChained++;
        }
    }

    private void chained(ChainedRow row) {
        boolean sound = row.wasWrittenAs(row.id());
        if (!sound) {
            suspect(row);
        } else if (!followsWhatIsBefore(row)) {
            boolean blamed = before.filter(ChainedRow::isChained).isPresent();
            if (!blamed) {
                found(row.id(), new AuditFinding.Changed(row.id()));
            } else if (!beforeIsSuspect && range.holds(row.id() - 1)) {
                found(row.id() - 1, new AuditFinding.Changed(row.id() - 1));
            }
        }
        beforeIsSuspect = !sound;
    }

    /** True also where nothing is known about the row before. */
    private boolean followsWhatIsBefore(ChainedRow row) {
        if (firstChained.isPresent() && row.id() == firstChained.getAsLong()) {
            return row.previous().equals(Optional.of(Chain.genesis(row.id() - 1)));
        }
        return before.flatMap(ChainedRow::hash)
                .map(hash -> row.previous().equals(Optional.of(hash)))
                .orElse(true);
    }

    private void suspect(ChainedRow row) {
        if (suspects.size() < MOST) {
            suspects.add(row);
        } else {
            more++;
        }
    }

    private void hear(ChainedRow row) {
        while (nextWitness < witnesses.size() && witnesses.get(nextWitness).entry() <= row.id()) {
            Witness witness = witnesses.get(nextWitness++);
            if (witness.entry() == row.id()) {
                compare(row, witness);
            }
        }
    }

    private void compare(ChainedRow row, Witness witness) {
        if (row.hash().equals(Optional.of(witness.hash()))) {
            agreedUpTo = row.id();
            disagreed = false;
        } else if (!disagreed && !isFaultyBetween(agreedUpTo, row.id())) {
            disagreed = true;
            found(
                    row.id(),
                    new AuditFinding.Rewritten(
                            Math.max(agreedUpTo + 1, range.from().orElse(1L)), row.id(), witness.signedAt()));
        }
    }

    private boolean isFaultyBetween(long after, long to) {
        return !findings.subMap(after, false, to, true).isEmpty()
                || suspects.stream().anyMatch(row -> row.id() > after && row.id() <= to);
    }

    private void found(long entry, AuditFinding finding) {
        if (findings.size() < MOST) {
            findings.putIfAbsent(entry, finding);
        } else {
            more++;
        }
    }

    AuditReport report() {
        end();
        for (ChainedRow row : suspects) {
            Optional<Long> written = whereWritten(row);
            found(
                    row.id(),
                    written.<AuditFinding>map(number -> new AuditFinding.Moved(row.id(), number))
                            .orElse(new AuditFinding.Changed(row.id())));
        }
        List<AuditFinding> all = new ArrayList<>(evidence.findings());
        if (entries == 0) {
            all.removeIf(AuditFinding.NoCheckpoint.class::isInstance);
        }
        all.addAll(findings.values());
        return new AuditReport(
                first,
                entries == 0 ? 0 : expected - 1,
                entries,
                notChained,
                evidence.checkpoints(),
                all.stream().limit(MOST).toList(),
                more + Math.max(0, all.size() - MOST));
    }

    /** What is known to have been written after the last row there is. */
    private void end() {
        long known = witnesses.stream().mapToLong(Witness::entry).max().orElse(0);
        long last = Math.min(known, range.to().orElse(known));
        long from = Math.max(expected, chainBegan.orElse(expected));
        if (from <= last) {
            found(
                    from,
                    range.to().isPresent()
                            ? new AuditFinding.Removed(from, last)
                            : new AuditFinding.Truncated(from, last));
            remember(from, last);
        }
    }

    private Optional<Long> whereWritten(ChainedRow row) {
        return java.util.stream.Stream.concat(
                        suspects.stream()
                                .map(ChainedRow::id)
                                .sorted(Comparator.comparingLong(id -> Math.abs(id - row.id()))),
                        missing.stream())
                .filter(number -> number != row.id() && row.wasWrittenAs(number))
                .findFirst();
    }
}
