package madoguchi.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import madoguchi.core.Answer;
import madoguchi.core.Arrival;
import madoguchi.core.ConsentScope;
import madoguchi.core.InquiryKind;
import madoguchi.core.ReaderAnswers;
import madoguchi.core.Reply;
import madoguchi.fixture.Database;
import madoguchi.fixture.MovableClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.datasource.DelegatingDataSource;

class DeskPagesTest {

    private static final MovableClock CLOCK = new MovableClock(Sample.MORNING);
    private static final ScriptedHub HUB = new ScriptedHub(inquiry -> Sample.active(Sample.HANAKO));
    private static final DelegatingDataSource DATABASE =
            new DelegatingDataSource(Database.fresh("desk", Desk::migrate));
    private static final ConfigurableApplicationContext APP = TinyApp.start(DATABASE, HUB, CLOCK, 0);

    private final PageClient pages = new PageClient(APP);

    @BeforeEach
    void begin() {
        DATABASE.setTargetDataSource(Database.fresh("desk", Desk::migrate));
        CLOCK.set(Sample.MORNING);
        HUB.forget();
        HUB.answers(inquiry -> Sample.active(Sample.HANAKO));
    }

    @AfterAll
    static void stop() {
        APP.close();
    }

    @Test
    void theFirstDaySaysWhatToDoFirst() {
        HttpResponse<String> page = get("/");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(page.body()).contains("ようこそ").contains("番号で照会");
    }

    @Test
    void aCardResultAppearsInTheListWithItsState() {
        arrive("1", Sample.active(Sample.SACHIKO));
        arrive("1", Sample.active(Sample.SACHIKO));
        String list = get("/part/list").body();
        assertThat(list)
                .containsOnlyOnce("class=\"row\"")
                .contains("カクウ サチコ")
                .contains("● 有効")
                .contains("●字")
                .contains("カード");
    }

    @Test
    void whatThePatientAnsweredAtTheReaderIsShownUntilItEnds() {
        ReaderAnswers said = new ReaderAnswers(
                Map.of(
                        ConsentScope.MEDICINES,
                        new ReaderAnswers.Given(
                                Sample.MORNING, Optional.of(Sample.MORNING.plus(Duration.ofHours(24))))),
                Set.of(ConsentScope.OPERATIONS),
                Optional.of(false));
        APP.getBean(Desk.class)
                .arrivals()
                .arrived(new Arrival(
                        "1", Sample.DAY, InquiryKind.CARD, Sample.active(Sample.HANAKO), Optional.of(said)));
        String path = "/receptions/" + id(get("/part/list").body());
        assertThat(get(path).body())
                .contains("薬剤情報</dt><dd>● 同意あり 5/26(火) 9:05 まで")
                .contains("手術情報</dt><dd>○ 同意なし")
                .contains("受給者証</dt><dd>○ 利用しない")
                .doesNotContain("診療情報</dt>");
        CLOCK.set(Sample.MORNING.plus(Duration.ofHours(24)));
        assertThat(get(path).body()).contains("薬剤情報</dt><dd>○ 同意は 5/26(火) 9:05 に終わりました");
    }

    @Test
    void somebodyWhoCallsFromTheReaderIsOnTheBoardSinceThenUntilAClerkGoes() {
        assertThat(get("/part/list").body()).doesNotContain("呼んでいます");
        APP.getBean(Desk.class).calls().called();
        CLOCK.set(Sample.MORNING.plusSeconds(60));
        APP.getBean(Desk.class).calls().called();
        assertThat(get("/part/list").body()).containsOnlyOnce("呼んでいます").contains("9:05から");
        assertThat(post("/calls/clear", Map.of()).headers().firstValue("Location"))
                .contains("/");
        assertThat(get("/part/list").body()).doesNotContain("呼んでいます");
    }

    private static String id(String list) {
        return list.replaceAll("(?s).*data-id=\"([^\"]+)\".*", "$1");
    }

    @Test
    void aNumberInquiryIsReceivedAtOnceAndAnsweredBesideThePage() {
        CountDownLatch answer = new CountDownLatch(1);
        HUB.answers(inquiry -> {
            await(answer);
            return Sample.active(Sample.HANAKO);
        });
        String path = sendHanako("token-1");
        assertThat(get(path).body()).contains("… 照会中").contains("昭和62年4月12日");

        answer.countDown();
        eventually(() -> get(path).body().contains("● 有効"));
        assertThat(get(path).body())
                .contains("見本　花子")
                .contains("ミホン ハナコ")
                .contains("昭和62年4月12日（39歳）")
                .contains("架空区国民健康保険")
                .contains("138016")
                .contains("12-34")
                .contains("567890")
                .contains("区分 ウ（〜令和8年7月31日）")
                .contains("電子証明書の有効期限が3か月以内に切れます。")
                .contains("QualificationConfirmationKey")
                .contains("4711");
    }

