package madoguchi.app;

import java.nio.charset.StandardCharsets;
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
import madoguchi.hub.StatusApi;
import madoguchi.jpki.ListSource;
import madoguchi.jpki.OcspSource;
import madoguchi.jpki.SimulatedAuthority;
import madoguchi.jpki.SimulatedVerifier;
import madoguchi.jpki.StatusSource;
import madoguchi.jpki.Trust;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** 模擬のカードの配線 – SIMULATION: cards, authority, responder and the centre's key are our own. Keys are made when the first card comes. */
@Configuration(proxyBeanMethods = false)
class SimulatedCardWiring {

    @Bean
    @Lazy
    SimulatedAuthority cardAuthority(Settings settings) {
        return CardKeys.authority(settings.data(), settings.machinePort());
    }

    @Bean
    @Lazy
    SimulatedVerifier cardCentre(Settings settings) {
        return CardKeys.centre(settings.data());
    }

    @Bean
    @Lazy
    CardAuthentication cardAuthentication(
            DataSource database,
            RegisterIndex index,
            RealTimeHub hub,
            RuleHolder rules,
            Trust trust,
            StatusSource statuses,
            SimulatedVerifier centre,
            Clock clock) {
        CardTerms terms = CardTerms.bundled();
        return new CardAuthentication(
                database,
                hub,
                new Registers(database, Optional.of(index), clock),
                trust,
                statuses,
                new CardTerm(rules),
                Optional.of(centre),
                terms,
                clock);
    }

    @Bean
    @Lazy
    Trust cardTrust(SimulatedAuthority authority) {
        return new Trust(Trust.Accept.SIMULATION, authority.roots());
    }

    /** By OCSP, then by list, each from the authority in this process, in the bytes that would go over a line. */
    @Bean
    @Lazy
    StatusSource cardStatuses(SimulatedAuthority authority, Clock clock) {
        Duration skew = CardTerms.bundled().skew();
        return StatusSource.inOrder(
                new OcspSource(request -> Optional.of(authority.ocsp(request, clock.instant())), skew),
                new ListSource(
                        issuer -> authority.revocationList(
                                new String(issuer, StandardCharsets.US_ASCII), clock.instant()),
                        skew));
    }

    @Bean
    StatusApi statusApi(ObjectProvider<SimulatedAuthority> authority, Clock clock) {
        return new StatusApi(authority::getObject, clock);
    }
}
