package madoguchi.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import madoguchi.core.Answer;
import madoguchi.core.BulkChange;
import madoguchi.core.BulkCounts;
import madoguchi.core.BulkDifference;
import madoguchi.core.BulkHub;
import madoguchi.core.BulkQuestion;
import madoguchi.core.BulkRequest;
import madoguchi.core.BulkResult;
import madoguchi.core.Reply;
import madoguchi.core.Text;
import madoguchi.fixture.Database;
import madoguchi.fixture.MovableClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.datasource.DelegatingDataSource;

class BulkPagesTest {

    private static final MovableClock CLOCK = new MovableClock(Sample.MORNING);
    private static final ScriptedHub HUB = new ScriptedHub(inquiry -> Sample.active(Sample.HANAKO));
    private static final Twin BULK = new Twin();
    private static final DelegatingDataSource DATABASE =
            new DelegatingDataSource(Database.fresh("desk", Desk::migrate));
    private static final ConfigurableApplicationContext APP = TinyApp.start(DATABASE, HUB, BULK, CLOCK, 0);
    private static final String HANAKO_LINE = "P1,138016,12-34,567890,02,S62.4.12,見本　花子";

    private final PageClient pages = new PageClient(APP);

    /** A hub whose answers the test gives; done when it says so. */
    private static final class Twin implements BulkHub {
        private final Map<String, BulkRequest> requests = new ConcurrentHashMap<>();
        private volatile boolean done = true;
        private volatile boolean reachable = true;

        @Override
        public Submission submit(BulkRequest request) {
            if (!reachable) {
                return new Submission.NoAnswer(silent());
            }
            requests.put("R" + request.id(), request);
            return new Submission.Accepted("R" + request.id(), Sample.MORNING);
        }

        private static Answer.Unreachable silent() {
            return new Answer.Unreachable(
                    Answer.Cause.NETWORK, Optional.empty(), new Text("つながりません。", "Not connected."));
        }

        @Override
        public Progress look(String reception) {
            BulkRequest request = requests.get(reception);
            if (request == null) {
                return new Progress.Unknown();
            }
            int total = request.questions().size();
            if (!done) {
                return new Progress.Processing(Optional.of(new BulkCounts(total, 1, 1, 0)));
            }
            List<BulkResult> results = new ArrayList<>();
            request.questions().forEach(question -> results.add(result(question, results.size())));
            return new Progress.Finished(new BulkCounts(total, total, total, 0), results);
        }

        /** By number: the first valid and unchanged, the second lost, the third valid and changed, the fourth nobody. */
        private static BulkResult result(BulkQuestion question, int before) {
            String number = question.insured().number();
            Answer answer = number.equals("2")
                    ? new Answer.Inactive(Optional.empty())
                    : number.equals("4") ? new Answer.NotFound() : new Answer.Active(List.of(Sample.HANAKO));
            return new BulkResult(
                    before + 1,
                    question.identifier(),
                    Optional.of(question),
                    Reply.of(answer, Sample.MORNING),
                    List.of(),
                    number.equals("3") ? BulkChange.CHANGED : BulkChange.SAME,
                    true,
                    number.equals("3")
                            ? Optional.of(List.of(BulkDifference.SHARE, BulkDifference.PERSON))
                            : Optional.empty());
        }

        @Override
        public boolean cancel(String reception) {
            return true;
        }
    }

    @BeforeEach
    void begin() {
        DATABASE.setTargetDataSource(Database.fresh("desk", Desk::migrate));
        CLOCK.set(Sample.MORNING);
        BULK.done = true;
        BULK.reachable = true;
        HUB.forget();
        HUB.answers(inquiry -> Sample.active(Sample.HANAKO));
    }

    @AfterAll
    static void stop() {
        APP.close();
    }

    @Test
    void theEmptySheetProposesTomorrowAndSaysHowToBegin() {
        String page = pages.get("/bulk").body();

        assertThat(page)
                .contains("value=\"令和8年5月26日\"")
                .contains("value=\"令和8年4月28日\"")
                .contains("id=\"empty\"");
        assertThat(page).doesNotContain("id=\"start\"");
    }

    @Test
    void everyFaultStandsUnderItsLineAndTheGoodOnesCanBeAskedAbout() {
        String page = preview(HANAKO_LINE + "\n\nP2\t138017\t\t\t123\tS99.1.1\n");

        assertThat(page)
                .contains("昭和62年4月12日（39歳）")
                .contains("読めない行が 1 行あります")
                .contains("保険者番号: 保険者番号の検証番号")
                .contains("番号: 番号を入力してください。")
                .contains("枝番: 枝番は2桁の数字です。")
                .contains("生年月日: ")
                .contains("読めた 1 人を照会する")
                .contains("P2\t138017");
    }

    @Test
    void aFirstLineWithColumnNamesIsFollowed() {
        String page = preview("氏名,生年月日,番号,記号,保険者番号,備考,患者ID\n見本　花子,19870412,567890,12-34,138016,x,P9\n");

        assertThat(page).contains("P9 見本　花子").contains("138016").contains("12-34・567890");
        assertThat(page).doesNotContain("class=\"wrong\"");
    }

