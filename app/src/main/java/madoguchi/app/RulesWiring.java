package madoguchi.app;

import java.io.IOException;
import java.net.http.HttpClient;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import madoguchi.bundle.BundlePages;
import madoguchi.bundle.DeskRules;
import madoguchi.bundle.HttpRuleFeed;
import madoguchi.bundle.OwnHubFeed;
import madoguchi.bundle.RuleDatabase;
import madoguchi.bundle.RuleFeed;
import madoguchi.bundle.RuleHolder;
import madoguchi.policy.RuleBook;
import madoguchi.web.Frames;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** 規則の配布の配線 – who is asked for changed rules, and the policy in force, a {@code Supplier<Policy>} for everybody who determines; in every role. */
@Configuration(proxyBeanMethods = false)
class RulesWiring {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** The rules that come with this release; those in force are the {@code RuleHolder}'s. */
    @Bean
    RuleBook ruleBook() {
        return RuleBook.bundled();
    }

    /** The hub in this process, or one over HTTPS. */
    @Bean
    RuleFeed ruleFeed(Settings settings, DataSource database, Clock clock)
            throws IOException, GeneralSecurityException {
        if (settings.role().hasHub()) {
            return new OwnHubFeed(database);
        }
        HttpClient client = Tls.client(
                new DevelopmentCa(settings.pki(), clock), settings.facility().digits());
        return new HttpRuleFeed(client, settings.rules().from(), PATIENCE);
    }

    @Bean(destroyMethod = "close")
    DeskRules deskRules(DataSource database, RuleFeed feed, RuleBook released, Settings settings, Clock clock) {
        RuleDatabase.migrate(database);
        return new DeskRules(
                database,
                feed,
                settings.rules().keys(),
                released,
                settings.rules().every(),
                clock);
    }

    @Bean
    RuleHolder ruleHolder(DeskRules rules) {
        return rules.holder();
    }

    @Bean
    BundlePages bundlePages(DeskRules rules, Frames frames, Clock clock) {
        return rules.pages(frames, clock);
    }
}
