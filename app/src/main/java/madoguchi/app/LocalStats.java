package madoguchi.app;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import madoguchi.core.Parsed;
import madoguchi.hub.UsageStore;
import madoguchi.policy.RuleBook;
import madoguchi.review.Agency;
import madoguchi.stats.FacilityMaster;
import madoguchi.stats.Stats;
import org.jspecify.annotations.Nullable;

/** 手元の統計 – the statistics over a data folder, for as long as a command needs them. */
final class LocalStats implements AutoCloseable {

    private final LocalHub hub;
    private final HikariDataSource pool;
    private final Stats stats;
    private final FacilityMaster master;

    private LocalStats(LocalHub hub, HikariDataSource pool, Stats stats, FacilityMaster master) {
        this.hub = hub;
        this.pool = pool;
        this.stats = stats;
        this.master = master;
    }

    /** Opens a folder's database, or the one at the address; by the rules that come with the program. */
    static LocalStats open(Path data, @Nullable String databaseUrl, FacilityMaster master) throws IOException {
        RuleBook book = RuleBook.bundled();
        LocalHub hub = new LocalHub(data, databaseUrl);
        HikariDataSource pool = new HikariDataSource();
        pool.setDataSource(hub.database());
        Agency.migrate(pool);
        Stats stats = new Stats(
                new HubLedger(new UsageStore(pool)),
                StatsWiring.receipts(pool, true),
                () -> book,
                master,
                StatsWiring.spill(data),
                Clock.system(Server.TOKYO));
        return new LocalStats(hub, pool, stats, master);
    }

    /** The master list of the folder; empty after telling every fault of it. */
    static Optional<FacilityMaster> master(Path data) {
        return switch (FacilityMaster.read(StatsWiring.masterFile(data))) {
            case Parsed.Value<FacilityMaster>(var master) -> Optional.of(master);
            case Parsed.Faults<FacilityMaster>(var problems) -> {
                problems.forEach(problem -> System.err.println(StatsWiring.masterFile(data) + " " + problem.place()
                        + ": " + problem.reason().ja() + " / "
                        + problem.reason().en()));
                yield Optional.empty();
            }
        };
    }

    Stats stats() {
        return stats;
    }

    FacilityMaster master() {
        return master;
    }

    @Override
    public void close() throws IOException {
        pool.close();
        hub.close();
    }
}
