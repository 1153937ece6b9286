package madoguchi.portal;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import madoguchi.core.Octets;
import madoguchi.core.PersonKey;
import madoguchi.core.Problem;
import madoguchi.core.SelfEntry;
import madoguchi.core.SelfEntry.Backed;
import madoguchi.core.SelfEntry.Backing;
import madoguchi.core.Text;
import madoguchi.portal.PasskeyCeremony.Asserted;
import madoguchi.portal.PasskeyStore.Outcome;

/*
 * A passkey never stands alone. It is registered by somebody who has just logged in by card or phone, together with the certificate that was used; and at every log-in by it the hub is asked whether that certificate would
 * still let the same person in. Where not, the passkey is ended for good: who is enrolled, shown or renewed again registers another.
 *
 * Whoever is turned away is told one sentence, whatever the reason: an unknown key, a removed one, a hidden holder. Only that time has passed, and that the hub is silent, is said: neither is about a person.
 */

/** パスキーの受付 – registers passkeys after a log-in by card, and lets their holders in. */
final class Passkeys {

    /** 登録の結果. */
    sealed interface Registered {
        /** 登録した. */
        record Done() implements Registered {}

        /** 登録できない – why, for the screen. */
        record Refused(Problem why) implements Registered {}
    }

    private static final int LONGEST_NAME = 40;
    private static final Text TURNED_AWAY = new Text(
            "このパスキーではログインできません。カードかスマートフォンでログインしてください。",
            "This passkey does not let you in. Log in with your card or phone.");
    private static final Text LATE = new Text("時間が経ちました。もう一度お試しください。", "Too much time has passed. Try again.");
    private static final Problem NO_CARD = Problem.at(
            "passkey",
            "いまのログインでは、パスキーを登録できません。カードかスマートフォンでログインし直してください。",
            "No passkey can be registered with this log-in. Log in with your card or phone.");
    private static final Problem NO_NAME =
            Problem.at("name", "名前を1〜40字で入れてください。", "Give it a name of 1 to 40 letters.");
    private static final Problem NO_KEY = Problem.at(
            "passkey",
            "パスキーを登録できませんでした。もう一度お試しください。この端末のパスキーが登録済みでないかも確かめてください。",
            "The passkey could not be registered. Try again, and see whether this device has one already.");
    private static final Problem NO_MORE = Problem.at(
            "passkey", "これ以上登録できません。使わないものを外してください。", "There is no room for more. Remove one that you do not use.");

    private final SelfEntry entry;
    private final PasskeyStore store;
    private final PasskeyCeremony ceremony;
    private final PasskeyOptions options;
    private final Challenges challenges;
    private final PortalTerms terms;
    private final Clock clock;

    Passkeys(SelfEntry entry, PasskeyStore store, RelyingParty party, PortalTerms terms, Clock clock) {
        this.entry = entry;
        this.store = store;
        this.ceremony = new PasskeyCeremony(party);
        this.options = new PasskeyOptions(party, terms.challenge());
        this.challenges = new Challenges(terms.challenge(), clock);
        this.terms = terms;
        this.clock = clock;
    }

    /** Those of a person, ended ones too. */
    List<Passkey> of(PersonKey person) {
        return store.of(person);
    }

    /** Whether an open log-in still stands: one by card does; one by passkey only while the passkey and what it stands on are there. One whose ground is gone ends for good. */
    boolean stands(Session session) {
        return !(session.way() instanceof Way.ByPasskey by)
                || session.person()
                        .flatMap(who -> store.of(who).stream()
                                .filter(key -> key.id() == by.id())
                                .findFirst())
                        .filter(key -> key.end().isEmpty() && !isTakenBack(key))
                        .isPresent();
    }

    private boolean isTakenBack(Passkey key) {
        boolean gone = entry.isTakenBack(key.backing());
        if (gone) {
            store.end(clock.instant(), key.id(), key.backing().person(), Passkey.End.BACKING);
        }
        return gone;
    }

    // Registering.

    /** What a browser needs to make one, as JSON; else what is wrong. */
    Map.Entry<Optional<String>, List<Problem>> begin(Session session, String typed) {
        String name = typed.strip();
        List<Problem> problems = new java.util.ArrayList<>();
        if (name.isEmpty() || name.codePointCount(0, name.length()) > LONGEST_NAME) {
            problems.add(NO_NAME);
        }
        Optional<PersonKey> person = session.person().filter(who -> mayRegister(session));
        if (person.isEmpty()) {
            problems.add(NO_CARD);
        }
        List<Passkey> known = person.map(store::of).orElse(List.of());
        if (known.stream().filter(key -> key.end().isEmpty()).count() >= terms.passkeys()) {
            problems.add(NO_MORE);
        }
        Octets handle =
                known.stream().findFirst().map(key -> key.key().handle()).orElseGet(Challenges::random);
        return Map.entry(
                problems.isEmpty()
                        ? challenges
                                .issue(new Challenges.Purpose.Registration(person.orElseThrow(), name, handle))
                                .map(challenge -> options.creation(challenge, name, handle, known))
                        : Optional.empty(),
                problems);
    }

