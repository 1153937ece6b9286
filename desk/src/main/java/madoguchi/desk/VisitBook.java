package madoguchi.desk;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import madoguchi.core.Arrival;
import madoguchi.core.Arrivals;
import madoguchi.web.EventStreams;

/** 受付簿 – the shell around the log: writes facts with the time of the clock, folds them for the screens, tells the open desks. */
final class VisitBook implements Arrivals {

    /** 業務日の基準. Business days are days in Japan. */
    static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private static final int HISTORY = 20;

    /** Who takes back what the next reading made up for. */
    static final String READER = "reader";

    private final VisitStore store;
    private final Clock clock;
    private final EventStreams live;

    VisitBook(VisitStore store, Clock clock, EventStreams live) {
        this.store = store;
        this.clock = clock;
        this.live = live;
    }

    @Override
    public void arrived(Arrival arrival) {
        begin(source(arrival.id()), event(arrival));
    }

    private static VisitEvent.Arrived event(Arrival arrival) {
        return new VisitEvent.Arrived(
                arrival.day(), arrival.kind(), arrival.reply(), arrival.answers(), arrival.phone());
    }

    /** A reading came to nothing. The same id again, while no clerk took it up, changes the reason and begins no second reception. */
    void failed(Arrival arrival) {
        Optional<Visit> before = store.began(source(arrival.id())).flatMap(this::find);
        if (before.isEmpty()) {
            arrived(arrival);
        } else if (isUntouched(before.get())) {
            note(before.get().id(), event(arrival));
        }
    }

    /** The patient of that failed reading was read after all: the reception it began is taken back, unless a clerk took it up. */
    void madeUpFor(String arrival) {
        store.began(source(arrival))
                .flatMap(this::find)
                .filter(this::isUntouched)
                .ifPresent(visit -> note(visit.id(), new VisitEvent.Withdrawn(READER)));
    }

    private boolean isUntouched(Visit visit) {
        return !visit.withdrawn()
                && store.of(visit.id()).stream().map(Entry::event).allMatch(VisitEvent.Arrived.class::isInstance);
    }

    private static String source(String arrival) {
        return "arrival/" + arrival;
    }

    /**
     * 受付の始まり.
     *
     * @param visit its id
     * @param isNew whether this call began it; the same source begins only one
     */
    record Begun(String visit, boolean isNew) {}

    /** Begins a reception by number; the same {@code form} sent twice is one reception. */
    Begun asked(String form, VisitEvent.Asked first) {
        return begin("form/" + form, first);
    }

    /** Begins a reception by what is on the counter; the same {@code form} sent twice is one reception. */
    Begun began(String form, VisitEvent.Began first) {
        return begin("form/" + form, first);
    }

    private Begun begin(String source, VisitEvent first) {
        String fresh = UUID.randomUUID().toString();
        String id = store.begin(fresh, today(), source, now(), first);
        live.changed();
        return new Begun(id, id.equals(fresh));
    }

    /** Writes a fact about a reception. */
    void note(String visit, VisitEvent event) {
        store.append(visit, now(), event);
        live.changed();
    }

    /** The receptions of today in order of arrival, the taken-back ones too. */
    List<Visit> ofToday() {
        return Visit.fold(entriesOfToday());
    }

    /** The receptions of a day in order of arrival, the taken-back ones too. */
    List<Visit> of(LocalDate day) {
        return Visit.fold(store.receivedBetween(day, day));
    }

    List<Entry> entriesOfToday() {
        return store.receivedBetween(today(), today());
    }

    /** The receptions of the time in which the desk asks by itself, as far as the hub has not confirmed them or they went on without it. */
    List<Visit> unfinished() {
        return Visit.fold(store.unfinishedSince(today().minusDays(Schedule.LONGEST.toDays() + 1)));
    }

    Optional<Visit> find(String id) {
        return Visit.fold(store.of(id)).stream().findFirst();
    }

    /** Earlier receptions of the same person, newest first, without those taken back. */
    List<Visit> before(Visit visit) {
        return Visit.fold(store.about(visit.people(), HISTORY)).reversed().stream()
                .filter(earlier -> !earlier.id().equals(visit.id()) && !earlier.withdrawn())
                .filter(earlier -> earlier.receivedAt().isBefore(visit.receivedAt()))
                .filter(earlier -> earlier.people().stream().anyMatch(visit.people()::contains))
                .filter(earlier -> visit.coverage()
                        .flatMap(now -> earlier.coverage().map(then -> Person.mayBeSame(now, then)))
                        .orElse(true))
                .toList();
    }

    boolean isEmpty() {
        return store.isEmpty();
    }

    Instant now() {
        return clock.instant();
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), TOKYO);
    }
}
