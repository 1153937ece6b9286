package madoguchi.declaration;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
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

/** The smallest server around the declarations, without accounts. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class TinyApp {

    /** Who hears of filed declarations. */
    interface Desk extends Consumer<Filed> {}

    static ConfigurableApplicationContext start(DataSource database, Desk desk, Clock clock, int port) {
        SpringApplication app = new SpringApplication(TinyApp.class);
        app.addInitializers(context -> {
            GenericApplicationContext beans = (GenericApplicationContext) context;
            beans.registerBean("database", DataSource.class, () -> database);
            beans.registerBean(Desk.class, () -> desk);
            beans.registerBean(Clock.class, () -> clock);
        });
        app.setDefaultProperties(Map.of(
                "server.port", port, "spring.threads.virtual.enabled", "true", "spring.main.banner-mode", "off"));
        return app.run();
    }

    @Bean
    Declarations declarations(DataSource database, Desk desk, Clock clock) {
        Frames frames = new Frames(
                "みなと架空診療所",
                List.of(new Frames.RoleLink(
                        "RECEPTION", new Frame.Link("/declarations", new Text("申立書", "Declarations")))));
        return new Declarations(
                database,
                clock,
                frames,
                new SampleRules(),
                () -> "2026-11-20",
                visit -> Optional.of(new Prefill(Sample.CARD)).filter(known -> visit.equals(Sample.VISIT)),
                desk);
    }

    @Bean
    DeclarationPages declarationPages(Declarations declarations) {
        return declarations.pages();
    }

    @Bean
    DeclarationActions declarationActions(Declarations declarations) {
        return declarations.actions();
    }

    @Bean
    LangSwitch langSwitch() {
        return new LangSwitch();
    }
}
