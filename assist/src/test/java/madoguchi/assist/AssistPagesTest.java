package madoguchi.assist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import madoguchi.fixture.Database;
import madoguchi.policy.Policy;
import madoguchi.policy.RuleBook;
import madoguchi.web.Frames;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The page, the panel and the administrator's list, over real HTTP and a real database, without accounts. */
class AssistPagesTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Policy POLICY = new Policy(RuleBook.bundled());
    private static final DataSource DATABASE = Database.fresh("assist", QuestionStore::migrate);
    private static @Nullable ServletWebServerApplicationContext app;

    /** The smallest server around the assistant. */
    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Pages {

        @Bean
        DataSource database() {
            return DATABASE;
        }

        @Bean
        AssistPages assistPages() {
            return new AssistPages(
                    new Assistant(AssistPagesTest::policy, List.of()),
                    new QuestionStore(DATABASE),
                    new Frames("みなと架空診療所", List.of()),
                    Clock.fixed(Instant.parse("2026-11-20T00:12:00Z"), ZoneOffset.UTC));
        }
    }

    private static Policy policy() {
        return POLICY;
    }

    @BeforeAll
    static void start() {
        SpringApplication application = new SpringApplication(Pages.class);
        application.setDefaultProperties(Map.of("server.port", "0", "spring.main.banner-mode", "off"));
        app = (ServletWebServerApplicationContext) application.run();
    }

    @AfterAll
    static void stop() {
        if (app != null) {
            app.close();
        }
    }

    @Test
    void aQuestionIsAnsweredWithRulePeriodSourceNumberAndPrint() throws Exception {
        String page = post("/assist", "words=" + encoded("期限切れの保険証")).body();
        assertThat(page)
                .contains("暫定的な取扱いは2026年3月31日で終わりました", "R-OLD-16", "2026-04-01から", "出典", "準備セミナー")
                .contains("次にすること", "/leaflets/next-time", "✕ いまは時間外");
        assertThat(post("/assist", "day=R8.3.1&words=R-OLD-16").body()).contains("これから", "2026-03-01 の規則");
    }

    @Test
    void anUnknownCodeIsSaidToBeUnknown() throws Exception {
        assertThat(post("/assist/part", "words=005").body())
                .contains("公式には分かっていません", "R-FB-08", "メーカー別", "Hi-CARA")
                .doesNotContain("<html");
    }

    @Test
    void thePanelIsAFormOfItsOwn() throws Exception {
        assertThat(get("/assist/panel").body())
                .contains("assist-words", "assist-answers")
                .doesNotContain("<html");
    }

    @Test
    void anEmptyQuestionAndAnImpossibleDayAreSaidAtOnce() throws Exception {
        HttpResponse<String> page = post("/assist", "words=&day=2026-02-30");
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("尋ねたいことを書いてください", "その日は暦にありません", "2026-02-30");
    }

    @Test
    void whatFindsNoAnswerIsKeptForTheAdministratorWithoutNamesAndNumbers() throws Exception {
        assertThat(post("/assist", "words=" + encoded("田中さんの駐車場はどこ 12345678")).body())
                .contains("答えは見つかりませんでした");
        assertThat(post("/assist/not-helpful", "words=" + encoded("黒丸の山田さん")).body())
                .contains("管理者の一覧に残しました");
        String list = get("/assist/questions").body();
        assertThat(list).contains("駐車", "見つからない", "役に立たなかった", "2026-11-20").doesNotContain("田中", "山田", "12345678");
        JdbcClient jdbc = JdbcClient.create(DATABASE);
        assertThat(jdbc.sql("select string_agg(words, ' ') from assist.question")
                        .query(String.class)
                        .single())
                .contains("□")
                .doesNotContain("田中", "山田", "12345678");
        assertThatThrownBy(() -> jdbc.sql("delete from assist.question").update())
                .hasMessageContaining("append-only");
    }

    @Test
    void aQuestionThatWasSeenToMovesDownAndSaysByWhom() {
        DataSource own = Database.fresh("assist", QuestionStore::migrate);
        QuestionStore store = new QuestionStore(own);
        LocalDate day = LocalDate.of(2026, 11, 20);
        store.add(day, "駐車場", KeptQuestion.Why.NOTHING_FOUND);
        store.add(day, "売店", KeptQuestion.Why.NOTHING_FOUND);
        store.done(store.latest().getFirst().seq(), day, "tanaka");
        assertThat(store.latest()).extracting(KeptQuestion::words).containsExactly("駐車場", "売店");
        assertThat(store.latest().getLast().doneBy()).contains("tanaka");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(at(path)).build());
    }

    private static HttpResponse<String> post(String path, String form) throws Exception {
        return send(HttpRequest.newBuilder(at(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
    }

    private static URI at(String path) {
        int port = Objects.requireNonNull(Objects.requireNonNull(app).getWebServer())
                .getPort();
        return URI.create("http://localhost:" + port + path);
    }

    private static HttpResponse<String> send(HttpRequest request) throws Exception {
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }
}
