package madoguchi.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import madoguchi.core.Answer;
import madoguchi.core.Hub;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is really full, and one that stands still: nobody gets an answer that is not on disk, and service comes back by itself. */
class FullDiskTest {

    private static final InventedFile PEOPLE = new InventedFile(1, 2_000);

    private static final InventedFile LATER = new InventedFile(2, 2_000);

    @TempDir
    Path folder;

    @Test
    void aFullDiskIsAnOutageNothingAcknowledgedIsLostAndServiceComesBackWithTheRoom() throws Exception {
        try (SmallDisk disk = new SmallDisk(folder.resolve("disk"), 400)) {
            Path data = disk.folder().resolve("data");
            try {
                fillAndFree(disk, data);
            } finally {
                disk.free();
                Postmaster.stopAll(data.resolve("postgres").toRealPath());
            }
        }
    }

    private void fillAndFree(SmallDisk disk, Path data) throws Exception {
        int staffPort = DemoTown.freePort();
        int machinePort = DemoTown.freePort();
        try (ChildJvm hub = ChildJvm.madoguchi(
                "serve", "--role", "hub", "--data", data, "--port", staffPort, "--machine-port", machinePort)) {
            hub.ready(staffPort);
            assertThat(Madoguchi.run(
                            "import",
                            "--data",
                            data.toString(),
                            PEOPLE.write(folder).toString()))
                    .isZero();
            Hub asked = AskingFacility.hub(data.resolve("pki"), machinePort);
            AskingFacility facility = new AskingFacility(data.resolve("pki"), machinePort, PEOPLE);

            disk.fill();
            String[] more = {"import", "--data", data.toString(), LATER.write(folder).toString()};
            Spoken refused = Spoken.by(more);
            assertThat(refused.code()).isEqualTo(Madoguchi.FAILED);
            assertThat(refused.out() + refused.err())
                    .as("in our words, and what to do")
                    .containsPattern("ディスクに空きがありません|データベースが応答しません")
                    .contains("doctor");
            useUpWhatIsReserved(data.resolve("postgres").toRealPath());
            hub.await("out of room", () -> isOutage(asked));
            disk.free();
            hub.await("answering", () -> !isOutage(asked));

            assertThat(Madoguchi.run(more)).as("the same file again").isZero();
            Map<Long, String> acknowledged = facility.stop();
            assertThat(acknowledged).isNotEmpty();
            try (Kept kept = new Kept(data)) {
                assertThat(kept.verifications(acknowledged.keySet())).containsExactlyInAnyOrderEntriesOf(acknowledged);
                assertThat(kept.number("select count(*) from hub.fact")).isEqualTo(PEOPLE.lines() + LATER.lines());
            }
        }
    }

    private static boolean isOutage(Hub hub) {
        return AskingFacility.ask(hub, PEOPLE, 0).answer() instanceof Answer.Unreachable;
    }

    /** PostgreSQL keeps some room for its log ahead of time; this writes until that is gone, too. */
    private static void useUpWhatIsReserved(Path postgres) throws Exception {
        String url = "jdbc:postgresql://localhost:"
                + Postmaster.in(postgres).orElseThrow().port() + "/postgres?user=postgres";
        try (Connection database = DriverManager.getConnection(url);
                var write = database.prepareStatement(
                        "select pg_logical_emit_message(true, 'full', repeat('x', 1000000))")) {
            for (int i = 0; i < 200; i++) {
                write.execute();
            }
            throw new AssertionError("the disk does not fill");
        } catch (SQLException full) {
            assertThat(full.getMessage()).isNotEmpty();
        }
    }
}
