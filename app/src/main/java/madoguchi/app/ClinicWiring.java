package madoguchi.app;

import java.io.IOException;
import java.net.http.HttpClient;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import madoguchi.core.Hub;
import madoguchi.desk.Desk;
import madoguchi.desk.DeskActions;
import madoguchi.desk.DeskPages;
import madoguchi.hub.HttpHub;
import madoguchi.hub.RegisterHub;
import madoguchi.policy.Policy;
import madoguchi.policy.RuleBook;
import madoguchi.terminal.OqsFolderHub;
import madoguchi.web.Frames;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** 医療機関の配線 – the desk, the hub it asks, and the folders of the terminal. */
@Configuration(proxyBeanMethods = false)
class ClinicWiring {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** The hub this facility asks: the official terminal's folders, the hub in this process, or a hub over HTTPS. */
    record AskedHub(Hub hub) {}

    @Bean
    AskedHub askedHub(
            Settings settings, Clock clock, ObjectProvider<RegisterHub> own, ObjectProvider<OqsFolderHub> official)
            throws IOException, GeneralSecurityException {
        if (settings.officialFolder().isPresent()) {
            return new AskedHub(official.getObject());
        }
        RegisterHub here = own.getIfAvailable();
        if (here != null) {
            return new AskedHub(here);
        }
        HttpClient client = Tls.client(
                new DevelopmentCa(settings.pki(), clock), settings.facility().digits());
        return new AskedHub(new HttpHub(client, settings.hubUrl(), PATIENCE, clock));
    }

    @Bean
    RuleBook ruleBook() {
        return RuleBook.bundled();
    }

    @Bean(destroyMethod = "close")
    Desk desk(DataSource database, AskedHub asked, Clock clock, Settings settings, Frames frames, RuleBook rules) {
        Desk.migrate(database);
        return new Desk(database, asked.hub(), clock, settings.facility(), frames, new Policy(rules));
    }

    @Bean
    DeskPages deskPages(Desk desk) {
        return desk.pages();
    }

    @Bean
    DeskActions deskActions(Desk desk) {
        return desk.actions();
    }
}
