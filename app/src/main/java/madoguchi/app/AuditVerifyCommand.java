package madoguchi.app;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.LongConsumer;
import madoguchi.core.Parsed;
import madoguchi.hub.Audit;
import madoguchi.hub.AuditFinding;
import madoguchi.hub.AuditRange;
import madoguchi.hub.AuditReport;
import madoguchi.hub.VerifyingKey;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** 照会記録を検証する – reads the log once and names every entry that is not as it was written. Exit code 0 when nothing is wrong, 1 with findings, 3 when it could not be verified. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "照会記録の書換え・削除・入替え・切捨て・検査点の偽造を探す / find changed, removed, reordered, cut-off entries and forged checkpoints",
            "終了コード 0 異常なし、1 異常あり、3 検証できない / exit code 0 nothing wrong, 1 findings, 3 could not verify"
        })
final class AuditVerifyCommand implements Callable<Integer> {

    @Mixin
    AuditOptions options = new AuditOptions();

    @Option(names = "--from", description = "最初の記録の番号 / number of the first entry (default: the beginning)")
    @Nullable
    Long from;

    @Option(names = "--to", description = "最後の記録の番号 / number of the last entry (default: the end)")
    @Nullable
    Long to;

    @Option(
            names = "--checkpoints",
            description =
                    "データベースの外の検査点ファイル / the checkpoint file outside the database (default: <data>/audit/checkpoints.txt)")
    @Nullable
    Path checkpoints;

    @Override
    public Integer call() throws Exception {
        Parsed<VerifyingKey> key = options.key();
        if (!key.problems().isEmpty()) {
            key.problems().forEach(System.err::println);
            return Madoguchi.FAILED;
        }
        Path file = checkpoints == null ? Settings.checkpointsIn(options.data) : checkpoints;
        try (LocalHub hub = options.open()) {
            Audit audit = new Audit(hub.database(), key.orElseThrow(), file, Clock.system(Server.TOKYO));
            if (!audit.hasFile()) {
                System.err.println(
                        "▲ 検査点ファイルがありません。末尾の切捨てが分からないことがあります / no checkpoint file, so a cut-off tail may go unnoticed: "
                                + file);
            }
            return verified(audit, new AuditRange(Optional.ofNullable(from), Optional.ofNullable(to)));
        }
    }

    private static int verified(Audit audit, AuditRange range) {
        long most = audit.most(range);
        long started = System.nanoTime();
        LongConsumer progress = read -> System.err.printf("\r%,d / %,d 件 entries", read, most);
        AuditReport report = audit.verify(range, "cli", progress);
        Duration took = Duration.ofNanos(System.nanoTime() - started);
        System.err.println();
        print(report, took);
        return report.isIntact() ? 0 : Madoguchi.ATTENTION;
    }

    private static void print(AuditReport report, Duration took) {
        System.out.printf(
                "記録 entries: %,d–%,d（%,d 件）、検査点 checkpoints: %,d、毎秒 per second: %,d%n",
                report.first(),
                report.last(),
                report.entries(),
                report.checkpoints(),
                report.entries() * 1000 / Math.max(1, took.toMillis()));
        if (report.notChained() > 0) {
            System.out.printf(
                    "連鎖が始まる前の記録 %,d 件については何も言えません / nothing can be said about entries from before the chain began: %,d%n",
                    report.notChained(), report.notChained());
        }
        for (AuditFinding finding : report.findings()) {
            System.out.println("✕ " + finding.text());
        }
        if (report.more() > 0) {
            System.out.printf("✕ ほかに %,d 件 / and %,d more%n", report.more(), report.more());
        }
        System.out.println(
                report.isIntact()
                        ? "● 異常は見つかりませんでした / nothing wrong was found"
                        : "✕ 異常があります。記録を触らず、責任者に知らせてください / something is wrong: leave everything as it is and tell the person responsible");
    }
}
