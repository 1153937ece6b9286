package madoguchi.app;

import java.io.IOException;
import java.net.http.HttpClient;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import madoguchi.bundle.RuleHolder;
import madoguchi.charge.SharedLedgers;
import madoguchi.core.BulkHub;
import madoguchi.core.CardHub;
import madoguchi.core.Hub;
import madoguchi.desk.BulkPages;
import madoguchi.desk.Desk;
import madoguchi.desk.DeskActions;
import madoguchi.desk.DeskPages;
import madoguchi.desk.HttpStampFeed;
import madoguchi.desk.LadderActions;
import madoguchi.desk.LedgerPages;
import madoguchi.desk.LinkActions;
import madoguchi.desk.StampActions;
import madoguchi.desk.SubsidyPages;
import madoguchi.hub.BulkJobs;
import madoguchi.hub.HttpBulkHub;
import madoguchi.hub.HttpCardHub;
import madoguchi.hub.HttpHub;
import madoguchi.hub.LocalBulkHub;
import madoguchi.hub.RealTimeHub;
import madoguchi.portal.Codes;
import madoguchi.subsidy.HttpSharedLedgers;
import madoguchi.subsidy.SubsidyHub;
import madoguchi.terminal.OqsFolderBulkHub;
import madoguchi.terminal.OqsFolderHub;
import madoguchi.web.Frames;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** 医療機関の配線 – the desk, the hub it asks, and the folders of the terminal. */
@Configuration(proxyBeanMethods = false)
class ClinicWiring {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration KEY_PATIENCE = Duration.ofSeconds(3);
    private static final Duration LEDGER_PATIENCE = Duration.ofSeconds(3);
    private static final Duration BULK_PATIENCE = Duration.ofSeconds(60);

    /** The hub this facility asks: the official terminal's folders, the hub in this process, or a hub over HTTPS. */
    record AskedHub(Hub hub) {}

    @Bean
    AskedHub askedHub(
            Settings settings, Clock clock, ObjectProvider<RealTimeHub> own, ObjectProvider<OqsFolderHub> official)
            throws IOException, GeneralSecurityException {
        if (settings.officialFolder().isPresent()) {
            return new AskedHub(official.getObject());
        }
        RealTimeHub here = own.getIfAvailable();
        if (here != null) {
            return new AskedHub(here);
        }
        HttpClient client = Tls.client(
                new DevelopmentCa(settings.pki(), clock), settings.facility().digits());
        return new AskedHub(new HttpHub(client, settings.hubUrl(), PATIENCE, clock));
    }

    /** Where this facility's card reader has cards verified: the hub in this process, or one over HTTPS. The official terminal's folders know no cards. */
    record AskedCardHub(CardHub hub) {}

    @Bean
    @Lazy
    AskedCardHub askedCardHub(Settings settings, Clock clock, ObjectProvider<LateCardHub> own)
            throws IOException, GeneralSecurityException {
        LateCardHub here = own.getIfAvailable();
        if (here != null) {
            return new AskedCardHub(here);
        }
        HttpClient client = Tls.client(
                new DevelopmentCa(settings.pki(), clock), settings.facility().digits());
        return new AskedCardHub(new HttpCardHub(client, settings.hubUrl(), PATIENCE));
    }

    /** Where this facility puts bulk inquiries: the same peer. */
    record AskedBulkHub(BulkHub hub) {}

    @Bean
    AskedBulkHub askedBulkHub(
            Settings settings, Clock clock, ObjectProvider<BulkJobs> own, ObjectProvider<OqsFolderBulkHub> official)
            throws IOException, GeneralSecurityException {
        if (settings.officialFolder().isPresent()) {
            return new AskedBulkHub(official.getObject());
        }
        BulkJobs here = own.getIfAvailable();
        if (here != null) {
            return new AskedBulkHub(new LocalBulkHub(here, settings.facility()));
        }
        HttpClient client = Tls.client(
                new DevelopmentCa(settings.pki(), clock), settings.facility().digits());
        return new AskedBulkHub(new HttpBulkHub(client, settings.hubUrl(), BULK_PATIENCE));
    }

    @Bean
    BulkPages bulkPages(Desk desk, AskedBulkHub asked) {
        return desk.bulk(asked.hub());
    }

    /** Where this facility reads and writes the ledgers of ceilings that facilities share: the hub in this process, or one over HTTPS. The official terminal's folders know none. */
    record AskedLedgers(SharedLedgers ledgers) {}

    @Bean
    AskedLedgers askedLedgers(Settings settings, Clock clock, ObjectProvider<SubsidyHub> own)
            throws IOException, GeneralSecurityException {
        if (settings.officialFolder().isPresent()) {
            return new AskedLedgers(SharedLedgers.none());
        }
        SubsidyHub here = own.getIfAvailable();
        if (here != null) {
            return new AskedLedgers(here.ledgers(settings.facility()));
        }
        HttpClient client = Tls.client(
                new DevelopmentCa(settings.pki(), clock), settings.facility().digits());
        return new AskedLedgers(new HttpSharedLedgers(client, settings.rules().from(), LEDGER_PATIENCE));
    }

    @Bean(destroyMethod = "close")
    Desk desk(
            DataSource database,
            AskedHub asked,
            AskedLedgers ledgers,
            Clock clock,
            Settings settings,
            Frames frames,
            RuleHolder rules) {
        Desk.migrate(database);
        return new Desk(
                database,
                asked.hub(),
                clock,
                settings.facility(),
                frames,
                rules,
                settings.facilityKind(),
                ledgers.ledgers());
    }

    /** Codes of portal screens: keys from the hub in this process, or from one over HTTPS. */
    @Bean(destroyMethod = "close")
    StampActions stampActions(Desk desk, DataSource database, Settings settings, Clock clock, ObjectProvider<Codes> own)
            throws IOException, GeneralSecurityException {
        Codes here = own.getIfAvailable();
        if (here != null) {
            return desk.stamps(database, () -> Optional.of(here.keys(settings.facility())));
        }
        HttpClient client = Tls.client(
                new DevelopmentCa(settings.pki(), clock), settings.facility().digits());
        return desk.stamps(database, new HttpStampFeed(client, settings.rules().from(), KEY_PATIENCE));
    }

    @Bean
    DeskPages deskPages(Desk desk) {
        return desk.pages();
    }

    @Bean
    DeskActions deskActions(Desk desk) {
        return desk.actions();
    }

    @Bean
    LinkActions linkActions(Desk desk) {
        return desk.links();
    }

    @Bean
    SubsidyPages subsidyPages(Desk desk) {
        return desk.subsidies();
    }

    @Bean
    LedgerPages ledgerPages(Desk desk) {
        return desk.ledgers();
    }

    @Bean
    LadderActions ladderActions(Desk desk) {
        return desk.ladder();
    }
}
