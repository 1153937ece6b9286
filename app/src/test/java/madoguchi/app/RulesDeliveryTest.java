package madoguchi.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import madoguchi.bundle.DeskRules;
import madoguchi.bundle.RuleHolder;
import madoguchi.core.Answer;
import madoguchi.policy.Policy;
import madoguchi.policy.Reception;
import madoguchi.policy.RuleBook;
import madoguchi.policy.RuleSource;
import madoguchi.policy.Shown;
import madoguchi.policy.Visit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * A notice comes: rule files are changed, checked, compared, signed and published on the command line, and a hub's own desk and a clinic elsewhere decide by them, without a release and without
 * a restart. One story, in the order of its steps.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RulesDeliveryTest {

    private static final DemoLogin RECEPTION = DemoLogin.ALL.get(0);
    private static final DemoLogin ADMIN = DemoLogin.ALL.get(1);
    private static final String IN_FORCE = "2026-11-22T00:00+09:00";

    @TempDir
    static Path folder;

    private static DemoTown town;
    private static Settings clinicSettings;
    private static Server clinic;

    @BeforeAll
    static void open() throws IOException {
        town = DemoTown.open();
        Path data = folder.resolve("clinic");
        clinicSettings = new Settings(
                Role.CLINIC,
                false,
                data,
                town.settings.pki(),
                Settings.checkpointsIn(data),
                Optional.empty(),
                new Settings.Staff("localhost", DemoTown.freePort()),
                DemoTown.freePort(),
                URI.create("https://localhost:" + town.settings.machinePort()),
                town.settings.facility(),
                "みなと架空診療所",
                Optional.empty(),
                Optional.empty(),
                false,
                new Settings.Rules(
                        URI.create("https://localhost:" + town.settings.machinePort()),
                        town.settings.rules().keys(),
                        Duration.ofDays(1)));
        clinic = Server.start(clinicSettings, town.clock);
    }

    @AfterAll
    static void close() throws IOException {
        clinic.close();
        town.close();
    }

    @Test
    @Order(1)
    void theRulesOfTheReleaseAreFoundGoodAndAFaultyFolderIsSaidToBeFaultyWithEverythingThatIsWrong()
            throws IOException {
        assertThat(Spoken.by("rules", "check").code()).isZero();
        Path faulty = written("faulty", "from: 2026-04-01", "from: 2026-04-03");
        Spoken check = Spoken.by("rules", "check", faulty.toString());

        assertThat(check.code()).isEqualTo(1);
        assertThat(check.out()).contains("抜け", "No row decides this (gap).", "誤り ");
    }

    @Test
    @Order(2)
    void theDifferenceIsToldInPlainWordsInBothLanguages() throws IOException {
        Path extended = written("extended", "2026-03-31", "2026-12-31", "2026-04-01", "2027-01-01");
        Spoken days = Spoken.by("rules", "diff", "--from", "2026-03-31", "--to", "2026-04-01");
        assertThat(days.out()).contains("■ 保険の資格", "2026-04-01 から\n  『受付できる』→『確認が要る』  (R-OLD-13 → R-OLD-16)", "出典: ");
        Spoken books = Spoken.by("rules", "diff", written("released").toString(), extended.toString(), "--lang", "en");

        assertThat(books.code()).isZero();
        assertThat(books.out())
                .contains("From 2026-04-01 to 2026-12-31\n  \"needs evidence\"→\"accepted\"  (R-OLD-16 → R-OLD-13)")
                .contains("shown is \"eligibility notice alone\"");
        assertThat(Spoken.by("rules", "diff").code()).isEqualTo(2);
    }

    @Test
    @Order(3)
    void aBundleIsSignedAndPublishedOnlyWhenItIsGoodAndTheKeyIsTrusted() throws IOException {
        String key = folder.resolve("ministry").toString();
        assertThat(Spoken.by("rules", "key", key).out()).contains("鍵の名 key");
        assertThat(sign(folder.resolve("faulty"), 1, "faulty.bundle").err()
                        + sign(folder.resolve("faulty"), 1, "faulty.bundle").out())
                .contains("署名していません / nothing was signed");
        Spoken signed = sign(folder.resolve("extended"), 1, "one.bundle");
        assertThat(signed.code()).as(signed.out() + signed.err()).isZero();

        Spoken stranger = publish("one.bundle");
        assertThat(stranger.code()).isEqualTo(3);
        assertThat(stranger.out()).contains("署名した鍵が、ここで信頼されている鍵ではありません。", "公布していません / nothing was published");
        Path keys = Files.createDirectories(town.settings.rules().keys());
        Files.copy(folder.resolve("ministry.pem"), keys.resolve("ministry.pem"));
        assertThat(publish("one.bundle").out()).contains("第 1 号を公布しました");
        assertThat(publish("one.bundle").out()).contains("今あるものより新しくありません");
    }

    @Test
    @Order(4)
    void theAdministratorSeesWhichRulesComeNextWithoutBarriersAndAReceptionistDoesNot() {
        try (Browser browser = new Browser(1280, 900)) {
            browser.signIn(town, ADMIN);
            Page page = browser.page;
            page.navigate(town.url("/accounts"));
            browser.go("/rules/bundles");
            page.locator("#fetch").click();
            assertThat(page.locator("#in-force")).containsText("今の規則はプログラムに付いてきたもの（第 0 号）です。");
            assertThat(page.locator("#next")).containsText("次は第 1 号です。2026-11-22 00:00:00 に切り替わります。");
            assertThat(page.locator("#received")).containsText("架空省");
            assertThat(browser.barriers()).isEmpty();
            browser.picture("rules-bundles");
            page.locator("button[name=to][value=en]").click();
            assertThat(page.locator("#next")).containsText("Next is no. 1. It decides from 2026-11-22 00:00:00 on.");
            assertThat(browser.barriers()).isEmpty();
            page.setViewportSize(640, 900);
            assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                    .isEqualTo(true);
        }
        try (Browser browser = new Browser(1280, 900)) {
            browser.signIn(town, RECEPTION);
            assertThat(browser.page.navigate(town.url("/rules/bundles")).status())
                    .isEqualTo(403);
        }
    }

    @Test
    @Order(5)
    void theClinicElsewhereFetchesThemOverMutualTlsAndBothDecideByThemFromTheirInstantOn() {
        clinic.bean(DeskRules.class).fetchNow();
        assertThat(clinic.bean(RuleHolder.class).next().orElseThrow().serial()).isEqualTo(1);
        assertThat(decides(clinic)).isEqualTo("R-OLD-16");
        town.clock.forward(Duration.ofDays(1));

        assertThat(decides(clinic)).isEqualTo("R-OLD-15.ask");
        assertThat(decides(town.server)).isEqualTo("R-OLD-15.ask");
    }

    @Test
    @Order(6)
    void aRestartKeepsThemAlsoWhileTheHubCannotBeReached() throws IOException {
        clinic.close();
        clinic = Server.start(
                new Settings(
                        clinicSettings.role(),
                        clinicSettings.demo(),
                        clinicSettings.data(),
                        clinicSettings.pki(),
                        clinicSettings.checkpoints(),
                        clinicSettings.databaseUrl(),
                        clinicSettings.staff(),
                        clinicSettings.machinePort(),
                        clinicSettings.hubUrl(),
                        clinicSettings.facility(),
                        clinicSettings.facilityName(),
                        clinicSettings.oqsFolder(),
                        clinicSettings.officialFolder(),
                        clinicSettings.clearsFace(),
                        new Settings.Rules(
                                URI.create("https://localhost:1"),
                                clinicSettings.rules().keys(),
                                Duration.ofDays(1))),
                town.clock);
        clinic.bean(DeskRules.class).fetchNow();

        assertThat(decides(clinic)).isEqualTo("R-OLD-15.ask");
    }

    @Test
    @Order(7)
    void rulesOfSomebodyTheDeskDoesNotTrustAreRefusedAndTheAdministratorSeesWhy() throws IOException {
        assertThat(Spoken.by("rules", "key", folder.resolve("stranger").toString())
                        .code())
                .isZero();
        Path hubTrusts = Files.createDirectories(folder.resolve("hub-trusts"));
        Files.copy(folder.resolve("stranger.pem"), hubTrusts.resolve("stranger.pem"));
        assertThat(sign(folder.resolve("released"), "stranger", 2, "two.bundle").code())
                .isZero();
        assertThat(Spoken.by(
                                "rules",
                                "publish",
                                folder.resolve("two.bundle").toString(),
                                "--data",
                                town.settings.data().toString(),
                                "--rules-keys",
                                hubTrusts.toString())
                        .code())
                .isZero();
        try (Browser browser = new Browser(1280, 900)) {
            browser.signIn(town, ADMIN);
            browser.page.navigate(town.url("/rules/bundles"));
            browser.page.locator("#fetch").click();
            assertThat(browser.page.locator("#in-force")).containsText("今の規則は第 1 号です。");
            assertThat(browser.page.locator("#received .fault").first()).containsText("✕ 署名した鍵が、ここで信頼されている鍵ではありません。");
            browser.page.locator("#received summary").first().click();
            assertThat(browser.barriers()).isEmpty();
            browser.picture("rules-bundles-refused");
        }
    }

    /** Which row a desk asks about an expired card on 22 November 2026, before any inquiry. */
    private static String decides(Server server) {
        Supplier<Policy> policy = server.bean(RuleHolder.class);
        return policy.get()
                .determine(new Reception(
                        LocalDate.parse("2026-11-22"),
                        Shown.EXPIRED_INSURANCE_CARD,
                        new Answer.NotAsked(),
                        Visit.FIRST))
                .rule()
                .id();
    }

    private static Spoken sign(Path rules, int serial, String out) {
        return sign(rules, "ministry", serial, out);
    }

    private static Spoken sign(Path rules, String key, int serial, String out) {
        return Spoken.by(
                "rules",
                "sign",
                rules.toString(),
                "--key",
                folder.resolve(key + ".key").toString(),
                "--serial",
                Integer.toString(serial),
                "--in-force-at",
                IN_FORCE,
                "--issuer",
                "架空省",
                "--note",
                "暫定的な取扱いの延長",
                "--note-en",
                "The interim measure goes on",
                "--out",
                folder.resolve(out).toString());
    }

    private static Spoken publish(String bundle) {
        return Spoken.by(
                "rules",
                "publish",
                folder.resolve(bundle).toString(),
                "--data",
                town.settings.data().toString());
    }

    /** The rules of the release in a folder, with replacements in those about old cards. */
    private static Path written(String name, String... fromTo) throws IOException {
        Path place = Files.createDirectories(folder.resolve(name));
        List<RuleSource> files = RuleBook.bundledFiles();
        for (RuleSource file : files) {
            String text = file.text();
            for (int i = 0; file.name().contains("insurance-o") && i < fromTo.length; i += 2) {
                text = text.replace(fromTo[i], fromTo[i + 1]);
            }
            Files.writeString(place.resolve(Path.of(file.name()).getFileName()), text);
        }
        Files.write(
                place.resolve("index.txt"),
                files.stream()
                        .map(file -> Path.of(file.name()).getFileName().toString())
                        .toList());
        return place;
    }
}
