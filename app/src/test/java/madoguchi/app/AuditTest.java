package madoguchi.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import javax.sql.DataSource;
import madoguchi.core.Caller;
import madoguchi.core.Inquiry;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.core.Reply;
import madoguchi.hub.RegisterHub;
import madoguchi.town.Town;
import madoguchi.town.Townsperson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An auditor verifies the log of a running town on the screen and on the command line, before and after somebody tampered with it. */
class AuditTest {

    private static final DemoLogin OPERATOR = DemoLogin.ALL.get(2);
    private static final DemoLogin AUDITOR = DemoLogin.ALL.get(3);

    private static DemoTown town;
    private static Reply first;

    @BeforeAll
    static void open() throws IOException {
        town = DemoTown.open();
        first = asked();
        for (int i = 0; i < 9; i++) {
            asked();
        }
    }

    @AfterAll
    static void close() throws IOException {
        town.close();
    }

    private static Reply asked() {
        Townsperson person = Town.load().people().getFirst();
        return town.server
                .bean(RegisterHub.class)
                .inquire(Inquiry.byNumber(
                        person.id(),
                        person.birth(),
                        LocalDate.of(2026, 11, 21),
                        true,
                        new Caller(new MedicalInstitutionCode("1319999913"), "test", "clerk")));
    }

    @Test
    void theLogIsVerifiedOnTheScreenAndOnTheCommandLineAndTamperingShowsOnBoth() {
        try (Browser browser = new Browser(640, 900)) {
            browser.signIn(town, AUDITOR);
            Page page = browser.page;
            assertThat(browser.barriers()).isEmpty();
            page.locator("a[href='/hub/audit']").click();
            assertThat(page.locator("#runs")).hasCount(0);
            assertThat(browser.barriers()).isEmpty();
            page.locator("main form button").click();
            assertThat(page.locator("#state")).containsText("異常は見つかりませんでした");
            assertThat(page.locator("#runs tbody tr").first()).containsText("tanaka");
            assertThat(page.locator("#checkpoints")).containsText("から連鎖を始める");
            assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                    .isEqualTo(true);
            assertThat(browser.barriers()).isEmpty();
            browser.picture("audit");

            Spoken intact = audit("verify");
            assertThat(intact.code()).isZero();
            assertThat(intact.out())
                    .contains("● 異常は見つかりませんでした / nothing wrong was found")
                    .contains("per second");
            assertThat(intact.err()).contains("件 entries");
            Spoken proven = audit("proof", first.proof().orElseThrow());
            assertThat(proven.code()).isZero();
            assertThat(proven.out())
                    .contains("1319999913", "clerk", "2026-11-21", "有効 / active", "受付（当日の資格）")
                    .contains("● 台帳の記録と一致します / the log holds this very entry");

            long entry = first.verification().orElseThrow();
            JdbcClient dba = JdbcClient.create(town.server.bean(DataSource.class));
            dba.sql("drop trigger append_only on hub.verification").update();
            dba.sql("update hub.verification set operator = 'nobody' where id = ?")
                    .param(entry)
                    .update();

            Spoken tampered = audit("verify");
            assertThat(tampered.code()).isEqualTo(Madoguchi.ATTENTION);
            assertThat(tampered.out()).contains("✕ 記録 " + entry + " が書き換えられています。 / Entry " + entry + " was changed.");
            assertThat(audit("verify", "--from", Long.toString(entry + 1)).code())
                    .isZero();
            Spoken differs = audit("proof", first.proof().orElseThrow());
            assertThat(differs.code()).isEqualTo(Madoguchi.ATTENTION);
            assertThat(differs.out()).contains("台帳の同じ番号の記録と一致しません");
            page.locator("main form button").click();
            assertThat(page.locator("#state .fault")).containsText("記録 " + entry + " が書き換えられています");
            assertThat(page.locator("#runs tbody tr").first().locator("td").last())
                    .hasText("1");
            assertThat(browser.barriers()).isEmpty();
            browser.picture("audit-tampered");
        }
    }

    @Test
    void aReviewerNeedsNothingButThePublicKey() throws IOException {
        Path elsewhere = Files.createTempDirectory("reviewer");
        Path key = Files.copy(town.settings.data().resolve("signing.pub"), elsewhere.resolve("hub.pub"));
        String token = first.proof().orElseThrow();

        Spoken good = Spoken.by("audit", "proof", token, "--offline", "--public-key", key.toString());
        assertThat(good.code()).isZero();
        assertThat(good.out()).contains("○ 署名は正しい / the signature is right", "2026-11-21", "有効 / active");
        Spoken forged =
                Spoken.by("audit", "proof", "B" + token.substring(1), "--offline", "--public-key", key.toString());
        assertThat(forged.code()).isEqualTo(Madoguchi.ATTENTION);
        assertThat(forged.out()).contains("署名がこの資格確認システムのものではありません");
        Spoken without = Spoken.by("audit", "proof", token, "--offline", "--data", elsewhere.toString());
        assertThat(without.code()).isEqualTo(Madoguchi.FAILED);
        assertThat(without.err()).contains("ハブの公開鍵がありません", "--public-key");
    }

    @Test
    void theVerificationsAreNarrowedToAFacilityAndADay() {
        try (Browser browser = new Browser(1280, 900)) {
            browser.signIn(town, OPERATOR);
            Page page = browser.page;
            page.locator("#facility").fill("1319999913");
            page.locator("#asked").fill("R8.11.21");
            page.locator("#narrow button").click();
            assertThat(page.locator("#verifications tbody tr")).not().hasCount(0);
            page.locator("#facility").fill("1310000001");
            page.locator("#narrow button").click();
            assertThat(page.locator("#verifications")).hasCount(0);
            page.locator("#asked").fill("きのう");
            page.locator("#facility").fill("12");
            page.locator("#narrow button").click();
            assertThat(page.locator("#narrow .fault")).hasCount(2);
            assertThat(page.locator("#asked")).hasValue("きのう");
            assertThat(browser.barriers()).isEmpty();
        }
    }

    private static Spoken audit(String what, String... more) {
        String[] arguments = new String[more.length + 4];
        arguments[0] = "audit";
        arguments[1] = what;
        arguments[2] = "--data";
        arguments[3] = town.settings.data().toString();
        System.arraycopy(more, 0, arguments, 4, more.length);
        return Spoken.by(arguments);
    }
}
