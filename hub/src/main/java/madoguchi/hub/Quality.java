package madoguchi.hub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import madoguchi.core.InsurerNumber;

/** データ品質の点検 – reads all facts, finds what insurers should mend, and keeps the report ({@code docs/quality.md}). */
public final class Quality {

    private static final int THREADS = Math.max(2, Runtime.getRuntime().availableProcessors());

    private final QualityStore store;
    private final Path folder;
    private final QualityTerms terms;
    private final Clock clock;

    /**
     * Reports on one database.
     *
     * @param database schema {@code hub}, already migrated
     * @param folder where a large report sorts; made if it is not there
     * @param clock tells when a report is finished
     */
    public Quality(DataSource database, Path folder, Clock clock) {
        this.store = new QualityStore(database);
        this.folder = folder;
        this.terms = QualityTerms.standard();
        this.clock = clock;
    }

    /** The numbers it judges by. */
    public QualityTerms terms() {
        return terms;
    }

    /** The last internal id of a person: what the progress runs to. */
    public long lastPerson() {
        return store.lastPerson();
    }

    /**
     * Makes a report and keeps it. Nothing is kept when it fails.
     *
     * @param day 基準日
     * @param knownAt facts recorded later are not looked at; now where empty
     * @param by who asked for it
     * @param progress told how many persons' ids have been gone through
     */
    public QualityReport report(LocalDate day, Optional<Instant> knownAt, String by, LongConsumer progress) {
        QualityQuestion question = new QualityQuestion(day, knownAt.orElseGet(clock::instant), terms, store.moved());
        QualityRun run = new QualityRun(question, folder(), THREADS);
        long id = store.add(clock.instant(), by, question, findings -> run.over(store, findings, progress));
        return store.report(id).orElseThrow();
    }

    private Path folder() {
        try {
            return Files.createDirectories(folder);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The latest reports, newest first. */
    public List<QualityReport> reports(int most) {
        return store.reports(most);
    }

    /** One report by its number. */
    public Optional<QualityReport> report(long id) {
        return store.report(id);
    }

    /** The report's figures for each insurer, beside those of the report before. Without the persons who must stay hidden. */
    public List<InsurerQuality> insurers(QualityReport report) {
        return insurers(report, false);
    }

    /** {@code all}: also the persons who must stay hidden. */
    List<InsurerQuality> insurers(QualityReport report, boolean all) {
        Optional<QualityReport> before = store.before(report.id());
        return InsurerQuality.all(
                report,
                store.counts(report.id(), all),
                before.map(earlier -> store.counts(earlier.id(), all)),
                store.delays(report.id()));
    }

    /** Writes one insurer's findings as CSV; the number of rows. {@code by} is recorded. */
    public long export(QualityReport report, InsurerNumber insurer, String by, java.io.Writer target) {
        long rows = new QualityCsv(store).write(report, insurer, target);
        store.addExport(clock.instant(), by, report.id(), insurer, rows);
        return rows;
    }

    QualityStore store() {
        return store;
    }
}
