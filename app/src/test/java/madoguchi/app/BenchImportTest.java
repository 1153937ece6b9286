package madoguchi.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchImportTest {

    @Test
    void everyFigureOfTheImportIsPrintedAndTheFileIsRemoved(@TempDir Path data) throws Exception {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        new BenchImport(data, 3_000, Clock.system(Server.TOKYO), new PrintStream(said, true, StandardCharsets.UTF_8))
                .run();

        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains(
                        "reading and splitting alone",
                        "without making the indexes",
                        "with the indexes made",
                        "CPU a person",
                        "bytes on disk a person",
                        "bare COPY",
                        "index in memory");
        try (var left = Files.list(data)) {
            assertThat(left.map(Path::getFileName).map(Path::toString))
                    .noneMatch(name -> name.endsWith(".csv") || name.endsWith(".copy"));
        }
    }
}
