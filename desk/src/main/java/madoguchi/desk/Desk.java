package madoguchi.desk;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import madoguchi.core.Arrivals;
import madoguchi.core.Hub;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.policy.EvidenceKind;
import madoguchi.policy.Policy;
import madoguchi.policy.RuleBook;
import madoguchi.web.Frames;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;

/**
 * 窓口 – the whole module put together: the log, the one who asks, the rounds, and the pages.
 *
 * <p>Wire it as one bean, its {@link #pages()} and {@link #actions()} as controllers, {@link #arrivals()} as the readers' port.
 */
public final class Desk implements AutoCloseable, ApplicationListener<ContextClosedEvent> {

    private static final Duration BETWEEN_RETRIES = Duration.ofMinutes(1);
    private static final Duration BETWEEN_BEATS = Duration.ofSeconds(15);

    private final VisitBook book;
    private final Live live = new Live();
    private final DeskPages pages;
    private final DeskActions actions;
    private final Rounds retries;
    private final Rounds beats;

    /**
     * A desk of one facility.
     *
     * @param database PostgreSQL; call {@link #migrate} before
     * @param hub whom to ask
     * @param clock the time; business days are days in Japan whatever its zone
     * @param facility the facility in whose name inquiries are made
     * @param frames the layout
     * @param policy decides what a clerk does next
     */
    public Desk(
            DataSource database, Hub hub, Clock clock, MedicalInstitutionCode facility, Frames frames, Policy policy) {
        book = new VisitBook(new VisitStore(database), clock, live);
        Asker asker = new Asker(hub, book, facility);
        pages = new DeskPages(frames, new Screen(book, new NextStep(policy)), live);
        actions = new DeskActions(book, asker, pages);
        retries = new Rounds("desk-retry", BETWEEN_RETRIES, new Retry(book, asker)::round);
        beats = new Rounds("desk-beat", BETWEEN_BEATS, live::beat);
    }

    /** A desk that decides by the rules that come with this release. */
    public Desk(DataSource database, Hub hub, Clock clock, MedicalInstitutionCode facility, Frames frames) {
        this(database, hub, clock, facility, frames, new Policy(RuleBook.bundled()));
    }

    /** Brings the schema {@code desk} up to date. */
    public static void migrate(DataSource database) {
        VisitStore.migrate(database);
    }

    /** 到着の受け口 – where reader results go; the same id twice is one reception. */
    public Arrivals arrivals() {
        return book;
    }

    /** 受付 – one reception as it stands; empty when there is none with this id. */
    public Optional<Visit> visit(String id) {
        return book.find(id);
    }

    /** 確認 – an evidence was seen elsewhere than on the desk's own pages, such as a declaration that was filed. Told twice, it is written down once; an unknown reception is none of ours. */
    public void confirmed(String visit, EvidenceKind evidence, String operator) {
        book.find(visit)
                .filter(reception -> !reception.confirmed().contains(evidence))
                .ifPresent(reception -> book.note(visit, new VisitEvent.Confirmed(evidence, operator)));
    }

    /** The controller that shows: {@code /}, {@code /inquiry}, {@code /receptions/…}, {@code /part/…}, {@code /events}. */
    public DeskPages pages() {
        return pages;
    }

    /** The controller that acts: {@code POST} to {@code /inquiry}, {@code /understand}, {@code /receptions/…}. */
    public DeskActions actions() {
        return actions;
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
    }
}
