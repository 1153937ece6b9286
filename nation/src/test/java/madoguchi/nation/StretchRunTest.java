package madoguchi.nation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import madoguchi.core.CoverageHistory;
import madoguchi.core.InsuredId;
import madoguchi.core.Timeline;
import madoguchi.settle.InventedHistories;
import madoguchi.settle.Settle;
import madoguchi.settle.SettleRules;
import madoguchi.uke.FileKind;
import madoguchi.uke.InventedClaims;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The steps of a run by many workers, taken here one after the other in any order: what they leave is what one machine leaves, byte for byte. */
class StretchRunTest {

    private static final YearMonth MONTH = YearMonth.of(2026, 4);
    private static final SettleRules RULES = SettleRules.of(MONTH.plusMonths(1));
    private static final long SIZE = 1 << 16;

    /** A hospital, a dentist, a pharmacy, and somebody who sent an empty file: skewed on purpose. */
    private static final Map<FileKind, Integer> FACILITIES =
            new TreeMap<>(Map.of(FileKind.MEDICAL, 700, FileKind.DENTAL, 60, FileKind.DISPENSING, 200));

    @TempDir
    Path folder;

    private final List<Path> inputs = new ArrayList<>();
    private Settle settle = new Settle(RULES, unasked());

    @BeforeEach
    void facilitiesAndTheRegister() throws IOException {
        try (SnapshotBuilder builder = new SnapshotBuilder(folder.resolve("snapshot"))) {
            for (Map.Entry<FileKind, Integer> facility : FACILITIES.entrySet()) {
                long seed = 1L + inputs.size();
                Path input = folder.resolve(facility.getKey() + ".UKE");
                try (OutputStream out = Files.newOutputStream(input)) {
                    new InventedClaims(facility.getKey(), seed, MONTH).writeTo(out, facility.getValue());
                }
                inputs.add(input);
                for (long index = 0; index < facility.getValue(); index++) {
                    for (Timeline person : new InventedHistories(seed, MONTH, 300).people(index)) {
                        builder.add(person);
                    }
                }
            }
            settle = new Settle(RULES, builder.finish());
        }
        inputs.add(1, Files.createFile(folder.resolve("EMPTY.UKE")));
        inputs.add(Files.writeString(folder.resolve("NONSENSE.UKE"), "患者,番号\r\n1,2\r\n", StandardCharsets.UTF_8));
    }

    private static CoverageHistory unasked() {
        return new CoverageHistory() {
            @Override
            public List<Timeline> of(InsuredId insured, java.time.LocalDate birth) {
                throw new AssertionError("settled a second time");
            }

            @Override
            public List<Timeline> named(String kana, java.time.LocalDate birth) {
                throw new AssertionError("settled a second time");
            }
        };
    }

    private StretchRun run(String name, long size) {
        return new StretchRun(
                inputs.stream().map(Path::toString).toList(),
                "test",
                folder.resolve(name).toString(),
                size);
    }

    private List<Stretch> plan(StretchRun run) throws IOException {
        List<Stretch> plan = new ArrayList<>();
        for (int input = 0; input < inputs.size(); input++) {
            plan.addAll(run.cut(input));
        }
        return plan;
    }

    private static StretchRun.Settled settled(StretchRun run, Settle settle, List<Stretch> stretches)
            throws IOException {
        StretchRun.Settled all = StretchRun.Settled.NOTHING;
        for (Stretch stretch : stretches) {
            all = all.plus(run.settle(settle, stretch));
        }
        return all;
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

    private LocalRun.Summary onOneMachine() throws IOException {
        return new LocalRun(settle, "test", 2).run(inputs, folder.resolve("local"), (bytes, receipts) -> {});
    }

    @Test
    void whatManyWorkersLeaveIsByteForByteWhatOneMachineLeaves() throws IOException {
        StretchRun run = run("many", SIZE);
        assertThat(run.begin()).isFalse();
        List<Stretch> plan = plan(run);
        assertThat(plan.stream().filter(stretch -> stretch.input() == 0).count())
                .as("the hospital is many stretches")
                .isGreaterThan(10);
        List<Stretch> anyOrder = new ArrayList<>(plan);
        Collections.shuffle(anyOrder, new Random(1));
        StretchRun.Settled all = settled(run, settle, anyOrder);
        List<String> destinations = List.copyOf(all.destinations().keySet());
        run.join(plan, destinations.subList(destinations.size() / 2, destinations.size()));
        run.join(plan, destinations.subList(0, destinations.size() / 2));
        assertThat(run.end(all)).isEqualTo(onOneMachine());
        assertThat(output("many")).isEqualTo(output("local"));
        assertThat(run.begin()).as("done").isTrue();
    }

    @Test
    void whoeverIsStartedAgainMakesOnlyWhatIsMissing() throws IOException {
        StretchRun run = run("many", SIZE);
        run.begin();
        List<Stretch> plan = plan(run);
        settled(run, settle, plan.subList(0, plan.size() / 2));
        Path half =
                folder.resolve("many/stretches").resolve("." + plan.getLast().name() + ".settled.half");
        Files.writeString(half, "broken off while it was written");

        StretchRun again = run("many", SIZE);
        assertThat(again.begin()).isFalse();
        settled(again, new Settle(RULES, unasked()), plan.subList(0, plan.size() / 2));
        StretchRun.Settled all = settled(again, settle, plan);
        again.join(plan, List.of("01139997"));
        StretchRun third = run("many", SIZE);
        assertThat(third.begin()).isFalse();
        third.join(plan, all.destinations().keySet());
        assertThat(third.end(settled(third, new Settle(RULES, unasked()), plan)))
                .isEqualTo(onOneMachine());
        assertThat(output("many")).isEqualTo(output("local"));
    }

    @Test
    void stretchesOfAnotherRunAreRefused() throws IOException {
        run("many", SIZE).begin();
        assertThatThrownBy(() -> run("many", 2 * SIZE).begin()).isInstanceOf(IOException.class);
        inputs.removeLast();
        assertThatThrownBy(() -> run("many", SIZE).begin()).isInstanceOf(IOException.class);
        onOneMachine();
        inputs.removeLast();
        assertThatThrownBy(() -> run("local", SIZE).begin()).isInstanceOf(IOException.class);
    }
}
