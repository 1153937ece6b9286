package madoguchi.app;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.core.Parsed;
import madoguchi.core.Problem;
import madoguchi.hub.BulkSettings;
import madoguchi.jpki.TrustAnchors;
import madoguchi.policy.Facility;
import madoguchi.portal.RelyingParty;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** 起動の選択肢 – the options of {@code serve} and {@code demo}; each can also come from an environment variable {@code MADOGUCHI_…}. */
final class ServeOptions {

    private static final int HIGHEST_PORT = 65535;

    @Option(
            names = "--data",
            defaultValue = "${env:MADOGUCHI_DATA:-var}",
            description = "データを置くフォルダー / folder for everything that is kept (default: ${DEFAULT-VALUE})")
    Path data = Path.of("var");

    @Option(
            names = "--pki",
            description = "機械どうしの証明書のフォルダー / folder of the certificates between machines (default: <data>/pki)")
    @Nullable
    Path pki;

    @Option(
            names = "--checkpoints",
            description =
                    "署名した検査点を書き足すファイル。データベースとは別の場所がよい / file for the signed checkpoints, best kept apart from the database (default: <data>/audit/checkpoints.txt)")
    @Nullable
    Path checkpoints;

    @Option(
            names = "--database-url",
            description = "内蔵の代わりに使う PostgreSQL (JDBC) / a PostgreSQL to use instead of the embedded one")
    @Nullable
    String databaseUrl;

    @Option(
            names = "--listen",
            defaultValue = "${env:MADOGUCHI_LISTEN:-localhost}",
            description =
                    "職員の画面のアドレス。localhost 以外では TLS になる / address of the staff's screens; TLS beyond localhost (default: ${DEFAULT-VALUE})")
    String listen = "localhost";

    @Option(
            names = "--port",
            defaultValue = "${env:MADOGUCHI_PORT:-8080}",
            description = "職員の画面のポート / port of the staff's screens (default: ${DEFAULT-VALUE})")
    int port;

    @Option(
            names = "--portal-url",
            defaultValue = "${env:MADOGUCHI_PORTAL_URL:-}",
            description =
                    "患者から見たポータルのアドレス（https、または http://localhost）。パスキーはこの名前に結び付く。既定は職員の画面と同じ / address of the portal as patients' browsers see it; passkeys are bound to it (default: that of the staff's screens)")
    String portalUrl = "";

    @Option(
            names = "--machine-port",
            defaultValue = "${env:MADOGUCHI_MACHINE_PORT:-8443}",
            description = "ほかの施設の機械の入口（相互TLS） / port for other facilities' machines (default: ${DEFAULT-VALUE})")
    int machinePort;

    @Option(
            names = "--lane-port",
            defaultValue = "${env:MADOGUCHI_LANE_PORT:-0}",
            description =
                    "照会だけを受ける入口（相互TLS、多くの施設向け）。0 なら開かない / port that takes inquiries only, for many facilities at once; 0 opens none (default: ${DEFAULT-VALUE})")
    int lanePort;

    @Option(
            names = "--hub-url",
            defaultValue = "${env:MADOGUCHI_HUB_URL:-https://localhost:8443}",
            description = "照会先（role=clinic） / the hub to ask (default: ${DEFAULT-VALUE})")
    URI hubUrl = URI.create("https://localhost:8443");

    @Option(
            names = "--facility",
            defaultValue = "${env:MADOGUCHI_FACILITY:-1319999913}",
            description = "医療機関コード（10桁） / medical institution code (default: ${DEFAULT-VALUE}, a dummy)")
    String facility = "";

    @Option(
            names = "--facility-name",
            defaultValue = "${env:MADOGUCHI_FACILITY_NAME:-みなと架空診療所}",
            description = "医療機関名 / name on the screens (default: ${DEFAULT-VALUE})")
    String facilityName = "";

    @Option(
            names = "--facility-kind",
            defaultValue = "${env:MADOGUCHI_FACILITY_KIND:-ONLINE}",
            description =
                    "施設の種類 ${COMPLETION-CANDIDATES}（資格確認限定型、義務化対象外で未導入） / how this facility verifies (default: ${DEFAULT-VALUE})")
    Facility facilityKind = Facility.ONLINE;

