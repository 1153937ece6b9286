package madoguchi.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.sql.DataSource;
import madoguchi.fixture.SmallServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** The survey over HTTP and PostgreSQL: by web, by paper, by file, and what comes of it. */
class SurveyPagesTest {

    private static SmallServer app = TinySurvey.start();
    private static int next = 100;

    private Surveys surveys = app.bean(Surveys.class);
    private int number;

    @BeforeAll
    static void invented() {
        TinySurvey.CLOCK.set("2025-08-25T01:00:00Z");
        app.bean(Surveys.class).openInvented();
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @BeforeEach
    void aRoundOfItsOwn() {
        TinySurvey.CLOCK.set("2025-08-25T01:00:00Z");
        number = next++;
        surveys.rounds()
                .open(
                        new Round(number, 7, LocalDate.of(2025, 8, 23), LocalDate.of(2025, 9, 16), 2, false),
                        List.of(TinySurvey.FACILITY.digits(), "1349999913"),
                        "yamamoto");
    }

    private Round round() {
        return surveys.rounds().of(number).orElseThrow();
    }

    private String answerPath(int addressee) {
        return "/survey/answer/" + surveys.rounds().tokens(round()).get(addressee - 1);
    }

    private static String get(String path) throws Exception {
        return app.get(path).body();
    }

    private static HttpResponse<String> post(String path, String form) throws Exception {
        return app.post(path, form);
    }

    private List<Response> responses() {
        return surveys.replies().responses(round());
    }

    @Test
    void anAddresseeKeepsADraftAndSendsItLater() throws Exception {
        String path = answerPath(2);
        String words = URLEncoder.encode("読取機が止まる", StandardCharsets.UTF_8);
        assertThat(post(path, "act=save&q1=a50&q6=reader&q6=invalid&q7=" + words)
                        .body())
                .contains("下書きを保存しました");
        assertThat(responses()).isEmpty();
        assertThat(get(path)).contains("読取機が止まる").containsPattern("value=\"a50\" checked");
        assertThat(post(path, "act=send&q1=a50&q6=reader&q6=invalid&q8=full&q8.full.count=１２&q7=" + words)
                        .body())
                .contains("回答を受け取りました");
        assertThat(responses()).singleElement().satisfies(one -> {
            assertThat(one.channel()).isEqualTo(Channel.WEB);
            assertThat(one.respondent()).isEqualTo("0002");
            assertThat(one.answers().to("q6").options()).isEqualTo(Set.of("reader", "invalid"));
            assertThat(one.answers().to("q8").numbers()).isEqualTo(Map.of("full", 12));
            assertThat(one.answers().to("q7").texts()).containsValue("読取機が止まる");
        });
    }

    @Test
    void allFaultsAreToldAtOnceAndNothingTypedIsLost() throws Exception {
        HttpResponse<String> refused =
                post(answerPath(1), "act=send&q1=a50&q6=none&q6=reader&q8=full&q8.full.count=many&q11=keep");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("どちらかを外してください", "0～99,999の整数", "keep");
        assertThat(responses()).isEmpty();
        assertThat(post(answerPath(1), "act=send").statusCode()).isEqualTo(422);
    }

    @Test
    void aLinkThatWasNotMadeHereOpensNothingAndAfterTheRoundNoLinkDoes() throws Exception {
        assertThat(app.get(answerPath(1).replaceAll(".$", "U")).statusCode()).isEqualTo(404);
        TinySurvey.CLOCK.set("2025-09-16T14:59:59Z");
        assertThat(app.get(answerPath(1)).statusCode()).isEqualTo(200);
        TinySurvey.CLOCK.set("2025-09-16T15:00:00Z");
        assertThat(app.get(answerPath(1)).statusCode()).isEqualTo(410);
        assertThat(post(answerPath(1), "act=send&q1=a50").statusCode()).isEqualTo(410);
        assertThat(responses()).isEmpty();
    }

    @Test
    void aRoundThatWasClosedTakesNoAnswerByWebButStillPaper() throws Exception {
        assertThat(get("/survey/rounds/" + number)).contains("受付中", "いま締め切る");
        for (int time = 0; time < 2; time++) {
            assertThat(post("/survey/rounds/" + number + "/closing", "").statusCode())
                    .isEqualTo(303);
        }
        assertThat(get("/survey/rounds/" + number)).contains("受付していない").doesNotContain("いま締め切る");
        HttpResponse<String> late = post(answerPath(1), "act=send&q1=a50");
        assertThat(late.statusCode()).isEqualTo(410);
        assertThat(late.body()).contains("この調査の受付は終わりました");
        assertThat(app.send("/survey/rounds/" + number + "/scans", surveys.forms(round(), 2, 2))
                        .body())
                .contains("1ページを読みました");
    }

    @Test
    void theFiguresOfAFacilityStandInItsDraftOnlyWithItsConsentAndInNobodyElses() throws Exception {
        assertThat(get(answerPath(1))).doesNotContain("記録 12 件");
        post("/survey/consent", "given=true");
        assertThat(get(answerPath(1))).contains("記録 12 件", "この施設の記録から下書きする");
        assertThat(get(answerPath(2))).doesNotContain("記録 12 件");
        String drafted = post(answerPath(1), "act=draft&q9=heavy").body();
        assertThat(drafted)
                .contains(
                        "記録から下書きしました",
                        "name=\"q8.full.count\" inputmode=\"numeric\" aria-label=\"いったん10割負担いただいた の件数\" value=\"3\"")
                .containsPattern("value=\"invalid\" checked")
                .containsPattern("value=\"heavy\" checked")
                .doesNotContainPattern("value=\"share\" checked");
        post("/survey/consent", "given=false");
        assertThat(get(answerPath(1))).doesNotContain("記録 12 件");
    }

    @Test
    void aScanIsCountedOnceAPersonDecidedWhatTheReaderWouldNot() throws Exception {
        byte[] form = surveys.forms(round(), 2, 2);
        HttpResponse<String> clean = app.send("/survey/rounds/" + number + "/scans", form);
        assertThat(clean.body()).contains("1ページを読みました。すぐ数えられるもの1");
        assertThat(surveys.tabulation(round()).counted().blanks()).hasSize(1);

        ByteArrayOutputStream ticked = new ByteArrayOutputStream();
        ImageIO.write(
                FilledForm.of(form)
                        .tick("q9.heavy")
                        .tick("q4.up")
                        .fill("q4.same")
                        .speck("q6.share")
                        .write("q8", "full", "12")
                        .turned(3)
                        .faxed(98, 0.004)
                        .image(),
                "png",
                ticked);
        assertThat(app.send("/survey/rounds/" + number + "/scans", ticked.toByteArray())
                        .body())
                .contains("確かめるもの1");
        assertThat(app.send("/survey/rounds/" + number + "/scans", ticked.toByteArray())
                        .statusCode())
                .isEqualTo(422);
        String page = get("/survey/rounds/" + number + "/doubts");
        assertThat(page).contains("問4 増えた", "問6 負担割合の齟齬", "手書きの文字", "data:image/png;base64,");
        Matcher names = Pattern.compile("id=\"(d[0-9]+)\"").matcher(page);
        StringBuilder both = new StringBuilder();
        StringBuilder right = new StringBuilder();
        while (names.find()) {
            String name = names.group(1);
            String around =
                    page.substring(names.start(), page.indexOf("</div>", page.indexOf("</label>", names.start())));
            String value =
                    around.contains("件数") || around.contains("-text") ? "12" : around.contains("増えた") ? "yes" : "no";
            right.append('&').append(name).append('=').append(value);
            both.append('&').append(name).append('=').append(value.equals("no") ? "yes" : value);
        }
        assertThat(post("/survey/rounds/" + number + "/doubts", both.substring(1))
                        .statusCode())
                .isEqualTo(422);
        assertThat(responses()).hasSize(1);
        assertThat(post("/survey/rounds/" + number + "/doubts", right.substring(1))
                        .statusCode())
                .isEqualTo(303);
        assertThat(responses()).hasSize(2).last().satisfies(one -> {
            assertThat(one.channel()).isEqualTo(Channel.PAPER);
            assertThat(one.answers().to("q9").options()).isEqualTo(Set.of("heavy"));
            assertThat(one.answers().to("q4").options()).isEqualTo(Set.of("up"));
            assertThat(one.answers().to("q6").options()).isEmpty();
            assertThat(one.answers().to("q8").numbers()).isEqualTo(Map.of("full", 12));
        });
    }

    @Test
    void aFormOfAnotherRoundAndABrokenFileAreToldAndKept() throws Exception {
        ByteArrayOutputStream other = new ByteArrayOutputStream();
        ImageIO.write(FilledForm.blank(1).image(), "png", other);
        assertThat(app.send("/survey/rounds/" + number + "/scans", other.toByteArray())
                        .body())
                .contains("読めないもの1", "この回の調査票ではありません");
        assertThat(app.send("/survey/rounds/" + number + "/scans", new byte[] {1, 2, 3})
                        .body())
                .contains("画像として読めません");
    }

    @Test
    void aFaultyAnswerFileIsRefusedWholeWithEveryFaultByLine() throws Exception {
        String csv = InventedAnswers.csv().lines().limit(4).reduce("", (all, line) -> all + line + "\r\n");
        String faulty = csv.replaceFirst("2025-08-23,0001,[^,]*", "23 Aug,0001,a999");
        HttpResponse<String> refused =
                app.send("/survey/rounds/" + number + "/answers", faulty.getBytes(StandardCharsets.UTF_8));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("line 2, received", "line 2, q1").doesNotContain("a999");
        assertThat(responses()).isEmpty();
        assertThat(app.send("/survey/rounds/" + number + "/answers", csv.getBytes(StandardCharsets.UTF_8))
                        .body())
                .contains("3件を取り込みました");
        assertThat(app.send("/survey/rounds/" + number + "/answers", csv.getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(422);
        assertThat(responses()).hasSize(3);
    }

    @Test
    void theReportOfTheInventedSeventhRoundShowsThePublishedFiguresAndSaysItIsInvented() throws Exception {
        String page = get("/survey/rounds/7/report");
        assertThat(page)
                .contains(
                        "有効回答数 1045 件（回答総数 1057 件から重複 12 件", "回収率 27.4％（送信数 3814）", "模擬：", "1,047件", "公表 21、行から計算 19");
        assertThat(page).containsPattern("第6弾</td>[^#]*696</td><td class=\"n\">17.5%");
        assertThat(get("/survey/rounds/7/report.csv"))
                .contains("715,70.2,1018", "第1弾の回答,2022-09-08～2022-09-16,471,12.2");
        assertThat(get("/survey")).contains("3845–3876", "公表なし");
        assertThat(get("/survey/rounds/7/cross?rows=q9&columns=q3")).contains("秘匿", ">229<");
        assertThat(get("/survey/rounds/7/open?question=q7&words=" + URLEncoder.encode("再起動", StandardCharsets.UTF_8)))
                .contains("置き方間違えると");
    }

    @Test
    void aQuestionnaireIsTakenInANewVersionAndRefusedWithAllItsFaults() throws Exception {
        String yaml = Resources.text("questionnaire-7.yaml")
                .replace("version: 7", "version: 8")
                .replace("ja: 歯科診療所", "ja: 歯科の診療所");
        assertThat(post("/survey/questionnaires", "content=" + URLEncoder.encode(yaml, StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(303);
        assertThat(get("/survey/questionnaires?version=8")).contains("歯科の診療所");
        String again = post(
                        "/survey/questionnaires",
                        "content=" + URLEncoder.encode(yaml.replace("lines: 3", "lines: 9"), StandardCharsets.UTF_8))
                .body();
        assertThat(again).contains("この版はもうあります", "FAX用紙1枚に収まりません");
        String broken = yaml.replace("kind: open", "kind: essay")
                .replace("code: a20", "code: A 20")
                .replace("question: q9", "question: q12");
        assertThat(QuestionnaireFile.read(broken).problems().stream().map(madoguchi.core.Problem::place))
                .contains("q7.kind", "q11.kind", "q1.options[0].code", "q10.after");
        assertThat(QuestionnaireFile.read("questions: [").problems()).hasSize(1);
    }

    @Test
    void whatWasWrittenIsNeverChanged() {
        JdbcTemplate jdbc = new JdbcTemplate(app.bean(DataSource.class));
        for (String table : List.of(
                "questionnaire",
                "round",
                "addressee",
                "draft",
                "response",
                "import_file",
                "scan",
                "doubt",
                "decision",
                "scan_response",
                "closing",
                "consent")) {
            assertThatThrownBy(() -> jdbc.execute("delete from survey." + table))
                    .hasMessageContaining("append-only");
        }
    }
}
