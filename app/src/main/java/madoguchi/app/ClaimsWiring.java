package madoguchi.app;

import java.time.Clock;
import javax.sql.DataSource;
import madoguchi.bundle.RuleHolder;
import madoguchi.claims.ClaimPages;
import madoguchi.claims.ClaimVisits;
import madoguchi.claims.Claims;
import madoguchi.declaration.Declarations;
import madoguchi.desk.Desk;
import madoguchi.desk.VisitRecords;
import madoguchi.desk.VisitSubsidies;
import madoguchi.web.Frames;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** 請求の配線 – the claims of a clinic, between the desk's receptions, the declarations and the hub. */
@Configuration(proxyBeanMethods = false)
class ClaimsWiring {

    /** Asks for the desk and the declarations so that their schemas are there. */
    @Bean
    ClaimVisits claimVisits(
            DataSource database, RuleHolder rules, Settings settings, Desk desk, Declarations declarations) {
        return new DeskClaimVisits(
                new VisitRecords(database, rules, settings.facilityKind()),
                new VisitSubsidies(database, rules, settings.facilityKind(), settings.facility()),
                declarations::ofVisit);
    }

    @Bean(destroyMethod = "close")
    Claims claims(
            DataSource database,
            ClaimVisits visits,
            ClinicWiring.AskedHub asked,
            Settings settings,
            RuleHolder rules,
            Frames frames,
            Clock clock) {
        Claims.migrate(database);
        return new Claims(database, visits, asked.hub(), settings.facility(), rules, frames, clock);
    }

    @Bean
    ClaimPages claimPages(Claims claims) {
        return claims.pages();
    }
}
