package madoguchi.hub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import javax.sql.DataSource;

/** 照会記録の監査 – proves the verification log against its own chain, the signed checkpoints, and what was noted outside the database. */
public final class Audit {

    /** How many entries between two words about the progress. */
    private static final long STEP = 10_000;

    private final AuditStore rows;
    private final CheckpointStore checkpoints;
    private final CheckpointFile file;
    private final VerifyingKey key;
    private final Clock clock;

    /**
     * An audit of one database.
     *
     * @param database schema {@code hub}, already migrated
     * @param key the public key of the hub that wrote it
     * @param checkpoints the file outside the database; the audit is weaker, but possible, where there is none
     * @param clock tells when a verification ended
     */
    public Audit(DataSource database, VerifyingKey key, Path checkpoints, Clock clock) {
        this.rows = new AuditStore(database);
        this.checkpoints = new CheckpointStore(database);
        this.file = new CheckpointFile(checkpoints);
        this.key = key;
        this.clock = clock;
    }

    /** Whether there is a file to hold the database against. */
    public boolean hasFile() {
        return file.exists();
    }

    /**
     * Reads the range once, in one state of the database, while the hub goes on writing. Memory grows by about a kilobyte with each checkpoint, not with the entries.
     *
     * @param by who asked for it, for the record of runs; no personal data
     * @param progress told the number of entries read so far, every 10,000
     * @throws UncheckedIOException when the file is there but cannot be read
     */
    public AuditReport verify(AuditRange range, String by, LongConsumer progress) {
        // Before the database: whatever is noted or signed outside by now is in the tables that are read next.
        Evidence evidence = new Evidence(key);
        List<String> lines = outside(evidence);
        AuditReport report = rows.inSnapshot(() -> {
            evidence.take(checkpoints.all(), lines);
            return pass(new AuditPass(range, evidence), range, progress);
        });
        rows.addRun(clock.instant(), by, report);
        return report;
    }

    private List<String> outside(Evidence evidence) {
        try {
            file.head().ifPresent(evidence::noted);
            List<String> lines = new ArrayList<>();
            file.eachLine(lines::add);
            return lines;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private AuditReport pass(AuditPass pass, AuditRange range, LongConsumer progress) {
        range.from().flatMap(first -> rows.row(first - 1)).ifPresent(pass::startAfter);
        rows.eachRow(range, row -> {
            pass.take(row);
            if (pass.entries() % STEP == 0) {
                progress.accept(pass.entries());
            }
        });
        progress.accept(pass.entries());
        return pass.report();
    }

    /** How many entries the range may hold, for a measure of progress. */
    public long most(AuditRange range) {
        AuditRange extent = rows.extent();
        long last = Math.min(range.to().orElse(Long.MAX_VALUE), extent.to().orElse(0L));
        long first = Math.max(range.from().orElse(1L), extent.from().orElse(1L));
        return Math.max(0, last - first + 1);
    }

    /** The latest verifications of the log, the newest first. */
    public List<AuditRun> runs(int most) {
        return rows.runs(most);
    }

    /** The latest checkpoints, the newest first. */
    public List<Checkpoint> checkpoints(int most) {
        return checkpoints.latest(most);
    }
}
