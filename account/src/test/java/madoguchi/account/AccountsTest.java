package madoguchi.account;

import static madoguchi.account.Browser.where;
import static madoguchi.account.StaffSite.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import madoguchi.account.StaffSite.Person;
import madoguchi.core.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

final class AccountsTest {

    private final StaffSite site = StaffSite.site();
    private final Person admin = site.person(Role.ADMIN);
    private final Browser browser = site.signedIn(admin);

    @Test
    void aNewAccountIsShownOnceAndOpensTheDesk() {
        browser.get("/accounts");
        HttpResponse<String> made =
                browser.post("/accounts", Map.of("login", "Ｙamamoto", "name", "山本　薫", "role", "RECEPTION"));
        assertThat(made.statusCode()).isEqualTo(200);
        assertThat(made.body()).contains("<svg role=\"img\" aria-label=");

        Browser newcomer = site.browser();
        newcomer.signIn("yamamoto", shown(made, "password"), Totp.codeAt(shown(made, "secret"), site.watch.instant()));
        assertThat(newcomer.get("/desk").statusCode()).isEqualTo(200);
        assertThat(browser.get("/accounts").body())
                .contains("山本　薫")
                .doesNotContain(shown(made, "password"))
                .doesNotContain(shown(made, "secret"));
        assertThat(site.accounts.all())
                .filteredOn(account -> account.login().equals("yamamoto"))
                .singleElement()
                .satisfies(account -> assertThat(account.lastSignIn()).hasValue(site.watch.instant()));
    }

    @Test
    void whoMadeAnAccountStandsInTheAudit() {
        browser.get("/accounts");
        browser.post("/accounts", Map.of("login", "suzuki", "name", "鈴木", "role", "AUDITOR"));
        assertThat(site.accounts.events(Long.MAX_VALUE, 1))
                .singleElement()
                .satisfies(row -> assertThat(row.event())
                        .isEqualTo(new Event(site.watch.instant(), "suzuki", Act.CREATED, admin.login(), "127.0.0.1")));
        assertThat(browser.get("/accounts/audit").body()).contains("suzuki", admin.login(), "登録");
    }

