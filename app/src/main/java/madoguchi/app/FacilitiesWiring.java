package madoguchi.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import madoguchi.account.SignIn;
import madoguchi.bundle.RuleHolder;
import madoguchi.facilities.Facilities;
import madoguchi.facilities.GrantPages;
import madoguchi.facilities.Grants;
import madoguchi.facilities.ListKind;
import madoguchi.facilities.ListPages;
import madoguchi.facilities.Seen;
import madoguchi.hub.PhoneFacilities;
import madoguchi.hub.SubsidyFacilities;
import madoguchi.hub.VisitFacilities;
import madoguchi.web.Frames;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** 施設の配線 – what was seen where (the hub's logs), the names, and the grants by the rules in force. */
@Configuration(proxyBeanMethods = false)
class FacilitiesWiring {

    @Bean
    Grants grants(RuleHolder rules) {
        return new Grants(rules);
    }

    @Bean
    Facilities facilities(
            DataSource database,
            ObjectProvider<PhoneFacilities> phones,
            ObjectProvider<SubsidyFacilities> subsidies,
            ObjectProvider<VisitFacilities> visits,
            Grants grants,
            Settings settings,
            Clock clock) {
        Facilities.migrate(database);
        Path unlisted = settings.data().resolve("unlisted-facilities.txt");
        return new Facilities(database, seen(phones, subsidies, visits), () -> codes(unlisted), grants, clock);
    }

    /** Each list by the hub's own log or register, where the hub is in this process ({@code docs/facilities.md}). */
    private static Map<ListKind, Seen> seen(
            ObjectProvider<PhoneFacilities> phones,
            ObjectProvider<SubsidyFacilities> subsidies,
            ObjectProvider<VisitFacilities> visits) {
        return Map.of(
                ListKind.PHONES,
                () -> Optional.ofNullable(phones.getIfAvailable()).map(PhoneFacilities::firsts),
                ListKind.SUBSIDIES,
                () -> Optional.ofNullable(subsidies.getIfAvailable()).map(SubsidyFacilities::firsts),
                ListKind.HOME_CONSENT,
                () -> Optional.ofNullable(visits.getIfAvailable()).map(VisitFacilities::firsts));
    }

    /** One code a line; the file need not exist. */
    private static Set<String> codes(Path file) {
        try (Stream<String> lines = Files.exists(file) ? Files.lines(file) : Stream.empty()) {
            return lines.map(String::strip).collect(Collectors.toSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the list of facilities to leave out cannot be read", unreadable);
        }
    }

    @Bean
    GrantPages grantPages(Facilities facilities, Frames frames) {
        return facilities.grantPages(frames);
    }

    /** Open to everybody on the staff's port: they name facilities and nobody. */
    @Bean
    @Order(2)
    SecurityFilterChain publicLists(HttpSecurity http) {
        return SignIn.headed(http.securityMatcher(Stream.concat(ListPages.PATHS.stream(), GrantPages.PATHS.stream())
                        .toArray(String[]::new)))
                .authorizeHttpRequests(pages -> pages.anyRequest().permitAll())
                .build();
    }
}
