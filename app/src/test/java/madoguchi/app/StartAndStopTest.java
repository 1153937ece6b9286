package madoguchi.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starting, stopping, starting again, and several processes over one data folder. */
class StartAndStopTest {

    @TempDir
    Path folder;

    private Path data;
    private int staffPort;
    private int machinePort;

    @BeforeEach
    void choosePorts() throws IOException {
        data = folder.resolve("data");
        staffPort = DemoTown.freePort();
        machinePort = DemoTown.freePort();
    }

    @AfterEach
    void leaveNothingRunning() throws IOException {
        Postmaster.stopAll(database());
    }

    @Test
    void aDemoStopsWithinTenSecondsWithItsDatabaseAndASecondStartKeepsWhatWasThere() throws Exception {
        long facts;
        long people;
        try (ChildJvm demo = start("demo").ready(staffPort)) {
            ChildJvm second = start("demo");
            assertThat(second.exitCode()).isEqualTo(3);
            assertThat(second.said())
                    .contains("ポート " + staffPort + " は使われています", "port " + staffPort + " is in use")
                    .doesNotContain("\tat ");
            try (Kept kept = new Kept(data)) {
                facts = kept.number("select count(*) from hub.fact");
                people = kept.number("select count(*) from hub.person");
            }
            assertThat(facts).isGreaterThan(50);
            assertThat(demo.stop()).isLessThan(Duration.ofSeconds(10));
        }
        assertThat(Postmaster.in(database())).isEmpty();

        try (ChildJvm demo = start("demo").ready(staffPort);
                Kept kept = new Kept(data)) {
            assertThat(kept.number("select count(*) from hub.fact")).isEqualTo(facts);
            assertThat(kept.number("select count(*) from hub.person")).isEqualTo(people);
            assertThat(demo.runs()).isTrue();
        }
    }

    @Test
    void toldToStopWhileStartingItStopsAndLeavesNoDatabaseBehind() throws Exception {
        try (ChildJvm hub = start("serve")) {
            hub.await("starting its database", () -> Files.exists(data.resolve("postgres/data/postmaster.pid")));
            hub.stop();
        }
        assertThat(Postmaster.in(database())).isEmpty();
    }

    @Test
    void twoImportsAtOnceShareTheDatabaseAndTheLastOneStopsIt() throws Exception {
        InventedFile first = new InventedFile(1, 3000);
        InventedFile second = new InventedFile(2, 6000);
        try (ChildJvm one = importing(first);
                ChildJvm other = importing(second);
                ChildJvm again = importing(second)) {
            assertThat(one.exitCode()).as(one.said()).isZero();
            assertThat(other.exitCode()).as(other.said()).isZero();
            assertThat(again.exitCode()).as(again.said()).isZero();
        }
        assertThat(Postmaster.in(database())).isEmpty();
        try (Kept kept = new Kept(data)) {
            assertThat(kept.facts(first, first.lines())).isEqualTo(first.lines());
            assertThat(kept.facts(second, second.lines())).isEqualTo(second.lines());
            assertThat(kept.number("select count(distinct name) from hub.fact")).isEqualTo(9000);
        }
    }

    private ChildJvm importing(InventedFile file) throws IOException {
        return ChildJvm.madoguchi("import", "--data", data, file.write(folder));
    }

    private ChildJvm start(String command) throws IOException {
        return ChildJvm.madoguchi(command, "--data", data, "--port", staffPort, "--machine-port", machinePort);
    }

    private Path database() throws IOException {
        return data.resolve("postgres").toRealPath();
    }
}
