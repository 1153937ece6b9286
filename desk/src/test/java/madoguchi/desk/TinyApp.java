package madoguchi.desk;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import madoguchi.core.Hub;
import madoguchi.core.MedicalInstitutionCode;
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

/** The smallest server around the desk, without accounts. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class TinyApp {

    static ConfigurableApplicationContext start(DataSource database, Hub hub, Clock clock, int port) {
        SpringApplication app = new SpringApplication(TinyApp.class);
        app.addInitializers(context -> {
            GenericApplicationContext beans = (GenericApplicationContext) context;
            beans.registerBean("database", DataSource.class, () -> database);
            beans.registerBean(Hub.class, () -> hub);
            beans.registerBean(Clock.class, () -> clock);
        });
        app.setDefaultProperties(Map.of(
                "server.port", port, "spring.threads.virtual.enabled", "true", "spring.main.banner-mode", "off"));
        return app.run();
    }

    @Bean
    Desk desk(DataSource database, Hub hub, Clock clock) {
        Frames frames = new Frames(
                "みなと架空診療所", List.of(new Frames.RoleLink("RECEPTION", new Frame.Link("/", new Text("受付", "Desk")))));
        return new Desk(database, hub, clock, new MedicalInstitutionCode("1399999999"), frames);
    }

    @Bean
    DeskPages deskPages(Desk desk) {
        return desk.pages();
    }

    @Bean
    DeskActions deskActions(Desk desk) {
        return desk.actions();
    }

    @Bean
    LadderActions ladderActions(Desk desk) {
        return desk.ladder();
    }

    @Bean
    LangSwitch langSwitch() {
        return new LangSwitch();
    }
}
