package madoguchi.app;

import java.nio.file.Path;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import madoguchi.bundle.RuleHolder;
import madoguchi.claims.Claims;
import madoguchi.core.Parsed;
import madoguchi.desk.Desk;
import madoguchi.desk.VisitTraces;
import madoguchi.hub.RegisterIndex;
import madoguchi.hub.UsageStore;
import madoguchi.reader.Kiosks;
import madoguchi.reader.SessionTimeStore;
import madoguchi.review.Agency;
import madoguchi.review.ReceiptCountStore;
import madoguchi.stats.AgencyReturnPages;
import madoguchi.stats.FacilityMaster;
import madoguchi.stats.FacilityPages;
import madoguchi.stats.FacilityReturnPages;
import madoguchi.stats.NationPages;
import madoguchi.stats.Receipts;
import madoguchi.stats.ReleasePages;
import madoguchi.stats.ReturnFigure;
import madoguchi.stats.ReturnedReceipt;
import madoguchi.stats.Returns;
import madoguchi.stats.Sessions;
import madoguchi.stats.Stats;
import madoguchi.web.Frames;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** 統計の配線 – where the statistics meet the hub's ledger, the desk's visit log and the agency's receipts. */
final class StatsWiring {

    private static final Logger LOG = LoggerFactory.getLogger(StatsWiring.class);

    private StatsWiring() {}

    /** Where there is a hub: everybody's figures, from its ledger. */
    @Configuration(proxyBeanMethods = false)
    static class Nation {

        /** Asks for the index so that the hub's schema is there. */
        @Bean
        Stats stats(
                DataSource database,
                RegisterIndex index,
                ObjectProvider<Agency> agency,
                RuleHolder rules,
                Settings settings,
                Clock clock) {
            return new Stats(
                    new HubLedger(new UsageStore(database)),
                    receipts(database, agency.getIfAvailable() != null),
                    () -> rules.get().book(),
                    master(settings.data()),
                    spill(settings.data()),
                    clock);
        }

        @Bean
        NationPages nationPages(Stats stats, Frames frames) {
            return stats.nation(frames);
        }

        @Bean
        ReleasePages releasePages(Stats stats, Frames frames) {
            return stats.release(frames);
        }

        /** Where there is no agency in this process nothing is settled, and the page says so. */
        @Bean
        AgencyReturnPages agencyReturnPages(Stats stats, Frames frames, ObjectProvider<Agency> agency) {
            Agency there = agency.getIfAvailable();
            return stats.agency(frames, there == null ? nothingSettled() : new AgencyReturns(there));
        }
    }

    /** Where there is a desk only: this facility's figures, from what reached it. */
    @Configuration(proxyBeanMethods = false)
    static class DeskAlone {

        @Bean
        Stats stats(DataSource database, Desk desk, RuleHolder rules, Settings settings, Clock clock) {
            return new Stats(
                    new DeskLedger(settings.facility(), new DeskReceptions(new VisitTraces(database))),
                    month -> Map.of(),
                    () -> rules.get().book(),
                    master(settings.data()),
                    spill(settings.data()),
                    clock);
        }
    }

    /** Where there is a desk: the facility about itself. */
    @Configuration(proxyBeanMethods = false)
    static class Clinic {

        @Bean
        FacilityPages facilityPages(
                Stats stats,
                Frames frames,
                Settings settings,
                DataSource database,
                Desk desk,
                ObjectProvider<Kiosks> kiosks,
                Claims claims) {
            return stats.facility(
                    frames,
                    settings.facility(),
                    new DeskReceptions(new VisitTraces(database)),
                    sessions(kiosks, database),
                    new ClaimReturns(claims));
        }

        @Bean
        FacilityReturnPages facilityReturnPages(Stats stats, Frames frames, Claims claims) {
            return stats.returned(frames, new ClaimReturns(claims));
        }
    }

    /** The times of this program's own readers, whose schema is there once they are; another maker's tell none. */
    private static Sessions sessions(ObjectProvider<Kiosks> kiosks, DataSource database) {
        return kiosks.getIfAvailable() == null
                ? (from, through) -> List.of()
                : new ReaderSessions(new SessionTimeStore(database));
    }

    /** Receipts of a month of care are those claimed in the next; none where no agency is in this process. */
    static Receipts receipts(DataSource database, boolean agency) {
        ReceiptCountStore store = new ReceiptCountStore(database);
        return agency ? (YearMonth care) -> store.accepted(care.plusMonths(1)) : care -> Map.of();
    }

    private static Returns nothingSettled() {
        return new Returns() {
            @Override
            public List<ReturnFigure> between(YearMonth from, YearMonth through) {
                return List.of();
            }

            @Override
            public List<ReturnedReceipt> receipts(YearMonth claimed, String rule, String after, int most) {
                return List.of();
            }
        };
    }

    static Path spill(Path data) {
        return data.resolve("stats");
    }

    /** Which medical facility is a hospital: the list in the data folder. A faulty one is told in full and not used, so that nobody's desk stands still for it. */
    private static FacilityMaster master(Path data) {
        return switch (FacilityMaster.read(masterFile(data))) {
            case Parsed.Value<FacilityMaster>(var master) -> master;
            case Parsed.Faults<FacilityMaster>(var problems) -> {
                problems.forEach(problem -> LOG.error(
                        "{}: {} {} / {}",
                        masterFile(data).getFileName(),
                        problem.place(),
                        problem.reason().ja(),
                        problem.reason().en()));
                yield FacilityMaster.none();
            }
        };
    }

    static Path masterFile(Path data) {
        return data.resolve("facility-kinds.csv");
    }
}
