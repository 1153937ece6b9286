package madoguchi.reader;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import madoguchi.reader.PasscodeStore.Act;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm;

/**
 * 目視確認用パスコード – four digits, one for each account, with which staff vouch for a patient at the reader ({@code jpki-reader.md} §6.5).
 *
 * <p>It is told once, when it is issued, and kept as a salted slow hash only; issuing again voids the one before. Four digits can be guessed, so what protects them is the pause after some wrong ones, counted for the
 * whole facility in the database. The reader asks for no account name, so no two accounts may have the same digits.
 */
public final class Passcodes {

    private static final int CODES = 10_000;
    private static final int ROUNDS = 200_000;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final PasscodeStore store;
    private final Clock clock;
    private final Settings settings;
    private final Supplier<Set<String>> staff;
    private final PasswordEncoder encoder;

    private Passcodes(PasscodeStore store, Clock clock, Settings settings, Supplier<Set<String>> staff, int rounds) {
        this.store = store;
        this.clock = clock;
        this.settings = settings;
        this.staff = staff;
        this.encoder = new Pbkdf2PasswordEncoder("", 16, rounds, SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA256);
    }

    /**
     * The passcodes of one facility, hashed by PBKDF2 with HMAC-SHA-256 and 200,000 rounds.
     *
     * @param staff the accounts that may be used today: a stopped account's passcode is void
     */
    public static Passcodes of(PasscodeStore store, Clock clock, Settings settings, Supplier<Set<String>> staff) {
        return new Passcodes(store, clock, settings, staff, ROUNDS);
    }

    /** A weak hash for tests that type many passcodes. */
    static Passcodes quick(PasscodeStore store, Clock clock, Settings settings, Supplier<Set<String>> staff) {
        return new Passcodes(store, clock, settings, staff, 10);
    }

    /** A new passcode for that account: four digits, told this once and never again. */
    public synchronized String issue(String login) {
        List<PasscodeStore.Hashed> others = store.current().stream()
                .filter(hashed -> !hashed.login().equals(login))
                .toList();
        String code = fresh();
        while (isTaken(code, others)) {
            code = fresh();
        }
        store.issue(login, encoder.encode(code), clock.instant());
        return code;
    }

    private static String fresh() {
        return "%04d".formatted(RANDOM.nextInt(CODES));
    }

    private boolean isTaken(String code, List<PasscodeStore.Hashed> others) {
        return others.stream().anyMatch(hashed -> encoder.matches(code, hashed.hash()));
    }

    /** When that account's passcode was issued; empty when it has none. */
    public Optional<Instant> issuedAt(String login) {
        return store.current().stream()
                .filter(hashed -> hashed.login().equals(login))
                .map(PasscodeStore.Hashed::issuedAt)
                .findFirst();
    }

    /** Whose passcode it is. Compares nothing during the pause; one try at a time, so a hundred at once are counted one by one. */
    synchronized Event.Reaction check(Pin typed) {
        Instant now = clock.instant();
        List<Instant> wrong = store.wrongSince(now.minus(settings.codePause()));
        if (wrong.size() >= settings.codeTries()) {
            return new Event.CodePaused(wrong.getLast().plus(settings.codePause()));
        }
        Optional<String> login = owner(typed);
        store.note(login.isPresent() ? Act.RIGHT : Act.WRONG, login, now);
        if (login.isPresent()) {
            return new Event.CodeRight(login.get());
        }
        return wrong.size() + 1 >= settings.codeTries()
                ? new Event.CodePaused(now.plus(settings.codePause()))
                : new Event.CodeWrong();
    }

    private Optional<String> owner(Pin typed) {
        String code = new String(typed.bytes(), java.nio.charset.StandardCharsets.US_ASCII);
        Set<String> today = staff.get();
        return store.current().stream()
                .filter(hashed -> today.contains(hashed.login()))
                .filter(hashed -> encoder.matches(code, hashed.hash()))
                .map(PasscodeStore.Hashed::login)
                .findFirst();
    }

    /** 目視確認をした – account, time and method; nothing of the patient. */
    void used(String login) {
        store.note(Act.CONFIRMED, Optional.of(login), clock.instant());
    }
}
