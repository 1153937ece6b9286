package madoguchi.app;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import javax.sql.DataSource;
import madoguchi.hub.RegisterHistory;
import madoguchi.hub.RegisterIndex;
import madoguchi.review.Agency;
import madoguchi.review.ClaimsApi;
import madoguchi.review.ReviewPages;
import madoguchi.web.Frames;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** 審査支払の配線 – the agency over the hub's registers in the same process: its intake on the machines' port and its pages. */
@Configuration(proxyBeanMethods = false)
class ReviewWiring {

    @Bean
    Agency agency(DataSource database, RegisterIndex index, Settings settings, Clock clock) {
        Agency.migrate(database);
        return new Agency(database, shelf(settings.data()), new RegisterHistory(database, Optional.of(index)), clock);
    }

    /** Where claim files are kept. */
    static Path shelf(Path data) {
        return data.resolve("review").resolve("claims");
    }

    /** Where the results of a month go, unless a command says where. */
    static Path results(Path data) {
        return data.resolve("review").resolve("results");
    }

    @Bean(destroyMethod = "close")
    ReviewPages reviewPages(Agency agency, Frames frames, Settings settings) {
        return agency.pages(frames, results(settings.data()));
    }

    @Bean
    ClaimsApi claimsApi(Agency agency) {
        return agency.api();
    }
}
