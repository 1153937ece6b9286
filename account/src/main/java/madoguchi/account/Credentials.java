package madoguchi.account;

import java.time.Instant;
import java.util.Optional;

/**
 * 認証の材料 – what a sign-in is compared with. Never leaves this module.
 *
 * @param staff who signs in when everything is right
 * @param passwordHash with the name of its algorithm in front
 * @param secret Base32, shared with the person's authenticator
 * @param disabled whether the account was stopped
 * @param lockedUntil the end of the last lock, past or future
 */
record Credentials(Staff staff, String passwordHash, String secret, boolean disabled, Optional<Instant> lockedUntil) {

    /** The login name only. */
    @Override
    public String toString() {
        return "Credentials[" + staff.login() + "]";
    }
}
