package madoguchi.nation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import madoguchi.core.Timeline;
import madoguchi.fixture.ListedRegister;
import madoguchi.settle.Bill;
import madoguchi.settle.Disposition;
import madoguchi.settle.InventedHistories;
import madoguchi.settle.Settle;
import madoguchi.settle.SettleRules;
import madoguchi.uke.ClaimCheck;
import madoguchi.uke.ClaimReader;
import madoguchi.uke.FileKind;
import madoguchi.uke.InventedClaims;
import madoguchi.uke.Receipt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A month on one machine: every receipt arrives where its disposition says, in order, whatever the number of threads and however often the run was broken off. */
class LocalRunTest {

    private static final YearMonth MONTH = YearMonth.of(2026, 4);
    private static final int RECEIPTS = 1_500;
    private static final LocalRun.Progress UNWATCHED = (bytes, receipts) -> {};

    @TempDir
    Path folder;

    private final List<Path> inputs = new ArrayList<>();
    private Settle settle = new Settle(SettleRules.of(MONTH.plusMonths(1)), new ListedRegister(List.of()));

    @BeforeEach
    void threeFacilitiesAndTheRegister() throws IOException {
        try (SnapshotBuilder builder = new SnapshotBuilder(folder.resolve("snapshot"))) {
            for (FileKind kind : List.of(FileKind.MEDICAL, FileKind.DENTAL, FileKind.DISPENSING)) {
                long seed = 1L + inputs.size();
                Path input = folder.resolve(kind + ".UKE");
                try (OutputStream out = Files.newOutputStream(input)) {
                    new InventedClaims(kind, seed, MONTH).writeTo(out, RECEIPTS);
                }
                inputs.add(input);
                for (long index = 0; index < RECEIPTS; index++) {
                    for (Timeline person : new InventedHistories(seed, MONTH, 300).people(index)) {
                        builder.add(person);
                    }
                }
            }
            settle = new Settle(SettleRules.of(MONTH.plusMonths(1)), builder.finish());
        }
    }

    private Map<String, String> output(String name) throws IOException {
        Map<String, String> output = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder.resolve(name))) {
            for (Path file : files.toList()) {
                output.put(file.getFileName().toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return output;
    }

    @Test
    void theOutputIsTheSameForAnyNumberOfThreads() throws IOException {
        LocalRun.Summary one = new LocalRun(settle, "test", 1).run(inputs, folder.resolve("one"), UNWATCHED);
        LocalRun.Summary four = new LocalRun(settle, "test", 4).run(inputs, folder.resolve("four"), UNWATCHED);
        assertThat(one.receipts()).isEqualTo(3L * RECEIPTS);
        assertThat(four).isEqualTo(one);
        assertThat(output("four")).isEqualTo(output("one"));
    }

    @Test
    void everyReceiptArrivesWhereItsDispositionSaysInTheOrderOfTheFile() throws IOException {
        Path input = inputs.getFirst();
        new LocalRun(settle, "test", 2).run(List.of(input), folder.resolve("out"), UNWATCHED);
        Map<String, StringBuilder> expected = new TreeMap<>();
        for (Receipt receipt : receipts(Files.readAllBytes(input))) {
            Disposition disposition = settle.of(receipt);
            if (disposition.bills().isEmpty()) {
                append(expected, "returned.UKE", receipt);
            }
            for (Bill bill : disposition.bills()) {
                append(
                        expected,
                        bill.insured().map(id -> id.insurer().digits()).orElse("public") + ".UKE",
                        bill.receipt());
            }
        }
        Map<String, String> output = output("out");
        output.keySet().removeAll(List.of("dispositions.csv", "run.mark"));
        assertThat(output.keySet()).isEqualTo(expected.keySet()).contains("returned.UKE", "public.UKE", "01139997.UKE");
        output.replaceAll((name, file) -> bodies(file));
        expected.forEach((name, file) -> assertThat(output).containsEntry(name, file.toString()));
    }

    @Test
    void everyFileForAnInsurerIsAClaimFileWithItsOwnTotals() throws IOException {
        for (Path input : inputs) {
            Path out = folder.resolve("out " + input.getFileName());
            new LocalRun(settle, "test", 2).run(List.of(input), out, UNWATCHED);
            try (Stream<Path> files = Files.list(out)) {
                for (Path file :
                        files.filter(path -> path.toString().endsWith(".UKE")).toList()) {
                    List<String> faults = new ArrayList<>();
                    ClaimCheck check = ClaimCheck.ofAnyFile(
                            finding -> faults.add(finding.check().id()));
                    ClaimReader.parts(Files.newInputStream(file)).forEach(check::accept);
                    check.end();
                    faults.removeAll(List.of("U-110", "U-311"));
                    assertThat(faults).isEmpty();
                }
            }
        }
    }

    @Test
    void aRunThatWasBrokenOffGoesOnBehindTheLastFileThatWasDone() throws IOException {
        new LocalRun(settle, "test", 2).run(inputs, folder.resolve("whole"), UNWATCHED);
        Path out = folder.resolve("broken");
        assertThatThrownBy(() -> new LocalRun(settle, "test", 2, 0).run(inputs, out, (bytes, receipts) -> {
                    if (receipts > 2 * RECEIPTS + 100) {
                        throw new IllegalStateException("the power went out");
                    }
                }))
                .hasMessage("the power went out");
        Files.write(out.resolve("01139997.UKE"), new byte[] {'h', 'a', 'l', 'f'}, StandardOpenOption.APPEND);
        List<Long> seen = new ArrayList<>();
        LocalRun.Summary summary =
                new LocalRun(settle, "test", 2).run(inputs, out, (bytes, receipts) -> seen.add(receipts));
        assertThat(seen.getFirst()).isGreaterThan(2L * RECEIPTS);
        assertThat(summary.receipts()).isEqualTo(3L * RECEIPTS);
        assertThat(output("broken")).isEqualTo(output("whole"));
        new LocalRun(settle, "test", 2).run(inputs, out, UNWATCHED);
        assertThat(output("broken")).isEqualTo(output("whole"));
    }

    @Test
    void aFolderWithTheOutputOfOtherInputsIsRefused() throws IOException {
        new LocalRun(settle, "test", 1).run(inputs.subList(0, 1), folder.resolve("out"), UNWATCHED);
        assertThatThrownBy(() -> new LocalRun(settle, "test", 1).run(inputs, folder.resolve("out"), UNWATCHED))
                .isInstanceOf(IOException.class);
    }

    private static List<Receipt> receipts(byte[] file) {
        return ClaimReader.receipts(new ByteArrayInputStream(file)).toList();
    }

    private static void append(Map<String, StringBuilder> files, String name, Receipt receipt) {
        files.computeIfAbsent(name, any -> new StringBuilder())
                .append(new String(receipt.lines().bytes(), StandardCharsets.ISO_8859_1));
    }

    private static String bodies(String file) {
        StringBuilder bodies = new StringBuilder();
        receipts(file.getBytes(StandardCharsets.ISO_8859_1))
                .forEach(receipt -> bodies.append(new String(receipt.lines().bytes(), StandardCharsets.ISO_8859_1)));
        return bodies.toString();
    }
}
