package madoguchi.subsidy;

import static madoguchi.subsidy.Samples.record;
import static madoguchi.subsidy.TinyApp.HUB;
import static madoguchi.subsidy.TinyApp.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Tokens of municipalities' machines, over real HTTP. */
class RegistrationTokenTest {

    private static Tokens.Issued issued(MunicipalityCode municipality) {
        return HUB.tokens().issue(municipality, 30, "夜間連携", "suzuki").orElseThrow();
    }

    private static HttpResponse<String> post(String token, String from, int person) throws Exception {
        return TinyApp.send(
                "",
                RegistrationApi.PATH,
                TinyApp.array(Samples.json(record(person)).readAllBytes())
                        .header("Authorization", "Bearer " + token)
                        .header("X-Encrypted", "yes")
                        .header("X-From", from));
    }

    private static HttpResponse<String> get(String token, String below) throws Exception {
        return TinyApp.send(
                "", RegistrationApi.PATH + below, HttpRequest.newBuilder().header("Authorization", "Bearer " + token));
    }

    private static ApiToken known(Tokens.Issued issued) {
        return HUB.tokens().all().stream()
                .filter(one -> one.number() == issued.token().number())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aTokenLetsItsMunicipalityInAndSeesNothingOfAnother() throws Exception {
        Tokens.Issued token = issued(Samples.PREFECTURE);
        assertThat(known(token).lastUsed()).isEmpty();
        HttpResponse<String> posted = post(token.text(), "192.0.2.1", 51);
        assertThat(posted.statusCode()).isEqualTo(202);
        String task = json(posted).get("task").asString();
        assertThat(json(posted).get("good").asLong()).isEqualTo(1);
        assertThat(get(token.text(), "/" + task).statusCode()).isEqualTo(200);
        assertThat(known(token).lastUsed()).isPresent();
        assertThat(HUB.task(RegistrationTask.id(task).orElseThrow())
                        .orElseThrow()
                        .by())
                .isEqualTo("token " + token.token().number());

        Tokens.Issued ward = issued(Samples.WARD);
        assertThat(get(ward.text(), "/" + task).statusCode()).isEqualTo(404);
        assertThat(get(ward.text(), "/" + task + "/results").statusCode()).isEqualTo(404);
        // The type belongs to the prefecture: the ward's token does not register it.
        assertThat(json(post(ward.text(), "192.0.2.1", 52)).get("good").asLong())
                .isZero();
    }

    @Test
    void whatIsKeptOfATokenDoesNotLetAnybodyIn() {
        Tokens.Issued token = issued(Samples.PREFECTURE);
        assertThat(token.text()).matches("mst-[0-9]+-[A-Za-z0-9_-]{43}");
        assertThat(token.toString()).doesNotContain(token.text());
        assertThat(issued(Samples.PREFECTURE).text()).isNotEqualTo(token.text());
    }

    @Test
    void aRevokedOrExpiredTokenSaysSoAndWhatToDo() throws Exception {
        Tokens.Issued revoked = issued(Samples.PREFECTURE);
        assertThat(HUB.tokens().revoke(revoked.token().number(), "suzuki")).isTrue();
        assertThat(HUB.tokens().revoke(revoked.token().number(), "suzuki")).isFalse();
        HttpResponse<String> told = post(revoked.text(), "192.0.2.2", 53);
        assertThat(told.statusCode()).isEqualTo(401);
        assertThat(told.body()).contains("失効しています", "was revoked");

        Tokens.Issued late = issued(Samples.PREFECTURE);
        TinyApp.CLOCK.advance(Duration.ofDays(30));
        HttpResponse<String> expired = post(late.text(), "192.0.2.2", 53);
        assertThat(expired.statusCode()).isEqualTo(401);
        assertThat(expired.body()).contains("期限が切れています", "has expired");
        assertThat(known(late).state(TinyApp.CLOCK.instant())).isEqualTo(ApiToken.State.EXPIRED);
    }

    @Test
    void wrongTokensAreSoonNotLookedAtFromThatAddressAndTheOthersGoOn() throws Exception {
        Tokens.Issued token = issued(Samples.PREFECTURE);
        String wrong = token.text().substring(0, token.text().length() - 2) + "--";
        for (int i = 0; i < 10; i++) {
            HttpResponse<String> told = post(i % 2 == 0 ? wrong : "nonsense", "192.0.2.3", 54);
            assertThat(told.statusCode()).isEqualTo(401);
            assertThat(told.body()).contains("このトークンはありません");
        }
        HttpResponse<String> held = post(token.text(), "192.0.2.3", 54);
        assertThat(held.statusCode()).isEqualTo(429);
        assertThat(Long.parseLong(held.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(1L, 901L);
        assertThat(post(token.text(), "192.0.2.4", 54).statusCode()).isEqualTo(202);
        assertThat(TinyApp.send("suzuki", TokenPages.PATH, HttpRequest.newBuilder())
                        .body())
                .contains("192.0.2.3", "間違いが多く、15分断る");
        TinyApp.CLOCK.advance(Duration.ofMinutes(15));
        assertThat(post(token.text(), "192.0.2.3", 54).statusCode()).isEqualTo(202);
    }

    @Test
    void aTokenThatTravelsUnencryptedIsRefused() throws Exception {
        HttpResponse<String> told = TinyApp.send(
                "",
                RegistrationApi.PATH,
                TinyApp.array(Samples.json(record(55)).readAllBytes())
                        .header(
                                "Authorization",
                                "Bearer " + issued(Samples.PREFECTURE).text())
                        .header("X-From", "192.0.2.5"));
        assertThat(told.statusCode()).isEqualTo(403);
        assertThat(told.body()).contains("暗号化されていない", "unencrypted");
    }

    @Test
    void certificateAndTokenOfTwoMunicipalitiesAreRefused() throws Exception {
        HttpRequest.Builder both = HttpRequest.newBuilder()
                .header("Authorization", "Bearer " + issued(Samples.WARD).text());
        HttpResponse<String> told = TinyApp.send("139904", RegistrationApi.PATH + "/S-1", both);
        assertThat(told.statusCode()).isEqualTo(403);
        assertThat(told.body()).contains("別の自治体");
    }

    @Test
    void anOperatorIssuesATokenThatIsShownOnceAndRevokesIt() throws Exception {
        HttpResponse<String> faulty =
                TinyApp.send("suzuki", TokenPages.PATH + "/issue", TinyApp.form("code=139905&days=0&note="));
        assertThat(faulty.statusCode()).isEqualTo(422);
        assertThat(faulty.body()).contains("検査数字の合う6桁", "1～400");

        String page = TinyApp.send("suzuki", TokenPages.PATH + "/issue", TinyApp.form("code=139998&days=60&note=test"))
                .body();
        Matcher shown = Pattern.compile("mst-([0-9]+)-[A-Za-z0-9_-]{43}").matcher(page);
        assertThat(shown.find()).isTrue();
        String list = TinyApp.send("suzuki", TokenPages.PATH, HttpRequest.newBuilder())
                .body();
        assertThat(list).contains("139998", "有効").doesNotContain(shown.group());
        assertThat(get(shown.group(), "/S-1").statusCode()).isEqualTo(404);

        String revoke = TokenPages.PATH + "/" + shown.group(1) + "/revoke";
        assertThat(TinyApp.send("suzuki", revoke, TinyApp.form("")).statusCode())
                .isEqualTo(303);
        assertThat(TinyApp.send("suzuki", revoke, TinyApp.form("")).statusCode())
                .isEqualTo(409);
        assertThat(get(shown.group(), "/S-1").statusCode()).isEqualTo(401);
    }
}
