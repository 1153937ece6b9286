package madoguchi.stats;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.policy.RuleBook;
import madoguchi.web.Frames;

/** 統計 – the front door of the module: reports as pure folds of what its ports tell, and the pages over them. Keeps no log. */
public final class Stats {

    private final Ledger ledger;
    private final UsageMonths months;
    private final UseFolder days;
    private final Path spill;
    private final Receipts receipts;
    private final Supplier<RuleBook> rules;
    private final FacilityMaster master;
    private final Clock clock;

    /**
     * Over some ports.
     *
     * @param ledger the verifications
     * @param receipts the receipts; answers with nothing where no agency is known
     * @param rules the rules in force, asked each time
     * @param master what the codes of facilities do not tell
     * @param spill a folder for what does not fit into memory
     * @param clock in Japanese time
     */
    public Stats(
            Ledger ledger,
            Receipts receipts,
            Supplier<RuleBook> rules,
            FacilityMaster master,
            Path spill,
            Clock clock) {
        this.ledger = ledger;
        this.days = new UseFolder(spill.resolve("uses"), clock);
        this.spill = spill;
        this.months = new UsageMonths(ledger, days, rules, spill, clock);
        this.receipts = receipts;
        this.rules = rules;
        this.master = master;
        this.clock = clock;
    }

    /** 利用率の報告 – a month of everybody: from the day files where all are there, else from the ledger. */
    public UsageReport report(YearMonth month) {
        return report(months.of(month, Optional.empty()));
    }

    /** What the report of a month was folded from. */
    Origin origin(YearMonth month) {
        return months.origin(month);
    }

    private UsageReport report(UsageMonth month) {
        return UsageReport.of(month, receipts.of(month.month()), master);
    }

    /** The same, computed from the ledger whatever files there are. */
    public UsageReport fromLedger(YearMonth month) {
        return report(UsageMonth.of(ledger, new Counting(rules.get()), month, Optional.empty(), spill));
    }

    /**
     * The same from the day files alone; empty while a day has none.
     *
     * @param threads how many to use, 1 or more
     * @throws IOException when a file is broken
     */
    public Optional<UsageReport> fromFiles(YearMonth month, int threads) throws IOException {
        return days.fold(month, rules.get(), threads, spill).map(this::report);
    }

    /** 日々の利用記録 – writes the day files of a month that are not there yet; returns how many verifications were written. */
    public long export(YearMonth month, UseFolder.Progress progress) throws IOException {
        return days.export(ledger, month, progress);
    }

    /** The days of a month without a file. */
    public List<LocalDate> missing(YearMonth month) {
        return days.missing(month);
    }

    /** 利用率の報告 – a month of one facility: one row. */
    public UsageRow report(YearMonth month, MedicalInstitutionCode facility) {
        Optional<Long> claimed = Optional.ofNullable(receipts.of(month).get(facility.digits()));
        return UsageReport.row(
                facility.digits(), months.of(month, Optional.of(facility)).of(facility.digits()), claimed, master);
    }

    /** The same as a CSV: heading, then nation, kinds of facility, prefectures and facilities. */
    public String csv(UsageReport report) {
        return UsageCsv.of(report, master);
    }

    /** 内訳 – what stands behind a figure: the verifications of one facility and month that were counted so, after an entry of the ledger. */
    List<UseLine> lines(
            YearMonth month, MedicalInstitutionCode facility, Optional<Counted> only, long after, int most) {
        Counting counting = new Counting(rules.get());
        List<UseLine> lines = new ArrayList<>();
        ledger.each(month, Optional.of(facility), use -> {
            if (use.entry() > after && lines.size() < most) {
                Counted verdict = counting.of(Basis.ONLINE, use);
                if (only.isEmpty() || only.get() == verdict) {
                    lines.add(new UseLine(use, verdict, counting.ruleId(Basis.ONLINE, use)));
                }
            }
        });
        return lines;
    }

    /** 加算の判定 of a facility for a month, over the receipt-base rates of the months it may look at. */
    List<Tier> tiers(YearMonth applied, String department, MedicalInstitutionCode facility) {
        Map<YearMonth, Rate> rates = new TreeMap<>();
        AddOn.months(applied)
                .forEach(month -> rates.put(month, report(month, facility).receipt()));
        return new AddOn(rules.get()).tiers(applied, department, rates);
    }

    /** Today in Japan. */
    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Use.TOKYO);
    }

    FacilityMaster master() {
        return master;
    }

    /** The pages over the whole country, for operators and auditors. */
    public NationPages nation(Frames frames) {
        return new NationPages(this, frames);
    }

    /** The pages of one facility about itself. */
    public FacilityPages facility(
            Frames frames, MedicalInstitutionCode facility, Receptions receptions, Sessions sessions, Returns returns) {
        return new FacilityPages(this, frames, facility, receptions, sessions, returns);
    }

    /** The page of tables that may be given to outsiders, for operators and auditors. */
    public ReleasePages release(Frames frames) {
        return new ReleasePages(this, frames);
    }

    /** The pages of what came back to one facility. */
    public FacilityReturnPages returned(Frames frames, Returns returns) {
        return new FacilityReturnPages(
                new ReturnScreens(FacilityReturnPages.PATH, false, returns, frames, this::today));
    }

    /** The pages of what the agency sent back, for operators and auditors. */
    public AgencyReturnPages agency(Frames frames, Returns returns) {
        return new AgencyReturnPages(new ReturnScreens(AgencyReturnPages.PATH, true, returns, frames, this::today));
    }
}
