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
import madoguchi.jpki.StatusSource;
import madoguchi.jpki.Trust;
import madoguchi.jpki.StatusSource;
import madoguchi.jpki.Trust;
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
    TrustAnchors trustAnchors(Settings settings) {
        return TrustAnchors.read(settings.cardTrust().orElseThrow()).orElseThrow();
    }

    @Bean
    Trust cardTrust(TrustAnchors anchors) {
        return anchors.trust();
    }

    @Bean
    StatusSource cardStatuses(TrustAnchors anchors) {
        return anchors.statuses(
                HttpClient.newHttpClient(), PATIENCE, CardTerms.bundled().skew());
    }

    @Bean
    CardAuthentication cardAuthentication(
            DataSource database,
            RegisterIndex index,
            RealTimeHub hub,
            RuleHolder rules,
            Trust trust,
            StatusSource statuses,
            Clock clock) {
        return new CardAuthentication(
                database,
                hub,
                new Registers(database, Optional.of(index), clock),
                trust,
                statuses,
                new CardTerm(rules),
                Optional.empty(),
                CardTerms.bundled(),
                clock);
    }
}
