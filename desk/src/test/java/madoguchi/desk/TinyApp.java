package madoguchi.desk;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import madoguchi.charge.SharedLedgers;
import madoguchi.core.BulkHub;
import madoguchi.core.BulkRequest;
import madoguchi.core.Hub;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.core.Problem;
import madoguchi.core.Text;
import madoguchi.policy.Facility;
import madoguchi.policy.Policy;
import madoguchi.policy.RuleBook;
import madoguchi.web.Frame;
import madoguchi.web.Frames;
import madoguchi.web.LangSwitch;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;

/** The smallest server around the desk, without accounts. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class TinyApp {

    static ConfigurableApplicationContext start(DataSource database, Hub hub, Clock clock, int port) {
        return start(database, hub, new NoBulkHub(), clock, port);
    }

    static ConfigurableApplicationContext start(DataSource database, Hub hub, SharedLedgers ledgers, Clock clock) {
        return start(database, hub, new NoBulkHub(), ledgers, clock, 0);
    }

    static ConfigurableApplicationContext start(DataSource database, Hub hub, BulkHub bulk, Clock clock, int port) {
        return start(database, hub, bulk, SharedLedgers.none(), clock, port);
    }

    private static ConfigurableApplicationContext start(
            DataSource database, Hub hub, BulkHub bulk, SharedLedgers ledgers, Clock clock, int port) {
        SpringApplication app = new SpringApplication(TinyApp.class);
        app.addInitializers(context -> {
            GenericApplicationContext beans = (GenericApplicationContext) context;
            beans.registerBean("database", DataSource.class, () -> database);
            beans.registerBean(Hub.class, () -> hub);
            beans.registerBean(BulkHub.class, () -> bulk);
            beans.registerBean(SharedLedgers.class, () -> ledgers);
            beans.registerBean(Clock.class, () -> clock);
        });
        app.setDefaultProperties(Map.of(
                "server.port", port, "spring.threads.virtual.enabled", "true", "spring.main.banner-mode", "off"));
        return app.run();
    }

    @Bean
    Desk desk(DataSource database, Hub hub, SharedLedgers ledgers, Clock clock) {
        Frames frames = new Frames(
                "みなと架空診療所", List.of(new Frames.RoleLink("RECEPTION", new Frame.Link("/", new Text("受付", "Desk")))));
        Policy policy = new Policy(RuleBook.bundled());
        return new Desk(
                database,
                hub,
                clock,
                new MedicalInstitutionCode("1399999999"),
                frames,
                () -> policy,
                Facility.ONLINE,
                ledgers);
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

    @Bean
    BulkPages bulkPages(Desk desk, BulkHub bulk) {
        return desk.bulk(bulk);
    }

    /** A hub that knows no bulk inquiry. */
    private static final class NoBulkHub implements BulkHub {
        @Override
        public Submission submit(BulkRequest request) {
            return new Submission.Refused(List.of(Problem.at("hub", "ありません。", "None.")));
        }

        @Override
        public Progress look(String reception) {
            return new Progress.Unknown();
        }

        @Override
        public boolean cancel(String reception) {
            return false;
        }
    }

    @Bean
    LangSwitch langSwitch() {
        return new LangSwitch();
    }
}
