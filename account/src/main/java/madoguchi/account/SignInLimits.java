package madoguchi.account;

import java.time.Duration;

/**
 * サインインの限度 – how many wrong tries, and how long things last.
 *
 * @param tries wrong passwords or codes that lock an account
 * @param window the time within which they are counted together
 * @param lock how long the account then stays locked
 * @param codeWithin how long after the password the code may follow
 */
public record SignInLimits(int tries, Duration window, Duration lock, Duration codeWithin) {

    /** Refuses limits that would lock everybody or nobody. */
    public SignInLimits {
        if (tries < 1 || !window.isPositive() || !lock.isPositive() || !codeWithin.isPositive()) {
            throw new IllegalArgumentException("sign-in limits must be positive");
        }
    }

    /** Five tries within 15 minutes lock for 15 minutes; the code follows within five minutes. */
    public static SignInLimits standard() {
        return new SignInLimits(5, Duration.ofMinutes(15), Duration.ofMinutes(15), Duration.ofMinutes(5));
    }
}
