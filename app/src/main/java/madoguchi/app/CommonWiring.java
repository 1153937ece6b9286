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
import madoguchi.hub.RegisterIndex;
import madoguchi.rulebook.RuleApi;
import madoguchi.web.Frames;
import madoguchi.web.LangSwitch;
import org.springframework.beans.factory.ObjectProvider;
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
        return Navigation.frames(settings);
    }

    private static final Set<Role> EVERYBODY = Set.of(Role.values());

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
    HealthPages healthPages(DataSource database, ObjectProvider<RegisterIndex> index) {
        return new HealthPages(database, () -> index.stream().allMatch(RegisterIndex::isServing));
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
                new SignIn.Rule("/hub/registers", Set.of(Role.OPERATOR, Role.AUDITOR)),
                new SignIn.Rule("/hub/audit", Set.of(Role.OPERATOR, Role.AUDITOR)),
                new SignIn.Rule("/stats/nation/**", Set.of(Role.OPERATOR, Role.AUDITOR)),
                new SignIn.Rule("/assist/questions/**", Set.of(Role.ADMIN)),
                new SignIn.Rule("/review/**", Set.of(Role.OPERATOR)),
                new SignIn.Rule("/municipality/**", Set.of(Role.MUNICIPALITY)),
                new SignIn.Rule("/subsidies/tokens/**", Set.of(Role.OPERATOR)),
                new SignIn.Rule("/subsidies/by-number", Set.of(Role.OPERATOR)),
                new SignIn.Rule("/subsidies/**", Set.of(Role.OPERATOR, Role.AUDITOR, Role.MUNICIPALITY)),
                new SignIn.Rule("/survey/consent", Set.of(Role.ADMIN)),
                new SignIn.Rule("/survey/**", Set.of(Role.OPERATOR)),
                new SignIn.Rule("/facilities/operator/**", Set.of(Role.OPERATOR)),
                new SignIn.Rule("/facilities/own/**", Set.of(Role.ADMIN)),
                new SignIn.Rule("/hub/registrations", Set.of(Role.OPERATOR)),
                new SignIn.Rule("/reader-settings", Set.of(Role.ADMIN)),
                new SignIn.Rule("/**", Set.of(Role.RECEPTION, Role.ADMIN))));
        return signIn.chain(http, rules);
    }

    @Bean
    StaffTls staffTls(Settings settings, Clock clock) {
        return new StaffTls(settings, new DevelopmentCa(settings.pki(), clock));
    }
}
