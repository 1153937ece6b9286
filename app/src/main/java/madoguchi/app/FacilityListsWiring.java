package madoguchi.app;

import madoguchi.facilities.Facilities;
import madoguchi.facilities.FacilityPages;
import madoguchi.facilities.ListPages;
import madoguchi.web.Frames;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** 公開一覧の配線 – beside the hub, which sees all facilities. */
@Configuration(proxyBeanMethods = false)
class FacilityListsWiring {

    @Bean
    ListPages listPages(Facilities facilities, Frames frames) {
        return facilities.listPages(frames);
    }

    @Bean
    FacilityPages facilityNamePages(Facilities facilities, Frames frames) {
        return facilities.pages(frames);
    }
}
