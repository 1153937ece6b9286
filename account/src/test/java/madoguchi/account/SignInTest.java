package madoguchi.account;

import static madoguchi.account.Browser.where;
import static madoguchi.account.StaffSite.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import madoguchi.account.StaffSite.Person;
import org.junit.jupiter.api.Test;

final class SignInTest {

    private final StaffSite site = StaffSite.site();

    @Test
    void theRightPasswordAndCodeOpenThePageThatWasAskedFor() {
        Person person = site.person(Role.RECEPTION);
        Browser browser = site.browser();

        assertThat(where(browser.get("/desk?list=today"))).isEqualTo("303 /login");
        assertThat(where(browser.password(person.login(), PASSWORD))).isEqualTo("303 /login/code");
        assertThat(where(browser.code(site.code(person)))).isEqualTo("303 /desk?list=today");
        assertThat(browser.get("/desk").body()).isEqualTo("the desk");
        assertThat(acts(person)).containsExactly(Act.SIGNED_IN, Act.PASSWORD_RIGHT, Act.CREATED);
    }

    @Test
    void thePasswordAloneOpensNothing() {
        Person person = site.person(Role.ADMIN);
        Browser browser = site.browser();
        browser.password(person.login(), PASSWORD);

        for (String page : List.of("/", "/desk", "/accounts", "/accounts/audit", "/no/such/page")) {
            assertThat(where(browser.get(page))).as(page).isEqualTo("303 /login/code");
        }
        assertThat(browser.fetch("/desk").statusCode()).isEqualTo(401);
        browser.get("/login/code");
        assertThat(browser.post("/accounts/unlock", Map.of("login", person.login()))
                        .statusCode())
                .isEqualTo(303);
        assertThat(acts(person)).doesNotContain(Act.UNLOCKED);
    }

    @Test
    void theCodeAloneOpensNothing() {
        Browser browser = site.browser();
        assertThat(where(browser.get("/login/code"))).isEqualTo("303 /login");
        browser.get("/login");
        assertThat(where(browser.post("/login/code", Map.of("code", "123456")))).isEqualTo("303 /login");
    }

    @Test
    void fullWidthLettersAndSpacesAreForgiven() {
        Person person = site.person(Role.RECEPTION);
        Browser browser = site.browser();
        String login = " " + person.login().toUpperCase(java.util.Locale.ROOT) + " ";

        assertThat(where(browser.password(login, "ｃｏｒｒｅｃｔ　horse battery"))).isEqualTo("303 /login/code");
        String code = site.code(person);
        assertThat(where(browser.code(code.substring(0, 3) + "　" + code.substring(3))))
                .isEqualTo("303 /");
    }

    @Test
    void aWrongCodeIsRefusedAndTheRightOneStillTaken() {
        Person person = site.person(Role.RECEPTION);
        Browser browser = site.browser();
        browser.password(person.login(), PASSWORD);

        HttpResponse<String> wrong = browser.code(otherThan(site.code(person)));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("コードが違う").contains("aria-invalid=\"true\"");
        assertThat(where(browser.get("/desk"))).isEqualTo("303 /login/code");
        assertThat(where(browser.code(site.code(person)))).isEqualTo("303 /desk");
    }

    @Test
    void aCodeIsTakenOnce() {
        Person person = site.person(Role.RECEPTION);
        String code = site.code(person);
        site.browser().signIn(person.login(), PASSWORD, code);

        Browser second = site.browser();
        second.password(person.login(), PASSWORD);
        assertThat(second.code(code).statusCode()).isEqualTo(422);
        assertThat(acts(person)).startsWith(Act.REPLAYED_CODE);

        site.watch.forward(Totp.STEP);
        assertThat(second.code(code).statusCode()).as("still within the drift").isEqualTo(422);
        assertThat(where(second.code(site.code(person)))).isEqualTo("303 /");
    }

    @Test
    void aPhoneMayBeOneStepOffAndNotTwo() {
        Person person = site.person(Role.RECEPTION);
        Browser browser = site.browser();
        browser.password(person.login(), PASSWORD);
        String early = site.code(person);

        site.watch.forward(Totp.STEP.multipliedBy(2));
        assertThat(browser.code(early).statusCode()).isEqualTo(422);
        String before = Totp.codeAt(person.secret(), site.watch.instant().minus(Totp.STEP));
        assertThat(where(browser.code(before))).isEqualTo("303 /");
    }

