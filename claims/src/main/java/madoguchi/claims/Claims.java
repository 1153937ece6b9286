package madoguchi.claims;

import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;
import madoguchi.core.Caller;
import madoguchi.core.Hub;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.policy.Policy;
import madoguchi.web.Frames;

/** 請求 – the whole module put together for one facility: what is kept, the check in the background, and the pages. Wire it as one bean, its {@link #pages()} as controller. */
public final class Claims implements AutoCloseable {

    private static final String OPERATOR = "auto";

    private final ClaimStore store;
    private final ClaimRound round;
    private final ClaimPages pages;

    /**
     * The claims of one facility.
     *
     * @param database PostgreSQL; call {@link #migrate} before
     * @param visits the visit book
     * @param hub whom to ask about visit days
     * @param code in whose name
     * @param policy the rules in force; asked anew each time
     * @param frames the layout
     * @param clock the time
     */
    public Claims(
            DataSource database,
            ClaimVisits visits,
            Hub hub,
            MedicalInstitutionCode code,
            Supplier<Policy> policy,
            Frames frames,
            Clock clock) {
        store = new ClaimStore(database);
        Caller caller = new Caller(code, "claims", OPERATOR);
        round = new ClaimRound(store, () -> new BeforeSubmission(visits, hub, caller, Asking.NEEDED));
        pages = new ClaimPages(frames, store, round, new ClaimWork(store, visits, policy, clock), clock);
    }

    /** 返戻などの理由ごとの件数 – of every result letter taken in, the latest month first: what statistics read. */
    public List<ReturnReason> reasons() {
        return store.reasons();
    }

    /**
     * 内訳 – the receipts that one rule decided in a claim month, by reception and place: what stands behind {@link #reasons()}.
     *
     * @param month 請求年月
     * @param rule id of the rule
     * @param reception 受付番号 of the last one seen; empty to begin
     * @param ordinal its place in the file; 0 to begin
     * @param most how many at most
     */
    public List<RuledLine> ruled(YearMonth month, String rule, String reception, long ordinal, int most) {
        return store.ruled(month, rule, reception, ordinal, most);
    }

    /** Brings the schema {@code claims} up to date. */
    public static void migrate(DataSource database) {
        ClaimStore.migrate(database);
    }

    /** The controller of {@code /claims}. */
    public ClaimPages pages() {
        return pages;
    }

    /** Stops checking. */
    @Override
    public void close() {
        round.close();
    }
}
