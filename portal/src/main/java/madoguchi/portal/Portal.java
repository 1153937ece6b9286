package madoguchi.portal;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import madoguchi.charge.HeldLedgers;
import madoguchi.core.HeldSubsidies;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.core.SelfEntry;
import madoguchi.core.SelfFiling;
import madoguchi.core.SelfView;
import madoguchi.policy.Policy;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;

/** 本人のポータル – the whole module put together. Wire it as one bean and its pages as controllers; put {@link #sessions()} before {@code /portal}. */
public final class Portal implements AutoCloseable, ApplicationListener<ContextClosedEvent> {

    /**
     * 周り – whom the portal talks to.
     *
     * @param entry verifies cards
     * @param view what the registers hold
     * @param filing takes what a person changes
     * @param certificates 医療受給者証
     * @param ledgers 上限額管理票 that facilities share
     * @param rules the rules in force, asked anew each time
     * @param names a facility's name, where it is known
     * @param tokens simulated cards; absent outside the demo
     * @param party the address that patients' browsers see
     */
    public record Around(
            SelfEntry entry,
            SelfView view,
            SelfFiling filing,
            HeldSubsidies certificates,
            HeldLedgers ledgers,
            Supplier<Policy> rules,
            Function<MedicalInstitutionCode, Optional<String>> names,
            Optional<Tokens> tokens,
            RelyingParty party) {}

    private final Sessions sessions;
    private final Watch watch;
    private final EntrancePages entrancePages;
    private final HealthPages healthPages;
    private final SubsidyPages subsidyPages;
    private final RecordPages recordPages;
    private final FamilyPages familyPages;
    private final PasskeyPages passkeyPages;
    private final StampKeysApi keys;

    /**
     * A portal.
     *
     * @param database PostgreSQL; call {@link #migrate} before
     * @param codes signs its screens
     */
    public Portal(DataSource database, Around around, Codes codes, PortalTerms terms, Clock clock) {
        DelegationStore delegations = new DelegationStore(database);
        Passkeys passkeys = new Passkeys(around.entry(), new PasskeyStore(database), around.party(), terms, clock);
        sessions = new Sessions(terms, clock, passkeys::stands);
        watch = new Watch(around.view());
        Front front = new Front(sessions, around.view(), delegations, codes, clock);
        Entrance entrance = new Entrance(around.entry(), around.tokens(), clock);
        Wording wording = new Wording(around.rules());
        entrancePages = new EntrancePages(front, sessions, entrance);
        healthPages = new HealthPages(front, wording, codes);
        subsidyPages = new SubsidyPages(front, wording, around.certificates(), around.ledgers(), around.names());
        recordPages = new RecordPages(front, around.view(), around.filing(), watch, around.names());
        familyPages = new FamilyPages(front, sessions, entrance, around.view(), delegations, terms, clock);
        passkeyPages = new PasskeyPages(front, sessions, entrancePages, passkeys);
        keys = new StampKeysApi(codes);
    }

    /** Brings the schema {@code portal} up to date. */
    public static void migrate(DataSource database) {
        DelegationStore.migrate(database);
    }

    /** Who is logged in: for the door before {@code /portal}. */
    public Sessions sessions() {
        return sessions;
    }

    /** {@code /portal/login} and what else is open to everybody. */
    public EntrancePages entrancePages() {
        return entrancePages;
    }

    /** {@code /portal}. */
    public HealthPages healthPages() {
        return healthPages;
    }

    /** {@code /portal/recipient}. */
    public SubsidyPages subsidyPages() {
        return subsidyPages;
    }

    /** {@code /portal/looks}, {@code /portal/consents}. */
    public RecordPages recordPages() {
        return recordPages;
    }

    /** {@code /portal/family}. */
    public FamilyPages familyPages() {
        return familyPages;
    }

    /** {@code /portal/passkeys}. */
    public PasskeyPages passkeyPages() {
        return passkeyPages;
    }

    /** {@code /portal/worker.js}. */
    public WorkerScript worker() {
        return new WorkerScript();
    }

    /** {@code /api/stamp-keys}. */
    public StampKeysApi keys() {
        return keys;
    }

    /** Ends the event streams, so that a server that shuts down does not wait for them. */
    @Override
    public void onApplicationEvent(ContextClosedEvent event) {
        watch.end();
    }

    /** Stops watching. */
    @Override
    public void close() {
        watch.close();
    }
}
