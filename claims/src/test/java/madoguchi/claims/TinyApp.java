package madoguchi.claims;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import madoguchi.core.Hub;
import madoguchi.core.Text;
import madoguchi.policy.Policy;
import madoguchi.policy.RuleBook;
import madoguchi.web.Frame;
import madoguchi.web.Frames;
import madoguchi.web.LangSwitch;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;

/** The smallest server around the claims, without accounts. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class TinyApp {

    static ConfigurableApplicationContext start(DataSource database, ClaimVisits visits, Hub hub) {
        return start(database, visits, hub, 0);
    }

    static ConfigurableApplicationContext start(DataSource database, ClaimVisits visits, Hub hub, int port) {
        SpringApplication app = new SpringApplication(TinyApp.class);
        app.addInitializers(context -> {
            GenericApplicationContext beans = (GenericApplicationContext) context;
            beans.registerBean("database", DataSource.class, () -> database);
            beans.registerBean(ClaimVisits.class, () -> visits);
            beans.registerBean(Hub.class, () -> hub);
            beans.registerBean(Clock.class, () -> Sample.NOW);
        });
        app.setDefaultProperties(Map.of("server.port", port, "spring.main.banner-mode", "off"));
        return app.run();
    }

    @Bean(destroyMethod = "close")
    Claims claims(DataSource database, ClaimVisits visits, Hub hub, Clock clock) {
        Policy policy = new Policy(RuleBook.bundled());
        Frames frames = new Frames(
                "みなと架空診療所",
                List.of(new Frames.RoleLink("RECEPTION", new Frame.Link("/claims", new Text("請求", "Claims")))));
        return new Claims(database, visits, hub, Sample.CALLER.facility(), () -> policy, frames, clock);
    }

    @Bean
    ClaimPages claimPages(Claims claims) {
        return claims.pages();
    }

    @Bean
    LangSwitch langSwitch() {
        return new LangSwitch();
    }
}
