package madoguchi.subsidy;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import madoguchi.core.Parsed;
import madoguchi.core.Problem;

/**
 * トークンの窓口 – issues and revokes tokens of municipalities' machines, and tells whose a token is. OURS: the published draft says only that the interface takes a bearer token ({@code pmh.md} §3).
 */
public final class Tokens {

    /** The most days a token may be worth something. */
    public static final int MOST_DAYS = 400;

    /** The longest note, in characters. */
    public static final int LONGEST_NOTE = 100;

    /** What is said of days that do not do. */
    static final Problem DAYS =
            Problem.at("days", "有効な日数は1～" + MOST_DAYS + "です。", "A token is valid for 1 to " + MOST_DAYS + " days.");

    /** What is said of a note that is too long. */
    static final Problem NOTE =
            Problem.at("note", "メモは" + LONGEST_NOTE + "文字までです。", "A note has up to " + LONGEST_NOTE + " characters.");

    private static final int MOST_WRONG = 10;
    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);
    private static final byte[] NOBODY = new byte[32];

    private final TokenStore store;
    private final Clock clock;
    private final WrongTries wrong = new WrongTries(MOST_WRONG, WINDOW);

    Tokens(DataSource database, Clock clock) {
        this.store = new TokenStore(database);
        this.clock = clock;
    }

    /**
     * 発行したトークン – the only time that its text is told.
     *
     * @param token what is kept
     * @param text what the machine sends: {@code Authorization: Bearer …}
     */
    public record Issued(ApiToken token, String text) {

        /** Never prints the secret. */
        @Override
        public String toString() {
            return "Issued[" + token.number() + "]";
        }
    }

    /**
     * Issues a token.
     *
     * @param days how long it is worth something, 1 to {@value #MOST_DAYS}
     * @param note for what it is, up to {@value #LONGEST_NOTE} characters, nothing personal
     * @param by account or program
     * @return faults at {@code days} and {@code note}
     */
    public Parsed<Issued> issue(MunicipalityCode municipality, int days, String note, String by) {
        List<Problem> faults = faults(days, note);
        if (!faults.isEmpty()) {
            return new Parsed.Faults<>(faults);
        }
        TokenText text = TokenText.of(store.next());
        ApiToken token = new ApiToken(
                text.number(),
                municipality,
                now(),
                by,
                now().plus(days, ChronoUnit.DAYS),
                note.strip(),
                Optional.empty(),
                Optional.empty());
        store.add(token, text.digest());
        return Parsed.of(new Issued(token, text.text()));
    }

    /** Every fault of what was asked for. */
    public static List<Problem> faults(int days, String note) {
        List<Problem> faults = new ArrayList<>();
        if (days < 1 || days > MOST_DAYS) {
            faults.add(DAYS);
        }
        if (note.length() > LONGEST_NOTE) {
            faults.add(NOTE);
        }
        return faults;
    }

    /** From now on it is worth nothing; whether it was worth anything until now. */
    public boolean revoke(long number, String by) {
        boolean valid = store.token(number)
                .filter(token -> token.state(now()) == ApiToken.State.VALID)
                .isPresent();
        if (valid) {
            store.add(Optional.of(number), TokenStore.Event.REVOKED, by, now());
        }
        return valid;
    }

    /** Every token ever issued, the youngest first. */
    public List<ApiToken> all() {
        return store.all();
    }

    /** The latest tries that were sent away, the youngest first. */
    List<RefusedTry> refused(int most) {
        return store.refused(most);
    }

    /** Who calls with these words behind {@code Bearer}, from that address. Wrong ones are counted, and every one that is sent away is written down. */
    ApiCaller caller(String words, String address) {
        Optional<Duration> waits = wrong.waits(address, now());
        if (waits.isPresent()) {
            return new ApiCaller.Refused(ApiRefusal.TOO_MANY, waits);
        }
        Optional<TokenText> text = TokenText.read(words);
        return text.filter(this::isOurs)
                .flatMap(known -> store.token(known.number()))
                .map(token -> of(token, address))
                .orElseGet(() -> unknown(address));
    }

    /* Whoever guesses a number learns nothing from how long the comparison takes. */
    private boolean isOurs(TokenText text) {
        return MessageDigest.isEqual(store.digest(text.number()).orElse(NOBODY), text.digest());
    }

    private ApiCaller of(ApiToken token, String address) {
        return switch (token.state(now())) {
            case VALID -> {
                noted(token, TokenStore.Event.USED, address);
                yield new ApiCaller.Municipality(token.municipality(), "token " + token.number());
            }
            case EXPIRED -> {
                noted(token, TokenStore.Event.EXPIRED, address);
                yield ApiCaller.refused(ApiRefusal.EXPIRED);
            }
            case REVOKED -> {
                noted(token, TokenStore.Event.WITHDRAWN, address);
                yield ApiCaller.refused(ApiRefusal.REVOKED);
            }
        };
    }

    private ApiCaller unknown(String address) {
        wrong.add(address, now());
        store.add(Optional.empty(), TokenStore.Event.UNKNOWN, address, now());
        if (wrong.waits(address, now()).isPresent()) {
            store.add(Optional.empty(), TokenStore.Event.TOO_MANY, address, now());
        }
        return ApiCaller.refused(ApiRefusal.UNKNOWN);
    }

    private void noted(ApiToken token, TokenStore.Event event, String address) {
        store.addUnlessSince(token.number(), event, address, now(), now().minus(NOTED_EVERY));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
