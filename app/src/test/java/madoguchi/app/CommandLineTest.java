package madoguchi.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import madoguchi.account.Totp;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the commands say and with which code they end: 0 done, 1 needs attention, 2 not understood, 3 could not be done. Every message in both languages, never a stack trace. */
class CommandLineTest {

    @TempDir
    static Path folder;

    private static Path data;
    private static EmbeddedDatabase database;

    /** One database for all commands of this class: each joins it. */
    @BeforeAll
    static void open() throws IOException {
        data = folder.resolve("data");
        database = EmbeddedDatabase.open(data);
    }

    @AfterAll
    static void close() throws IOException {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"help", "--help"})
    void helpNamesEveryCommandAndEveryExitCode(String asked) {
        Spoken help = Spoken.by(asked);
        assertThat(help.code()).isZero();
        assertThat(help.out())
                .contains(
                        "demo",
                        "serve",
                        "inquire",
                        "determine",
                        "import",
                        "audit",
                        "account",
                        "card",
                        "phone-reader",
                        "code",
                        "rules",
                        "doctor")
                .contains("0 完了 done", "1 要確認 needs attention", "2 使い方の誤り usage", "3 実行できない failed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo",
                "serve",
                "inquire",
                "import",
                "determine",
                "audit",
                "account",
                "card",
                "card issue",
                "card list",
                "phone-reader",
                "code",
                "doctor",
                "rules",
                "rules check",
                "rules diff",
                "rules key",
                "rules sign",
                "rules publish"
            })
    void everyCommandExplainsItselfInBothLanguages(String command) {
        Spoken help = Spoken.by((command + " --help").split(" "));
        assertThat(help.code()).isZero();
        assertThat(help.out()).contains("madoguchi " + command).containsPattern("[ぁ-ん].* / [a-z]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--nope",
                "nope",
                "serve --nope",
                "serve --role nobody",
                "serve --port abc",
                "import",
                "account x",
                "inquire --birth 1"
            })
    void aCommandLineThatIsNotUnderstoodEndsWith2AndSaysWhy(String typed) {
        Spoken spoken = Spoken.by(typed.split(" "));
        assertThat(spoken.code()).isEqualTo(2);
        assertThat(spoken.err()).contains("コマンドの書き方が違います / the command line was not understood: ", "--help");
        assertNoStackTrace(spoken);
    }

    @Test
    void everyWrongOptionOfServeIsNamedAtOnce() {
        Spoken spoken = Spoken.by(
                "serve",
                "--data",
                data.toString(),
                "--facility",
                "123",
                "--port",
                "0",
                "--machine-port",
                "70000",
                "--hub-url",
                "http://localhost");
        assertThat(spoken.code()).isEqualTo(2);
        assertThat(spoken.err())
                .contains("--facility: 医療機関コードは10桁", "A medical institution code has 10 digits")
                .contains("--port: 1から65535", "--machine-port: 1から65535", "--hub-url: https://");
        assertNoStackTrace(spoken);
    }

    @Test
    void anInquiryThatIsNotUnderstoodNamesEveryFaultAtOnceAndRepeatsNone() {
        Spoken spoken = Spoken.by(
                "inquire",
                "--insurer",
                "139999",
                "--number",
                "123456789012345678901",
                "--branch",
                "x9",
                "--birth",
                "S99.13.41",
                "--day",
                "yesterday",
                "--known-at",
                "noon",
                "--facility",
                "77");
        assertThat(spoken.code()).isEqualTo(2);
        assertThat(spoken.err())
                .contains("insurer: ", "number: ", "branch: ", "birth: ", "day: ", "known-at: ", "facility: ");
        assertThat(spoken.err().lines())
                .hasSize(7)
                .allSatisfy(line -> assertThat(line).contains(" / "));
        assertThat(spoken.err()).doesNotContain("139999", "12345678901234", "x9", "S99");
    }

    @Test
    void anInquiryThatNobodyAnswersNeedsAttentionAndSaysNothingAboutThePerson() throws IOException {
        Spoken spoken = Spoken.by(
                "inquire",
                "--insurer",
                "139998",
                "--number",
                "1",
                "--birth",
                "S62.4.12",
                "--pki",
                folder.resolve("pki").toString(),
                "--hub-url",
                "https://localhost:" + DemoTown.freePort());
        assertThat(spoken.code()).isEqualTo(1);
        assertThat(spoken.out())
                .contains("✕ 回答なし / no answer (NETWORK)", "接続できません", "cannot be reached")
                .doesNotContain("該当資格なし", "無効");
        assertNoStackTrace(spoken);
    }

    @Test
    void aGoodFileIsStoredAndTheSameFileAgainChangesNothing() throws IOException {
        Path file = new InventedFile(1, 5).write(folder);
        Spoken first = Spoken.by("import", "--data", data.toString(), file.toString());
        assertThat(first.code()).isZero();
        assertThat(first.out()).contains("invented-1.csv: 5 行のうち 登録 5、変更なし 0、誤り 0", "stored, unchanged, faulty");
        Spoken again = Spoken.by("import", "--data", data.toString(), file.toString());
        assertThat(again.code()).isZero();
        assertThat(again.out()).contains("登録 0、変更なし 5、誤り 0");
    }

    @Test
    void faultyLinesNeedAttentionAreNamedWithLineAndColumnAndTheOthersAreStored() throws IOException {
        Path good = new InventedFile(2, 3).write(folder);
        Path file = Files.writeString(
                folder.resolve("faulty.csv"),
                Files.readString(good).replaceFirst("19900101,20200401", "19901399,") + "1,2,3\n");
        Spoken spoken = Spoken.by("import", "--data", data.toString(), file.toString());
        assertThat(spoken.code()).isEqualTo(1);
        assertThat(spoken.out())
                .contains("4 行のうち 登録 2、変更なし 0、誤り 2")
                .contains("2 行目 line 2  生年月日: ", "2 行目 line 2  資格取得年月日: ", "5 行目 line 5  行全体: ")
                .doesNotContain("19901399");
    }

    @Test
    void aFileThatIsNotARegistrationFileIsRefusedAsAWhole() throws IOException {
        Path file = Files.writeString(folder.resolve("other.csv"), "異動区分,a,b\n1,2,3\n");
        Spoken spoken = Spoken.by("import", "--data", data.toString(), file.toString());
        assertThat(spoken.code()).isEqualTo(3);
        assertThat(spoken.out())
                .contains(
                        "Column 2 of the header is unknown",
                        "Column 3 of the header is unknown",
                        "何も登録していません / nothing of this file was stored");
        assertNoStackTrace(spoken);
    }

    @Test
    void aMissingFileIsRefusedWithAPlainSentenceAndTheOtherFilesAreStillTaken() throws IOException {
        Path good = new InventedFile(3, 2).write(folder);
        Spoken spoken = Spoken.by(
                "import",
                "--data",
                data.toString(),
                folder.resolve("missing.csv").toString(),
                good.toString());
        assertThat(spoken.code()).isEqualTo(3);
        assertThat(spoken.out()).contains("missing.csv", "ファイルを読めません", "cannot be read", "登録 2");
        assertNoStackTrace(spoken);
    }

    @Test
    void anAccountIsMadeOnceAndADuplicateIsRefused() {
        String[] make = {"account", "hanada", "花田", "--role", "reception", "--data", data.toString()};
        Spoken made = Spoken.by(make);
        assertThat(made.code()).isZero();
        assertThat(made.out()).contains("hanada", "パスワード password", "確認コードの鍵 key", "この表示は一度だけです / shown only once");
        Spoken again = Spoken.by(make);
        assertThat(again.code()).isEqualTo(2);
        assertThat(again.err()).contains("このログイン名は使われています。 / This login name is taken.");
        assertThat(again.out()).doesNotContain("password");
    }

    @Test
    void theCodeOfADemoLogInIsSixDigitsAndOthersHaveNone() {
        Spoken code = Spoken.by("code", "yamamoto");
        assertThat(code.code()).isZero();
        assertThat(code.out().strip())
                .matches("\\d{6}")
                .isEqualTo(Totp.codeAt(
                        DemoLogin.ALL.getFirst().secret(), Clock.systemUTC().instant()));
        Spoken nobody = Spoken.by("code", "nobody");
        assertThat(nobody.code()).isEqualTo(1);
        assertThat(nobody.err()).contains("その名前はありません / no demo log-in of that name");
    }

    @Test
    void theDoctorFindsNothingWrongWithAHealthyFolder() throws Exception {
        Path pki = folder.resolve("healthy");
        DevelopmentCa ca = new DevelopmentCa(pki, Clock.systemUTC());
        ca.server();
        ca.client("1319999913");
        Spoken spoken = Spoken.by("doctor", "--data", data.toString(), "--pki", pki.toString());
        assertThat(spoken.out())
                .contains("○ JDK", "fsync on", "○ 時計", "server.p12", "client-1319999913.p12")
                .doesNotContain("✕");
        assertThat(spoken.code()).isZero();
    }

    @Test
    void rootsOfTheSimulationAreNoRootsOfRealCardsAndNeitherIsTakenBesideTheOther() throws Exception {
        Path trust = Files.createDirectory(folder.resolve("trust"));
        Path simulated = Files.createDirectories(folder.resolve("with-cards"));
        byte[] root = CardKeys.authority(simulated, 8443).roots().getLast().getEncoded();
        Files.writeString(
                trust.resolve("root.pem"),
                "-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder().encodeToString(root)
                        + "\n-----END CERTIFICATE-----\n");
        Spoken doctor = Spoken.by("doctor", "--data", data.toString(), "--card-trust", trust.toString());
        assertThat(doctor.out()).contains("✕ 実物のカードのルート証明書", "root.pem", "模擬の認証局", "responders.properties");
        assertThat(doctor.code()).isEqualTo(1);
        Spoken serve =
                Spoken.by("serve", "--role", "hub", "--data", simulated.toString(), "--card-trust", trust.toString());
        assertThat(serve.code()).isEqualTo(2);
        assertThat(serve.err()).contains("root.pem", "responders.properties", "別の --data");
        assertThat(Spoken.by("demo", "--data", data.toString(), "--card-trust", trust.toString())
                        .code())
                .isEqualTo(2);
        assertNoStackTrace(serve);
    }

    @Test
    void theDoctorSaysWhatToDoAboutAFolderThatCannotBeWritten() throws IOException {
        Path file = Files.writeString(folder.resolve("a-file"), "");
        Spoken spoken = Spoken.by("doctor", "--data", file.resolve("data").toString());
        assertThat(spoken.code()).isEqualTo(1);
        assertThat(spoken.out())
                .contains("✕ データのフォルダー / data folder", "→ 書き込めるフォルダーを --data で指定してください。 / Name a writable folder");
        assertNoStackTrace(spoken);
    }

    @Test
    void theDoctorWarnsThirtyDaysBeforeACertificateEnds() throws Exception {
        Clock today = Clock.systemUTC();
        Path pki = folder.resolve("ageing");
        new DevelopmentCa(pki, today).server();
        assertThat(new Checks(data, pki, Clock.offset(today, Duration.ofDays(825 - 31))).certificates())
                .allMatch(Checks.Check::good);
        assertThat(new Checks(data, pki, Clock.offset(today, Duration.ofDays(825 - 29))).certificates())
                .filteredOn(check -> !check.good())
                .singleElement()
                .satisfies(check -> {
                    assertThat(check.found()).startsWith("server.p12");
                    assertThat(check.advice().orElseThrow().ja()).contains("期限が近い証明書です");
                });
    }

    @Test
    void theDoctorWarnsOfAClockThatIsWrong() {
        assertThat(new Checks(data, folder.resolve("none"), Clock.offset(Clock.systemUTC(), Duration.ofSeconds(-20)))
                        .all(null))
                .filteredOn(check -> !check.good())
                .singleElement()
                .satisfies(
                        check -> assertThat(check.advice().orElseThrow().en()).contains("NTP"));
    }

    @Test
    void theFilesWrittenForIssuedAndRenewedCardsAreTakenByTheHub() throws IOException {
        assertThat(Spoken.by("card", "issue", "mihon-jirou", "--data", data.toString())
                        .code())
                .isZero();
        assertThat(Spoken.by("card", "renew", "mihon-jirou-plastic", "--data", data.toString())
                        .code())
                .isZero();
        try (Stream<Path> files = Files.list(data.resolve("cards"))) {
            List<String> written = files.map(Path::toString)
                    .filter(file -> file.endsWith(".csv"))
                    .sorted()
                    .toList();
            assertThat(written).hasSizeGreaterThanOrEqualTo(2);
            for (String file : written) {
                assertThat(Spoken.by("import", "--data", data.toString(), file).out())
                        .contains("登録 1", "誤り 0");
            }
        }
    }

    @Test
    void aPortThatIsInUseIsSaidInAPlainSentence() throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            Spoken spoken = Spoken.by(
                    "serve",
                    "--role",
                    "hub",
                    "--data",
                    data.toString(),
                    "--port",
                    Integer.toString(taken.getLocalPort()),
                    "--machine-port",
                    Integer.toString(DemoTown.freePort()));
            assertThat(spoken.code()).isEqualTo(3);
            assertThat(spoken.err()).contains("ポート", "port " + taken.getLocalPort(), "--port");
            assertNoStackTrace(spoken);
        }
    }

    private static void assertNoStackTrace(Spoken spoken) {
        assertThat(spoken.err() + spoken.out()).doesNotContain("\tat ", "Exception");
    }
}
