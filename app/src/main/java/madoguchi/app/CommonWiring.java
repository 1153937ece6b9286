package madoguchi.app;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import madoguchi.account.AccountPages;
import madoguchi.account.AccountStore;
import madoguchi.account.Accounts;
import madoguchi.account.PasswordPage;
import madoguchi.account.Passwords;
import madoguchi.account.Role;
import madoguchi.account.SignIn;
import madoguchi.account.SignInLimits;
import madoguchi.account.SignInPages;
import madoguchi.core.Text;
import madoguchi.rulebook.RuleApi;
import madoguchi.web.Frame;
import madoguchi.web.Frames;
import madoguchi.web.LangSwitch;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** 共通の配線 – what every role needs: database, accounts, sign-in, shared pages. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = UserDetailsServiceAutoConfiguration.class)
class CommonWiring {

    private static final int CONNECTIONS = 24;

    @Bean(destroyMethod = "close")
    HikariDataSource database(Server.DatabaseUrl url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url.jdbc());
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(2);
        config.setConnectionTimeout(5000);
        config.setPoolName("madoguchi");
        // The details of a server error may repeat a row, and a row is a person.
        config.addDataSourceProperty("logServerErrorDetail", "false");
        return new HikariDataSource(config);
    }

    @Bean
    Frames frames(Settings settings) {
        List<Frames.RoleLink> links = new ArrayList<>(LINKS);
        links.add(link(Role.ADMIN, "/rules/bundles", "規則の配布", "Rules received"));
        if (settings.role().hasClinic()) {
            links.add(AFTER_RECEPTION, link(Role.RECEPTION, "/claims", "請求の点検", "Claims"));
            links.add(AFTER_RECEPTION, link(Role.ADMIN, "/claims", "請求の点検", "Claims"));
            links.add(AFTER_RECEPTION, link(Role.RECEPTION, "/declarations", "申立書", "Declarations"));
            links.add(AFTER_RECEPTION, link(Role.ADMIN, "/declarations", "申立書", "Declarations"));
            links.add(AFTER_RECEPTION, link(Role.RECEPTION, "/bulk", "一括照会", "Bulk inquiry"));
            links.add(AFTER_RECEPTION, link(Role.ADMIN, "/bulk", "一括照会", "Bulk inquiry"));
            links.add(link(Role.RECEPTION, "/patient-numbers", "診察券の番号", "Patient numbers"));
            links.add(link(Role.ADMIN, "/patient-numbers", "診察券の番号", "Patient numbers"));
        }
        if (settings.role().hasHub()) {
            links.add(link(Role.OPERATOR, "/survey", "調査", "Survey"));
            links.add(link(Role.OPERATOR, "/facilities/operator", "施設の名簿", "Facilities"));
        }
        if (settings.role().hasClinic()) {
            links.add(link(Role.ADMIN, "/facilities/own", "補助と掲載", "Grants"));
        }
        if (settings.role().hasHub() && settings.role().hasClinic()) {
            links.add(link(Role.ADMIN, "/survey/consent", "調査の下書き", "Survey draft"));
        }
        if (settings.role().hasReview()) {
            links.add(link(Role.OPERATOR, "/review", "審査支払", "Review"));
        }
        if (settings.demo()) {
            links.add(link(Role.RECEPTION, "/town", "見本の町", "Sample town"));
            links.add(link(Role.ADMIN, "/town", "見本の町", "Sample town"));
        }
        if (settings.demo() && settings.readers().isEmpty()) {
            links.add(link(Role.RECEPTION, "/slot", "模擬の読取機", "Simulated reader"));
        }
        if (settings.hasKiosk()) {
            links.add(link(Role.RECEPTION, "/kiosk-devices", "読取機の画面", "Reader screens"));
            links.add(link(Role.ADMIN, "/kiosk-devices", "読取機の画面", "Reader screens"));
            links.add(link(Role.RECEPTION, "/visual-passcode", "目視用パスコード", "Visual passcode"));
            links.add(link(Role.ADMIN, "/visual-passcode", "目視用パスコード", "Visual passcode"));
        }
        return new Frames(settings.facilityName(), links);
    }

    private static final int AFTER_RECEPTION = 2;

    private static final List<Frames.RoleLink> LINKS = List.of(
            link(Role.RECEPTION, "/", "受付", "Reception"),
            link(Role.ADMIN, "/", "受付", "Reception"),
            link(Role.RECEPTION, "/rules", "規則", "Rules"),
            link(Role.ADMIN, "/rules", "規則", "Rules"),
            link(Role.ADMIN, "/accounts", "利用者", "Accounts"),
            link(Role.ADMIN, "/accounts/audit", "記録", "Audit"),
            link(Role.OPERATOR, "/hub", "資格確認", "Hub"),
            link(Role.AUDITOR, "/hub", "資格確認", "Hub"),
            link(Role.AUDITOR, "/accounts/audit", "記録", "Audit"),
            link(Role.OPERATOR, "/rules", "規則", "Rules"),
            link(Role.AUDITOR, "/rules", "規則", "Rules"),
            link(Role.RECEPTION, "/account/password", "パスワード", "Password"),
            link(Role.ADMIN, "/account/password", "パスワード", "Password"),
            link(Role.OPERATOR, "/account/password", "パスワード", "Password"),
            link(Role.AUDITOR, "/account/password", "パスワード", "Password"));

    private static final Set<Role> EVERYBODY = Set.of(Role.values());

    private static Frames.RoleLink link(Role role, String href, String ja, String en) {
        return new Frames.RoleLink(role.name(), new Frame.Link(href, new Text(ja, en)));
    }

    @Bean
    LangSwitch langSwitch() {
        return new LangSwitch();
    }

    @Bean
    AccountStore accountStore(DataSource database) {
        AccountStore.migrate(database);
        return new AccountStore(database);
    }

    @Bean
    Passwords passwords() {
        return Passwords.standard();
    }

    @Bean
    Accounts accounts(AccountStore store, Passwords passwords, Clock clock) {
        return new Accounts(store, passwords, clock);
    }

    @Bean(initMethod = "apply")
    DemoLoginGuard demoLoginGuard(Accounts accounts, Settings settings) {
        return new DemoLoginGuard(accounts, settings);
    }

    @Bean
    AccountPages accountPages(Accounts accounts, Frames frames, Clock clock) {
        return new AccountPages(accounts, frames, clock);
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
    PasswordPage passwordPage(SignIn signIn) {
        return signIn.passwordPage();
    }

    @Bean
    HealthPages healthPages(DataSource database) {
        return new HealthPages(database);
    }

    @Bean
    ErrorPages errorPages(Frames frames) {
        return new ErrorPages(frames);
    }

    @Bean
    @Order(3)
    SecurityFilterChain staffChain(HttpSecurity http, SignIn signIn) {
        // A question about the rules changes nothing, so there is nothing to forge.
        http.csrf(csrf -> csrf.ignoringRequestMatchers(RuleApi.PATHS.toArray(String[]::new)));
        List<SignIn.Rule> rules = new ArrayList<>(RuleApi.PATHS.stream()
                .map(path -> new SignIn.Rule(path, EVERYBODY))
                .toList());
        // The first rule that fits decides.
        rules.addAll(List.of(
                new SignIn.Rule("/rules/bundles/**", Set.of(Role.ADMIN)),
                new SignIn.Rule("/rules/**", EVERYBODY),
                new SignIn.Rule("/hub", Set.of(Role.OPERATOR, Role.AUDITOR)),
                new SignIn.Rule("/hub/quality/start", Set.of(Role.OPERATOR)),
                new SignIn.Rule("/hub/quality/csv", Set.of(Role.OPERATOR)),
                new SignIn.Rule("/hub/quality/**", Set.of(Role.OPERATOR, Role.AUDITOR)),
                new SignIn.Rule("/hub/relink/**", Set.of(Role.OPERATOR)),
                new SignIn.Rule("/hub/relinks/**", Set.of(Role.OPERATOR, Role.AUDITOR)),
                new SignIn.Rule("/hub/audit", Set.of(Role.OPERATOR, Role.AUDITOR)),
                new SignIn.Rule("/review/**", Set.of(Role.OPERATOR)),
                new SignIn.Rule("/survey/consent", Set.of(Role.ADMIN)),
                new SignIn.Rule("/survey/**", Set.of(Role.OPERATOR)),
                new SignIn.Rule("/facilities/operator/**", Set.of(Role.OPERATOR)),
                new SignIn.Rule("/facilities/own/**", Set.of(Role.ADMIN)),
                new SignIn.Rule("/hub/registrations", Set.of(Role.OPERATOR)),
                new SignIn.Rule("/**", Set.of(Role.RECEPTION, Role.ADMIN))));
        return signIn.chain(http, rules);
    }

    @Bean
    StaffTls staffTls(Settings settings, Clock clock) {
        return new StaffTls(settings, new DevelopmentCa(settings.pki(), clock));
    }
}
