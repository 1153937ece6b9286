package madoguchi.app;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import madoguchi.core.Answer;
import madoguchi.core.BulkChange;
import madoguchi.core.BulkCounts;
import madoguchi.core.BulkHub;
import madoguchi.core.BulkHub.Progress;
import madoguchi.core.BulkHub.Submission;
import madoguchi.core.BulkRequest;
import madoguchi.core.Caller;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.core.Parsed;
import madoguchi.core.Problem;
import madoguchi.core.Text;
import madoguchi.core.Wareki;
import madoguchi.desk.BulkEntry;
import madoguchi.desk.BulkFile;
import madoguchi.desk.BulkLineRead;
import madoguchi.hub.HttpBulkHub;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** まとめて照会する – asks a running hub about a list of patients, shows how far it is, and writes a result file. Stopped and called again with the same file on the same day, it goes on. */
@Command(
        name = "bulk",
        mixinStandardHelpOptions = true,
        description = {
            "名簿（CSV）の人をまとめて照会し、結果をファイルに書く / ask about a list of patients and write a result file",
            "列: 患者番号,保険者番号,記号,番号,枝番,生年月日,氏名。1行目に列の名前があればその順 / columns as named in a first line, else in this order"
        })
final class BulkCommand implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int SILENCES_MAX = 30;

    @Parameters(paramLabel = "FILE", description = "名簿 CSV (UTF-8, Shift_JIS) / the list")
    Path file = Path.of("");

    @Option(names = "--day", description = "資格確認日（省略: あす） / day asked about (default: tomorrow)")
    @Nullable
    String day;

    @Option(names = "--out", description = "結果のファイル（省略: FILE の名前に -結果 を付ける） / result file (default: FILE with -結果)")
    @Nullable
    Path out;

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
    public Integer call() throws Exception {
        Clock clock = Clock.system(Server.TOKYO);
        LocalDate today = LocalDate.now(clock);
        byte[] bytes = Files.readAllBytes(file);
        Parsed<LocalDate> asked = day == null ? Parsed.of(today.plusDays(1)) : Wareki.parse("--day", day);
        Parsed<MedicalInstitutionCode> code = MedicalInstitutionCode.parse("--facility", facility);
        List<Problem> problems = Parsed.problems(asked, code);
        if (!problems.isEmpty()) {
            problems.forEach(System.err::println);
            return 2;
        }
        List<BulkLineRead> lines = BulkFile.read(text(bytes), today);
        lines.forEach(BulkCommand::printFaults);
        List<BulkEntry> entries =
                lines.stream().flatMap(line -> line.entry().stream()).toList();
        if (entries.isEmpty()) {
            System.err.println("照会できる人がいません / nobody to ask about");
            return Madoguchi.FAILED;
        }
        BulkHub hub = new HttpBulkHub(Tls.client(new DevelopmentCa(pki, clock), facility), hubUrl, PATIENCE);
        BulkRequest request = new BulkRequest(
                id(bytes, asked.orElseThrow(), today),
                asked.orElseThrow(),
                new Caller(code.orElseThrow(), "cli", System.getProperty("user.name", "cli")),
                entries.stream().map(BulkEntry::question).toList());
        return Math.max(asked(hub, request, entries), entries.size() < lines.size() ? Madoguchi.ATTENTION : 0);
    }

    private static String text(byte[] bytes) throws IOException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException another) {
            return Charset.forName("windows-31j")
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        }
    }

    private static void printFaults(BulkLineRead line) {
        line.problems()
                .forEach(problem -> System.err.printf("%d 行目 line %d  %s%n", line.number(), line.number(), problem));
    }

    private static String id(byte[] bytes, LocalDate day, LocalDate today) throws GeneralSecurityException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update((day + " " + today).getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest.digest(bytes)).substring(0, 40);
    }

    private int asked(BulkHub hub, BulkRequest request, List<BulkEntry> entries)
            throws InterruptedException, IOException {
        int silences = 0;
        String reception = "";
        while (true) {
            if (reception.isEmpty()) {
                switch (hub.submit(request)) {
                    case Submission.Accepted(var number, var at) -> {
                        reception = number;
                        System.err.println("受付番号 / reception " + number);
                    }
                    case Submission.Refused(var problems) -> {
                        problems.forEach(System.err::println);
                        return Madoguchi.FAILED;
                    }
                    case Submission.NoAnswer(var why) -> silences = silent(why, silences);
                }
            } else {
                switch (hub.look(reception)) {
                    case Progress.Processing(var counts) -> counts.ifPresent(BulkCommand::printProgress);
                    case Progress.Finished finished -> {
                        return written(finished, entries);
                    }
                    case Progress.NoAnswer(var why) -> silences = silent(why, silences);
                    case Progress.Cancelled c -> {
                        return ended(new Text("取り消されています。", "It was called off."));
                    }
                    case Progress.Failed(var code, var words) -> {
                        return ended(words);
                    }
                    case Progress.Unknown() -> {
                        return ended(new Text("この受付番号はありません。", "There is no such reception."));
                    }
                }
            }
            if (silences > SILENCES_MAX) {
                return Madoguchi.FAILED;
            }
            Thread.sleep(Duration.ofMillis(500));
        }
    }

    private static int silent(Answer.Unreachable why, int silences) {
        System.err.println(why.detail());
        return silences + 1;
    }

    private static int ended(Text words) {
        System.err.println(words);
        return Madoguchi.FAILED;
    }

    private static void printProgress(BulkCounts counts) {
        System.err.printf("\r%,d / %,d", counts.done(), counts.total());
    }

    private int written(Progress.Finished finished, List<BulkEntry> entries) throws IOException {
        Path target = out == null ? beside() : out;
        Files.write(target, BulkFile.results(entries, finished.results()));
        long changed = count(finished, BulkChange.CHANGED);
        long active = finished.results().stream()
                .filter(result -> result.reply().answer() instanceof Answer.Active)
                .count();
        System.err.println();
        System.out.printf(
                "%d人: 有効 %d、変更あり %d、エラー %d → %s / patients: valid, changed, errors%n",
                finished.counts().total(), active, changed, finished.counts().error(), target);
        return active == finished.counts().total() && changed == 0 ? 0 : Madoguchi.ATTENTION;
    }

    private static long count(Progress.Finished finished, BulkChange change) {
        return finished.results().stream()
                .filter(result -> result.change() == change)
                .count();
    }

    private Path beside() {
        String name = file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
        return file.resolveSibling(name + "-結果.csv");
    }
}
