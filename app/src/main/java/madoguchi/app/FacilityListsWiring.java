package madoguchi.app;

import javax.sql.DataSource;
import madoguchi.facilities.Facilities;
import madoguchi.facilities.FacilityPages;
import madoguchi.facilities.ListPages;
import madoguchi.hub.RegisterIndex;
import madoguchi.hub.VisitFacilities;
import madoguchi.web.Frames;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** 公開一覧の配線 – beside the hub, which sees all facilities. */
@Configuration(proxyBeanMethods = false)
class FacilityListsWiring {

    /** Asks for the index so that the hub's schema is there. */
    @Bean
    VisitFacilities visitFacilities(RegisterIndex migrated, DataSource database) {
        return new VisitFacilities(database);
    }

    @Bean
    ListPages listPages(Facilities facilities, Frames frames) {
        return facilities.listPages(frames);
    }

    @Bean
    FacilityPages facilityNamePages(Facilities facilities, Frames frames) {
        return facilities.pages(frames);
    }
}
