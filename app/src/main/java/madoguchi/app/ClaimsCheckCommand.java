package madoguchi.app;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import madoguchi.claims.Asking;
import madoguchi.claims.BeforeSubmission;
import madoguchi.claims.CheckedReceipt;
import madoguchi.claims.ClaimFileCheck;
import madoguchi.claims.ClaimFileCheck.Changed;
import madoguchi.claims.ClaimFileCheck.Rewriting;
import madoguchi.claims.ClaimFileCheck.Summary;
import madoguchi.claims.ClaimFinding;
import madoguchi.claims.ClaimVisits;
import madoguchi.claims.Correction;
import madoguchi.core.Caller;
import madoguchi.core.Hub;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.core.Parsed;
import madoguchi.core.Text;
import madoguchi.declaration.Declarations;
import madoguchi.desk.Desk;
import madoguchi.desk.VisitRecords;
import madoguchi.desk.VisitSubsidies;
import madoguchi.hub.HttpHub;
import madoguchi.json.CoreJson;
import madoguchi.policy.Facility;
import madoguchi.policy.Policy;
import madoguchi.policy.RuleBook;
import madoguchi.uke.Difference;
import madoguchi.web.Frames;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** 請求前に点検する – tells what would become of every receipt; with {@code --fix} writes the file with all that is certain mended, and lists every change. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "受付簿と資格確認に照らして、レセプトを一件ずつ点検する / check every receipt against the visit book and the hub",
            "直すのは --fix のときだけで、直したところはすべて示す / nothing is changed without --fix, and every change is listed"
        })
