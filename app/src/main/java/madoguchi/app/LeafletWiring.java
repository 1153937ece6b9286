package madoguchi.app;

import java.time.Clock;
import madoguchi.bundle.RuleHolder;
import madoguchi.leaflet.LeafletKinds;
import madoguchi.leaflet.LeafletPages;
import madoguchi.leaflet.Leaflets;
import madoguchi.web.Frames;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** 掲示・配布物の配線 – prints from the rules in force, for a clinic. */
@Configuration(proxyBeanMethods = false)
class LeafletWiring {

    @Bean
    Leaflets leaflets(RuleHolder inForce, Settings settings, Clock clock) {
        return new Leaflets(
                LeafletKinds.standard(), inForce, DeclarationWiring::version, settings.facilityName(), clock);
    }

    @Bean
    LeafletPages leafletPages(Leaflets leaflets, Frames frames) {
        return new LeafletPages(leaflets, frames);
    }
}
