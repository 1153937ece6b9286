package madoguchi.app;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import javax.sql.DataSource;
import madoguchi.account.SignIn;
import madoguchi.bundle.RuleHolder;
import madoguchi.hub.CardApi;
import madoguchi.hub.CardAuthentication;
import madoguchi.hub.CardTerms;
import madoguchi.hub.PhoneFacilities;
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
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/**
 * カード認証の配線 – the hub's authentication by card. It accepts SIMULATED certificates only: the real roots, the responder and the centre's hardware are given to registered verifiers, so there is no wiring for them
 * here. Keys are made when the first card comes.
 */
@Configuration(proxyBeanMethods = false)
class CardWiring {

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
            SimulatedAuthority authority,
            SimulatedVerifier centre,
            Clock clock) {
        CardTerms terms = CardTerms.bundled();
        return new CardAuthentication(
                database,
                hub,
                new Registers(database, Optional.of(index), clock),
                new Trust(Trust.Accept.SIMULATION, authority.roots()),
                statuses(authority, terms, clock),
                new CardTerm(rules),
                centre,
                terms,
                clock);
    }

    /** By OCSP, then by list, each from the authority in this process, in the bytes that would go over a line. */
    static StatusSource statuses(SimulatedAuthority authority, CardTerms terms, Clock clock) {
        return StatusSource.inOrder(
                new OcspSource(request -> Optional.of(authority.ocsp(request, clock.instant())), terms.skew()),
                new ListSource(
                        issuer -> authority.revocationList(
                                new String(issuer, StandardCharsets.US_ASCII), clock.instant()),
                        terms.skew()));
    }

    /** For a reader in this process. */
    @Bean
    LateCardHub ownCardHub(ObjectProvider<CardAuthentication> authentication) {
        return new LateCardHub(authentication::getObject);
    }

    @Bean
    CardApi cardApi(LateCardHub hub) {
        return new CardApi(hub);
    }

    /** Depends on the index so that the schema exists. */
    @Bean
    PhoneFacilities phoneFacilities(RegisterIndex migrated, DataSource database, Settings settings) {
        return new PhoneFacilities(database, settings.data().resolve("unlisted-facilities.txt"));
    }

    /** Open to everybody on the staff's port: it names facilities and nobody. */
    @Bean
    @Order(2)
    SecurityFilterChain publicLists(HttpSecurity http) {
        return SignIn.headed(http.securityMatcher(PhoneFacilities.PATH))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(pages -> pages.anyRequest().permitAll())
                .build();
    }

    @Bean
    StatusApi statusApi(ObjectProvider<SimulatedAuthority> authority, Clock clock) {
        return new StatusApi(authority::getObject, clock);
    }
}