    @Test
    void everythingTypedIsForgivenAndAskedAsItIsMeant() {
        Map<String, String> typed = hanako("token-2");
        typed.put("insurer", "００１３８０１６");
        typed.put("birth", "昭和６２年４月１２日");
        typed.put("branch", "２");
        post("/inquiry", typed);
        eventually(() -> HUB.asked().size() == 1);
        assertThat(HUB.asked().getFirst().number().orElseThrow().insured()).isEqualTo(Sample.HANAKO_ID);
        assertThat(HUB.asked().getFirst().number().orElseThrow().birth()).isEqualTo(Sample.BIRTH);
        assertThat(HUB.asked().getFirst().day()).isEqualTo(Sample.DAY);
        assertThat(HUB.asked().getFirst().limitConsent()).isTrue();
    }

    @Test
    void allFaultsAreShownAtOnceUnderTheirFieldsAndNothingTypedIsLost() {
        Map<String, String> typed = hanako("token-3");
        typed.put("insurer", "138017");
        typed.put("number", "");
        typed.put("birth", "昭和99年4月12日");
        typed.put("symbol", "<あ>・9");
        HttpResponse<String> page = post("/inquiry", typed);
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body())
                .contains("直すところが 3 か所")
                .contains("検証番号")
                .contains("番号を入力してください")
                .contains("暦にありません")
                .contains("value=\"138017\"")
                .contains("&lt;あ>・9")
                .contains("token-3");
        assertThat(HUB.asked()).isEmpty();
    }

    @Test
    void theSameSheetSentTwiceAsksOnce() {
        String first = sendHanako("token-4");
        String second = sendHanako("token-4");
        assertThat(second).isEqualTo(first);
        eventually(() -> get(first).body().contains("● 有効"));
        assertThat(HUB.asked()).hasSize(1);
    }

    @Test
    void theProgramSaysWhatItUnderstandsWhileTyping() {
        Map<String, String> typed = hanako("");
        typed.put("birth", "S62.4.12");
        typed.put("number", "５６７");
        String said = post("/understand", typed).body();
        assertThat(said).contains("昭和62年4月12日（39歳）").contains("国民健康保険").contains("\"567\"");
    }

    @Test
    void aDeadHubTurnsTheLineAndKeepsTheReceptionUntilItAnswers() {
        HUB.answers(inquiry -> Sample.silent(Answer.Cause.NETWORK));
        String path = sendHanako("token-5");
        eventually(() -> get(path).body().contains("✕ 障害"));
        assertThat(get("/part/list").body()).contains("✕ 障害 回線 9:05 から").contains("自動でもう一度照会");
        assertThat(get(path).body()).contains("もう一度照会").doesNotContain("無保険");

        HUB.answers(inquiry -> Sample.active(Sample.HANAKO));
        assertThat(post(path + "/ask", Map.of()).statusCode()).isEqualTo(303);
        eventually(() -> get(path).body().contains("● 有効"));
        assertThat(get("/part/list").body()).contains("● 回線 正常");
    }

    @Test
    void aHubThatBreaksIsShownAsNoAnswer() {
        HUB.answers(inquiry -> {
            throw new IllegalStateException("broken");
        });
        String path = sendHanako("token-6");
        eventually(() -> get(path).body().contains("✕ 障害"));
    }

    @Test
    void aReceptionIsTakenBackWithinFiveMinutesAndNotLater() {
        String mistake = sendHanako("token-7");
        assertThat(post(mistake + "/withdraw", Map.of()).statusCode()).isEqualTo(303);
        assertThat(get("/part/list").body()).contains("今日の受付はまだありません");

        String late = sendHanako("token-8");
        CLOCK.advance(Duration.ofMinutes(5));
        assertThat(post(late + "/withdraw", Map.of()).statusCode()).isEqualTo(409);
    }

    @Test
    void earlierReceptionsAndDifferencesAreShownItemByItem() {
        arrive("1", Sample.active(Sample.withAddress(Sample.HANAKO, "架空県架空区旧町1-2")));
        CLOCK.advance(Duration.ofDays(40));
        String path = sendHanako("token-9");
        eventually(() -> get(path).body().contains("● 有効"));
        assertThat(get(path).body())
                .contains("前回との違い")
                .contains("架空県架空区旧町1-2")
                .contains("架空県架空区新町3-4")
                .contains("5/25(月) ● 有効・カード");
    }

    @Test
    void whileNobodyAnswersTheEarlierDataStandInAndSaySo() {
        arrive("1", Sample.active(Sample.HANAKO));
        CLOCK.advance(Duration.ofDays(1));
        HUB.answers(inquiry -> Sample.silent(Answer.Cause.TIMEOUT));
        String path = sendHanako("token-10");
        eventually(() -> get(path).body().contains("✕ 障害"));
        assertThat(get(path).body()).contains("今日は確認できていません").contains("見本　花子");
    }

    @Test
    void openReceptionsAreListedForTheEndOfTheDayUntilTheyAreDone() {
        HUB.answers(inquiry -> Reply.of(new Answer.NotFound(), Sample.MORNING));
        String path = sendHanako("token-11");
        eventually(() -> get("/").body().contains("残っている受付 1件"));
        assertThat(get(path).body()).contains("◐ 要確認").contains("該当資格なし");
        post(path + "/close", Map.of());
        assertThat(get("/").body()).contains("残っている受付はありません");
        post(path + "/reopen", Map.of());
        assertThat(get("/").body()).contains("残っている受付 1件");
    }

    @Test
    void aWrongNumberIsCorrectedInPlaceWithoutTypingTheRestAgain() {
        HUB.answers(inquiry -> inquiry.number().orElseThrow().insured().number().equals("567890")
                ? Sample.active(Sample.HANAKO)
                : Reply.of(new Answer.NotFound(), Sample.MORNING));
        Map<String, String> wrong = hanako("token-12");
        wrong.put("number", "567899");
        String path = post("/inquiry", wrong).headers().firstValue("Location").orElseThrow();
        eventually(() -> get(path).body().contains("◐ 要確認"));
        assertThat(get(path + "/inquiry").body())
                .contains("value=\"567899\"")
                .contains("value=\"12-34\"")
                .contains("value=\"昭和62年4月12日\"");

        Map<String, String> right = hanako("token-13");
        right.put("visit-id", path.substring("/receptions/".length()));
        assertThat(post("/inquiry", right).headers().firstValue("Location")).contains(path);
        eventually(() -> get(path).body().contains("● 有効"));
        assertThat(get("/part/list").body()).containsOnlyOnce("class=\"row\"");
    }

    @Test
    void anEndedCoverageIsMarkedAsFormer() {
        arrive("1", Reply.of(new Answer.Inactive(Optional.of(Sample.HANAKO)), Sample.MORNING));
        String path = pages.newest();
        assertThat(get(path).body()).contains("▲ 無効").contains("旧資格").doesNotContain("無保険");
    }

    @Test
    void thePageSpeaksEnglishToo() {
        arrive("1", Sample.active(Sample.HANAKO));
        HttpResponse<String> page =
                pages.send(pages.request("/").header("Cookie", "lang=en").GET());
        assertThat(page.body())
                .contains("Inquire by number")
                .contains("● valid")
                .contains("Line in order");
    }

    @Test
    void anUnknownReceptionIsSaidToBeMissing() {
        assertThat(get("/receptions/none").statusCode()).isEqualTo(404);
        assertThat(post("/receptions/none/close", Map.of()).statusCode()).isEqualTo(404);
    }

    @Test
    void openDesksHearThatSomethingChangedAndNothingElse() throws IOException {
        HttpResponse<InputStream> stream = HttpClient.newHttpClient()
                .sendAsync(pages.request("/events").GET().build(), HttpResponse.BodyHandlers.ofInputStream())
                .join();
        try (var lines = new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
            assertThat(lines.readLine()).isEqualTo("event:hello");
            arrive("1", Sample.active(Sample.HANAKO));
            String heard = lines.lines()
                    .filter(line -> line.startsWith("event:"))
                    .findFirst()
                    .orElseThrow();
            assertThat(heard).isEqualTo("event:changed");
        }
    }

    private void arrive(String id, Reply reply) {
        APP.getBean(Desk.class).arrivals().arrived(new Arrival(id, Sample.DAY, InquiryKind.CARD, reply));
    }

    private String sendHanako(String once) {
        HttpResponse<String> answer = post("/inquiry", hanako(once));
        assertThat(answer.statusCode()).isEqualTo(303);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static Map<String, String> hanako(String once) {
        return new HashMap<>(Map.of(
                "once", once,
                "insurer", "138016",
                "symbol", "12-34",
                "number", "567890",
                "branch", "02",
                "birth", "S62.4.12",
                "limitConsent", "on",
                "shown", "CERTIFICATE",
                "visit", "RETURNING"));
    }

    private HttpResponse<String> get(String path) {
        return pages.get(path);
    }

    private HttpResponse<String> post(String path, Map<String, String> form) {
        return pages.post(path, form);
    }

    private static void eventually(BooleanSupplier condition) {
        PageClient.eventually(condition);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