final class ClaimsCheckCommand implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long LONG = 4 << 20;

    @Parameters(paramLabel = "FILE", description = "電子レセプト（.UKE） / claim file")
    Path file = Path.of("");

    @Option(names = "--fix", description = "確実な訂正をして書く / write the file with what is certain mended")
    boolean fix;

    @Option(names = "--out", description = "訂正したファイル（省略: FILE に -訂正 を付ける） / where to (default: FILE with -訂正)")
    @Nullable
    Path out;

    @Option(names = "--json", description = "一行に一件の JSON / one JSON object a line")
    boolean json;

    @Option(
            names = "--ask",
            defaultValue = "NEEDED",
            description =
                    "照会する日 ${COMPLETION-CANDIDATES} / visit days to ask the hub about (default: ${DEFAULT-VALUE})")
    Asking ask = Asking.NEEDED;

    @Option(
            names = "--data",
            defaultValue = "${env:MADOGUCHI_DATA:-var}",
            description = "医療機関のデータのフォルダー / the clinic's data folder (default: ${DEFAULT-VALUE})")
    Path data = Path.of("var");

    @Option(
            names = "--database-url",
            description = "内蔵の代わりに使う PostgreSQL (JDBC) / a PostgreSQL instead of the embedded one")
    @Nullable
    String databaseUrl;

    @Option(
            names = "--hub-url",
            defaultValue = "${env:MADOGUCHI_HUB_URL:-https://localhost:8443}",
            description = "照会先 / hub (default: ${DEFAULT-VALUE})")
    URI hubUrl = URI.create("https://localhost:8443");

    @Option(
            names = "--pki",
            defaultValue = "${env:MADOGUCHI_PKI:-var/pki}",
            description = "証明書のフォルダー / folder of certificates (default: ${DEFAULT-VALUE})")
    Path pki = Path.of("var/pki");

    @Option(
            names = "--facility",
            defaultValue = "${env:MADOGUCHI_FACILITY:-1319999913}",
            description = "医療機関コード / facility (default: ${DEFAULT-VALUE})")
    String facility = "";

    @Override
    public Integer call() throws IOException, GeneralSecurityException {
        Clock clock = Clock.system(Server.TOKYO);
        Parsed<MedicalInstitutionCode> code = MedicalInstitutionCode.parse("--facility", facility);
        if (!code.problems().isEmpty()) {
            code.problems().forEach(System.err::println);
            return 2;
        }
        Hub hub = new HttpHub(Tls.client(new DevelopmentCa(pki, clock), facility), hubUrl, PATIENCE, clock);
        Caller caller = new Caller(code.orElseThrow(), "cli", System.getProperty("user.name", "cli"));
        try (LocalHub local = new LocalHub(data, databaseUrl)) {
            return checked(new BeforeSubmission(visits(local.database(), caller.facility(), clock), hub, caller, ask));
        }
    }

    static ClaimVisits visits(DataSource database, MedicalInstitutionCode facility, Clock clock) {
        Desk.migrate(database);
        Declarations.migrate(database);
        RuleBook book = RuleBook.bundled();
        Policy policy = new Policy(book);
        Declarations declarations = new Declarations(
                database,
                clock,
                new Frames("", List.of()),
                new DeclarationRules(() -> book),
                () -> "",
                visit -> Optional.empty(),
                filed -> {});
        return new DeskClaimVisits(
                new VisitRecords(database, () -> policy, Facility.ONLINE),
                new VisitSubsidies(database, () -> policy, Facility.ONLINE, facility),
                declarations::ofVisit);
    }

    private int checked(BeforeSubmission check) throws IOException {
        Map<Long, List<Correction>> certain = new HashMap<>();
        Summary summary;
        try (InputStream in = opened()) {
            summary = ClaimFileCheck.run(in, check, receipt -> told(receipt, certain), this::progress);
        }
        print(summary);
        if (fix) {
            write(certain);
        }
        return summary.isFine() ? 0 : Madoguchi.ATTENTION;
    }

    private InputStream opened() throws IOException {
        return new BufferedInputStream(Files.newInputStream(file));
    }

    private void told(CheckedReceipt receipt, Map<Long, List<Correction>> certain) {
        if (!receipt.corrections().isEmpty()) {
            certain.put(receipt.ordinal(), receipt.corrections());
        }
        if (json) {
            System.out.println(CoreJson.mapper().writeValueAsString(inJson(receipt)));
        } else {
            receipt.findings()
                    .forEach(finding -> System.out.printf(
                            "%s %d 件目 receipt %s  %s [%s %s]%n   → %s%s%n",
                            finding.trouble().isNote() ? "・" : "✕",
                            receipt.ordinal(),
                            receipt.chart(),
                            finding.reason(),
                            finding.rule(),
                            finding.trouble().label(),
                            finding.todo(),
                            finding.isCertain() ? "（確実 / certain）" : ""));
        }
    }

    private static Map<String, Object> inJson(CheckedReceipt receipt) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("receipt", receipt.ordinal());
        line.put("number", receipt.number());
        line.put("chart", receipt.chart());
        line.put("visits", receipt.visits());
        line.put(
                "findings",
                receipt.findings().stream().map(ClaimsCheckCommand::inJson).toList());
        return line;
    }

    private static Map<String, Object> inJson(ClaimFinding finding) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("rule", finding.rule());
        line.put("trouble", finding.trouble());
        line.put("settled", finding.settled().map(rule -> rule.id()).orElse(""));
        line.put("certain", finding.isCertain());
        line.put("reason", finding.reason());
        line.put("todo", finding.todo());
        return line;
    }

    private void print(Summary summary) {
        summary.fileFaults()
                .forEach(fault -> System.err.println(
                        "✕ " + fault.problem() + " [" + fault.check().id() + "]"));
        System.err.printf(
                "%,d 件: そのまま出せる %,d、確実に直せる %,d、人が見る %,d / receipts: fine, certain to mend, for a person%n",
                summary.receipts(), summary.fine(), summary.certain(), summary.work());
        summary.counts().forEach((trouble, count) -> System.err.printf("  %,d  %s%n", count, trouble.label()));
    }

    private void progress(long read) {
        if (read > LONG && !json) {
            System.err.printf(Locale.ROOT, "\r  %,d KB", read >> 10);
        }
    }

    private void write(Map<Long, List<Correction>> certain) throws IOException {
        Path target = out == null ? beside() : out;
        try (InputStream in = opened();
                OutputStream written = new BufferedOutputStream(
                        Files.newOutputStream(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))) {
            ClaimFileCheck.rewrite(
                    in, written, ordinal -> Rewriting.by(certain.getOrDefault(ordinal, List.of())), this::changed);
        }
        System.err.println("→ " + target);
    }

    private void changed(Changed changed) {
        for (Difference difference : changed.differences()) {
            System.err.println(
                    (changed.ordinal() == 0 ? "GO" : changed.ordinal() + " 件目 receipt") + ": " + words(difference));
        }
    }

    /* Which field, not what stands there: the screen shows that. */
    private static Text words(Difference difference) {
        return switch (difference) {
            case Difference.Changed one -> Text.same(one.after().id() + " " + one.fieldName());
            case Difference.Added(var line) -> new Text(line.id() + " を加えた", line.id() + " added");
            case Difference.Removed(var line) -> new Text(line.id() + " を除いた", line.id() + " removed");
            case Difference.Rewritten(var before, var after) -> new Text(after.id() + " の行末", after.id() + " line end");
        };
    }

    private Path beside() {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return file.resolveSibling(dot < 0 ? name + "-訂正" : name.substring(0, dot) + "-訂正" + name.substring(dot));
    }
}
