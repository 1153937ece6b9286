package madoguchi.review;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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

/** The smallest server around the agency's pages, without accounts. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class TinyAgency {

    static ConfigurableApplicationContext start(Agency agency, Path results) {
        SpringApplication app = new SpringApplication(TinyAgency.class);
        app.addInitializers(context -> {
            GenericApplicationContext beans = (GenericApplicationContext) context;
            beans.registerBean(Agency.class, () -> agency);
            beans.registerBean(Path.class, () -> results);
        });
        app.setDefaultProperties(Map.of(
                "server.port",
                0,
                "spring.main.banner-mode",
                "off",
                "spring.autoconfigure.exclude",
                "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration"));
        return app.run();
    }

    @Bean(destroyMethod = "close")
    ReviewPages pages(Agency agency, Path results) {
        return agency.pages(
                new Frames(
                        "",
                        List.of(new Frames.RoleLink(
                                "OPERATOR", new Frame.Link("/review", new Text("審査支払", "Review"))))),
                results);
    }

    @Bean
    LangSwitch langSwitch() {
        return new LangSwitch();
    }
}
