package madoguchi.review;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import madoguchi.core.CoverageHistory;
import madoguchi.core.InsurerNumber;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.web.Frames;

/** 審査支払機関 – SIMULATION: the whole module put together. No official interface of the agency is public; formats of what it sends are ours where {@code docs/review.md} says so. */
public final class Agency {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private final IntakeStore files;
    private final RunStore runs;
    private final Intake intake;
    private final Settling settling;
    private final Clock clock;

    /**
     * An agency over one database.
     *
     * @param database PostgreSQL; call {@link #migrate} before
     * @param folder where claim files are kept
     * @param history the registers
     * @param clock the time; business days are days in Japan whatever its zone
     */
    public Agency(DataSource database, Path folder, CoverageHistory history, Clock clock) {
        this.files = new IntakeStore(database);
        this.runs = new RunStore(database);
        Shelf shelf = new Shelf(folder);
        this.intake = new Intake(files, shelf, clock);
        this.settling = new Settling(runs, new MarkStore(database), shelf, history, clock);
        this.clock = clock;
    }

    /** Brings the schema {@code review} up to date. */
    public static void migrate(DataSource database) {
        IntakeStore.migrate(database);
    }

    /**
     * 受付 – takes a claim file. When it returns, the file and what was said about it are on disk.
     *
     * @param in the file; not closed
     * @param sender who sent it, by certificate; absent for a file taken by hand
     * @param progress told how many bytes were read
     * @throws IOException when it cannot be read or kept; nothing is taken then
     */
    public Acknowledgement take(InputStream in, Optional<MedicalInstitutionCode> sender, LongConsumer progress)
            throws IOException {
        return intake.take(in, sender, progress);
    }

    /**
     * 保険者等からの申出 – takes receipts that an insurer sends back because the coverage is not right: a claim file with receipts of one facility. They are settled again by the registers of then, with 確認区分 11 to 14.
     *
     * @param in the file; not closed
     * @param by the insurer
     * @param progress told how many bytes were read
     * @throws IOException when it cannot be read or kept; nothing is taken then
     */
    public Acknowledgement takeRaised(InputStream in, InsurerNumber by, LongConsumer progress) throws IOException {
        return intake.raised(in, by, progress);
    }

    /**
     * 処理 – settles the files of a claim month that none has settled before. A run that was broken off goes on behind its last mark when it is called for with the same folder ({@link #place}). One run at a time, in whatever process.
     *
     * @param out where a folder {@code YYYY-MM-N} with the results is made
     * @param progress told how many receipts are done, those done before a break included
     * @throws IOException when the results cannot be written; nothing is sent then
     */
    public RunOutcome settle(YearMonth month, Path out, LongConsumer progress) throws IOException {
        return settle(month, out, Settling.MARK_EVERY, progress);
    }

    /**
     * 処理 – the same with marks of another distance than the usual 100,000 receipts.
     *
     * @param markEvery receipts between two marks; a mark costs a wait for the disk
     */
    public RunOutcome settle(YearMonth month, Path out, long markEvery, LongConsumer progress) throws IOException {
        return settle(month, out, Optional.empty(), markEvery, progress);
    }

    RunOutcome settle(YearMonth month, Path out, Optional<String> by, long markEvery, LongConsumer progress)
            throws IOException {
        return settling.run(month, out, LocalDate.ofInstant(clock.instant(), TOKYO), by, markEvery, progress);
    }

    /** The months that wait to be settled, the earliest first. */
    public List<WaitingMonth> months() {
        return settling.months();
    }

    /** Where the results of a month go: where those of a run that was broken off are, so that it goes on; else the usual place. */
    public Path place(YearMonth month, Path usual) {
        return months().stream()
                .filter(waiting -> waiting.month().equals(month))
                .findFirst()
                .flatMap(WaitingMonth::brokenOff)
                .flatMap(WaitingMonth.BrokenOff::out)
                .orElse(usual);
    }

    /** The files received last, the latest first. */
    public List<Acknowledgement> files(int most) {
        return files.files(most);
    }

    /** The runs finished last, the latest first. */
    public List<RunReport> runs(int most) {
        return runs.runs(most);
    }

    /** 規則ごとの件数 – how many receipts of a claim month each rule decided, in all its finished runs, the most first: what statistics read. Names nobody. */
    public List<RuleFigure> figures(YearMonth month) {
        return runs.rules(month);
    }

    /** 規則ごとの内訳 – the receipts that a rule decided in a claim month, behind one of them, by file and place: what stands behind {@link #figures}. */
    public List<RuledReceipt> receipts(YearMonth month, String rule, long file, long ordinal, int most) {
        return runs.receipts(month, rule, file, ordinal, most);
    }

    /**
     * The controller of the operator's pages: {@code /review…}. To be closed.
     *
     * @param results where the results of months go that are settled from the pages
     */
    public ReviewPages pages(Frames frames, Path results) {
        return new ReviewPages(this, files, runs, new SettleRound(this, results), frames);
    }

    /** The controller for facilities' machines: {@link ClaimsApi#PATH}. */
    public ClaimsApi api() {
        return new ClaimsApi(this, files, runs);
    }
}
