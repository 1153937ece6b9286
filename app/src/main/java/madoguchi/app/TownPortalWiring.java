package madoguchi.app;

import madoguchi.portal.Tokens;
import madoguchi.town.Town;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** 町の人のポータル – SIMULATION, only for {@code demo}: cards and phones to log in with. */
@Configuration(proxyBeanMethods = false)
class TownPortalWiring {

    @Bean
    Tokens townTokens(Town town, ObjectProvider<TownCards> cards) {
        return new TownTokens(town, cards::getObject);
    }
}