    @Test
    void changedComesFirstThenNotActiveThenTheRestEachWithWhatToDo() {
        String page = finished(line("P1", "1") + line("P2", "2") + line("P3", "3") + line("P4", "4"));

        assertThat(order(page)).containsExactly("P3", "P2", "P4", "P1");
        assertThat(page)
                .contains("カルテの番号・負担割合・住所を直します。")
                .contains("電話で今の保険を尋ね")
                .contains("該当がありません。")
                .contains("変更あり（負担割合、氏名・住所など）")
                .contains("そのままで結構です。")
                .doesNotContain("無保険");
    }

    @Test
    void theResultsAreSavedForASpreadsheet() {
        String path = started(line("=P1", "1") + line("P2", "2"));
        PageClient.eventually(() -> pages.get(path).body().contains("data-state=\"FINISHED\""));
        HttpResponse<String> csv = pages.get(path + "/results.csv");

        assertThat(csv.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(csv.body())
                .startsWith("\uFEFF患者番号,氏名,結果,")
                .contains("\r\n'=P1,ミホン ハナコ,有効,変更なし,138016,")
                .contains("\r\nP2,,無効");
    }

    @Test
    void theProgressIsShownAndTheListCanBeCalledOff() {
        BULK.done = false;
        String path = started(line("P1", "1") + line("P2", "2"));
        PageClient.eventually(() -> pages.get(path + "/part").body().contains("1 / 2"));
        assertThat(pages.get(path).body()).contains("<progress id=\"bar\" max=\"2\" value=\"1\"");
        assertThat(pages.get(path + "/results.csv").statusCode()).isEqualTo(404);

        pages.post(path + "/cancel", Map.of());
        assertThat(pages.get(path).body()).contains("取り消しました");
        assertThat(pages.get("/bulk").body()).contains(path).contains("取消");
    }

    @Test
    void silenceIsNamedAndTheListIsSentWhenSomebodyAnswers() {
        BULK.reachable = false;
        String path = started(line("P1", "1"));
        PageClient.eventually(() -> pages.get(path + "/part").body().contains("つながりません。"));
        assertThat(pages.get(path).body()).contains("自動でもう一度試します");

        BULK.reachable = true;
        PageClient.eventually(() -> pages.get(path).body().contains("data-state=\"FINISHED\""));
    }

    @Test
    void thoseReceivedOnADayArePutIn() {
        pages.post(
                "/inquiry",
                Map.of(
                        "insurer",
                        "138016",
                        "symbol",
                        "12-34",
                        "number",
                        "567890",
                        "branch",
                        "02",
                        "birth",
                        "S62.4.12",
                        "once",
                        "a",
                        "shown",
                        "CERTIFICATE",
                        "visit",
                        "RETURNING"));
        PageClient.eventually(() -> pages.get("/part/list").body().contains("有効"));
        CLOCK.set(Sample.MORNING.plusSeconds(86_400));
        String page = pages.post("/bulk/visited", Map.of("day", "令和8年5月27日", "text", "P0,x", "visited", "R8.5.25"))
                .body();

        assertThat(page).contains("1人を入れました").contains("P0,x").contains(",138016,12-34,567890,02,1987-04-12,見本　花子");
        assertThat(pages.post("/bulk/visited", Map.of("day", "", "text", "", "visited", "R8.5.24"))
                        .body())
                .contains("番号の分かる人はいません");
    }

    @Test
    void theSameSheetSentTwiceIsOneListAndABadDayStartsNothing() {
        Map<String, String> form = Map.of(
                "day",
                "R8.5.26",
                "text",
                HANAKO_LINE,
                "once",
                once(pages.get("/bulk").body()));
        String first =
                pages.post("/bulk/start", form).headers().firstValue("Location").orElseThrow();

        assertThat(pages.post("/bulk/start", form).headers().firstValue("Location"))
                .contains(first);
        assertThat(pages.get("/bulk").body().split("href=\"/bulk/", -1)).hasSize(2);
        Map<String, String> yesterday =
                Map.of("day", "R8.5.24", "text", HANAKO_LINE, "once", "00000000-0000-0000-0000-000000000000");
        HttpResponse<String> refused = pages.post("/bulk/start", yesterday);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("資格確認日は今日から").contains("567890");
    }

    @Test
    void anUnknownListIsNotFound() {
        assertThat(pages.get("/bulk/00000000-0000-0000-0000-000000000000").statusCode())
                .isEqualTo(404);
    }

    private String preview(String text) {
        String boundary = "b-o-u-n-d";
        String body = part(boundary, "day", "R8.5.26") + part(boundary, "text", text) + "--" + boundary + "--\r\n";
        return pages.send(pages.request("/bulk/preview")
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(HttpRequest.BodyPublishers.ofString(body)))
                .body();
    }

    private static String part(String boundary, String name, String value) {
        return "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name
                + "\"\r\nContent-Type: text/plain;charset=UTF-8\r\n\r\n" + value + "\r\n";
    }

    private String finished(String text) {
        String path = started(text);
        PageClient.eventually(() -> pages.get(path).body().contains("data-state=\"FINISHED\""));
        return pages.get(path).body();
    }

    private String started(String text) {
        String once = once(pages.get("/bulk").body());
        return pages.post("/bulk/start", Map.of("day", "R8.5.26", "text", text, "once", once))
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }

    private static String once(String page) {
        return page.replaceAll("(?s).*name=\"once\" value=\"([^\"]+)\".*", "$1");
    }

    private static String line(String own, String number) {
        return own + ",138016,12-34," + number + ",02,S62.4.12,\n";
    }

    private static List<String> order(String page) {
        return java.util.regex.Pattern.compile("data-own=\"([^\"]*)\"")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
