package madoguchi.review;

import static madoguchi.review.Claims.finished;
import static madoguchi.review.Claims.in;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import madoguchi.fixture.Database;
import madoguchi.uke.FileKind;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A run that was broken off: what is behind a mark is never done again, and in the end there is what there would have been. */
class GoingOnTest {

    private static final Instant DAY = Instant.parse("2026-06-10T00:00:00Z");

    private static final People PEOPLE = new People();
    private static final int EACH = 24;
    private static final long ALL = 4 * EACH;

    /** What a run leaves that nobody broke off, on the day on which the other ones were begun. */
    private static Map<String, List<String>> unbroken = Map.of();

    private static byte[][] files = new byte[0][];

    @TempDir
    Path folder;

    private final DataSource database = Database.fresh("review", Agency::migrate);
    private final List<Long> told = new ArrayList<>();

    @BeforeAll
    static void fourFilesAndWhatAnUnbrokenRunLeaves(@TempDir Path elsewhere) throws IOException {
        files = InventedPeople.files(PEOPLE, EACH);
        Agency agency = agency(elsewhere, Database.fresh("review", Agency::migrate), DAY);
        take(agency);
        unbroken = all(Path.of(finished(agency.settle(Claims.MAY, elsewhere.resolve("out"), any -> {}))
                .folder()));
    }

    @BeforeEach
    void taken() throws IOException {
        take(agency(database, DAY));
    }

    private static void take(Agency agency) throws IOException {
        for (byte[] file : files) {
            agency.take(in(file), Optional.empty(), any -> {});
        }
    }

    private static Agency agency(Path folder, DataSource over, Instant now) {
        return new Agency(over, folder.resolve("shelf"), PEOPLE, Clock.fixed(now, ZoneOffset.UTC));
    }

    private Agency agency(DataSource over, Instant now) {
        return agency(folder, over, now);
    }

    private Path settle(Path out) throws IOException {
        return Path.of(finished(agency(database, DAY.plus(Duration.ofDays(2))).settle(Claims.MAY, out, told::add))
                .folder());
    }

    private void brokenOff(long after) {
        brokenOff(after, EACH);
    }

    private void brokenOff(long after, long markEvery) {
        assertThatThrownBy(() -> agency(database, DAY).settle(Claims.MAY, folder.resolve("out"), markEvery, done -> {
                    if (done > after) {
                        throw new IllegalStateException("killed");
                    }
                }))
                .hasMessage("killed");
    }