    @Option(
            names = "--oqs",
            description =
                    "公式端末の役をするフォルダー（レセコンの試験台） / folders in which to play the official terminal, as a vendor's test bench")
    @Nullable
    Path oqs;

    @Option(
            names = "--official",
            description =
                    "公式端末のフォルダー（例 C:\\OQS）。ハブの代わりにここへ照会する / folders of the official terminal to ask instead of a hub")
    @Nullable
    Path official;

    @Option(
            names = "--take-face",
            description =
                    "公式端末の face/ を読むのはこの画面だけ（読んだ結果を片付ける） / this desk alone reads the official terminal's face/, and clears it")
    boolean takeFace;

    @Option(
            names = "--reader",
            description = {
                "カードの読取機（PC/SC の名前の一部）。/kiosk を開く。何台でも / reader for cards, part of its PC/SC name; opens /kiosk; once for each reader",
                "vpcd:ポート は、pcscd のいらない模擬の読取機 / vpcd:PORT is a simulated reader that needs no pcscd"
            })
    List<String> readers = List.of();

    @Option(
            names = "--phone-reader",
            description = "スマートフォンの汎用カードリーダー（PC/SC の名前の一部） / general-purpose reader for phones, part of its PC/SC name")
    @Nullable
    String phoneReader;

    @Option(
            names = "--card-trust",
            defaultValue = "${env:MADOGUCHI_CARD_TRUST:-}",
            description =
                    "実物のカードのルート証明書（*.pem）と responders.properties のフォルダー（ハブ）。模擬のカードとは併用できない / folder of the roots (*.pem) and responders of real cards, for a hub; not together with simulated cards")
    String cardTrust = "";

    @Option(
            names = "--rules-url",
            description = "規則を取り寄せる先（既定: --hub-url） / the hub that hands out rules (default: --hub-url)")
    @Nullable
    URI rulesUrl;

    @Option(
            names = "--rules-keys",
            description =
                    "規則の発行者の公開鍵のフォルダー / folder of the public keys of issuers of rules (default: <data>/rule-keys)")
    @Nullable
    Path rulesKeys;

    @Option(
            names = "--rules-every",
            defaultValue = "${env:MADOGUCHI_RULES_EVERY:-60}",
            description = "規則を取り寄せる間隔（秒） / seconds between two questions for rules (default: ${DEFAULT-VALUE})")
    int rulesEvery = 60;

    @Option(
            names = "--bulk-questions",
            defaultValue = "${env:MADOGUCHI_BULK_QUESTIONS:-100000}",
            description =
                    "一括照会1回の人数の上限（公式の上限は非公開） / most persons of one bulk inquiry; the official limit is not public (default: ${DEFAULT-VALUE})")
    int bulkQuestions = 100_000;

    @Option(
            names = "--bulk-jobs",
            defaultValue = "${env:MADOGUCHI_BULK_JOBS:-4}",
            description =
                    "1施設の終わっていない一括照会の上限 / most unfinished bulk inquiries of one facility (default: ${DEFAULT-VALUE})")
    int bulkJobs = 4;

    @Spec(Spec.Target.MIXEE)
    CommandSpec command = CommandSpec.create();

