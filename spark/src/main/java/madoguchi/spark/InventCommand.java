package madoguchi.spark;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.Callable;
import madoguchi.core.Timeline;
import madoguchi.nation.SnapshotBuilder;
import madoguchi.settle.InventedHistories;
import madoguchi.uke.FileKind;
import madoguchi.uke.InventedClaims;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** SIMULATION: 偏った請求月を作る – claim files of invented patients, one hospital with half of all receipts, and the registers for them: what a cluster is tried with. */
@Command(
        name = "invent",
        mixinStandardHelpOptions = true,
        description = {
            "試しの請求月を作る（架空の患者。半分は一つの病院）。DIR に 1.UKE … 9.UKE と registers",
            "invent a month to try a cluster with: one hospital has half of it; DIR/1.UKE … 9.UKE and DIR/registers"
        })
final class InventCommand implements Callable<Integer> {

    private static final int TROUBLED = 300;
    private static final int SMALL = 8;
    private static final List<FileKind> KINDS =
            List.of(FileKind.MEDICAL, FileKind.DENTAL, FileKind.DISPENSING, FileKind.DPC);

    @Parameters(paramLabel = "DIR", description = "書くフォルダー / where to write")
    Path folder = Path.of("");

    @Option(names = "--receipts", defaultValue = "100000", description = "件数 / how many (default: ${DEFAULT-VALUE})")
    long receipts = 100_000;

    @Option(
            names = "--month",
            defaultValue = "2026-04",
            description = "診療年月 / month of care (default: ${DEFAULT-VALUE})")
    YearMonth month = YearMonth.of(1, 1);

    @Override
    public Integer call() throws IOException {
        Files.createDirectories(folder);
        try (SnapshotBuilder registers = new SnapshotBuilder(folder.resolve("registers"))) {
            facility(1, FileKind.MEDICAL, receipts / 2, registers);
            for (int small = 0; small < SMALL; small++) {
                facility(2 + small, KINDS.get(small % KINDS.size()), receipts / 2 / SMALL, registers);
            }
            registers.finish().close();
        }
        return 0;
    }

    private void facility(int number, FileKind kind, long size, SnapshotBuilder registers) throws IOException {
        try (OutputStream out = Files.newOutputStream(folder.resolve(number + ".UKE"))) {
            new InventedClaims(kind, number, month).writeTo(out, size);
        }
        InventedHistories histories = new InventedHistories(number, month, TROUBLED);
        for (long index = 0; index < size; index++) {
            for (Timeline person : histories.people(index)) {
                registers.add(person);
            }
        }
    }
}
