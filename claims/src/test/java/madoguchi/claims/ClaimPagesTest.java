package madoguchi.claims;

import static madoguchi.claims.Sample.person;
import static madoguchi.claims.Sample.visit;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import madoguchi.fixture.Database;
import madoguchi.policy.Known;
import madoguchi.policy.Means;
import madoguchi.policy.Shown;
import madoguchi.town.Townsperson;
import madoguchi.uke.FileKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pages over real HTTP and a real database, with receptions of people of the town. */
class ClaimPagesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 7, 10);
    private static final Townsperson TAROU = person("kakuu-tarou");
    private static final Townsperson JIROU = person("mihon-jirou");
    private static final Townsperson SABUROU = person("rei-saburou");
    private static final HttpClient BROWSER = HttpClient.newHttpClient();

    private static DataSource database;
    private static ConfigurableApplicationContext app;

    @BeforeAll
    static void start() {
        database = Database.fresh("claims", Claims::migrate);
        app = TinyApp.start(database, book(), Sample.HUB);
    }

    /** Jirou was received by card in July; Saburou in November, when his card told an ended coverage. */
    static ClaimVisits book() {
        ClaimVisit ended = visit(SABUROU, LocalDate.of(2026, 11, 9));
        return Sample.visits(
                visit(TAROU, DAY),
                visit(JIROU, DAY),
                new ClaimVisit(
                        ended.id(),
                        ended.day(),
                        ended.answer(),
                        ended.asked(),
                        Optional.of(Means.ONLINE_CARD),
                        Known.FORMER,
                        Shown.CARD,
                        false,
                        ended.proof(),
                        List.of(),
                        false,
                        false,
                        List.of()));
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(
                URI.create("http://localhost:" + app.getEnvironment().getProperty("local.server.port") + path));
    }

    private static HttpResponse<byte[]> send(HttpRequest.Builder request) {
        return BROWSER.sendAsync(request.build(), HttpResponse.BodyHandlers.ofByteArray())
                .join();
    }

    private static String get(String path) {
        return new String(send(request(path).GET()).body(), StandardCharsets.UTF_8);
    }

    private static HttpResponse<byte[]> post(String path, String form) {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    private static HttpResponse<byte[]> upload(String path, byte[] file) {
        return upload(path, "RECEIPTC.UKE", file);
    }

    private static HttpResponse<byte[]> upload(String path, String name, byte[] file) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(
                "--b-o-u-n-d\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: application/octet-stream\r\n\r\n"
                        .formatted(name)
                        .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes("\r\n--b-o-u-n-d--\r\n".getBytes(StandardCharsets.UTF_8));
        return send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=b-o-u-n-d")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    private static String checked(Claim... claims) {
        String path = upload("/claims/upload", Claim.file(1, claims))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        Instant deadline = Instant.now().plusSeconds(20);
        while (get(path + "/part").contains("UNDER_WAY")) {
            assertThat(Instant.now()).isBefore(deadline);
            Thread.onSpinWait();
        }
        return path;
    }

    private static Claim old() {
        return Claim.of(JIROU, YearMonth.of(2026, 7), 10).by("former");
    }

    @Test
    void aClerkMendsWhatIsCertainAfterSeeingTheListAndSavesTheFile() {
        Claim fine = Claim.of(TAROU, YearMonth.of(2026, 7), 10);
        String path = checked(fine, old());
        assertThat(get(path)).contains("id=\"certain\">1<").contains("振替の見込み");
        assertThat(get(path + "/fix"))
                .contains("これから直すところ")
                .contains("06139992")
                .contains("01139997");
        assertThat(send(request(path + "/corrected").GET()).body())
                .as("nothing is changed before the clerk says so")
                .isEqualTo(Claim.file(1, fine, old()));

        post(path + "/fix", "");
        assertThat(get(path + "/changes")).contains("変えたところ").contains("8140");
        HttpResponse<byte[]> saved = send(request(path + "/corrected").GET());
        assertThat(saved.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("RECEIPTC.UKE");
        assertThat(new String(saved.body(), Claim.CP932))
                .isEqualTo(new String(Claim.file(1, fine, old()), Claim.CP932)
                        .replace("HO,06139992,3001,42,", "HO,01139997,8140,311,"));
        assertThat(get(path)).contains("id=\"mended\">1<").contains("id=\"certain\">0<");
    }

    @Test
    void aWorkItemSaysWhatToDoAndWhatToAskAndMakesAFormerClaim() {
        String path = checked(Claim.of(SABUROU, YearMonth.of(2026, 11), 9));
        assertThat(get(path))
                .contains("C-ENDED")
                .contains("S-06")
                .contains("新しい保険の記号・番号を教えていただけますか")
                .contains("旧資格のレセプトにする");
        assertThat(post(path + "/receipts/1", "form=FORMER").statusCode()).isEqualTo(303);
        assertThat(new String(send(request(path + "/corrected").GET()).body(), Claim.CP932))
                .contains("HO,06139984,510,204,")
                .contains("CO,01,1,820000245,");
    }

    @Test
    void anUnidentifiedClaimThatMayNotBeMadeSaysEverythingThatIsMissing() {
        String path = checked(Claim.of(SABUROU, YearMonth.of(2026, 11), 9));
        HttpResponse<byte[]> refused = post(path + "/receipts/1", "form=UNIDENTIFIED");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(text(refused)).contains("R-CLM-02").contains("まだ作れません");
    }

    @Test
    void inADisasterAReceiptIsMadeWithNinesOnceItIsToldWhereThePatientIs() {
        Claim unknown = Claim.of(person("reiji-shizuka"), YearMonth.of(2026, 7), 6)
                .by(new madoguchi.core.InsuredId(
                        new madoguchi.core.InsurerNumber("06139984"), Optional.of("510"), "999998", Optional.of("00")));
        String path = checked(unknown);
        assertThat(get(path)).contains("災害で番号が分からないとき");
        HttpResponse<byte[]> refused = post(path + "/receipts/1", "form=DISASTER_INSURER");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(text(refused)).contains("住所か事業所名が要ります", "連絡先が要ります");
        assertThat(post(path + "/receipts/1", "form=DISASTER_INSURER&place=%E6%9E%B6%E7%A9%BA1-2&phone=090-0000-0000")
                        .statusCode())
                .isEqualTo(303);
        assertThat(new String(send(request(path + "/corrected").GET()).body(), Claim.CP932))
                .contains("HO,99999999,510,999998,", "CO,01,1,810000001,架空１－２", "CO,01,1,810000001,０９０－");
        assertThat(post(path + "/receipts/1", "form=DISASTER_NUMBER").statusCode())
                .isEqualTo(303);
        assertThat(new String(send(request(path + "/corrected").GET()).body(), Claim.CP932))
                .contains("HO,06139984,,999999999,", "CO,01,1,820000246,");
        assertThat(post(path + "/receipts/1", "form=CERTAIN").statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsNoClaimFileIsRefusedWithASentence() {
        HttpResponse<byte[]> refused = upload("/claims/upload", "患者,番号\r\n1,2\r\n".getBytes(StandardCharsets.UTF_8));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(text(refused)).contains("電子レセプトのファイルではありません").doesNotContain("Exception");
        HttpResponse<byte[]> empty = upload("/claims/upload", new byte[0]);
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(text(empty)).contains("中身が空です").doesNotContain("ファイルを選んでください");
        HttpResponse<byte[]> none = upload("/claims/upload", "", new byte[0]);
        assertThat(none.statusCode()).isEqualTo(422);
        assertThat(text(none)).contains("ファイルを選んでください").doesNotContain("中身が空です");
        assertThat(text(upload("/claims/results", new byte[0]))).contains("中身が空です");
        assertThat(text(upload("/claims/results", "", new byte[0]))).contains("ファイルを選んでください");
        assertThat(send(request("/claims/nobody").GET()).statusCode()).isEqualTo(404);
    }

    @Test
    void aFileThatWasCutOffIsToldAsAWhole() {
        byte[] whole = Claim.file(1, Claim.of(TAROU, YearMonth.of(2026, 7), 10));
        String cut = new String(whole, Claim.CP932);
        String path = upload(
                        "/claims/upload", cut.substring(0, cut.indexOf("GO,")).getBytes(Claim.CP932))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        while (get(path + "/part").contains("UNDER_WAY")) {
            Thread.onSpinWait();
        }
        assertThat(get(path)).contains("U-103").contains("id=\"file-faults\"");
    }

    @Test
    void aRemovedFileIsGoneAndThatIsRecorded() {
        String path = checked(old());
        String id = path.substring("/claims/".length());
        post(path + "/delete", "");
        assertThat(get(path)).contains("削除されました").doesNotContain("見本");
        assertThat(send(request(path + "/corrected").GET()).statusCode()).isEqualTo(404);
        JdbcClient jdbc = JdbcClient.create(database);
        assertThat(jdbc.sql("select count(*) from claims.content where upload = ?")
                        .param(id)
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select count(*) from claims.removal where upload = ?")
                        .param(id)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void theListForASpreadsheetHasNoFormulas() {
        String path = checked(old().name("=SUM(A1)"));
        String csv = get(path + "/list.csv");
        assertThat(csv).startsWith("\uFEFF").contains(",'=SUM(A1),").contains("C-TRANSFER");
    }

    @Test
    void resultsBecomeWorkMatchedWithTheReceptionAndAreCountedOnce() {
        String letter = """
                reception,claim_month,receipt,ordinal,chart,service_month,outcome,confirmation,rule,part,parts,claimed_insurer,claimed_symbol,claimed_number,claimed_branch,found_insurer,found_symbol,found_number,found_branch,lost,points,days,missing,sentence
                202608-000000001,2026-08,1,1,K0001,2026-07,TRANSFERRED,04,S-04,1,1,01139997,8140,311,00,06139992,3001,42,00,2026-07-01,291,10,,"a, b"
                202608-000000001,2026-08,2,2,K0002,2026-07,RETURNED_DEATH,08,S-08,1,0,39139993,,1,,,,,,,291,10,,x
                """.replace("\n", "\r\n");
        byte[] bytes = ("\uFEFF" + letter).getBytes(StandardCharsets.UTF_8);
        assertThat(text(upload("/claims/results", bytes))).contains("2 件を取り込みました");
        assertThat(text(upload("/claims/results", bytes))).contains("0 件を取り込みました");
        String page = get("/claims/results");
        assertThat(page)
                .contains("data-outcome=\"TRANSFERRED\"")
                .contains("/receptions/visit-mihon-jirou-2026-07-10")
                .contains("その保険者へ振り替えます")
                .contains("返戻（死亡）");
        String seq = page.replaceFirst("(?s).*?data-result=\"(\\d+)\".*", "$1");
        post("/claims/results/" + seq + "/done", "");
        assertThat(get("/claims/results")).contains("class=\"done\"");
        assertThat(get("/claims/results/reasons.csv"))
                .startsWith("claim_month,rule,outcome,receipts\r\n")
                .contains("2026-08,S-04,TRANSFERRED,1\r\n", "2026-08,S-08,RETURNED_DEATH,1\r\n");
        assertThat(new ClaimStore(database).ruled(YearMonth.of(2026, 8), "S-04", "", 0, 10))
                .contains(new RuledLine("202608-000000001", 1, "K0001", "2026-07", "01139997", "06139992", false));
        assertThat(new ClaimStore(database).ruled(YearMonth.of(2026, 8), "S-08", "202608-000000001", 2, 10))
                .isEmpty();
    }

    @Test
    void whatCameBackIsMadeAnewWithTheCoverageTheReceptionConfirms() {
        Claim fine = Claim.of(TAROU, YearMonth.of(2026, 7), 10);
        checked(fine, old());
        String letter = """
                reception,claim_month,receipt,ordinal,chart,service_month,outcome,rule,part
                202608-000000009,2026-08,2,2,K0002,2026-07,RETURNED_COLLECTED,S-07,1
                """;
        String page = text(upload("/claims/results", letter.getBytes(StandardCharsets.UTF_8)));
        String address = page.replaceFirst("(?s).*?(/claims/results/\\d+/reclaim).*", "$1");
        String again = new String(send(request(address).GET()).body(), Claim.CP932);
        assertThat(again)
                .isEqualTo(new String(Claim.file(1, old()), Claim.CP932)
                        .replace(",202608,00", ",202611,00")
                        .replace("K0001", "K0002")
                        .replace("HO,06139992,3001,42,", "HO,01139997,8140,311,"));
    }

    @Test
    void aBrokenResultFileIsRefusedWholeWithItsLines() {
        byte[] broken =
                "reception,claim_month,receipt,ordinal,outcome,rule,part\r\nr,2026-08,1,x,NONSENSE,S-04,1\r\n,2026-08,1,1,SPLIT,S-05,1\r\n"
                        .getBytes(StandardCharsets.UTF_8);
        HttpResponse<byte[]> refused = upload("/claims/results", broken);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(text(refused)).contains("<li>2: ").contains("<li>3: ").contains("何も残していません");
        assertThat(text(upload("/claims/results", "a,b\r\n".getBytes(StandardCharsets.UTF_8))))
                .contains("足りない列");
    }

    @Test
    void onlyTheLatestFilesAreKept() {
        ClaimStore store = new ClaimStore(database);
        for (int i = 0; i <= ClaimStore.KEPT; i++) {
            store.add(
                    new Upload(
                            "kept-" + i, Sample.NOW.instant(), "hanako", FileKind.MEDICAL, Optional.empty(), 1, false),
                    new byte[] {26});
        }
        assertThat(store.latest(100).stream().filter(upload -> !upload.removed()))
                .hasSize(ClaimStore.KEPT);
    }
}
