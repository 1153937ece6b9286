package madoguchi.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import javax.sql.DataSource;
import madoguchi.core.Answer;
import madoguchi.core.Reply;
import madoguchi.town.Town;
import madoguchi.town.Townsperson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A clinic whose desk asks through the folders of a terminal, with no hub of ours in reach. */
class OfficialTerminalTest {

    private static DemoTown terminal;
    private static Server clinic;

    @BeforeAll
    static void open() throws IOException {
        terminal = DemoTown.open();
        Path data = Files.createTempDirectory("madoguchi-clinic");
        clinic = Server.start(
                new Settings(
                        Role.CLINIC,
                        false,
                        data,
                        data.resolve("pki"),
                        Settings.checkpointsIn(data),
                        Optional.empty(),
                        new Settings.Staff("localhost", DemoTown.freePort()),
                        DemoTown.freePort(),
                        URI.create("https://localhost:1"),
                        terminal.settings.facility(),
                        "みなと架空診療所",
                        Optional.empty(),
                        terminal.settings.oqsFolder(),
                        false,
                        Settings.Rules.standard(data, URI.create("https://localhost:1"))),
                terminal.clock);
    }

    @AfterAll
    static void close() throws IOException {
        clinic.close();
        terminal.close();
    }

    @Test
    void anInquiryOfTheDeskIsAnsweredThroughTheFolders() {
        Townsperson hanako = Town.load().person("mihon-hanako");
        Reply reply = clinic.bean(ClinicWiring.AskedHub.class)
                .hub()
                .inquire(hanako.inquiry(
                        LocalDate.now(terminal.clock), Town.load().clinic().caller()));
        assertThat(reply.answer()).isInstanceOf(Answer.Active.class);
        assertThat(reply.answer().coverages().getFirst().holder().name().written())
                .isEqualTo("見本　花子");
    }

    @Test
    void aCardReadAtTheTerminalBecomesOneReceptionAtTheDesk() throws SQLException {
        terminal.server.bean(TestReader.class).place(Town.load().person("kakuu-tarou"));
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (receptions() == 0) {
            assertThat(System.nanoTime()).as("waiting for the reading").isLessThan(deadline);
            Thread.onSpinWait();
        }
        assertThat(receptions()).isEqualTo(1);
    }

    private static long receptions() throws SQLException {
        try (Connection connection = clinic.bean(DataSource.class).getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from desk.visit")) {
            row.next();
            return row.getLong(1);
        }
    }
}