    @Test
    void fiveWrongPasswordsLockTheAccountForFifteenMinutes() {
        Person person = site.person(Role.RECEPTION);
        Browser browser = site.browser();
        for (int i = 0; i < 5; i++) {
            assertThat(browser.password(person.login(), "wrong").statusCode()).isEqualTo(422);
        }
        assertThat(acts(person)).startsWith(Act.LOCKED, Act.WRONG_PASSWORD);
        assertThat(browser.password(person.login(), PASSWORD).statusCode()).isEqualTo(422);
        assertThat(acts(person)).startsWith(Act.REFUSED_LOCKED);

        site.watch.forward(Duration.ofMinutes(15).minusSeconds(1));
        assertThat(browser.password(person.login(), PASSWORD).statusCode()).isEqualTo(422);
        site.watch.forward(Duration.ofSeconds(1));
        browser.signIn(person.login(), PASSWORD, site.code(person));
    }

    @Test
    void fourWrongPasswordsAreForgottenAfterTheWindow() {
        Person person = site.person(Role.RECEPTION);
        Browser browser = site.browser();
        for (int i = 0; i < 4; i++) {
            browser.password(person.login(), "wrong");
        }
        site.watch.forward(Duration.ofMinutes(15));
        browser.password(person.login(), "wrong");
        browser.signIn(person.login(), PASSWORD, site.code(person));
    }

    @Test
    void fiveWrongCodesLockTheAccountAndARightPasswordBetweenDoesNotHelp() {
        Person person = site.person(Role.RECEPTION);
        Browser browser = site.browser();
        browser.password(person.login(), PASSWORD);
        for (int i = 0; i < 4; i++) {
            assertThat(browser.code(otherThan(site.code(person))).body()).contains("コードが違う");
        }
        assertThat(where(browser.password(person.login(), PASSWORD))).isEqualTo("303 /login/code");
        String until = java.time.format.DateTimeFormatter.ofPattern("H:mm")
                .withZone(site.watch.getZone())
                .format(site.watch.instant().plus(Duration.ofMinutes(15)).plusSeconds(59));
        assertThat(browser.code(otherThan(site.code(person))).body()).contains(until);
        assertThat(browser.code(site.code(person)).statusCode())
                .as("the right code, while locked")
                .isEqualTo(422);
        assertThat(acts(person)).startsWith(Act.REFUSED_LOCKED, Act.LOCKED, Act.WRONG_CODE);
    }

    @Test
    void aCodeLongAfterThePasswordStartsAgain() {
        Person person = site.person(Role.RECEPTION);
        Browser browser = site.browser();
        browser.password(person.login(), PASSWORD);
        site.watch.forward(Duration.ofMinutes(5).plusSeconds(1));
        assertThat(browser.code(site.code(person)).body()).contains("最初からサインイン");
        assertThat(where(browser.get("/desk"))).startsWith("303 /login");
    }

    @Test
    void anUnknownNameAWrongPasswordALockAndAStoppedAccountLookTheSame() {
        Person wrong = site.person(Role.RECEPTION);
        Person locked = site.person(Role.RECEPTION);
        Person stopped = site.person(Role.RECEPTION);
        for (int i = 0; i < 5; i++) {
            site.browser().password(locked.login(), "wrong");
        }
        site.accounts.disable(stopped.login(), By.program("test"));

        HttpResponse<String> expected = site.browser().password(wrong.login(), "wrong");
        assertThat(expected.statusCode()).isEqualTo(422);
        for (HttpResponse<String> other : List.of(
                site.browser().password("nobody", PASSWORD),
                site.browser().password("Not A Name!", PASSWORD),
                site.browser().password(locked.login(), PASSWORD),
                site.browser().password(stopped.login(), PASSWORD))) {
            assertThat(other.statusCode()).isEqualTo(422);
            assertThat(plain(other)).isEqualTo(plain(expected));
        }
    }

    @Test
    void whatWasTypedAsAnUnknownNameIsNotKept() {
        site.browser().password("my-secret-passphrase", "");
        assertThat(site.accounts.events(Long.MAX_VALUE, 1)).singleElement().satisfies(row -> {
            assertThat(row.event().act()).isEqualTo(Act.UNKNOWN_NAME);
            assertThat(row.event().login()).isEqualTo(Event.UNKNOWN);
            assertThat(row.event().actor()).isEqualTo(Event.UNKNOWN);
            assertThat(row.event().remote()).isEqualTo("127.0.0.1");
        });
    }

    @Test
    void aFormWithoutItsTokenIsRefused() {
        Person person = site.person(Role.ADMIN);
        Browser stranger = site.browser();
        stranger.get("/login");
        HttpResponse<String> refused =
                stranger.postWithoutToken("/login", Map.of("login", person.login(), "password", PASSWORD));
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("もう一度サインイン").contains("href=\"/login\"");

        Browser administrator = site.signedIn(person);
        assertThat(administrator
                        .postWithoutToken("/accounts/unlock", Map.of("login", person.login()))
                        .statusCode())
                .isEqualTo(403);
        assertThat(acts(person)).doesNotContain(Act.UNLOCKED);
    }

