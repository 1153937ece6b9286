package madoguchi.reader;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import madoguchi.core.Answer;
import madoguchi.core.Arrival;
import madoguchi.core.Caller;
import madoguchi.core.CardHub;
import madoguchi.core.ConsentAnswers;
import madoguchi.core.ConsentScope;
import madoguchi.core.Consented;
import madoguchi.core.InquiryKind;
import madoguchi.core.Octets;
import madoguchi.core.ReaderAnswers;
import madoguchi.core.Reply;
import madoguchi.core.SubsidyAnswer;
import madoguchi.core.SubsidyUse;
import madoguchi.core.Text;
import madoguchi.web.EventStreams;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;

/**
 * 読取機 – runs one card session: takes what happens, one thing after the other, steps the pure machine, and carries out what it asks for on virtual threads.
 *
 * <p>Only this class changes over time, and only its one {@link Snapshot}. Whoever watches is told that the screen changed, never what it shows.
 */
public final class Reader implements AutoCloseable, ApplicationListener<ContextClosedEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(Reader.class);
    private static final Text STALE = new Text(
            "回答までに時間がかかり、カードの手続きが期限切れになりました。もう一度カードを読み取ってください。",
            "The questions took too long and the opening of the card is over. Present the card again.");

    /**
     * 今の画面.
     *
     * @param session the state
     * @param until when the screen gives up waiting; empty where it waits for ever
     * @param view the language and look the present patient chose
     * @param longer how often the patient asked this screen for more time
     */
    public record Snapshot(Session session, Optional<Instant> until, View view, int longer) {
        /** A screen that was asked for nothing yet. */
        public Snapshot(Session session, Optional<Instant> until, View view) {
            this(session, until, view, 0);
        }

        Snapshot looking(View other) {
            return new Snapshot(session, until, other, longer);
        }
    }

    private final Device device;
    private final CardHub hub;
    private final Openings openings;
    private final Passcodes passcodes;
    private final Counter counter;
    private final Faults faults;
    private final Caller caller;
    private final Clock clock;
    private final Timers timers;
    private final Supplier<Settings> facility;
    private final EventStreams watchers = new EventStreams("reader-live", Duration.ofSeconds(1));
    private final ExecutorService queue =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().name("reader").factory());
    private final Failures failures = new Failures();
    private final Stopwatch stopwatch = new Stopwatch();
    private Optional<Octets> card = Optional.empty();
    private volatile Snapshot now = new Snapshot(Session.fresh(), Optional.empty(), View.USUAL);

    /**
     * A reader nobody has used yet.
     *
     * @param device what stands on the counter
     * @param hub whom to ask
     * @param passcodes who may confirm by eye
     * @param counter who is told
     * @param caller in whose name the centre is asked
     * @param clock the time; business days are days in Japan
     * @param timers calls back when a screen has waited long enough
     * @param facility the settings as they stand, asked anew at every step
     */
    public Reader(
            Device device,
            CardHub hub,
            Passcodes passcodes,
            Counter counter,
            Caller caller,
            Clock clock,
            Timers timers,
            Supplier<Settings> facility) {
        this.device = device;
        this.hub = hub;
        this.openings = new Openings(hub, device, caller, clock);
        this.passcodes = passcodes;
        this.counter = counter;
        this.faults = Faults.load();
        this.caller = caller;
        this.clock = clock;
        this.timers = timers;
        this.facility = facility;
    }

    /** The screen as it stands. */
    public Snapshot now() {
        return now;
    }

    /** Something happened at the reader itself; done when the screen has changed. */
    public CompletableFuture<Snapshot> hand(Event.Hand event) {
        return step(session -> session.on(event, settings()), Set.of());
    }

    /** Something answers the turn {@code asked}; done when the screen has changed, or was found to be another already. */
    public CompletableFuture<Snapshot> react(long asked, Event.Reaction event) {
        return step(session -> session.on(asked, event, settings()), secrets(event));
    }

    /** Another language or look, until this patient leaves: who changed it and placed no card has left after a while. */
    public CompletableFuture<Snapshot> look(UnaryOperator<View> change) {
        return inTurn(() -> {
            now = now.looking(change.apply(now.view()));
            watchers.changed();
            if (now.session().state() instanceof State.Idle && !now.view().equals(View.USUAL)) {
                greetAfterAWhile(now);
            }
            return now;
        });
    }

    /* A look that nobody used is nobody's. */
    private void greetAfterAWhile(Snapshot chosen) {
        timers.after(
                settings().times().choose(),
                () -> logged(inTurn(() -> {
                    if (now.equals(chosen)) {
                        now = now.looking(View.USUAL);
                        watchers.changed();
                    }
                    return now;
                })));
    }

    /** もっと時間を – the screen of that turn waits once more from now on; nothing changes where it may not, where that was asked too often, or when the turn is over. */
    public CompletableFuture<Snapshot> longer(long asked) {
        return inTurn(() -> {
            Session session = now.session();
            Times times = settings().times();
            if (asked == session.turn() && times.mayBeLonger(session.state()) && now.longer() < times.longer()) {
                now = new Snapshot(session, end(session), now.view(), now.longer() + 1);
                waitFor(now);
            }
            return now;
        });
    }

    EventStreams watchers() {
        return watchers;
    }

    Settings settings() {
        return facility.get();
    }

    private interface Stepping {
        Session.Next from(Session session);
    }

    private CompletableFuture<Snapshot> step(Stepping stepping, Set<Pin> brought) {
        return inTurn(() -> stepped(stepping, brought));
    }

    private CompletableFuture<Snapshot> inTurn(Supplier<Snapshot> work) {
        try {
            return CompletableFuture.supplyAsync(work, queue);
        } catch (RejectedExecutionException closed) {
            return CompletableFuture.completedFuture(now);
        }
    }

    private Snapshot stepped(Stepping stepping, Set<Pin> brought) {
        Snapshot before = now;
        Session.Next next = stepping.from(before.session());
        card = Steps.card(next.session().state(), card);
        boolean turned = next.session().turn() != before.session().turn();
        if (turned) {
            now = shown(next.session(), before.view());
            stopwatch.turned(next, clock.instant()).ifPresent(time -> start(() -> counter.over(time)));
        }
        wipe(before.session().state(), brought, next);
        next.effects().forEach(effect -> carryOut(next.session().turn(), effect));
        if (Steps.isOver(next.session().state())) {
            failures.sessionOver();
        }
        if (turned) {
            waitFor(now);
            watchers.changed();
        }
        return now;
    }

    /* The next patient gets the usual language and look. */
    private Snapshot shown(Session session, View view) {
        boolean home = session.state() instanceof State.Idle;
        return new Snapshot(session, end(session), home ? View.USUAL : view);
    }

    private Optional<Instant> end(Session session) {
        return settings().times().of(session.state()).map(clock.instant()::plus);
    }

    private void waitFor(Snapshot shown) {
        settings()
                .times()
                .of(shown.session().state())
                .ifPresent(delay ->
                        timers.after(delay, () -> gaveUp(shown.session().turn(), shown.longer())));
    }

    /* Whoever asked for more time since then has not run out of it. */
    private void gaveUp(long turn, int longer) {
        logged(inTurn(() -> now.longer() == longer
                ? stepped(session -> session.on(turn, new Event.TimedOut(), settings()), Set.of())
                : now));
    }

    /* A PIN lives in the state or in an effect; what is in neither any more is overwritten. */
    private static void wipe(State before, Set<Pin> brought, Session.Next next) {
        Set<Pin> gone = new HashSet<>(brought);
        before.secret().ifPresent(gone::add);
        next.session().state().secret().ifPresent(gone::remove);
        next.effects().forEach(effect -> gone.removeAll(secrets(effect)));
        gone.forEach(Pin::wipe);
    }

    private static Set<Pin> secrets(Event.Reaction event) {
        return switch (event) {
            case Event.PinTyped(var pin) -> Set.of(pin);
            case Event.CodeTyped(var code) -> Set.of(code);
            default -> Set.of();
        };
    }

    private static Set<Pin> secrets(Effect effect) {
        return switch (effect) {
            case Effect.Ask(var card, var by, var pin) -> pin.map(Set::of).orElse(Set.of());
            case Effect.AskPhone(var kind, var pin) -> pin.map(Set::of).orElse(Set.of());
            case Effect.CheckCode(var code) -> Set.of(code);
            default -> Set.of();
        };
    }

    private void carryOut(long turn, Effect effect) {
        switch (effect) {
            case Effect.Read e -> answer(turn, effect, this::read);
            case Effect.MatchFace e -> answer(turn, effect, this::match);
            case Effect.Ask(var card, var by, var pin) -> answer(turn, effect, () -> openings.ask(card, by, pin));
            case Effect.AskPhone(var kind, var pin) -> answer(turn, effect, () -> openings.phone(kind, pin));
            case Effect.Enrol(var card, var by) -> answer(turn, effect, () -> openings.enrol(card, by));
            case Effect.CheckCode(var code) -> answer(turn, effect, () -> passcodes.check(code));
            case Effect.Deliver(var progress) -> {
                List<String> instead = failures.madeUpFor(card, clock.instant());
                start(() -> deliver(turn, progress, instead));
            }
            case Effect.Report(var fault, var phone) -> {
                String id = failures.failed(
                        card, clock.instant(), settings().times().again());
                start(() -> counter.unread(fault, arrival(id, faults.reply(fault, clock), Optional.empty(), phone)));
            }
            case Effect.CallStaff e -> start(counter::called);
            case Effect.NoteVisual(var staff) -> passcodes.used(staff);
        }
    }

    private void answer(long turn, Effect effect, Supplier<Event.Reaction> work) {
        start(() -> {
            Event.Reaction event;
            try {
                event = work.get();
            } catch (RuntimeException broken) {
                LOG.error(
                        "reader: {} failed: {}",
                        effect.getClass().getSimpleName(),
                        broken.getClass().getName());
                event = new Event.Broken(FaultCode.TERMINAL);
            } finally {
                secrets(effect).forEach(Pin::wipe);
            }
            tell(turn, event);
        });
    }

    private void tell(long turn, Event.Reaction event) {
        logged(react(turn, event));
    }

    /* Nobody waits for it: a step that breaks is logged. */
    private static void logged(CompletableFuture<Snapshot> step) {
        var _ = step.whenComplete((shown, broken) -> {
            if (broken != null) {
                LOG.error("reader: a step failed: {}", broken.getClass().getName());
            }
        });
    }

    private static void start(Runnable work) {
        Thread.ofVirtual().name("reader-effect").start(work);
    }

    private Event.Reaction read() {
        return switch (device.read()) {
            case Device.Reading.Found(var card, var blocked) -> new Event.CardRead(card, blocked);
            case Device.Reading.Failed(var why) -> new Event.Broken(why);
        };
    }

    private Event.Reaction match() {
        return switch (device.look()) {
            case Device.Look.Same s -> new Event.FaceSame();
            case Device.Look.Refused(var why) -> new Event.FaceRefused(why);
            case Device.Look.Impossible(var why) -> new Event.FaceImpossible(why);
        };
    }

    private void deliver(long turn, Progress progress, List<String> instead) {
        Consents consents = consents(progress);
        counter.received(new Counter.Outcome(
                arrival(
                        newId(),
                        consents.reply(),
                        Optional.of(consents.told(progress.answers(), settings())),
                        !Steps.isCard(progress)),
                progress.who().by(),
                instead));
        if (consents.lost()) {
            tell(turn, new Event.Broken(FaultCode.CENTRE));
        }
    }

    private record Consents(Reply reply, Map<ConsentScope, Instant> until, boolean lost) {

        /** What the desk may rely on: a consent the centre did not take is none, and a question that was not reached was a "no". */
        ReaderAnswers told(Answers answers, Settings settings) {
            Map<ConsentScope, ReaderAnswers.Given> given = new EnumMap<>(ConsentScope.class);
            until.forEach(
                    (scope, end) -> given.put(scope, new ReaderAnswers.Given(reply.answeredAt(), Optional.of(end))));
            Set<ConsentScope> declined = new HashSet<>(settings.asked());
            declined.removeAll(given.keySet());
            return new ReaderAnswers(
                    given,
                    declined,
                    settings.subsidies() ? Optional.of(answers.subsidies()) : Optional.empty(),
                    settings.link() ? Optional.of(answers.link()) : Optional.empty());
        }
    }

    private Consents consents(Progress progress) {
        Reply without = progress.who().reply();
        Set<ConsentScope> agreed = progress.answers().agreed();
        if (agreed.isEmpty() && progress.answers().settled().isEmpty()) {
            return new Consents(without, Map.of(), false);
        }
        Set<ConsentScope> declined = new HashSet<>(settings().asked());
        declined.removeAll(agreed);
        SubsidyUse use = SubsidyUse.of(Optional.of(progress.answers().subsidies())
                .filter(yes -> settings().subsidies()));
        return switch (hub.consent(new ConsentAnswers(progress.who().opening(), agreed, declined, use, caller))) {
            case Consented.Recorded(var reply, var until) -> new Consents(reply, until, false);
            case Consented.Stale s ->
                new Consents(unasked(without, use, Answer.Cause.TIMEOUT, STALE), Map.of(), !agreed.isEmpty());
            case Consented.NotTaken n -> new Consents(without, Map.of(), false);
            case Consented.Unreachable(var trouble) ->
                new Consents(unasked(without, use, trouble.cause(), trouble.detail()), Map.of(), !agreed.isEmpty());
        };
    }

    /* Who wanted their subsidies used, and could not be asked about, has not "none". */
    private static Reply unasked(Reply without, SubsidyUse use, Answer.Cause cause, Text detail) {
        return use == SubsidyUse.USE ? without.withSubsidies(new SubsidyAnswer.Unreachable(cause, detail)) : without;
    }

    private static String newId() {
        return UUID.randomUUID().toString();
    }

    private Arrival arrival(String id, Reply reply, Optional<ReaderAnswers> answers, boolean phone) {
        return new Arrival(id, openings.today(), InquiryKind.CARD, reply, answers, Optional.of(phone));
    }

    /** Ends the streams to the screens while the server still stands: once it has stopped, their responses are used for others or for nothing. */
    @Override
    public void onApplicationEvent(ContextClosedEvent event) {
        watchers.end();
    }

    /** Takes nothing more. */
    @Override
    public void close() {
        queue.close();
    }
}
