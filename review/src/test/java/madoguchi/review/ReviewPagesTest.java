package madoguchi.review;

import static madoguchi.review.Claims.finished;
import static madoguchi.review.Claims.in;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import javax.sql.DataSource;
import madoguchi.core.CoverageHistory;
import madoguchi.core.InsuredId;
import madoguchi.core.Timeline;
import madoguchi.fixture.Database;
import madoguchi.uke.FileKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** A month is settled from the page: over real HTTP and a real database. */
class ReviewPagesTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-10T00:00:00Z"), ZoneOffset.UTC);
    private static final HttpClient BROWSER = HttpClient.newHttpClient();
    private static final int RECEIPTS = 30;

    /** Registers that know nobody and, once closed, answer nobody until they are opened. */
    private static final class Registers implements CoverageHistory {
        private volatile CountDownLatch gate = new CountDownLatch(0);
        private volatile CountDownLatch asked = new CountDownLatch(1);

        @Override
        public List<Timeline> of(InsuredId insured, LocalDate birth) {
            asked.countDown();
            try {
                gate.await();
            } catch (InterruptedException ended) {
                throw new IllegalStateException(ended);
            }
            return List.of();
        }

        @Override
        public List<Timeline> named(String kana, LocalDate birth) {
            return List.of();
        }
    }

    @TempDir
    Path folder;

    private final Registers registers = new Registers();
    private final DataSource database = Database.fresh("review", Agency::migrate);
    private @Nullable ConfigurableApplicationContext app;

    private Agency agency() {
        return new Agency(database, folder.resolve("shelf"), registers, CLOCK);
    }

    private ConfigurableApplicationContext start() {
        return TinyAgency.start(agency(), folder.resolve("results"));
    }

    @BeforeEach
    void aFileCame() throws IOException {
        app = start();
        agency().take(in(Claims.invented(FileKind.MEDICAL, 5, RECEIPTS)), Optional.empty(), any -> {});
    }

    @AfterEach
    void stop() {
        registers.gate.countDown();
        running().close();
    }

    private ConfigurableApplicationContext running() {
        return Objects.requireNonNull(app);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        return BROWSER.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString())
                .join();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(
                URI.create("http://localhost:" + running().getEnvironment().getProperty("local.server.port") + path));
    }

    private String get(String path) {
        return send(request(path).GET()).body();
    }

    private HttpResponse<String> press(String month) {
        return send(request("/review/runs")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("month=" + month)));
    }

    /** Looks until the page says that nothing is under way. */
    private String watched() {
        HttpResponse<String> page = send(request("/review/settling").GET());
        while (page.headers().firstValue("Refresh").isPresent()) {
            page = send(request("/review/settling").GET());
        }
        return page.body();
    }

    private void isAsked() throws InterruptedException {
        registers.asked.await();
    }

    @Test
    void theButtonSettlesTheMonthAndSaysWhatCameOfIt() {
        assertThat(get("/review")).contains("2026-05 請求分を処理する", "○ 待っています").doesNotContain("id=\"nowaiting\"");
        HttpResponse<String> begun = press("2026-05");
        assertThat(begun.statusCode()).isEqualTo(303);
        assertThat(begun.headers().firstValue("Location")).contains("/review/settling");
        assertThat(watched()).contains("処理が済みました", "レセプト 30 件", "/review/runs/1");
        assertThat(get("/review")).contains("処理が済みました", "id=\"nowaiting\"").doesNotContain("<button aria-label");
        assertThat(folder.resolve("results/2026-05-1/manifest.csv")).exists();
        HttpResponse<String> again = press("2026-05");
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("処理を待つファイルはありません");
        assertThat(agency().runs(9)).hasSize(1);
    }

    @Test
    void whileItRunsItCannotBeBegunFromAnotherBrowserNorByACommand() throws Exception {
        registers.gate = new CountDownLatch(1);
        assertThat(press("2026-05").statusCode()).isEqualTo(303);
        isAsked();
        assertThat(get("/review/settling")).contains("2026-05 請求分を処理しています", "<progress", "30 件のうち 0 件");
        assertThat(get("/review")).contains("処理の様子を見る").doesNotContain("<button aria-label");
        HttpResponse<String> second = press("2026-05");
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.body()).contains("すでに処理中です");
        assertThat(agency().settle(Claims.MAY, folder.resolve("out"), any -> {}))
                .as("a command")
                .isEqualTo(new RunOutcome.UnderWay());
        registers.gate.countDown();
        assertThat(watched()).contains("処理が済みました");
        assertThat(agency().runs(9)).hasSize(1);
    }

    @Test
    void whileACommandRunsThePageTellsSoAndBeginsNothing() throws Exception {
        registers.gate = new CountDownLatch(1);
        FutureTask<RunOutcome> command =
                new FutureTask<>(() -> agency().settle(Claims.MAY, folder.resolve("out"), any -> {}));
        Thread.ofPlatform().start(command);
        isAsked();
        assertThat(get("/review")).contains("id=\"elsewhere\"").doesNotContain("<button aria-label");
        assertThat(send(request("/review/settling").GET()).headers().firstValue("Refresh"))
                .isPresent();
        assertThat(press("2026-05").statusCode()).isEqualTo(409);
        registers.gate.countDown();
        assertThat(finished(command.get()).receipts()).isEqualTo(RECEIPTS);
        assertThat(watched()).contains("id=\"idle\"");
    }

    @Test
    void whatWasBrokenOffGoesOnWhereItWasFromTheButton() throws Exception {
        assertThatThrownBy(() -> agency().settle(Claims.MAY, folder.resolve("elsewhere"), 10, done -> {
                    if (done > 20) {
                        throw new IllegalStateException("killed");
                    }
                }))
                .hasMessage("killed");
        running().close();
        app = start();
        assertThat(get("/review")).contains("続きから処理する", "目印まで 20 件が済み");
        assertThat(press("2026-05").statusCode()).isEqualTo(303);
        assertThat(watched())
                .contains(
                        "処理が済みました",
                        "レセプト 30 件",
                        folder.resolve("elsewhere/2026-05-1").toString());
        assertThat(agency().runs(9)).hasSize(1);
    }

    @Test
    void whatCannotBeSettledIsToldAndTheMonthStillWaits() throws IOException {
        try (var kept = Files.walk(folder.resolve("shelf"))) {
            for (Path file : kept.filter(Files::isRegularFile).toList()) {
                Files.write(file, new byte[] {'x'});
            }
        }
        press("2026-05");
        assertThat(watched()).contains("id=\"failed\"", "受け付けたときと違います");
        assertThat(get("/review")).contains("id=\"failed\"", "はじめから処理します", "2026-05 請求分を処理する");
        assertThat(press("2026-13").statusCode()).isEqualTo(409);
        assertThat(press("").statusCode()).isEqualTo(409);
    }
}
