package madoguchi.app;

import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import madoguchi.bundle.RuleHolder;
import madoguchi.hub.CardAuthentication;
import madoguchi.hub.CardTerms;
import madoguchi.hub.RealTimeHub;
import madoguchi.hub.RegisterIndex;
import madoguchi.hub.Registers;
import madoguchi.jpki.TrustAnchors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * 本番のカードの配線 – {@code --card-trust}: the roots and responders of a folder, and nothing of the simulation. The centre's key for authentication without PIN lies in hardware this program does not know, so face and visual confirmation end as
 * "the centre does not answer"; a PIN works.
 */
@Configuration(proxyBeanMethods = false)
class TrustedCardWiring {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    @Bean
    CardAuthentication cardAuthentication(
            DataSource database,
            RegisterIndex index,
            RealTimeHub hub,
            RuleHolder rules,
            Settings settings,
            Clock clock) {
        TrustAnchors anchors =
                TrustAnchors.read(settings.cardTrust().orElseThrow()).orElseThrow();
        CardTerms terms = CardTerms.bundled();
        return new CardAuthentication(
                database,
                hub,
                new Registers(database, Optional.of(index), clock),
                anchors.trust(),
                anchors.statuses(HttpClient.newHttpClient(), PATIENCE, terms.skew()),
                new CardTerm(rules),
                Optional.empty(),
                terms,
                clock);
    }
}
