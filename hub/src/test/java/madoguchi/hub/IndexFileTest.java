package madoguchi.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import madoguchi.core.Inquiry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexFileTest {

    private static final Digest LAST = Digest.of("last");

    @TempDir
    Path folder;

    private final Random random = new Random(20261121);
    private final Histories histories = new Histories(random, 2_000, 3_000);
    private final List<Fact> facts = histories.facts(8_000);
    private final FactIndex index = FactIndexTest.taken(facts.subList(0, 6_000), random);
    private Path path = Path.of("");

    @BeforeEach
    void write() throws IOException {
        path = folder.resolve("index").resolve("register.index");
        new IndexFile(path).write(index, LAST);
    }

    @Test
    void anIndexThatWasSavedAnswersAsBeforeAndTakesWhatFollows() {
        IndexFile.Saved saved = new IndexFile(path).read().orElseThrow();

        assertThat(saved.last()).isEqualTo(LAST);
        assertThat(saved.index().tally()).isEqualTo(index.tally());
        compare(saved.index());
        index.take(facts.subList(6_000, 8_000));
        saved.index().take(facts.subList(6_000, 8_000));
        compare(saved.index());
        assertThat(saved.index().records().used()).isEqualTo(index.records().used());
        assertThat(saved.index().words().count()).isEqualTo(index.words().count());
    }

    private void compare(FactIndex other) {
        for (int i = 0; i < 5_000; i++) {
            Inquiry question = histories.question();
            assertThat(FactIndexTest.answer(other, question)).isEqualTo(FactIndexTest.answer(index, question));
        }
    }

    @Test
    void onlyTheOwnerMayReadTheFile() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-------");
    }

    @Test
    void aNewerIndexReplacesTheOlderOneAndLeavesNothingElseBehind() throws IOException {
        index.take(facts.subList(6_000, 8_000));
        Files.writeString(path.resolveSibling("register.index.draft"), "left by a crash");
        new IndexFile(path).write(index, Digest.of("later"));

        assertThat(new IndexFile(path).read().orElseThrow().last()).isEqualTo(Digest.of("later"));
        try (var files = Files.list(path.resolveSibling("."))) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactly("register.index");
        }
    }

    @Test
    void aFileThatIsNotThereIsNoIndex() {
        assertThat(new IndexFile(folder.resolve("none")).read()).isEmpty();
    }

    @Test
    void aFileWithOneWrongBitAnywhereIsNotUsed() throws IOException {
        byte[] whole = Files.readAllBytes(path);
        int steps = 60;
        for (int i = 0; i <= steps; i++) {
            int place = i < steps ? (int) ((long) whole.length * i / steps) : whole.length - 1;
            notUsed(flipped(whole, place));
        }
        for (int place = whole.length - 160; place < whole.length; place++) {
            notUsed(flipped(whole, place));
        }
    }

    private byte[] flipped(byte[] whole, int place) {
        byte[] changed = whole.clone();
        changed[place] ^= (byte) (1 << random.nextInt(Byte.SIZE));
        return changed;
    }

    @Test
    void aFileThatIsTooShortOrTooLongIsNotUsed() throws IOException {
        byte[] whole = Files.readAllBytes(path);
        for (int length : List.of(0, 1, 100, whole.length / 2, whole.length - 4096, whole.length - 1)) {
            notUsed(Arrays.copyOf(whole, length));
        }
        notUsed(Arrays.copyOf(whole, whole.length + 1));
        byte[] longer = new byte[whole.length + 4096];
        System.arraycopy(whole, 0, longer, 4096, whole.length);
        notUsed(longer);
    }

    private void notUsed(byte[] bytes) throws IOException {
        Files.write(path, bytes);
        assertThat(new IndexFile(path).read()).isEmpty();
    }
}
