package madoguchi.account;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import madoguchi.core.Text;
import madoguchi.web.Frame;
import madoguchi.web.Frames;
import madoguchi.web.LangSwitch;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** A small staff site: a desk for the receptionist, wired by hand as {@code app} does it, over a PostgreSQL of its own. One for all tests; it ends with the virtual machine. */
final class StaffSite {

    static final String PASSWORD = "correct horse battery";

    private static final StaffSite SITE = new StaffSite();

    final Watch watch = new Watch();
    final DataSource database;
    final Accounts accounts;
    final URI address;

    private final AtomicInteger people = new AtomicInteger();

    private StaffSite() {
        database = database();
        AccountStore.migrate(database);
        SpringApplication application = new SpringApplication(Wiring.class);
        application.setDefaultProperties(SignIn.SESSION_PROPERTIES);
        application.addInitializers(context -> {
            context.getBeanFactory().registerSingleton("database", database);
            context.getBeanFactory().registerSingleton("watch", watch);
        });
        ConfigurableApplicationContext running =
                application.run("--server.port=0", "--server.address=127.0.0.1", "--spring.main.banner-mode=off");
        accounts = running.getBean(Accounts.class);
        int port = running.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        address = URI.create("http://127.0.0.1:" + port);
    }

    static StaffSite site() {
        return SITE;
    }

    /** A new person whom no other test knows. */
    Person person(Role role) {
        String login = "person" + people.incrementAndGet();
        Issued issued = accounts.create(login, "Sample " + login, role, PASSWORD, Totp.newSecret(), By.program("test"))
                .orElseThrow();
        return new Person(login, issued.secret());
    }

    /** A new visitor with no cookies. */
    Browser browser() {
        return new Browser(address);
    }

    /** A visitor with both factors. */
    Browser signedIn(Person person) {
        Browser browser = browser();
        browser.signIn(person.login(), PASSWORD, code(person));
        return browser;
    }

    /** The code the person's authenticator shows now. */
    String code(Person person) {
        return Totp.codeAt(person.secret(), watch.instant());
    }

    record Person(String login, String secret) {}

    private static DataSource database() {
        try {
            return EmbeddedPostgres.builder().start().getPostgresDatabase();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The wiring as {@code app} writes it: plain beans, no scanning. */
    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration(exclude = UserDetailsServiceAutoConfiguration.class)
    static class Wiring {

        @Bean
        Frames frames() {
            return new Frames(
                    "みなと架空診療所",
                    List.of(
                            new Frames.RoleLink("RECEPTION", new Frame.Link("/desk", new Text("窓口", "Desk"))),
                            new Frames.RoleLink("ADMIN", new Frame.Link("/accounts", new Text("利用者", "Accounts")))));
        }

        @Bean
        AccountStore store(DataSource database) {
            return new AccountStore(database);
        }

        @Bean
        Passwords passwords() {
            return Passwords.quick();
        }

        @Bean
        Accounts accounts(AccountStore store, Passwords passwords, Clock clock) {
            return new Accounts(store, passwords, clock);
        }

        @Bean
        SignIn signIn(AccountStore store, Passwords passwords, Clock clock, Frames frames) {
            return new SignIn(store, passwords, clock, SignInLimits.standard(), frames);
        }

        @Bean
        SignInPages signInPages(SignIn signIn) {
            return signIn.pages();
        }

        @Bean
        AccountPages accountPages(Accounts accounts, Frames frames, Clock clock) {
            return new AccountPages(accounts, frames, clock);
        }

        @Bean
        SecurityFilterChain staff(HttpSecurity http, SignIn signIn) {
            return signIn.chain(http, List.of(new SignIn.Rule("/desk/**", Set.of(Role.RECEPTION, Role.ADMIN))));
        }

        @Bean
        LangSwitch langSwitch() {
            return new LangSwitch();
        }

        @Bean
        Desk desk() {
            return new Desk();
        }
    }

    /** Two pages to be guarded, and one that is open. */
    @RestController
    static final class Desk {
        @GetMapping("/desk")
        String desk() {
            return "the desk";
        }

        @GetMapping("/")
        String front() {
            return "the front page";
        }

        @GetMapping("/healthz")
        String health() {
            return "well";
        }
    }
}
