package madoguchi.account;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import madoguchi.core.Typed;

/**
 * 認証 – compares what is typed with the stored credentials, counts the tries and writes the audit; knows nothing of HTTP.
 *
 * <p>The first step gives one answer for every kind of failure. Were a lock told to whoever guesses the password, the lock would confirm the guess; so while an account is locked nothing is compared, and only the second step, behind a right password, names the time when to try again.
 */
final class Gate {

    private final AccountStore store;
    private final Passwords passwords;
    private final Clock clock;
    private final SignInLimits limits;

    Gate(AccountStore store, Passwords passwords, Clock clock, SignInLimits limits) {
        this.store = store;
        this.passwords = passwords;
        this.clock = clock;
        this.limits = limits;
    }

    /** The first factor: whose account it is when name and password are right; empty otherwise. */
    Optional<Staff> password(String typedLogin, String password, String remote) {
        String login = Accounts.loginOf(typedLogin);
        Optional<Credentials> found = Accounts.isLogin(login) ? store.find(login) : Optional.empty();
        if (found.isEmpty()) {
            return refuse(Event.UNKNOWN, Act.UNKNOWN_NAME, password, remote);
        }
        Credentials credentials = found.get();
        if (credentials.disabled()) {
            return refuse(login, Act.REFUSED_DISABLED, password, remote);
        }
        OptionalInt tries = store.charge(login, clock.instant(), limits);
        if (tries.isEmpty()) {
            return refuse(login, Act.REFUSED_LOCKED, password, remote);
        }
        if (!passwords.matches(password, credentials.passwordHash())) {
            failed(login, Act.WRONG_PASSWORD, tries.getAsInt(), remote);
            return Optional.empty();
        }
        store.refund(login);
        audit(login, Act.PASSWORD_RIGHT, remote);
        return Optional.of(credentials.staff());
    }

    /** The second factor, for somebody whose password was right at {@code passwordAt}. */
    CodeAnswer code(Staff staff, Instant passwordAt, String typedCode, String remote) {
        String login = staff.login();
        Instant now = clock.instant();
        Optional<Credentials> found = store.find(login);
        if (found.isEmpty()
                || found.get().disabled()
                || found.get().staff().stamp() != staff.stamp()
                || now.isAfter(passwordAt.plus(limits.codeWithin()))) {
            return new CodeAnswer.StartAgain();
        }
        OptionalInt tries = store.charge(login, now, limits);
        if (tries.isEmpty()) {
            audit(login, Act.REFUSED_LOCKED, remote);
            return locked(login);
        }
        Act outcome = compare(found.get(), typedCode, now);
        if (outcome != Act.SIGNED_IN) {
            return failed(login, outcome, tries.getAsInt(), remote) ? locked(login) : new CodeAnswer.Wrong();
        }
        store.clear(login);
        audit(login, Act.SIGNED_IN, remote);
        return new CodeAnswer.Open(found.get().staff());
    }

    /** Whether a session of that person may go on. */
    boolean stillValid(Staff staff) {
        return store.stillValid(staff.login(), staff.stamp());
    }

    /** Writes that the person signed out. */
    void signedOut(Staff staff, String remote) {
        audit(staff.login(), Act.SIGNED_OUT, remote);
    }

    private Act compare(Credentials credentials, String typedCode, Instant now) {
        OptionalLong step = Totp.stepOf(credentials.secret(), Typed.key(typedCode), now);
        if (step.isEmpty()) {
            return Act.WRONG_CODE;
        }
        return store.takeStep(credentials.staff().login(), step.getAsLong()) ? Act.SIGNED_IN : Act.REPLAYED_CODE;
    }

    private CodeAnswer locked(String login) {
        return new CodeAnswer.Locked(
                store.find(login).flatMap(Credentials::lockedUntil).orElseGet(clock::instant));
    }

    private Optional<Staff> refuse(String login, Act act, String password, String remote) {
        passwords.compareWithNobody(password);
        audit(login, act, remote);
        return Optional.empty();
    }

    private boolean failed(String login, Act act, int tries, String remote) {
        audit(login, act, remote);
        boolean last = tries >= limits.tries();
        if (last) {
            audit(login, Act.LOCKED, remote);
        }
        return last;
    }

    private void audit(String login, Act act, String remote) {
        store.append(Event.self(clock.instant(), login, act, remote));
    }
}
