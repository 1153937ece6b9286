package madoguchi.facilities;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import javax.sql.DataSource;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.fixture.Database;
import madoguchi.fixture.MovableClock;
import madoguchi.fixture.SmallServer;
import madoguchi.fixture.Somebody;
import madoguchi.policy.Policy;
import madoguchi.policy.RuleBook;
import madoguchi.web.Frames;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;

/** The smallest server around facilities, on the bundled rules: everybody is 山本 of みなと架空診療所, and what was seen can be changed. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
class TinyFacilities {

    static final MedicalInstitutionCode NEAR = new MedicalInstitutionCode("1319999913");
    static final MedicalInstitutionCode FAR = new MedicalInstitutionCode("1219999913");
    static final MovableClock CLOCK = new MovableClock("2025-11-19T00:00:00Z");
    static final Map<MedicalInstitutionCode, LocalDate> PHONES = new ConcurrentHashMap<>();
    static final Map<MedicalInstitutionCode, LocalDate> VISITS = new ConcurrentHashMap<>();
    static final Set<String> LEFT_BY_OPERATOR = new HashSet<>();
    static final Supplier<Policy> RULES = rules(new Policy(RuleBook.bundled()));

    private static Supplier<Policy> rules(Policy policy) {
        return () -> policy;
    }

    @Bean
    DataSource database() {
        return Database.fresh("facilities", Facilities::migrate);
    }

    @Bean
    Facilities facilities(DataSource database) {
        return new Facilities(
                database,
                Map.of(ListKind.PHONES, () -> Optional.of(PHONES), ListKind.HOME_CONSENT, () -> Optional.of(VISITS)),
                () -> Set.copyOf(LEFT_BY_OPERATOR),
                new Grants(RULES),
                CLOCK);
    }

    @Bean
    Frames frames() {
        return new Frames("みなと架空診療所", List.of());
    }

    @Bean
    ListPages lists(Facilities facilities, Frames frames) {
        return facilities.listPages(frames);
    }

    @Bean
    FacilityPages pages(Facilities facilities, Frames frames) {
        return facilities.pages(frames);
    }

    @Bean
    GrantPages grants(Facilities facilities, Frames frames) {
        return facilities.grantPages(frames);
    }

    @Bean
    RegisterPages register(Facilities facilities, Frames frames) {
        return facilities.registerPages(NEAR, true, frames);
    }

    @Bean
    Somebody somebody() {
        return new Somebody("yamamoto");
    }

    static SmallServer start() {
        return SmallServer.start(TinyFacilities.class, Map.of());
    }
}