    private boolean mayRegister(Session session) {
        return !session.byPasskey()
                || PasskeyRule.of(PasskeyUse.PASSKEY, Front.day(clock)).opens();
    }

    /** Keeps what the browser made, in the form {@code PublicKeyCredential.toJSON} has. */
    Registered register(Session session, String response) {
        return session.way() instanceof Way.Token token && session.person().isPresent()
                ? register(token, session.person().get(), session.at(), response)
                : new Registered.Refused(NO_CARD);
    }

    private Registered register(Way.Token token, PersonKey person, Instant since, String response) {
        Optional<Octets> challenge = ceremony.challenge(response);
        return challenge
                        .flatMap(challenges::take)
                        .filter(purpose -> purpose instanceof Challenges.Purpose.Registration for_
                                && for_.person().equals(person)
                                && isKept(
                                        for_,
                                        response,
                                        challenge.get(),
                                        new Backing(token.certificate(), token.kind(), person, since)))
                        .isPresent()
                ? new Registered.Done()
                : new Registered.Refused(NO_KEY);
    }

    private boolean isKept(
            Challenges.Purpose.Registration purpose, String response, Octets challenge, Backing backing) {
        return ceremony.made(response, challenge, purpose.handle())
                .filter(key -> store.add(clock.instant(), purpose.name(), key, backing))
                .isPresent();
    }

    /** Another name; one that is no name changes nothing. */
    boolean rename(PersonKey person, long id, String typed) {
        String name = typed.strip();
        if (name.isEmpty() || name.codePointCount(0, name.length()) > LONGEST_NAME) {
            return false;
        }
        store.name(clock.instant(), id, person, name);
        return true;
    }

    /** Takes one away. */
    void remove(PersonKey person, long id) {
        store.end(clock.instant(), id, person, Passkey.End.REMOVED);
    }

    // Logging in.

    /** What a browser needs to answer with one, as JSON; empty while too many wait. */
    Optional<String> challenge() {
        return challenges.issue(new Challenges.Purpose.LogIn()).map(options::request);
    }

    /** A log-in with what the browser answered, in the form {@code PublicKeyCredential.toJSON} has. */
    Entrance.Came logIn(String response) {
        return ceremony.claim(response)
                .filter(claim -> challenges
                        .take(claim.challenge())
                        .filter(Challenges.Purpose.LogIn.class::isInstance)
                        .isPresent())
                .map(claim -> claimed(claim, response))
                .orElse(new Entrance.Came.Out(LATE));
    }

    private Entrance.Came claimed(PasskeyCeremony.Claim claim, String response) {
        Optional<Passkey> known = store.find(claim.credential());
        if (known.isEmpty() || known.get().end().isPresent()) {
            return turnedAway(known, Outcome.UNKNOWN);
        }
        Passkey passkey = known.get();
        if (claim.handle()
                .filter(handle -> !handle.equals(passkey.key().handle()))
                .isPresent()) {
            return turnedAway(known, Outcome.WRONG);
        }
        return switch (ceremony.asserted(response, claim.challenge(), passkey.key())) {
            case Asserted.Good(long counter) -> proven(passkey, counter);
            case Asserted.Wrong _ -> turnedAway(known, Outcome.WRONG);
            case Asserted.Cloned _ -> cloned(passkey);
        };
    }

    private Entrance.Came turnedAway(Optional<Passkey> passkey, Outcome outcome) {
        store.tried(clock.instant(), passkey, outcome, 0);
        return new Entrance.Came.Out(TURNED_AWAY);
    }

    private Entrance.Came cloned(Passkey passkey) {
        store.end(clock.instant(), passkey.id(), passkey.backing().person(), Passkey.End.CLONED);
        return turnedAway(Optional.of(passkey), Outcome.CLONED);
    }

    private Entrance.Came proven(Passkey passkey, long counter) {
        return switch (entry.backed(passkey.backing())) {
            case Backed.Standing(var end, var renewal) ->
                store.tried(clock.instant(), Optional.of(passkey), Outcome.ADMITTED, counter)
                        ? new Entrance.Came.In(new Session(
                                Optional.of(passkey.backing().person()),
                                new Way.ByPasskey(passkey.id(), end, renewal),
                                clock.instant(),
                                Optional.empty()))
                        : cloned(passkey);
            case Backed.Ended _ -> {
                store.end(clock.instant(), passkey.id(), passkey.backing().person(), Passkey.End.BACKING);
                yield turnedAway(Optional.of(passkey), Outcome.ENDED);
            }
            case Backed.Unreachable(var trouble) -> {
                store.tried(clock.instant(), Optional.of(passkey), Outcome.UNREACHABLE, 0);
                yield new Entrance.Came.Out(trouble.detail());
            }
        };
    }
}
