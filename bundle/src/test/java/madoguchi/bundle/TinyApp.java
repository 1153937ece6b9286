package madoguchi.bundle;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import madoguchi.core.Text;
import madoguchi.web.Frame;
import madoguchi.web.Frames;
import madoguchi.web.LangSwitch;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;

/** The smallest server that hands out rules and shows those received, without accounts. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class TinyApp {

    /** A server over this hub's database that shows that desk's rules. */
    static ConfigurableApplicationContext start(DataSource hub, DeskRules desk, Clock clock) {
        SpringApplication app = new SpringApplication(TinyApp.class);
        app.addInitializers(context -> {
            GenericApplicationContext beans = (GenericApplicationContext) context;
            beans.registerBean("hub", DataSource.class, () -> hub);
            beans.registerBean(BundlePages.class, () -> desk.pages(frames(), clock));
        });
        app.setDefaultProperties(Map.of("server.port", 0, "spring.main.banner-mode", "off"));
        return app.run();
    }

    static URI address(ConfigurableApplicationContext running) {
        return URI.create("http://localhost:" + running.getEnvironment().getRequiredProperty("local.server.port"));
    }

    private static Frames frames() {
        return new Frames(
                "みなと架空診療所",
                List.of(new Frames.RoleLink("ADMIN", new Frame.Link("/rules/bundles", new Text("規則", "Rules")))));
    }

    @Bean
    RulesApi rulesApi(DataSource hub) {
        return new RulesApi(hub);
    }

    @Bean
    LangSwitch langSwitch() {
        return new LangSwitch();
    }
}
