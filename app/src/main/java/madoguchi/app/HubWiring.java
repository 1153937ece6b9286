package madoguchi.app;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Optional;
import javax.sql.DataSource;
import madoguchi.bundle.RuleDatabase;
import madoguchi.bundle.RulesApi;
import madoguchi.core.Subsidies;
import madoguchi.hub.Audit;
import madoguchi.hub.AuditPages;
import madoguchi.hub.BulkApi;
import madoguchi.hub.BulkJobs;
import madoguchi.hub.CardApi;
import madoguchi.hub.FilingApi;
import madoguchi.hub.HubApi;
import madoguchi.hub.HubDatabase;
import madoguchi.hub.HubPages;
import madoguchi.hub.Quality;
import madoguchi.hub.QualityPages;
import madoguchi.hub.RealTimeHub;
import madoguchi.hub.RegisterHub;
import madoguchi.hub.RegisterIndex;
import madoguchi.hub.RegisterPages;
import madoguchi.hub.RegisterReading;
import madoguchi.hub.Registrations;
import madoguchi.hub.RelinkPages;
import madoguchi.hub.Relinks;
import madoguchi.hub.Seal;
import madoguchi.hub.StatusApi;
import madoguchi.hub.SubsidyTerms;
import madoguchi.portal.StampKeysApi;
import madoguchi.review.ClaimsApi;
import madoguchi.rulebook.RuleApi;
import madoguchi.subsidy.LedgerApi;
import madoguchi.subsidy.RegistrationApi;
import madoguchi.subsidy.SubsidyHub;
import madoguchi.web.Frames;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** 資格確認システムの配線 – registers, inquiry engine, and the port where other facilities' machines ask. */
@Configuration(proxyBeanMethods = false)
class HubWiring {

    /** The schema exists before anything reads it. */
    @Bean(destroyMethod = "close")
    RegisterIndex registerIndex(DataSource database, Settings settings) {
        HubDatabase.migrate(database);
        return new RegisterIndex(database, Optional.of(savedIndex(settings.data())));
    }

    /** Where a hub keeps its index for the next start. */
    static Path savedIndex(Path data) {
        return data.resolve("index").resolve("register.index");
    }

    @Bean(destroyMethod = "close")
    RegisterHub registerHub(
            DataSource database,
            RegisterIndex index,
            Subsidies subsidies,
            SubsidyHub subsidyHub,
            Settings settings,
            Clock clock)
            throws IOException {
        Seal seal = Seal.usual(HubKey.signing(settings.data()), settings.checkpoints());
        SubsidyTerms terms = SubsidyTerms.usual().byNumberWhile(subsidyHub::tellsByNumber);
        return new RegisterHub(database, Optional.of(index), Optional.of(seal), subsidies, terms, clock);
    }

    /** Depends on the index so that the schema exists. */
    @Bean
    AuditPages auditPages(RegisterIndex migrated, DataSource database, Settings settings, Frames frames, Clock clock)
            throws IOException {
        return new AuditPages(
                new Audit(database, HubKey.signing(settings.data()).verifying(), settings.checkpoints(), clock),
                frames);
    }

    @Bean
    Registrations registrations(RegisterIndex index, DataSource database, Settings settings, Clock clock)
            throws IOException {
        return new Registrations(database, Optional.of(index), HubKey.of(settings.data()), clock);
    }

    /** Depends on the index so that the schema exists. */
    @Bean
    Quality quality(RegisterIndex migrated, DataSource database, Settings settings, Clock clock) {
        return new Quality(database, settings.data().resolve("quality"), clock);
    }

    @Bean
    QualityPages qualityPages(Quality quality, Frames frames, Clock clock) {
        return new QualityPages(quality, frames, clock);
    }

    @Bean
    RelinkPages relinkPages(RegisterIndex index, DataSource database, Quality quality, Frames frames, Clock clock) {
        return new RelinkPages(new Relinks(database, Optional.of(index), clock), quality, frames);
    }

    /** Whoever asks for a patient at a counter asks here, so that the bulk lane sees them. */
    @Bean
    RealTimeHub realTimeHub(RegisterHub hub) {
        return new RealTimeHub(hub);
    }

    @Bean
    HubApi hubApi(RealTimeHub hub) {
        return new HubApi(hub);
    }

    @Bean(destroyMethod = "close")
    BulkJobs bulkJobs(DataSource database, RegisterHub hub, RealTimeHub traffic, Clock clock, Settings settings) {
        return new BulkJobs(database, hub, traffic, clock, settings.bulk());
    }

    @Bean
    BulkApi bulkApi(BulkJobs jobs) {
        return new BulkApi(jobs);
    }

    @Bean
    FilingApi filingApi(RealTimeHub hub) {
        return new FilingApi(hub);
    }

    /** The second door, where one is wanted. */
    @Bean(destroyMethod = "close")
    Lane inquiryLane(RealTimeHub hub, Settings settings, Clock clock) throws IOException, GeneralSecurityException {
        return Lane.open(hub, settings, new DevelopmentCa(settings.pki(), clock));
    }

    /** Hands out the rules that {@code rules publish} put into this database. */
    @Bean
    RulesApi rulesApi(DataSource database) {
        RuleDatabase.migrate(database);
        return new RulesApi(database);
    }

    @Bean
    HubPages hubPages(RegisterHub migrated, DataSource database, Registrations registrations, Frames frames) {
        return new HubPages(database, registrations, frames);
    }

    @Bean
    RegisterPages hubRegisterPages(RegisterHub migrated, DataSource database, Clock clock, Frames frames) {
        return new RegisterPages(new RegisterReading(database, clock), frames);
    }

    /** Also issues the demo facility's client certificate, so that a clinic on this machine can be started at once. */
    @Bean
    MachinePort machinePort(Settings settings, Clock clock) throws IOException, GeneralSecurityException {
        DevelopmentCa ca = new DevelopmentCa(settings.pki(), clock);
        ca.client(settings.facility().digits());
        return new MachinePort(settings, ca);
    }

    /** On the machines' port nothing but the hub's and the rules' API answers, and only to a certificate; its common name is the caller. */
    @Bean
    @Order(1)
    SecurityFilterChain machineChain(HttpSecurity http, Settings settings) {
        return http.securityMatcher(request -> request.getLocalPort() == settings.machinePort())
                .x509(certificate -> certificate.x509AuthenticationFilter(new MachineCertificate()))
                .csrf(csrf -> csrf.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                HubApi.PATH,
                                BulkApi.PATH,
                                BulkApi.BELOW,
                                BulkApi.RETRIEVALS,
                                FilingApi.REFERENCES,
                                FilingApi.CONSENTS,
                                FilingApi.VISIT_WITHDRAWALS,
                                CardApi.BELOW,
                                StatusApi.BELOW,
                                StampKeysApi.PATH,
                                ClaimsApi.PATH,
                                ClaimsApi.BELOW,
                                RegistrationApi.PATH,
                                RegistrationApi.BELOW,
                                LedgerApi.PATH,
                                LedgerApi.ENTRIES,
                                RulesApi.PATH)
                        .hasRole("MACHINE")
                        .requestMatchers(RuleApi.PATHS.toArray(String[]::new))
                        .hasRole("MACHINE")
                        .requestMatchers("/healthz", "/readyz")
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .build();
    }
}