    @Test
    void allFaultsOfANewAccountAreSaidAtOnceAndNothingTypedIsLost() {
        browser.get("/accounts");
        HttpResponse<String> refused =
                browser.post("/accounts", Map.of("login", "1x", "name", " ", "role", "RECEPTION"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("value=\"1x\"", "3〜40文字", "氏名を60文字以内");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ab", "1abc", "unknown", "a b c", "たなか", "a-name-that-is-longer-than-forty-letters-is"})
    void aLoginNameOfTheWrongShapeIsRefused(String login) {
        assertThat(site.accounts
                        .create(login, "Sample", Role.RECEPTION, By.program("test"))
                        .problems())
                .extracting(Problem::place)
                .containsExactly("login");
    }

    @Test
    void aLoginNameIsGivenOnce() {
        assertThat(site.accounts
                        .create(admin.login(), "Another", Role.RECEPTION, By.program("test"))
                        .problems())
                .extracting(Problem::place)
                .containsExactly("login");
    }

    @Test
    void stoppingAndAllowingAgainAreAudited() {
        Person person = site.person(Role.RECEPTION);
        assertThat(act("disable", person)).isEqualTo("303 /accounts?changed=true");
        assertThat(site.browser().password(person.login(), PASSWORD).statusCode())
                .isEqualTo(422);
        assertThat(act("enable", person)).isEqualTo("303 /accounts?changed=true");
        site.signedIn(person);
        assertThat(site.acts(person)).contains(Act.DISABLED, Act.REFUSED_DISABLED, Act.ENABLED);
    }

    @Test
    void nobodyStopsThemselves() {
        assertThat(act("disable", admin)).isEqualTo("303 /accounts?changed=false");
        assertThat(browser.get("/accounts?changed=false").body()).contains("変更はありませんでした");
    }

    @Test
    void aLockIsShownAndLiftedByHand() {
        Person person = site.person(Role.RECEPTION);
        for (int i = 0; i < 5; i++) {
            site.browser().password(person.login(), "wrong");
        }
        assertThat(browser.get("/accounts").body()).contains("一時停止を解除 " + person.login());
        act("unlock", person);
        site.signedIn(person);
        assertThat(site.acts(person)).contains(Act.UNLOCKED);
    }

    @Test
    void aNewSecondFactorEndsTheOldOneAndOpenSessions() {
        Person person = site.person(Role.RECEPTION);
        Browser open = site.signedIn(person);
        browser.get("/accounts");
        HttpResponse<String> reset = browser.post("/accounts/second-factor", Map.of("login", person.login()));

        assertThat(where(open.get("/desk"))).isEqualTo("303 /login");
        site.watch.forward(Totp.STEP);
        Browser again = site.browser();
        again.password(person.login(), PASSWORD);
        assertThat(again.code(site.code(person)).statusCode())
                .as("the old secret")
                .isEqualTo(422);
        assertThat(where(again.code(Totp.codeAt(shown(reset, "secret"), site.watch.instant()))))
                .isEqualTo("303 /desk");
        assertThat(site.acts(person)).contains(Act.SECOND_FACTOR_RESET);
    }

    @Test
    void aNewPasswordEndsTheOldOne() {
        Person person = site.person(Role.RECEPTION);
        browser.get("/accounts");
        HttpResponse<String> reset = browser.post("/accounts/password", Map.of("login", person.login()));
        assertThat(site.browser().password(person.login(), PASSWORD).statusCode())
                .isEqualTo(422);
        assertThat(where(site.browser().password(person.login(), shown(reset, "password"))))
                .isEqualTo("303 /login/code");
    }

    @Test
    void everybodyChangesTheirOwnPassword() {
        Person person = site.person(Role.OPERATOR);
        Browser own = site.signedIn(person);
        site.watch.forward(Totp.STEP);
        Browser elsewhere = site.signedIn(person);
        own.get("/account/password");

        assertThat(own.post("/account/password", Map.of("password", "wrong", "fresh", "short"))
                        .body())
                .contains("今のパスワードが違う", "12文字以上200文字以内");
        assertThat(own.post("/account/password", Map.of("password", PASSWORD, "fresh", "a new and longer one"))
                        .body())
                .contains("変更しました");
        assertThat(own.get("/").statusCode()).isEqualTo(200);
        assertThat(where(elsewhere.get("/"))).isEqualTo("303 /login");
        assertThat(where(site.browser().password(person.login(), "a new and longer one")))
                .isEqualTo("303 /login/code");
    }

    @Test
    void theAuditIsPagedNewestFirst() {
        AccountStore store = new AccountStore(site.database);
        for (int i = 0; i < 60; i++) {
            store.append(Event.self(site.watch.instant(), "pager", Act.SIGNED_OUT, "192.0.2." + i));
        }
        String first = browser.get("/accounts/audit").body();
        assertThat(first).contains("192.0.2.59").doesNotContain("192.0.2.5<");
        Matcher older =
                Pattern.compile("href=\"(/accounts/audit\\?before=\\d+)\"").matcher(first);
        assertThat(older.find()).isTrue();
        assertThat(browser.get(older.group(1)).body()).contains("192.0.2.5<").doesNotContain("192.0.2.59");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE account.audit SET login = 'somebody'",
                "DELETE FROM account.audit",
                "TRUNCATE account.audit"
            })
    void theDatabaseRefusesToRewriteTheAudit(String sql) {
        JdbcClient jdbc = JdbcClient.create(site.database);
        assertThatThrownBy(() -> jdbc.sql(sql).update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("append-only");
    }

    @Test
    void aHundredTriesAtOnceAreStillFive() throws InterruptedException, ExecutionException {
        Person person = site.person(Role.RECEPTION);
        AccountStore store = new AccountStore(site.database);
        Callable<OptionalInt> guess = () -> store.charge(person.login(), site.watch.instant(), SignInLimits.standard());
        try (ExecutorService guessers = Executors.newFixedThreadPool(8)) {
            List<Future<OptionalInt>> answers = guessers.invokeAll(
                    IntStream.range(0, 100).mapToObj(i -> guess).toList());
            int compared = 0;
            for (Future<OptionalInt> answer : answers) {
                compared += answer.get().isPresent() ? 1 : 0;
            }
            assertThat(compared).isEqualTo(5);
        }
    }

    @Test
    void nothingSecretOrPersonalIsPrinted() {
        Issued issued = new Issued("login", "the-password", "THESECRET");
        Staff staff = new Staff("login", "山本 薫", Role.ADMIN, 1);
        assertThat(issued + " " + staff).doesNotContain("the-password", "THESECRET", "山本");
    }

    private String act(String action, Person person) {
        browser.get("/accounts");
        return where(browser.post("/accounts/" + action, Map.of("login", person.login())));
    }

    private static String shown(HttpResponse<String> page, String id) {
        Matcher found = Pattern.compile("id=\"" + id + "\">([^<]+)<").matcher(page.body());
        assertThat(found.find()).as(id).isTrue();
        return found.group(1);
    }
}
