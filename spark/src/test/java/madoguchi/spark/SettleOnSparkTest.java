package madoguchi.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import madoguchi.core.Timeline;
import madoguchi.nation.LocalRun;
import madoguchi.nation.Snapshot;
import madoguchi.nation.SnapshotBuilder;
import madoguchi.settle.InventedHistories;
import madoguchi.settle.Settle;
import madoguchi.settle.SettleRules;
import madoguchi.uke.FileKind;
import madoguchi.uke.InventedClaims;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The month on Spark, all cores of this machine as the cluster: what it leaves is what {@link LocalRun} leaves. */
class SettleOnSparkTest {

    private static final YearMonth CARE = YearMonth.of(2026, 4);
    private static final YearMonth CLAIMED = CARE.plusMonths(1);

    @TempDir
    Path folder;

    private final List<Path> inputs = new ArrayList<>();
    private String by = "";

    @BeforeEach
    void aHospitalAndTwoSmallOnesAndTheRegister() throws IOException {
        try (SnapshotBuilder builder = new SnapshotBuilder(folder.resolve("snapshot"))) {
            facility(FileKind.MEDICAL, 2_000, builder);
            facility(FileKind.DENTAL, 100, builder);
            facility(FileKind.DISPENSING, 200, builder);
            builder.finish().close();
        }
    }

    private void facility(FileKind kind, int receipts, SnapshotBuilder registers) throws IOException {
        long seed = 1L + inputs.size();
        Path input = folder.resolve(kind + ".UKE");
        try (OutputStream out = Files.newOutputStream(input)) {
            new InventedClaims(kind, seed, CARE).writeTo(out, receipts);
        }
        inputs.add(input);
        for (long index = 0; index < receipts; index++) {
            for (Timeline person : new InventedHistories(seed, CARE, 300).people(index)) {
                registers.add(person);
            }
        }
    }

    private LocalRun.Summary local() throws IOException {
        try (Snapshot registers = Snapshot.open(folder.resolve("snapshot"))) {
            by = LocalRun.by(CLAIMED, registers);
            return new LocalRun(new Settle(SettleRules.of(CLAIMED), registers), by, 2)
                    .run(inputs, folder.resolve("local"), (bytes, receipts) -> {});
        }
    }

    private SettleJob job() {
        return new SettleJob(
                inputs.stream().map(Path::toString).toList(),
                folder.resolve("snapshot").toString(),
                by,
                CLAIMED,
                folder.resolve("spark").toString(),
                1 << 18);
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
    void theClusterLeavesByteForByteWhatOneMachineLeavesAlsoWhenItIsStartedAgain() throws IOException {
        LocalRun.Summary local = local();
        try (JavaSparkContext spark = new JavaSparkContext(new SparkConf()
                .setAppName("test")
                .setMaster("local[*]")
                .set("spark.ui.enabled", "false")
                .set("spark.log.level", "ERROR"))) {
            assertThat(job().run(spark)).isEqualTo(local);
            assertThat(output("spark")).isEqualTo(output("local")).hasSizeGreaterThan(10);

            assertThat(job().run(spark)).as("done before").isEqualTo(local);
            Files.delete(folder.resolve("spark/run.mark"));
            assertThat(job().run(spark)).as("begun anew").isEqualTo(local);
            assertThat(output("spark")).isEqualTo(output("local"));
        }
    }

    @Test
    void whatCannotBeSettledIsToldBeforeAnythingIsStarted() throws IOException {
        Path none = folder.resolve("none.UKE");
        Path empty = Files.createFile(folder.resolve("empty.UKE"));
        assertThat(MadoguchiSpark.run(
                        "settle",
                        none.toString(),
                        empty.toString(),
                        "--snapshot",
                        folder.resolve("snapshot").toString(),
                        "--out",
                        folder.resolve("spark").toString()))
                .isEqualTo(3);
        assertThat(folder.resolve("spark")).doesNotExist();
    }

    @Test
    void destinationsAreDealtOutByTheirBytesSoThatALargeOneStandsAlone() {
        assertThat(SettleJob.dealt(Map.of("large", 100L, "a", 10L, "b", 20L, "c", 30L, "d", 30L), 2))
                .containsExactlyInAnyOrder(List.of("large"), List.of("c", "d", "b", "a"));
    }
}
