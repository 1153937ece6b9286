package madoguchi.app;

import java.util.Optional;

/** 測定結果の表 – a report as lines for a terminal window, in both languages. */
final class BenchTable {

    private final StringBuilder text = new StringBuilder();

    private BenchTable() {}

    static String of(BenchReport report) {
        BenchTable table = new BenchTable();
        table.about(report);
        table.steps(report);
        table.log(report.log());
        report.limits().ifPresent(table::limits);
        table.line("判定 verdict: %s"
                .formatted(report.asExpected() ? "すべて期待どおり / everything as expected" : "要確認 / needs attention"));
        return table.text.toString().stripTrailing();
    }

    /** How long a hub took to serve, as one line. */
    static String of(BenchReport.Start start) {
        return "起動から記憶で答えるまで from start to answering from memory: データベースから from the database %s、保存した索引から from the saved index %s"
                .formatted(seconds(start.fromDatabase()), seconds(start.fromFile()));
    }

    private static String seconds(Optional<Double> seconds) {
        return seconds.map("%.1f s"::formatted).orElse("–");
    }

    private void about(BenchReport report) {
        BenchReport.Intake intake = report.intake();
        BenchReport.Memory memory = report.memory();
        line("照会の測定 / inquiry benchmark: CPU %d、Java %s、接続 connections %d"
                .formatted(report.processors(), report.java(), report.connections()));
        line("  ハブ・データベース・負荷生成器が同じ機械を分け合う / hub, database and load generator share the machine");
        line("登録 register: %,d 人 persons、取込み import %,.0f 人/s".formatted(intake.persons(), intake.perSecond()));
        line("1人あたりのディスク bytes on disk per person: %,d (fact %,d + person %,d)"
                .formatted(
                        intake.factBytesEach() + intake.personBytesEach(),
                        intake.factBytesEach(),
                        intake.personBytesEach()));
        line(of(report.start()));
        line("ハブのメモリ hub memory: RSS %,d MiB → %,d MiB、使用中のヒープ heap in use after GC %s"
                .formatted(
                        memory.residentBefore() >> 20,
                        memory.residentAfter() >> 20,
                        memory.heapAfter().isPresent() ? (memory.heapAfter().getAsLong() >> 20) + " MiB" : "?"));
        line("  索引はヒープの外にあり、RSSに含む / the index lies outside the heap, within RSS");
    }

    private void steps(BenchReport report) {
        line("");
        line("遅れは予定時刻から数える [ms]。CPUは1照会あたり [µs] / latency from the due instant in ms; CPU in µs per inquiry");
        line(
                "answers/s       p50       p99     p99.9       max    active notFound   shed  wrong  error   CPU hub database load gen  負荷 load");
        report.steps().forEach(this::step);
    }

    private void step(BenchReport.Step step) {
        row(step.rate().map("%,d/s"::formatted).orElse("飽和 saturation"), step);
        if (step.unsent() > 0) {
            line("  送れなかった照会 never sent: %,d".formatted(step.unsent()));
        }
    }

    private void row(String name, BenchReport.Step step) {
        line("%,9.0f %9.2f %9.2f %9.2f %9.2f  %,8d %,8d %,6d %,6d %,6d  %8.0f %8.0f %8.0f  %s"
                .formatted(
                        step.perSecond(),
                        step.p50() / 1e3,
                        step.p99() / 1e3,
                        step.p999() / 1e3,
                        step.max() / 1e3,
                        step.active(),
                        step.notFound(),
                        step.shed(),
                        step.wrong(),
                        step.errors(),
                        step.hubCpu(),
                        step.databaseCpu(),
                        step.generatorCpu(),
                        name));
    }

    private void log(BenchReport.Log log) {
        line("");
        line("照会記録 verification log: 回答 answers %,d、増えた行 rows %,d → %s（1行 %,d バイト bytes on disk each）"
                .formatted(
                        log.answered(),
                        log.recorded(),
                        log.isComplete() ? "一致 equal" : "不一致 NOT EQUAL",
                        log.bytesEach()));
    }

    private void limits(BenchReport.Limits limits) {
        line("");
        line("限界との比較 / compared with the limits");
        row("/healthz (mTLS)", limits.server());
        line("照合だけ JDBC look-up alone: %,.0f /s（%d スレッド threads）"
                .formatted(limits.lookUpsPerSecond(), limits.lookUpThreads()));
    }

    private void line(String line) {
        text.append(line).append(System.lineSeparator());
    }
}
