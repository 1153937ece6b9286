package madoguchi.app;

import java.util.Optional;
import javax.sql.DataSource;
import madoguchi.core.CardsTaken;
import madoguchi.hub.CardApi;
import madoguchi.hub.CardAuthentication;
import madoguchi.hub.PhoneFacilities;
import madoguchi.hub.RegisterIndex;
import madoguchi.hub.VisitApi;
import madoguchi.hub.VisitFacilities;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** カード認証の配線 – the hub's authentication by card; whose cards it takes comes from {@link SimulatedCardWiring} or, with {@code --card-trust}, from {@link TrustedCardWiring}: never from both. */
@Configuration(proxyBeanMethods = false)
class CardWiring {

    /** For a reader in this process. */
    @Bean
    LateCardHub ownCardHub(ObjectProvider<CardAuthentication> authentication, Settings settings) {
        boolean simulated = settings.cardTrust().isEmpty();
        return new LateCardHub(authentication::getObject, Optional.of(new CardsTaken.Told(simulated, simulated)));
    }

    @Bean
    CardApi cardApi(LateCardHub hub) {
        return new CardApi(hub);
    }

    @Bean
    VisitApi visitApi(LateCardHub hub) {
        return new VisitApi(hub);
    }

    /** Depends on the index so that the schema exists. */
    @Bean
    PhoneFacilities phoneFacilities(RegisterIndex migrated, DataSource database) {
        return new PhoneFacilities(database);
    }

    /** The same. */
    @Bean
    VisitFacilities visitFacilities(RegisterIndex migrated, DataSource database) {
        return new VisitFacilities(database);
    }
}
