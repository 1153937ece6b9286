package madoguchi.bundle;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import madoguchi.core.Text;
import madoguchi.policy.Policy;

/** 取得係 – asks for rules, verifies what comes, writes it down, and only then hands it to the holder. What is refused gets no further. */
final class Fetcher {

    /** 断られたまま – the hub's current bundle, as long as it is refused here. */
    private record Standing(SignedBundle bundle, Refusal why) {}

    private final RuleFeed feed;
    private final Path keys;
    private final Verification verification;
    private final ReceivedStore store;
    private final RuleHolder holder;
    private final Clock clock;
    private Optional<String> tag = Optional.empty();
    private Optional<Standing> standing = Optional.empty();
    private volatile Optional<LastFetch> last = Optional.empty();

    Fetcher(RuleFeed feed, Path keys, Verification verification, ReceivedStore store, RuleHolder holder, Clock clock) {
        this.feed = feed;
        this.keys = keys;
        this.verification = verification;
        this.store = store;
        this.holder = holder;
        this.clock = clock;
    }

    /** After a start: takes up what was held before, down to the rules that decide now. A bundle that does not fit this program any more is written down as refused, and the next lower one is tried. */
    void restore() {
        for (Received received : store.taken()) {
            SignedBundle bundle = store.bundle(received);
            switch (verification.again(bundle)) {
                case Receipt.Refused refused ->
                    store.refuse(refused, bundle.digest(), Optional.of(bundle), clock.instant());
                case Receipt.Good good -> hold(good, received.at());
            }
            if (holder.inForce().serial() > 0) {
                return;
            }
        }
    }

    /** One round; only one at a time. */
    synchronized void round() {
        LastFetch ended =
                switch (feed.fetch(tag)) {
                    case RuleFeed.Fetched.Bundle(var bundle, var name) -> {
                        LastFetch received = receive(bundle);
                        tag = Optional.of(name).filter(some -> !some.isBlank());
                        yield received;
                    }
                    case RuleFeed.Fetched.TooLarge(var name) -> tooLarge(name);
                    case RuleFeed.Fetched.Unchanged same -> unchanged();
                    case RuleFeed.Fetched.Nothing none ->
                        ended(true, new Text("公布された規則はまだありません。", "No rules were published yet."));
                    case RuleFeed.Fetched.Unreachable(var why) -> ended(false, why);
                };
        last = Optional.of(ended);
    }

    /** How the last round ended; empty before the first. */
    Optional<LastFetch> last() {
        return last;
    }

    private LastFetch receive(SignedBundle bundle) {
        String digest = bundle.digest();
        long floor = store.taken(digest) ? 0 : store.serial();
        Receipt receipt = verification.verify(bundle, TrustedKeys.in(keys), floor);
        return switch (receipt) {
            case Receipt.Refused refused -> {
                store.refuse(refused, digest, Optional.of(bundle), clock.instant());
                standing = Optional.of(new Standing(bundle, refused.why()));
                yield ended(false, refused.sentence());
            }
            case Receipt.Good good -> {
                standing = Optional.empty();
                yield take(good, bundle);
            }
        };
    }

    private LastFetch take(Receipt.Good good, SignedBundle bundle) {
        Instant now = clock.instant();
        long serial = good.bundle().head().serial();
        if (holder.holds(serial) || serial < holder.inForce().serial()) {
            return ended(true, unchangedText());
        }
        store.take(good.bundle().head(), bundle, now);
        hold(good, now);
        return ended(true, good.sentence());
    }

    private void hold(Receipt.Good good, Instant at) {
        holder.take(new Held(Optional.of(good.bundle().head()), at, new Policy(good.book())));
    }

    private LastFetch tooLarge(String name) {
        Receipt.Refused refused = Receipt.Refused.because(Refusal.TOO_LARGE);
        store.refuse(refused, name, Optional.empty(), clock.instant());
        return ended(false, refused.sentence());
    }

    /* A key that was unknown may have been added since. */
    private LastFetch unchanged() {
        if (standing.isEmpty()) {
            return ended(true, unchangedText());
        }
        return standing.get().why() == Refusal.UNKNOWN_KEY
                ? receive(standing.get().bundle())
                : ended(false, standing.get().why().sentence());
    }

    private static Text unchangedText() {
        return new Text("変わりありません。", "Nothing new.");
    }

    private LastFetch ended(boolean good, Text said) {
        return new LastFetch(clock.instant(), good, said);
    }
}
