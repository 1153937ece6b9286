package madoguchi.app;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import madoguchi.core.InsurerNumber;
import madoguchi.core.Parsed;
import madoguchi.core.Wareki;
import madoguchi.hub.Gravity;
import madoguchi.hub.InsurerQuality;
import madoguchi.hub.Quality;
import madoguchi.hub.QualityReport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** データ品質を点検する – makes a report on the registers, keeps it, and prints it insurer by insurer. Exit code 0 when nothing serious was found, 1 otherwise. */
@Command(
        name = "quality",
        mixinStandardHelpOptions = true,
        description = "登録された資格を点検し、保険者ごとの所見を残す / report on the registers, insurer by insurer (docs/quality.md)")
final class QualityCommand implements Callable<Integer> {

    @Option(names = "--day", description = "基準日 / the day of the report (default: today)")
    @Nullable
    String day;

    @Option(
            names = "--known-at",
            description = "この時刻までに登録された事実だけを見る / facts recorded until then, such as 2026-11-20T00:00:00Z")
    @Nullable
    Instant knownAt;

    @Option(names = "--insurer", description = "この保険者だけを表示する / print this insurer only")
    @Nullable
    String insurer;

    @Option(
            names = "--csv",
            description = "保険者へ送る一覧を書き出す。--insurer が必要 / write the list for the insurer; needs --insurer")
    @Nullable
    Path csv;

    @Option(
            names = "--charset",
            defaultValue = "UTF-8",
            description = "一覧の文字コード UTF-8 か windows-31j / charset of the list (default: ${DEFAULT-VALUE})")
    Charset charset = StandardCharsets.UTF_8;

    @Option(
            names = "--data",
            defaultValue = "${env:MADOGUCHI_DATA:-var}",
            description = "ハブのデータのフォルダー / the hub's data folder (default: ${DEFAULT-VALUE})")
    Path data = Path.of("var");

    @Option(
            names = "--database-url",
            description = "内蔵の代わりに使う PostgreSQL (JDBC) / a PostgreSQL instead of the embedded one")
    @Nullable
    String databaseUrl;

    @Override
    public Integer call() throws IOException {
        Clock clock = Clock.system(Server.TOKYO);
        Parsed<LocalDate> asked = day == null ? Parsed.of(LocalDate.now(clock)) : Wareki.parse("--day", day);
        Parsed<Optional<InsurerNumber>> only = insurer == null
                ? Parsed.of(Optional.empty())
                : InsurerNumber.parse("--insurer", insurer).map(Optional::of);
        if (csv != null && insurer == null) {
            only = Parsed.fault("--csv", "--insurer も指定してください。", "Name the --insurer, too.");
        }
        var problems = Parsed.problems(asked, only);
        if (!problems.isEmpty()) {
            problems.forEach(System.err::println);
            return Madoguchi.FAILED;
        }
        Files.createDirectories(data);
        try (LocalHub hub = new LocalHub(data, databaseUrl)) {
            return report(
                    new Quality(hub.database(), data.resolve("quality"), clock),
                    asked.orElseThrow(),
                    only.orElseThrow());
        }
    }

    private int report(Quality quality, LocalDate asked, Optional<InsurerNumber> only) throws IOException {
        long most = quality.lastPerson();
        long started = System.nanoTime();
        QualityReport report = quality.report(
                asked,
                Optional.ofNullable(knownAt),
                "cli",
                read -> System.err.printf("\r%,d / %,d 人 persons", read, most));
        System.err.println();
        double seconds = (System.nanoTime() - started) / 1e9;
        System.out.printf(
                "報告 report %d、基準日 day %s: %,d 人 persons、%,d 件の事実 facts、%.1f s（毎秒 a second %,.0f）%n",
                report.id(), report.day(), report.persons(), report.facts(), seconds, report.facts() / seconds);
        List<InsurerQuality> insurers = quality.insurers(report).stream()
                .filter(one -> only.isEmpty() || only.get().equals(one.insurer()))
                .toList();
        insurers.forEach(one -> print(one, only.isPresent()));
        if (csv != null) {
            write(quality, report, only.orElseThrow());
        }
        return insurers.stream().anyMatch(one -> one.count(Gravity.SERIOUS) > 0) ? Madoguchi.ATTENTION : 0;
    }

    private static void print(InsurerQuality one, boolean kinds) {
        System.out.printf(
                "%-8s ✕ %,d ▲ %,d ◇ %,d %s  取得の登録 days to register: %d / %d / %d（%,d 件）%n",
                one.insurer().digits(),
                one.count(Gravity.SERIOUS),
                one.count(Gravity.ATTENTION),
                one.count(Gravity.MINOR),
                one.trend(),
                one.start().median(),
                one.start().p90(),
                one.start().max(),
                one.start().count());
        if (kinds) {
            one.kinds()
                    .forEach(kind -> System.out.printf(
                            "  %s %s: %,d %s%n",
                            kind.gravity().sign(), kind.kind().label(), kind.count(), kind.trend()));
        }
    }

    private void write(Quality quality, QualityReport report, InsurerNumber of) throws IOException {
        Path file = java.util.Objects.requireNonNull(csv);
        try (Writer text = Files.newBufferedWriter(file, charset)) {
            long rows = quality.export(report, of, "cli", text);
            System.out.printf("%s: %,d 行 lines%n", file, rows);
        }
    }
}
