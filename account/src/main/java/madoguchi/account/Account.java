package madoguchi.account;

import java.time.Instant;
import java.util.Optional;

/**
 * 利用者 – one staff account as the administrator sees it; carries nothing secret.
 *
 * @param login the name typed at sign-in, which also stands in every log
 * @param name the person's name as colleagues know it
 * @param role what the account may do
 * @param disabled whether it was stopped by an administrator
 * @param lockedUntil the end of the last lock, past or future
 * @param lastSignIn when both factors were last right
 */
public record Account(
        String login,
        String name,
        Role role,
        boolean disabled,
        Optional<Instant> lockedUntil,
        Optional<Instant> lastSignIn) {

    /** Whether the account is locked at that moment. */
    public boolean locked(Instant at) {
        return lockedUntil.filter(at::isBefore).isPresent();
    }

    /** The login name only: a person's name does not belong in a log. */
    @Override
    public String toString() {
        return "Account[" + login + "]";
    }
}
