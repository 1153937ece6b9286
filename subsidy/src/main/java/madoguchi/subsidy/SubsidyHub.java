package madoguchi.subsidy;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import madoguchi.charge.HeldLedgers;
import madoguchi.charge.SharedLedgers;
import madoguchi.core.HeldSubsidies;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.core.Parsed;
import madoguchi.core.SchemeMaster;
import madoguchi.core.Subsidies;
import madoguchi.web.Frames;

/**
 * 医療費助成のハブ – a SIMULATION of the Public Medical Hub: takes what municipalities register, knows who takes part, and answers. The official interfaces are known in part only; what is ours says so.
 */
public final class SubsidyHub implements AutoCloseable {

    /** 日本時間 – a day is a day in Japan. */
    static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    private final TaskStore tasks;
    private final ParticipationStore participation;
    private final SubsidyRegister register;
    private final CapLedgers ledgers;
    private final SchemeMaster schemes = SchemeMaster.load();
    private final Intake intake;
    private final Storing storing;
    private final Tokens tokens;
    private final SettingStore settings;
    private final AtomicBoolean byNumber;
    private final Clock clock;

    /**
     * A hub over one database; finishes what was being stored when it stopped.
     *
     * @param database schema {@code subsidy}, already migrated
     * @param keys swaps My Numbers
     * @param registered with whom 基本5情報 are compared
     * @param clock the time
     */
    public SubsidyHub(DataSource database, PersonKeys keys, RegisteredPeople registered, Clock clock) {
        this.tasks = new TaskStore(database);
        this.participation = new ParticipationStore(database);
        this.register = new SubsidyRegister(database, clock);
        this.ledgers = new CapLedgers(database, registered, clock);
        this.intake = new Intake(tasks, participation, schemes, keys, registered, clock);
        this.storing = new Storing(tasks, new SubsidyFactStore(database), clock);
        this.tokens = new Tokens(database, clock);
        this.settings = new SettingStore(database);
        this.byNumber = new AtomicBoolean(settings.byNumber());
        this.clock = clock;
        tasks.unfinished().forEach(storing::start);
    }

    /** Brings the schema up to date. */
    public static void migrate(DataSource database) {
        TaskStore.migrate(database);
    }

    /** By which the hub of eligibility asks. */
    public Subsidies subsidies() {
        return register;
    }

    /** By which the holder's own screen asks. */
    public HeldSubsidies held() {
        return register;
    }

    /** 共有の上限額管理票 as one facility sees them. */
    public SharedLedgers ledgers(MedicalInstitutionCode facility) {
        return ledgers.of(facility);
    }

    /** 共有の上限額管理票 as their holder sees them. */
    public HeldLedgers heldLedgers() {
        return ledgers;
    }

    /** The controller of {@link LedgerApi#PATH}. */
    public LedgerApi ledgerApi() {
        return new LedgerApi(ledgers);
    }

    /** 番号での照会 – whether subsidies are also told when somebody is looked up by number. Officially consent is given at the reader only ({@code pmh.md} §1), so not until an operator says so. */
    public boolean tellsByNumber() {
        return byNumber.get();
    }

    /** An operator decides it; kept, with who did. */
    void tellByNumber(boolean told, String by) {
        settings.byNumber(told, by, clock.instant());
        byNumber.set(told);
    }

    /** トークン of municipalities' machines. */
    public Tokens tokens() {
        return tokens;
    }

    /** 制度マスタ. */
    public SchemeMaster schemes() {
        return schemes;
    }

    /**
     * Takes a file (JSON, or CSV by its name's ending) and stores its good records before it returns.
     *
     * @param municipality whose it is
     * @param by who takes it
     * @param name file name
     * @param at 登録日時; absent = now
     * @param progress is told how many records came, and then how many were stored
     */
    public RegistrationTask register(
            InputStream body,
            MunicipalityCode municipality,
            String by,
            String name,
            Optional<Instant> at,
            LongConsumer progress)
            throws IOException {
        Intake.Form form = name.endsWith(".csv") ? Intake.Form.CSV : Intake.Form.JSON;
        long task = intake.take(
                body,
                form,
                new Intake.Sender(municipality, TaskStore.Origin.FILE, by, name),
                at.orElseGet(clock::instant),
                progress);
        if (confirm(task, by, at)) {
            storing.store(task, at, progress);
        }
        return tasks.task(task).orElseThrow();
    }