    /** The settings; throws {@link ParameterException} naming every option that is wrong. */
    Settings settings(Role role, boolean demo) {
        Parsed<MedicalInstitutionCode> code = MedicalInstitutionCode.parse("--facility", facility);
        List<Problem> problems = new ArrayList<>(code.problems());
        port("--port", port).ifPresent(problems::add);
        port("--machine-port", machinePort).ifPresent(problems::add);
        if (lanePort != 0) {
            port("--lane-port", lanePort).ifPresent(problems::add);
        }
        if (!portalUrl.isBlank() && !RelyingParty.serves(portalUrl)) {
            problems.add(Problem.at(
                    "--portal-url",
                    "https:// で始まるアドレスか http://localhost を書いてください。",
                    "Write an address that begins with https://, or http://localhost."));
        }
        https("--hub-url", hubUrl).ifPresent(problems::add);
        https("--rules-url", rulesFrom()).ifPresent(problems::add);
        if (rulesEvery < 1) {
            problems.add(Problem.at("--rules-every", "1秒以上です。", "At least 1 second."));
        }
        if (oqs != null && official != null) {
            problems.add(Problem.at(
                    "--oqs, --official",
                    "端末の役をするか、公式端末に照会するか、どちらか一つです。",
                    "Either play the terminal or ask the official one, not both."));
        }
        if (!cardTrust.isBlank()) {
            problems.addAll(trust(demo));
        }
        readers.stream().flatMap(name -> vpcd(name).stream()).forEach(problems::add);
        if (!problems.isEmpty()) {
            throw new ParameterException(
                    command.commandLine(),
                    String.join("\n", problems.stream().map(Problem::toString).toList()));
        }
        return new Settings(
                role,
                demo,
                data,
                pki == null ? data.resolve("pki") : pki,
                checkpoints == null ? Settings.checkpointsIn(data) : checkpoints,
                Optional.ofNullable(databaseUrl),
                new Settings.Staff(listen, port, patients()),
                machinePort,
                lanePort == 0 ? OptionalInt.empty() : OptionalInt.of(lanePort),
                hubUrl,
                code.orElseThrow(),
                facilityName,
                Optional.ofNullable(oqs),
                Optional.ofNullable(official),
                takeFace,
                new Settings.Rules(
                        rulesFrom(),
                        rulesKeys == null ? data.resolve("rule-keys") : rulesKeys,
                        Duration.ofSeconds(rulesEvery)),
                facilityKind,
                bulk(),
                Optional.of(readers)
                        .filter(names -> !names.isEmpty())
                        .map(names -> new Settings.Readers(names, Optional.ofNullable(phoneReader))),
                Optional.of(cardTrust).filter(folder -> !folder.isBlank()).map(Path::of));
    }

    /* Simulated cards of this data folder would still stand in its register as if somebody had been seen. */
    private List<Problem> trust(boolean demo) {
        List<Problem> problems = new ArrayList<>(TrustAnchors.read(Path.of(cardTrust)).problems().stream()
                .map(fault -> new Problem("--card-trust " + fault.place(), fault.reason()))
                .toList());
        if (demo || Files.exists(CardKeys.folder(data))) {
            problems.add(Problem.at(
                    "--card-trust",
                    "模擬のカードがあるところ（demo、または " + CardKeys.folder(data) + "）では、実物のカードを受け付けません。別の --data にしてください。",
                    "Where simulated cards are (the demo, or " + CardKeys.folder(data)
                            + ") real ones are not taken. Use another --data."));
        }
        return problems;
    }

    private BulkSettings bulk() {
        BulkSettings usual = BulkSettings.usual();
        return new BulkSettings(
                bulkQuestions,
                bulkJobs,
                usual.workers(),
                usual.group(),
                usual.busyAbove(),
                usual.yieldMax(),
                usual.retryAfter());
    }

    private Optional<URI> patients() {
        return Optional.of(portalUrl).filter(url -> !url.isBlank()).map(URI::create);
    }

    private URI rulesFrom() {
        return rulesUrl == null ? hubUrl : rulesUrl;
    }

    private static Optional<Problem> https(String option, URI address) {
        return address.getHost() != null && "https".equals(address.getScheme())
                ? Optional.empty()
                : Optional.of(Problem.at(
                        option, "https:// で始まるアドレスを書いてください。", "Write an address that begins with https://."));
    }

    private static Optional<Problem> vpcd(String reader) {
        return !reader.startsWith(PcscTransports.VPCD) || reader.matches(PcscTransports.VPCD + "[1-9][0-9]{3,4}")
                ? Optional.empty()
                : Optional.of(Problem.at(
                        "--reader",
                        "vpcd: のあとはポート番号です（例 vpcd:35963）。",
                        "After vpcd: comes a port, such as vpcd:35963."));
    }

    private static Optional<Problem> port(String option, int port) {
        return port > 0 && port <= HIGHEST_PORT
                ? Optional.empty()
                : Optional.of(Problem.at(option, "1から65535までの番号です。", "A port is a number from 1 to 65535."));
    }
}
