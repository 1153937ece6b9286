package madoguchi.portal;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import madoguchi.core.Octets;
import madoguchi.core.PersonKey;

/** パスキーの乱数の控え – challenges that wait for an answer; each serves once and not for long. In memory, like the log-ins they lead to. Threads may share it. */
final class Challenges {

    /** 何のための乱数か. */
    sealed interface Purpose {

        /** ログイン. */
        record LogIn() implements Purpose {}

        /**
         * 登録.
         *
         * @param person who is logged in by card
         * @param name what the passkey will be called
         * @param handle the person's random name inside the phone
         */
        record Registration(PersonKey person, String name, Octets handle) implements Purpose {}
    }

    private static final int BYTES = 32;
    private static final int MOST = 100_000;
    private static final SecureRandom RANDOM = new SecureRandom();

    private record Waiting(Purpose purpose, Instant until) {}

    private final Map<Octets, Waiting> waiting = new ConcurrentHashMap<>();
    private final Duration life;
    private final Clock clock;

    Challenges(Duration life, Clock clock) {
        this.life = life;
        this.clock = clock;
    }

    Duration life() {
        return life;
    }

    /** A new one; empty while too many wait. */
    Optional<Octets> issue(Purpose purpose) {
        Instant now = clock.instant();
        if (waiting.size() >= MOST) {
            waiting.values().removeIf(old -> !now.isBefore(old.until()));
        }
        if (waiting.size() >= MOST) {
            return Optional.empty();
        }
        Octets challenge = random();
        waiting.put(challenge, new Waiting(purpose, now.plus(life)));
        return Optional.of(challenge);
    }

    /** 32 random bytes. */
    static Octets random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Octets.of(bytes);
    }

    /** Uses one up; empty for one that was never given, is used, or is old. */
    Optional<Purpose> take(Octets challenge) {
        return Optional.ofNullable(waiting.remove(challenge))
                .filter(found -> clock.instant().isBefore(found.until()))
                .map(Waiting::purpose);
    }
}