    /** Takes a file that waits, once it is read, for somebody to confirm it. */
    RegistrationTask preview(InputStream body, Intake.Form form, Intake.Sender sender) throws IOException {
        return tasks.task(intake.take(body, form, sender, clock.instant(), records -> {}))
                .orElseThrow();
    }

    /** Takes an array of a machine and stores it in the background. */
    RegistrationTask post(InputStream body, MunicipalityCode municipality, String by) throws IOException {
        RegistrationTask task =
                preview(body, Intake.Form.JSON, new Intake.Sender(municipality, TaskStore.Origin.API, by, ""));
        confirmed(task.id(), by);
        return tasks.task(task.id()).orElseThrow();
    }

    /** Stores in the background what waited; whether it did. */
    boolean confirmed(long task, String by) {
        boolean waited = confirm(task, by, Optional.empty());
        if (waited) {
            storing.start(task);
        }
        return waited;
    }

    private boolean confirm(long task, String by, Optional<Instant> at) {
        return tasks.addAfter(
                task, TaskState.WAITING, at.orElseGet(clock::instant), TaskStore.Event.of("CONFIRMED", by));
    }

    /** Stores nothing of what waited; whether it waited. */
    boolean discarded(long task, String by) {
        return tasks.addAfter(task, TaskState.WAITING, clock.instant(), TaskStore.Event.of("DISCARDED", by));
    }

    /** From now on what a stored task said does not count; whether it was stored. Nothing is removed. */
    boolean undone(long task, String by, String why) {
        return tasks.addAfter(task, TaskState.STORED, clock.instant(), new TaskStore.Event("UNDONE", by, 0, 0, why));
    }

    /** Whether a file of that name was stored for the municipality before. */
    public boolean isStored(MunicipalityCode municipality, String name) {
        return tasks.isStored(municipality, name);
    }

    /** How far a task has come. */
    public Optional<RegistrationTask> task(long id) {
        return tasks.task(id);
    }

    /** The latest tasks of a municipality, the youngest first. */
    List<RegistrationTask> tasks(MunicipalityCode municipality, int most) {
        return tasks.tasks(municipality, most);
    }

    /** What became of the records behind a place; with {@code faulty} only those with faults or warnings. */
    public List<RecordResult> results(RegistrationTask task, long after, int most, boolean faulty) {
        return tasks.results(task, after, most, faulty);
    }

    /** Takes a file of participants ({@code docs/subsidy.md}): all rows, or none and every fault. */
    public Parsed<List<Participant>> participants(InputStream csv, Optional<Instant> at, String by) throws IOException {
        Parsed<List<Participant>> read = ParticipantFile.read(csv, schemes);
        if (read instanceof Parsed.Value<List<Participant>>(var all)) {
            participation.add(all, at.orElseGet(clock::instant), by);
        }
        return read;
    }

    /** How far every municipality and scheme has come. */
    public List<Onboarding> schemesTakingPart() {
        return participation.schemes(clock.instant());
    }

    /** Every facility that takes part or is planned to. */
    public List<Onboarding> facilitiesTakingPart() {
        return participation.all(Participant.Kind.FACILITY, clock.instant()).stream()
                .map(one -> new Onboarding(one, 0, Optional.empty()))
                .toList();
    }

    /** For which municipality an account works. */
    Optional<MunicipalityCode> municipalityOf(String login) {
        return participation.municipality(login);
    }

    /** Lets an account work for a municipality; absent = for none any more. */
    public void clerk(String login, Optional<MunicipalityCode> municipality, String by) {
        participation.clerk(login, municipality, clock.instant(), by);
    }

    /** The interface for municipalities' machines. */
    public RegistrationApi api() {
        return new RegistrationApi(this);
    }

    /** The pages of municipalities' clerks and of the operator. */
    public SubsidyPages pages(Frames frames) {
        return new SubsidyPages(this, frames, clock);
    }

    /** The operator's page of tokens. */
    public TokenPages tokenPages(Frames frames) {
        return new TokenPages(this, frames, clock);
    }

    /** Stops taking work; a task under way goes on at the next start. */
    @Override
    public void close() {
        storing.close();
    }
}