    @Test
    void everyRoleOpensItsOwnPagesOnly() {
        Browser receptionist = site.signedIn(site.person(Role.RECEPTION));
        Browser administrator = site.signedIn(site.person(Role.ADMIN));
        Browser operator = site.signedIn(site.person(Role.OPERATOR));
        Browser auditor = site.signedIn(site.person(Role.AUDITOR));

        assertThat(statuses(receptionist)).containsExactly(200, 200, 403, 403);
        assertThat(statuses(administrator)).containsExactly(200, 200, 200, 200);
        assertThat(statuses(operator)).containsExactly(200, 403, 403, 403);
        assertThat(statuses(auditor)).containsExactly(200, 403, 403, 200);
        assertThat(auditor.get("/desk").body()).contains("この画面は開けません").contains("管理者");
        assertThat(auditor.english().get("/desk").body())
                .contains("<html lang=\"en\">")
                .contains("This page is not open to you");
    }

    @Test
    void theSessionChangesItsNameWithEveryFactor() {
        Person person = site.person(Role.RECEPTION);
        Browser browser = site.browser();
        browser.get("/login");
        String first = browser.session();
        browser.password(person.login(), PASSWORD);
        String second = browser.session();
        browser.code(site.code(person));
        assertThat(List.of(first, second, browser.session())).doesNotContain("").doesNotHaveDuplicates();
    }

    @Test
    void signingOutEndsTheSession() {
        Person person = site.person(Role.AUDITOR);
        Browser browser = site.signedIn(person);
        browser.get("/accounts/audit");
        assertThat(where(browser.post("/logout", Map.of()))).isEqualTo("302 /login?ended");
        assertThat(browser.get("/login?ended").body()).contains("サインアウトしました");
        assertThat(where(browser.get("/"))).isEqualTo("303 /login");
        assertThat(acts(person)).startsWith(Act.SIGNED_OUT);
    }

    @Test
    void aStoppedAccountLosesItsOpenSession() {
        Person person = site.person(Role.RECEPTION);
        Browser browser = site.signedIn(person);
        assertThat(browser.get("/desk").statusCode()).isEqualTo(200);
        site.accounts.disable(person.login(), By.program("test"));
        assertThat(where(browser.get("/desk"))).isEqualTo("303 /login");
        site.accounts.enable(person.login(), By.program("test"));
        assertThat(where(browser.get("/desk")))
                .as("the old session stays ended")
                .isEqualTo("303 /login");
    }

    @Test
    void theBrowserIsToldToRunNothingButOurFiles() {
        HttpResponse<String> page = site.browser().get("/login");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'self'", "img-src 'self' data:", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(page.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(page.headers().allValues("Set-Cookie"))
                .singleElement()
                .satisfies(cookie -> assertThat(cookie).contains("JSESSIONID", "HttpOnly", "SameSite=Lax"));
        assertThat(page.body()).doesNotContain("<script").doesNotContain("style=");
    }

    @Test
    void theSignInPageCanBeUsedByKeyboardAndReadAloud() {
        String page = site.browser().get("/login").body();
        assertThat(page)
                .contains("<html lang=\"ja\">", "<title>サインイン", "<label for=\"login\">", "<label for=\"password\">")
                .containsPattern("id=\"login\"[^>]* autofocus");
        String refused = site.browser().password("nobody", "x").body();
        assertThat(refused)
                .containsPattern("id=\"password\"[^>]*aria-invalid=\"true\" autofocus[^>]*password-said")
                .contains("value=\"nobody\"");
    }

    @Test
    void assetsHealthAndLanguageNeedNoSignIn() {
        Browser browser = site.browser();
        assertThat(browser.get("/assets/madoguchi.css").statusCode()).isEqualTo(200);
        assertThat(browser.get("/healthz").statusCode()).isEqualTo(200);
        browser.get("/login");
        assertThat(where(browser.post("/lang", Map.of("to", "en", "back", "/login"))))
                .isEqualTo("303 /login");
        assertThat(browser.get("/login").body()).contains("Sign in");
    }

    private List<Integer> statuses(Browser browser) {
        return List.of("/", "/desk", "/accounts", "/accounts/audit").stream()
                .map(page -> browser.get(page).statusCode())
                .toList();
    }

    private List<Act> acts(Person person) {
        return site.accounts.events(Long.MAX_VALUE, 1000).stream()
                .map(Event.Numbered::event)
                .filter(event -> event.login().equals(person.login()))
                .map(Event::act)
                .toList();
    }

    private static String plain(HttpResponse<String> answer) {
        return answer.body()
                .replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "token")
                .replaceAll("(id=\"login\" name=\"login\" type=\"text\") value=\"[^\"]*\"", "$1");
    }

    private static String otherThan(String code) {
        return code.startsWith("0") ? "1" + code.substring(1) : "0" + code.substring(1);
    }
}
