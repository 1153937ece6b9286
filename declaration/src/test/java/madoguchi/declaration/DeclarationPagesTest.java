package madoguchi.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import madoguchi.fixture.Database;
import madoguchi.fixture.MovableClock;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** The declaration at the counter, over real HTTP. */
class DeclarationPagesTest {

    private static final MovableClock CLOCK = new MovableClock(Sample.MORNING);
    private static final Queue<Filed> TOLD = new ConcurrentLinkedQueue<>();
    private static final DelegatingDataSource DATABASE =
            new DelegatingDataSource(Database.fresh("declaration", Declarations::migrate));
    private static final ConfigurableApplicationContext APP = TinyApp.start(DATABASE, TOLD::add, CLOCK, 0);
    private static final String MY_NUMBER = "000000000019";

    private final HttpClient browser = HttpClient.newHttpClient();

    @BeforeEach
    void begin() {
        DATABASE.setTargetDataSource(Database.fresh("declaration", Declarations::migrate));
        CLOCK.set(Sample.MORNING);
        TOLD.clear();
    }

    @AfterAll
    static void stop() {
        APP.close();
    }

    @Test
    void theBlankFormIsAPdfOfOnePage() throws IOException {
        HttpResponse<byte[]> paper = bytes("/declarations/blank.pdf");
        assertThat(paper.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(paper.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(text(paper.body())).contains("被保険者資格申立書", "※5", "令和8年11月21日");
    }

    @Test
    void theSheetOfAReceptionKnowsWhatTheDeskKnows() {
        assertThat(get("/declarations/new/" + Sample.VISIT).body())
                .contains("value=\"髙﨑　𠮷子\"")
                .contains("value=\"昭和62年4月12日\"")
                .contains("昭和62年4月12日（39歳）")
                .contains("value=\"令和8年11月21日\"")
                .contains("name=\"sex\" value=\"2\" checked");
        assertThat(get("/declarations/new/nobody").statusCode()).isEqualTo(404);
        assertThat(get("/declarations/new").statusCode()).isEqualTo(200);
    }

    @Test
    void aDeclarationIsFiledShownAndPrinted() throws IOException {
        String path = file();
        HttpResponse<String> page = get(path);
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(page.body())
                .contains("髙﨑　𠮷子")
                .contains("昭和62年4月12日（39歳）")
                .contains("見本産業健康保険組合")
                .contains("090-0000-1234")
                .contains("患者さんが書いた紙から写した")
                .contains("/receptions/" + Sample.VISIT)
                .doesNotContain("空欄が");
        assertThat(TOLD).singleElement().satisfies(filed -> {
            assertThat(filed.visit()).isEqualTo(Sample.VISIT);
            assertThat(path).endsWith(filed.declaration());
        });
        HttpResponse<byte[]> paper = bytes(path + "/print.pdf");
        assertThat(paper.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("declaration.pdf");
        assertThat(text(paper.body())).contains("髙﨑　𠮷子", "090-0000-1234");
    }

    @Test
    void whatThePatientCannotSayIsKeptAsAGapWithItsRule() {
        Map<String, String> typed = Sample.typed();
        typed.put("phone", "");
        typed.put("employer", "");
        HttpResponse<String> first = post("/declarations", typed);
        assertThat(first.statusCode()).isEqualTo(422);
        assertThat(first.body()).contains("連絡先電話番号が空です").contains("空欄のまま保存する");
        typed.put("incomplete", "on");
        String path = located(post("/declarations", typed));
        assertThat(get(path).body())
                .contains("空欄が 2 か所")
                .contains("返戻")
                .contains("連絡先電話番号")
                .contains("R-UNK-08")
                .contains("R-UNK-09");
        assertThat(get("/declarations").body()).contains("◐ 2か所");
    }

    @Test
    void allFaultsComeBackAtOnceAndNothingTypedIsLost() {
        Map<String, String> typed = Sample.typed();
        typed.put("birth-date", "昭和99年4月12日");
        typed.put("relation", "");
        typed.put("address", "<b>\"旧町\"</b>");
        typed.put("once", "0a000000-0000-4000-8000-000000000001");
        typed.put("visit", Sample.VISIT);
        HttpResponse<String> page = post("/declarations", typed);
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body())
                .contains("直すところが 2 か所")
                .contains("暦にありません")
                .contains("患者との関係が空です")
                .contains("value=\"昭和99年4月12日\"")
                .contains("&lt;b>&#34;旧町&#34;")
                .contains("value=\"髙﨑　𠮷子\"")
                .contains("value=\"employees\" checked")
                .contains("0a000000-0000-4000-8000-000000000001")
                .contains(Sample.VISIT);
        assertThat(get("/declarations").body()).contains("保管中の申立書はありません");
        assertThat(TOLD).isEmpty();
    }

    @Test
    void aMyNumberIsRefusedAndNeverComesBack() {
        Map<String, String> typed = Sample.typed();
        typed.put("other-address", "番号 " + MY_NUMBER);
        HttpResponse<String> page = post("/declarations", typed);
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("個人番号（マイナンバー）は入力できません").doesNotContain(MY_NUMBER);
        assertThat(get("/declarations").body()).contains("保管中の申立書はありません");
    }

    @Test
    void theSameSheetSentTwiceIsFiledOnce() {
        assertThat(file()).isEqualTo(file());
    }

    @Test
    void aReceptionNobodyKnowsIsNotWrittenDown() {
        Map<String, String> typed = Sample.typed();
        typed.put("visit", "000000000019");
        String path = located(post("/declarations", typed));
        assertThat(get(path).body()).doesNotContain("受付へ戻る", "000000000019");
        assertThat(TOLD).isEmpty();
    }

    @Test
    void aCorrectionShowsWhatWasSaidAndIsToldToTheDeskAgain() {
        String path = file();
        assertThat(get(path + "/correct").body())
                .contains("value=\"髙﨑　𠮷子\"")
                .contains("value=\"employees\" checked")
                .contains("申立書を直す");
        Map<String, String> typed = Sample.typed();
        typed.put("insurance-kind", "late-elderly");
        typed.put("copayment-rate", "ten");
        assertThat(located(post(path, typed))).isEqualTo(path);
        assertThat(get(path).body()).contains("後期高齢者医療").contains("1割").contains("直した");
        assertThat(TOLD).extracting(Filed::kind).containsExactly(InsuranceKind.EMPLOYEES, InsuranceKind.LATE_ELDERLY);

        typed.put("name", "");
        HttpResponse<String> again = post(path, typed);
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains("action=\"" + path + "\"");
    }

    @Test
    void destroyingNeedsAReasonAndTheKnowledgeThatThereIsNoWayBack() {
        String path = file();
        CLOCK.advance(Duration.ofDays(45));
        assertThat(get("/declarations").body()).contains("45日").contains("髙﨑　𠮷子");
        assertThat(get(path + "/destroy").body()).contains("元に戻せません");
        HttpResponse<String> refused = post(path + "/destroy", Map.of());
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("理由を選んでください").contains("印を付けてください");
        assertThat(get(path).statusCode()).isEqualTo(200);

        assertThat(located(post(path + "/destroy", Map.of("reason", "claim-paid", "confirm", "on"))))
                .isEqualTo("/declarations");
        assertThat(get("/declarations").body())
                .contains("保管中の申立書はありません")
                .contains("請求と支払の事務が終わった")
                .doesNotContain("髙﨑");
        for (String gone : List.of(path, path + "/correct", path + "/destroy", path + "/print.pdf")) {
            assertThat(get(gone).statusCode()).as(gone).isEqualTo(410);
        }
        assertThat(post(path, Sample.typed()).statusCode()).isEqualTo(410);
        assertThat(get(path).body()).contains("破棄されました").contains("desk").doesNotContain("髙﨑");
    }

    @Test
    void whatNeverWasIsSaidToBeMissing() {
        for (String path : List.of("", "/correct", "/destroy", "/print.pdf")) {
            assertThat(get("/declarations/none" + path).statusCode()).isEqualTo(404);
        }
        assertThat(post("/declarations/none/destroy", Map.of("reason", "claim-paid", "confirm", "on"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void thePagesSpeakEnglishToo() {
        String path = file();
        assertThat(english("/declarations")).contains("Eligibility declarations", "employees' insurance");
        assertThat(english("/declarations/new")).contains("Front of the My Number card", "if possible", "required");
        assertThat(english(path)).contains("Print (PDF)", "Phone");
        assertThat(english(path + "/destroy")).contains("This cannot be undone");
    }

    private String english(String path) {
        return send(request(path).header("Cookie", "lang=en").GET(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private String file() {
        Map<String, String> typed = Sample.typed();
        typed.put("visit", Sample.VISIT);
        typed.put("once", "0a000000-0000-4000-8000-000000000002");
        return located(post("/declarations", typed));
    }

    private static String located(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(303);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            return new PDFTextStripper().getText(document);
        }
    }

    private HttpResponse<byte[]> bytes(String path) {
        return send(request(path).GET(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private HttpResponse<String> get(String path) {
        return send(request(path).GET(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body)),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(
                URI.create("http://localhost:" + APP.getEnvironment().getProperty("local.server.port") + path));
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
        return browser.sendAsync(request.build(), body).join();
    }
}
