package madoguchi.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import madoguchi.core.InsurerNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Marks of one key come together, whether they fit into memory or went through files. */
class MarkFilesTest {

    private static final long ODD = 0x9E3779B97F4A7C15L;

    @TempDir
    Path folder;

    @Test
    void groupsComeTogetherFromFilesThatNobodyElseFinds() throws IOException {
        List<List<QualityMark>> groups = new ArrayList<>();
        try (MarkFiles files = new MarkFiles(folder)) {
            for (int i = 0; i < 150_000; i++) {
                files.add(mark(key(i), i));
            }
            files.add(mark(key(77_777), 3));
            files.add(mark(key(5), 200_000));
            files.eachGroup(marks -> groups.add(List.copyOf(marks)));
        }
        assertThat(groups)
                .containsExactlyInAnyOrder(
                        List.of(mark(key(77_777), 3), mark(key(77_777), 77_777)),
                        List.of(mark(key(5), 5), mark(key(5), 200_000)));
        try (var left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    private static long key(long number) {
        return number * ODD;
    }

    /** Six digits, eight digits with a leading zero, hidden, open: all come back as they were. */
    private static QualityMark mark(long key, long person) {
        boolean even = person % 2 == 0;
        return new QualityMark(
                key,
                person,
                person * 7,
                -person,
                even ? Integer.MIN_VALUE : (int) person,
                even ? Integer.MAX_VALUE : -1,
                new InsurerNumber(even ? "139998" : "01139997"),
                even);
    }
}
