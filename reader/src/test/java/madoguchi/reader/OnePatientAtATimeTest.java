package madoguchi.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import madoguchi.core.Identification;
import madoguchi.core.TokenKind;
import org.junit.jupiter.api.Test;

/**
 * The property the kiosk stands on: whatever is put down, pulled, swapped, tapped late or answered late, no value of one patient is ever in the session of another.
 *
 * <p>Each patient's values carry their letter: the certificate, the opening, the name in the answer, the PIN. The world around the machine is as bad as it can be: results come in any order, long after
 * their patient has left, and taps come from screens that are no longer shown.
 */
class OnePatientAtATimeTest {

    private static final int SEQUENCES = 4_000;
    private static final int LENGTH = 60;
    private static final long SEED = 20261121;
    private static final List<Event.Tap> TAPS = List.of(Event.Tap.values());

    private record Pending(long turn, Effect effect) {}

    private static final class World {
        final SplittableRandom random;
        Session session = Session.fresh();
        Optional<String> lying = Optional.empty();
        Optional<String> owner = Optional.empty();
        int letter;
        final List<Pending> pending = new ArrayList<>();
        final Set<String> delivered = new HashSet<>();
        int deliveries;

        World(SplittableRandom random) {
            this.random = random;
        }

        String someone() {
            return String.valueOf((char) ('A' + letter++ % 26));
        }

        void hand(Event.Hand event) {
            take(session.on(event, Samples.SETTINGS));
        }

        void react(long turn, Event.Reaction event) {
            take(session.on(turn, event, Samples.SETTINGS));
        }

        void take(Session.Next next) {
            for (Effect effect : next.effects()) {
                if (effect instanceof Effect.Deliver(var progress)) {
                    // Handed on in the step in which its owner leaves, so before a new one is there.
                    assertThat(letters(progress)).containsOnly(before.orElse("?"));
                    assertThat(delivered.add(progress.who().opening())).isTrue();
                    deliveries++;
                } else {
                    pending.add(new Pending(next.session().turn(), effect));
                }
            }
            session = next.session();
            if (session.state() instanceof State.Idle) {
                owner = lying;
            }
            assertThat(letters(session.state())).isSubsetOf(owner.stream().toList());
        }

        Optional<String> before = Optional.empty();

        void step() {
            before = owner;
            switch (random.nextInt(24)) {
                case 0 -> {
                    String next = someone();
                    lying = Optional.of(next);
                    owner = lying;
                    hand(new Event.CardPlaced());
                }
                case 1 -> {
                    lying = Optional.empty();
                    hand(new Event.CardPulled());
                }
                case 2 -> {
                    if (session.state() instanceof State.PhoneHold) {
                        owner = Optional.of(someone());
                    }
                    hand(new Event.PhoneHeld());
                }
                case 3 -> react(staleOrNow(), new Event.TimedOut());
                case 4 -> react(staleOrNow(), new Event.PinTyped(Samples.pin()));
                case 5, 6, 7, 8, 9, 10 -> react(staleOrNow(), TAPS.get(random.nextInt(TAPS.size())));
                default -> answerSomething();
            }
        }

        long staleOrNow() {
            return random.nextInt(4) == 0 ? Math.max(0, session.turn() - random.nextInt(6)) : session.turn();
        }

        /* A result carries the letter of whoever was there when it was asked for. */
        void answerSomething() {
            if (pending.isEmpty()) {
                return;
            }
            Pending next = pending.remove(random.nextInt(pending.size()));
            String whose =
                    switch (next.effect()) {
                        case Effect.Ask(var card, var by, var pin) -> letter(card);
                        case Effect.MatchFace(var card) -> letter(card);
                        case Effect.Enrol(var card, var by) -> letter(card);
                        case Effect effect -> next.turn() == session.turn() ? owner.orElse("Z") : "Z";
                    };
            react(next.turn(), result(next.effect(), whose));
        }

        Event.Reaction result(Effect effect, String whose) {
            int luck = random.nextInt(8);
            return switch (effect) {
                case Effect.Read e ->
                    luck == 0
                            ? new Event.Broken(FaultCode.NOT_RECOGNISED)
                            : new Event.CardRead(Samples.card(whose, TokenKind.CARD), luck == 1);
                case Effect.MatchFace e -> luck == 0 ? new Event.FaceRefused(FaceFault.NO_FACE) : new Event.FaceSame();
                case Effect.Ask e ->
                    luck == 0
                            ? new Event.PinWrong(2)
                            : luck == 1
                                    ? new Event.NotEnrolled(true)
                                    : new Event.Answered(fresh(whose, TokenKind.CARD));
                case Effect.AskPhone(var kind, var pin) -> new Event.Answered(fresh(whose, kind));
                case Effect.Enrol e -> new Event.Answered(fresh(whose, TokenKind.CARD));
                case Effect.CheckCode e -> new Event.CodeRight("staff");
                case Effect.Deliver e -> new Event.Broken(FaultCode.NETWORK);
                case Effect.Report e -> new Event.TimedOut();
                case Effect.CallStaff e -> new Event.TimedOut();
                case Effect.NoteVisual e -> new Event.TimedOut();
            };
        }

        int openings;

        Identified fresh(String whose, TokenKind kind) {
            Identified who = Samples.who(whose, kind, new madoguchi.core.CertificateStanding.Current());
            return new Identified(
                    kind, Identification.PIN, whose + ++openings, who.reply(), who.certificateEnd(), who.standing());
        }
    }

    private static String letter(ReadCard card) {
        return new String(card.certificate().bytes(), java.nio.charset.StandardCharsets.US_ASCII);
    }

    private static Set<String> letters(Progress progress) {
        String name = progress.who()
                .reply()
                .answer()
                .coverages()
                .getFirst()
                .holder()
                .name()
                .written();
        return Stream.of(progress.who().opening().substring(0, 1), name).collect(Collectors.toSet());
    }

    private static Set<String> letters(State state) {
        Set<String> found = new HashSet<>();
        Steps.progress(state).ifPresent(progress -> found.addAll(letters(progress)));
        heldOf(state).ifPresent(held -> found.add(letter(held.card())));
        return found;
    }

    private static Optional<Held> heldOf(State state) {
        return switch (state) {
            case State.Method(var held) -> Optional.of(held);
            case State.Face(var held) -> Optional.of(held);
            case State.FaceRetry(var held, var why) -> Optional.of(held);
            case State.FaceLocked(var held, var why) -> Optional.of(held);
            case State.PinEntry(var held, var left, var wrong) -> Optional.of(held);
            case State.PinLocked(var held) -> Optional.of(held);
            case State.StaffCode(var held, var wrong, var paused) -> held;
            case State.StaffChecking(var held) -> held;
            case State.Visual(var held, var reading, var staff) -> held;
            case State.Asking(var held, var by) -> Optional.of(held);
            case State.Enrol(var held, var by) -> Optional.of(held);
            case State.Enrolling(var held, var by) -> Optional.of(held);
            default -> Optional.empty();
        };
    }

    @Test
    void noSequenceOfEventsEverBringsOnePersonIntoAnothersSession() {
        SplittableRandom random = new SplittableRandom(SEED);
        int deliveries = 0;
        for (int i = 0; i < SEQUENCES; i++) {
            World world = new World(random.split());
            for (int step = 0; step < LENGTH; step++) {
                world.step();
            }
            deliveries += world.deliveries;
        }
        assertThat(deliveries).as("the walk reaches the end of sessions often").isGreaterThan(SEQUENCES / 20);
    }
}
