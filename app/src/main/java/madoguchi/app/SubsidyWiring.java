package madoguchi.app;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import javax.sql.DataSource;
import madoguchi.charge.HeldLedgers;
import madoguchi.core.HeldSubsidies;
import madoguchi.core.Subsidies;
import madoguchi.hub.HubDatabase;
import madoguchi.hub.KnownPersons;
import madoguchi.hub.RegisterIndex;
import madoguchi.hub.RegisteredHolders;
import madoguchi.hub.SubsidyFacilities;
import madoguchi.subsidy.LedgerApi;
import madoguchi.subsidy.RegistrationApi;
import madoguchi.subsidy.SubsidyHub;
import madoguchi.subsidy.SubsidyPages;
import madoguchi.subsidy.TokenPages;
import madoguchi.web.Frames;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** 医療費助成の配線 – the hub of subsidies beside the hub of eligibility, which asks it through a port; its persons are those of the register. */
@Configuration(proxyBeanMethods = false)
class SubsidyWiring {

    private static final int CONNECTIONS = 6;
    private static final int WAIT_MS = 2000;

    /**
     * Connections of its own: what holds up subsidies must never use up those that answer about the insurance.
     *
     * @param pool to the same database
     */
    record Own(HikariDataSource pool) implements AutoCloseable {
        @Override
        public void close() {
            pool.close();
        }
    }

    @Bean(destroyMethod = "close")
    Own subsidyConnections(Server.DatabaseUrl url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url.jdbc());
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(WAIT_MS);
        config.setPoolName("subsidy");
        config.addDataSourceProperty("logServerErrorDetail", "false");
        return new Own(new HikariDataSource(config));
    }

    @Bean(destroyMethod = "close")
    SubsidyHub subsidyHub(Own own, DataSource database, Settings settings, Clock clock) throws IOException {
        return open(own.pool(), database, settings.data(), clock);
    }

    /** Over two connections to one database: for subsidies, and for the register of persons. */
    static SubsidyHub open(DataSource subsidies, DataSource persons, Path data, Clock clock) throws IOException {
        HubDatabase.migrate(persons);
        SubsidyHub.migrate(subsidies);
        return new SubsidyHub(
                subsidies, new KnownPersons(persons, HubKey.of(data))::of, new RegisteredHolders(persons)::of, clock);
    }

    /** Depends on the index so that the schema exists. */
    @Bean
    SubsidyFacilities subsidyFacilities(RegisterIndex migrated, DataSource database) {
        return new SubsidyFacilities(database);
    }

    /** The register answers both ports; each is handed out as itself alone. */
    @Bean
    Subsidies subsidies(SubsidyHub hub) {
        return inquiry -> hub.subsidies().inquire(inquiry);
    }

    @Bean
    HeldSubsidies heldSubsidies(SubsidyHub hub) {
        return (person, day) -> hub.held().of(person, day);
    }

    @Bean
    HeldLedgers heldLedgers(SubsidyHub hub) {
        return hub.heldLedgers();
    }

    @Bean
    RegistrationApi registrationApi(SubsidyHub hub) {
        return hub.api();
    }

    @Bean
    LedgerApi ledgerApi(SubsidyHub hub) {
        return hub.ledgerApi();
    }

    /** On the staff's port a municipality's machine shows a token: the interface itself asks for it, so that it can say what is wrong. The machines' port has a chain of its own before this one. */
    @Bean
    @Order(2)
    SecurityFilterChain tokenChain(HttpSecurity http) {
        return http.securityMatcher(RegistrationApi.PATH, RegistrationApi.BELOW)
                .csrf(csrf -> csrf.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    @Bean
    TokenPages tokenPages(SubsidyHub hub, Frames frames) {
        return hub.tokenPages(frames);
    }

    @Bean
    SubsidyPages municipalityPages(SubsidyHub hub, Frames frames) {
        return hub.pages(frames);
    }
}
