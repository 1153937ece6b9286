package madoguchi.desk;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import javax.sql.DataSource;
import madoguchi.charge.SharedLedgers;
import madoguchi.core.Arrival;
import madoguchi.core.Arrivals;
import madoguchi.core.BulkHub;
import madoguchi.core.Hub;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.policy.EvidenceKind;
import madoguchi.policy.Facility;
import madoguchi.policy.Policy;
import madoguchi.policy.RuleBook;
import madoguchi.web.EventStreams;
import madoguchi.web.Frames;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;

/**
 * 窓口 – the whole module put together: the log, the one who asks, the rounds, and the pages.
 *
 * <p>Wire it as one bean, its {@link #pages()}, {@link #actions()} and {@link #ladder()} as controllers, {@link #arrivals()} as the readers' port.
 */
public final class Desk implements AutoCloseable, ApplicationListener<ContextClosedEvent> {

    private static final Duration BETWEEN_RETRIES = Duration.ofMinutes(1);
    private static final Duration BETWEEN_BULK_ROUNDS = Duration.ofMillis(500);
    private static final Duration BETWEEN_BEATS = Duration.ofSeconds(15);

    private final VisitBook book;
    private final EventStreams live = new EventStreams("desk-live", Duration.ofSeconds(2));
    private final StaffCalls calls;
    private final Steps steps;
    private final DeskPages pages;
    private final DeskActions actions;
    private final LadderActions ladder;
    private final LinkActions links;
    private final SubsidyBook subsidies;
    private final Rounds retries;
    private final Rounds beats;
    private final List<Rounds> bulkRounds = new CopyOnWriteArrayList<>();
    private final BulkListStore lists;
    private final MedicalInstitutionCode code;
    private final Frames frames;

    /**
     * A desk of one facility.
     *
     * @param database PostgreSQL; call {@link #migrate} before
     * @param hub whom to ask
     * @param clock the time; business days are days in Japan whatever its zone
     * @param code the facility in whose name inquiries are made
     * @param frames the layout
     * @param policy decides what a clerk does next; asked anew each time, because rules are exchanged while the desk is open
     * @param facility how this facility verifies
     * @param shared the ledgers of ceilings that facilities share
     */
    public Desk(
            DataSource database,
            Hub hub,
            Clock clock,
            MedicalInstitutionCode code,
            Frames frames,
            Supplier<Policy> policy,
            Facility facility,
            SharedLedgers shared) {
        this.lists = new BulkListStore(database);
        this.code = code;
        this.frames = frames;
        calls = new StaffCalls(clock, live);
        book = new VisitBook(new VisitStore(database), clock, live);
        NextStep nextStep = new NextStep(policy, facility);
        Asker asker = new Asker(hub, book, code);
        steps = new Steps(book, nextStep);
        PatientNumberStore numbers = new PatientNumberStore(database);
        subsidies = new SubsidyBook(
                new SubsidyStore(database), new Ledgers(new LedgerStore(database), shared), book, policy, facility);
        pages = new DeskPages(
                frames, new Screen(book, nextStep, new FollowUps(book, nextStep), calls, numbers, subsidies), live);
        actions = new DeskActions(book, asker, calls, pages);
        links = new LinkActions(frames, book, numbers, hub, code, pages);
        ladder = new LadderActions(book, steps, pages);
        retries = new Rounds("desk-retry", BETWEEN_RETRIES, new Retry(book, asker, nextStep)::round);
        beats = new Rounds("desk-beat", BETWEEN_BEATS, live::beat);
    }

    /** A connected facility that decides by one book of rules. */
    public Desk(DataSource database, Hub hub, Clock clock, MedicalInstitutionCode code, Frames frames, Policy policy) {
        this(database, hub, clock, code, frames, () -> policy, Facility.ONLINE, SharedLedgers.none());
    }

    /** A connected facility that decides by the rules that come with this release. */
    public Desk(DataSource database, Hub hub, Clock clock, MedicalInstitutionCode code, Frames frames) {
        this(database, hub, clock, code, frames, new Policy(RuleBook.bundled()));
    }