    private static Map<String, List<String>> all(Path of) throws IOException {
        Map<String, List<String>> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(of)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                files.put(
                        of.relativize(path).toString(),
                        Files.readString(path, java.nio.charset.StandardCharsets.ISO_8859_1)
                                .lines()
                                .toList());
            }
        }
        return files;
    }

    private long count(String from) {
        return JdbcClient.create(database)
                .sql("select count(*) from review." + from)
                .query(Long.class)
                .single();
    }

    @Test
    void brokenOffAgainAndAgainItGoesOnBehindItsLastMarkAndLeavesTheSameFiles() throws IOException {
        brokenOff(0);
        brokenOff(EACH + 1);
        assertThat(count("marked")).isEqualTo(1);
        assertThat(count("disposition")).as("of the file behind the mark alone").isEqualTo(EACH);
        brokenOff(2 * EACH + 1);
        brokenOff(3 * EACH + 1);
        Path results = settle(folder.resolve("out"));
        assertThat(told).as("the last file was missing").containsExactly(3L * EACH, ALL);
        assertThat(all(results)).isEqualTo(unbroken);
        assertThat(count("run"))
                .as("the one before the first mark was begun anew")
                .isEqualTo(2);
        assertThat(count("disposition")).isEqualTo(ALL);
    }

    @Test
    void brokenOffInTheMiddleOfAFileItGoesOnThereAndLeavesTheSameBytes() throws IOException {
        for (long after = 5; after < ALL; after += 9) {
            brokenOff(after, 5);
        }
        assertThat(count("mark where file is not null"))
                .as("in the middle of a file")
                .isGreaterThan(12);
        assertThat(count("disposition"))
                .as("nothing is done twice")
                .isLessThan(ALL)
                .isPositive();
        Path results = settle(folder.resolve("out"));
        assertThat(told.getFirst()).as("all marks held: a receipt is done once").isEqualTo(95L);
        assertThat(all(results)).isEqualTo(unbroken);
        assertThat(count("run")).as("a break before the first mark").isEqualTo(1);
        assertThat(count("disposition")).isEqualTo(ALL);
    }

    @Test
    void aFileThatChangedOnTheShelfIsFoundBeforeAMarkCanStandInItsMiddle() throws IOException {
        try (Stream<Path> kept = Files.walk(folder.resolve("shelf"))) {
            for (Path file : kept.filter(Files::isRegularFile).toList()) {
                Files.write(file, new byte[] {0x1A}, StandardOpenOption.APPEND);
            }
        }
        assertThatThrownBy(() -> agency(database, DAY).settle(Claims.MAY, folder.resolve("out"), 5, told::add))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("reception 1");
        assertThat(told).containsExactly(0L);
        assertThat(count("mark")).isZero();
    }

    @Test
    void theLinesOfALetterAreReadAsTheyWereWritten() throws IOException {
        List<String> cells = new ArrayList<>(java.util.Collections.nCopies(LetterRow.COLUMNS.size(), ""));
        cells.set(0, "a,\"b\"");
        cells.set(3, "1");
        cells.set(4, "\"");
        cells.set(23, "見本");
        LetterRow row = new LetterRow(cells);
        String csv = '\uFEFF' + LetterRow.csv(LetterRow.COLUMNS) + row.csv() + row.csv() + row.csv();
        assertThat(LetterRow.read(new java.io.StringReader(csv), 2)).containsExactly(row, row);
    }

    @Test
    void whatCameMeanwhileIsSettledInTheSameRun() throws IOException {
        brokenOff(EACH + 1);
        agency(database, DAY).take(in(Claims.invented(FileKind.MEDICAL, 6, 10)), Optional.empty(), any -> {});
        settle(folder.resolve("out"));
        assertThat(count("settled")).isEqualTo(5);
        assertThat(told.getLast()).isEqualTo(ALL + 10);
    }

    @Test
    void resultsThatAreGoneOrToBeMadeElsewhereAreMadeAnewAndCountOnce() throws IOException {
        brokenOff(EACH + 1);
        Path elsewhere = settle(folder.resolve("elsewhere"));
        assertThat(told.getFirst()).isZero();
        assertThat(all(elsewhere).keySet()).isEqualTo(unbroken.keySet());
        assertThat(agency(database, DAY).figures(Claims.MAY).stream()
                        .mapToLong(RuleFigure::receipts)
                        .sum())
                .isEqualTo(ALL);
    }

    @Test
    void aResultFileThatLostItsEndIsNotGoneOnWith() throws IOException {
        brokenOff(EACH + 1);
        try (Stream<Path> files = Files.walk(folder.resolve("out"))) {
            Path one = files.filter(path -> path.toString().endsWith(".UKE"))
                    .findFirst()
                    .orElseThrow();
            Files.write(one, new byte[] {'R'}, StandardOpenOption.TRUNCATE_EXISTING);
        }
        Path results = settle(folder.resolve("out"));
        assertThat(told.getFirst()).isZero();
        assertThat(all(results).keySet()).isEqualTo(unbroken.keySet());
        assertThat(count("run")).isEqualTo(2);
    }

    @Test
    void aFolderThatGotItsNameBeforeTheEndWasCommittedIsEndedOnceMore() throws IOException {
        brokenOff(EACH + 1);
        // As a machine leaves it that fails between the new name and the commit.
        Path draft = folder.resolve("out/.2026-05-1.part");
        Files.writeString(draft.resolve("manifest.csv"), "path\r\n");
        Files.move(draft, folder.resolve("out/2026-05-1"));
        assertThat(all(settle(folder.resolve("out")))).isEqualTo(unbroken);
        assertThat(told.getFirst()).isEqualTo(EACH);
    }
}
