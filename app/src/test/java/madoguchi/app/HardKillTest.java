package madoguchi.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import madoguchi.core.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Hard kills at moments drawn by lot: in the first start, of hub and import together under inquiries, of an import that runs the database itself, and of the database too. A bulk inquiry is always on its way and must go on after each. Five in every run of the tests; {@code
 * -Dmadoguchi.kills=100} for more.
 */
class HardKillTest {

    private static final int LINES = 60_000;
    private static final Pattern PROGRESS = Pattern.compile("invented-\\d+\\.csv: ([\\d,]+) 行");

    private final Random lot = new Random(20261121);
    private final Map<Long, String> acknowledged = new HashMap<>();
    private final Map<InventedFile, Integer> reported = new HashMap<>();
    private final List<Path> written = new ArrayList<>();
    private final KilledBulk bulk = new KilledBulk();
    private int staffPort;
    private int machinePort;
    private int kills;

    @TempDir
    Path folder;

    private Path data;

    @BeforeEach
    void choosePorts() throws IOException {
        data = folder.resolve("data");
        staffPort = DemoTown.freePort();
        machinePort = DemoTown.freePort();
    }

    @AfterEach
    void leaveNothingRunning() throws IOException {
        Postmaster.stopAll(data.resolve("postgres").toRealPath());
    }

    @Test
    void nothingAcknowledgedIsLostInHardKills() throws Exception {
        int wanted = Integer.getInteger("madoguchi.kills", 5);
        for (int i = 0; i < wanted / 5; i++) {
            killTheFirstStart();
        }
        int file = 0;
        for (; kills < wanted * 4 / 5; file++) {
            killHubAndImport(new InventedFile(file, LINES));
        }
        for (; kills < wanted; file++) {
            killTheImportThatRunsTheDatabase(new InventedFile(file, LINES), file % 2 == 0);
        }
        assertThat(kills).isEqualTo(wanted);

        try (ChildJvm hub = hub().ready(staffPort)) {
            assertNothingIsLost();
            try (Kept kept = new Kept(data)) {
                assertThat(kept.number(
                                "select count(*) from hub.batch where id not in (select batch from hub.batch_end)"))
                        .as("imports that were really broken off")
                        .isGreaterThanOrEqualTo(kills / 5);
            }
            assertThat(importAgain()).isZero();
            assertEveryLineIsThereOnce();
            bulk.assertEveryQuestionIsAnsweredOnce(hub, data, machinePort);
            assertThat(hub.stop()).isLessThan(Duration.ofSeconds(10));
        }
        assertThat(Postmaster.in(data.resolve("postgres").toRealPath())).isEmpty();
    }

    private void killTheFirstStart() throws Exception {
        ChildJvm hub = hub();
        hub.await(
                "preparing the database",
                () -> Files.exists(data.resolve("postgres/unfinished"))
                        || Files.exists(data.resolve("postgres/data/PG_VERSION")));
        ChildJvm.pause(lot.nextInt(1500));
        hub.kill();
        kills++;
    }

    private void killHubAndImport(InventedFile file) throws Exception {
        ChildJvm hub = hub().ready(staffPort);
        assertNothingIsLost();
        bulk.keepOneOpen(data.resolve("pki"), machinePort);
        AskingFacility facility = new AskingFacility(data.resolve("pki"), machinePort, file);
        killTheImport(file);
        ChildJvm.pause(lot.nextInt(300));
        bulk.beforeKill(data.resolve("pki"), machinePort);
        hub.kill();
        kills++;
        Map<Long, String> answered = facility.stop();
        assertThat(answered).isNotEmpty();
        acknowledged.putAll(answered);
    }

    private void killTheImportThatRunsTheDatabase(InventedFile file, boolean databaseToo) throws Exception {
        killTheImport(file);
        if (databaseToo) {
            Postmaster.in(data.resolve("postgres").toRealPath())
                    .orElseThrow()
                    .process()
                    .destroyForcibly();
        }
    }

    private void killTheImport(InventedFile file) throws Exception {
        Path path = file.write(folder);
        written.add(path);
        ChildJvm importing = ChildJvm.madoguchi("import", "--data", data, path);
        int enough = 1000 * (1 + lot.nextInt(4));
        importing.await("importing", () -> linesReported(importing) >= enough);
        ChildJvm.pause(lot.nextInt(200));
        importing.kill();
        kills++;
        reported.put(file, linesReported(importing));
    }

    private static int linesReported(ChildJvm importing) {
        int lines = 0;
        for (Matcher found = PROGRESS.matcher(importing.said()); found.find(); ) {
            lines = Integer.parseInt(found.group(1).replace(",", ""));
        }
        return lines;
    }

    private ChildJvm hub() throws IOException {
        return ChildJvm.madoguchi(
                "serve", "--role", "hub", "--data", data, "--port", staffPort, "--machine-port", machinePort);
    }

    private int importAgain() {
        List<String> arguments = new ArrayList<>(List.of("import", "--data", data.toString()));
        written.forEach(path -> arguments.add(path.toString()));
        return Madoguchi.run(arguments.toArray(String[]::new));
    }

    private void assertNothingIsLost() throws Exception {
        try (Kept kept = new Kept(data)) {
            assertThat(kept.verifications(acknowledged.keySet())).containsExactlyInAnyOrderEntriesOf(acknowledged);
            for (Map.Entry<InventedFile, Integer> file : reported.entrySet()) {
                assertThat(kept.facts(file.getKey(), file.getValue()))
                        .as("lines reported as stored")
                        .isEqualTo(file.getValue());
            }
        }
        System.err.printf(
                "%d kills: %,d acknowledged verifications and %,d lines reported as stored are all there%n",
                kills,
                acknowledged.size(),
                reported.values().stream().mapToInt(lines -> lines).sum());
    }

    private void assertEveryLineIsThereOnce() throws Exception {
        try (Kept kept = new Kept(data)) {
            for (InventedFile file : reported.keySet()) {
                assertThat(kept.facts(file, file.lines())).isEqualTo(file.lines());
                assertThat(AskingFacility.ask(AskingFacility.hub(data.resolve("pki"), machinePort), file, LINES - 1)
                                .answer())
                        .isInstanceOf(Answer.Active.class);
            }
            assertThat(kept.number("select count(*) from hub.fact")).isEqualTo((long) LINES * written.size());
            assertThat(kept.number("select count(distinct name) from hub.fact"))
                    .isEqualTo((long) LINES * written.size());
        }
    }
}
