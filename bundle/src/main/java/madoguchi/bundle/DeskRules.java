package madoguchi.bundle;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import madoguchi.policy.Policy;
import madoguchi.policy.RuleBook;
import madoguchi.web.Frames;

/**
 * 窓口の規則 – the desk's side put together: what is held, the log, and the one who asks.
 *
 * <p>Wire it as one bean, its {@link #holder()} as the policy of everybody who determines, and its {@link #pages} as a controller.
 */
public final class DeskRules implements AutoCloseable {

    private final ReceivedStore store;
    private final RuleHolder holder;
    private final Fetcher fetcher;
    private final Path keys;
    private final Polling polling;

    /**
     * Rules for one desk. What was held before is in force when this returns; the first question to the hub follows at once.
     *
     * @param database PostgreSQL; call {@link RuleDatabase#migrate} before
     * @param feed whom to ask
     * @param keys folder of the trusted public keys, read anew at each bundle
     * @param released the rules that came with the program: serial 0, and the measure of what a bundle must contain
     * @param every how often to ask, give or take a fifth
     * @param clock the time
     */
    public DeskRules(DataSource database, RuleFeed feed, Path keys, RuleBook released, Duration every, Clock clock) {
        this.keys = keys;
        this.store = new ReceivedStore(database);
        this.holder = new RuleHolder(new Policy(released), clock);
        this.fetcher = new Fetcher(feed, keys, new Verification(released), store, holder, clock);
        fetcher.restore();
        this.polling = new Polling(every, fetcher::round);
    }

    /** 今の規則 – ask it at every determination. */
    public RuleHolder holder() {
        return holder;
    }

    /** 取得 – asks the hub now, and returns when that is over. */
    public void fetchNow() {
        fetcher.round();
    }

    /** 画面 – the controller of {@code /rules/bundles}; times are shown in the clock's zone. */
    public BundlePages pages(Frames frames, Clock clock) {
        return new BundlePages(this, frames, clock);
    }

    BundlesView view(int most) {
        return new BundlesView(
                holder.inForce(), holder.next(), fetcher.last(), store.latest(most), TrustedKeys.in(keys));
    }

    /** Stops asking. */
    @Override
    public void close() {
        polling.close();
    }
}