    /** Brings the schema {@code desk} up to date. */
    public static void migrate(DataSource database) {
        VisitStore.migrate(database);
    }

    /** 到着の受け口 – where reader results go; the same id twice is one reception. */
    public Arrivals arrivals() {
        return book;
    }

    /** 読めなかった読み取り – opens the ladder for a patient of whom a reader knows nothing but its own code; the same id again, while no clerk took it up, is the same patient. */
    public void unread(Arrival arrival) {
        book.failed(arrival);
    }

    /**
     * 読み直せた – the patient of a failed reading was read after all: the reception that it began is taken back, unless a clerk has begun with it.
     *
     * @param arrival the id of the failed reading; an unknown one changes nothing
     */
    public void madeUpFor(String arrival) {
        book.madeUpFor(arrival);
    }

    /** 職員の呼び出し – where a reader says that somebody wants staff: a line on every open desk until a clerk clears it. */
    public StaffCalls calls() {
        return calls;
    }

    /**
     * 申立書の受領 – that a declaration was filed for a reception: the step is taken where the rules allow it at that moment.
     *
     * @param visit the reception's id
     * @param operator who took the declaration
     * @return whether the reception rests on it now; false for an unknown reception, and where the rules ask for something else
     */
    public boolean declared(String visit, String operator) {
        return steps.take(visit, EvidenceKind.DECLARATION, operator) == Steps.Came.DONE;
    }

    /** 申立書の下書き – what is known of the patient of a reception; empty for an unknown one. */
    public Optional<Prefill> prefill(String visit) {
        return book.find(visit).map(found -> Prefill.of(found, book.before(found)));
    }

    /** The controller that shows: {@code /}, {@code /open}, {@code /inquiry}, {@code /receptions/…}, {@code /part/…}, {@code /events}. */
    public DeskPages pages() {
        return pages;
    }

    /** The controller that acts: {@code POST} to {@code /inquiry}, {@code /understand}, {@code /receptions/…}. */
    public DeskActions actions() {
        return actions;
    }

    /** The controller of the ladder: {@code POST} to {@code /receptions/…}. */
    public LadderActions ladder() {
        return ladder;
    }

    /** 診察券一体化 – the controller of {@code /patient-numbers} and of {@code POST /receptions/…/link} and {@code unlink}. */
    public LinkActions links() {
        return links;
    }

    /** 医療費助成 – the controller of {@code /receptions/…/subsidies}: what came, what is stored, the ladder of subsidies, and the charge. */
    public SubsidyPages subsidies() {
        return new SubsidyPages(frames, subsidies, code);
    }

    /** 上限額管理票 – the controller of {@code /receptions/…/subsidies/…/ledger}. */
    public LedgerPages ledgers() {
        return new LedgerPages(frames, subsidies);
    }

    /** 一括照会 – the controller of {@code /bulk}: asks for many patients at once, through this port, from now on and until the desk closes. Once. */
    public BulkPages bulk(BulkHub hub) {
        BulkRound round = new BulkRound(hub, lists, book, live, code);
        bulkRounds.add(new Rounds("desk-bulk", BETWEEN_BULK_ROUNDS, round::round));
        return new BulkPages(frames, lists, round, book);
    }

    /** 画面のコード – the controller of {@code /receptions/…/code}: checks codes of portal screens by keys from this feed, from now on and until it is closed. Once. */
    public StampActions stamps(DataSource database, StampFeed feed) {
        StampStore store = new StampStore(database);
        return new StampActions(
                frames, book, steps, pages, store, new StampKeyring(store, feed, book::now), code.digits());
    }

    /** Ends the event streams, so that a server that shuts down does not wait for them. */
    @Override
    public void onApplicationEvent(ContextClosedEvent event) {
        live.end();
    }

    /** Stops asking by itself. */
    @Override
    public void close() {
        retries.close();
        beats.close();
        bulkRounds.forEach(Rounds::close);
    }
}
