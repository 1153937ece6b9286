package madoguchi.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import madoguchi.policy.RuleBook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Issue 8, proof: rates from the ledger equal a brute-force count on a million seeded events, by both bases, with exclusions. */
final class UsageProofTest {

    private static final Counting COUNTING = new Counting(RuleBook.bundled());

    @TempDir
    Path folder;

    /** September 2025: phones are counted from the 19th only. */
    @Test
    void theFoldOfAMillionEventsEqualsABruteForceCount() throws IOException {
        YearMonth month = YearMonth.of(2025, 9);
        Path file = folder.resolve("uses");
        InventedUses invented = new InventedUses(8, month, 1_000_000, 2_000, 300_000, 0);
        invented.write(file);

        UsageMonth folded = UseFile.fold(file, COUNTING, 2, folder.resolve("spill"));
        assertThat(UseFile.fold(file, COUNTING, 1, folder.resolve("spill"))).isEqualTo(folded);

        Map<String, long[]> counts = new HashMap<>();
        Map<String, Set<Long>> people = new HashMap<>();
        List<String> codes = invented.codes();
        UseFile.each(file, (facility, person, second, cell) -> {
            String code = codes.get(facility);
            // Written from the sources, not from the table: seed 001's formula, answer 2 of seed 002, gap G-05.
            boolean number = Cell.token(cell) == Token.NUMBER;
            boolean open = Cell.lane(cell) == Lane.BULK
                    || Cell.reading(cell) == Reading.INACTIVE
                    || (Cell.token(cell) == Token.PHONE && Cell.day(cell) < 19);
            boolean use = !number && !open;
            long[] count = counts.computeIfAbsent(code, c -> new long[3]);
            count[open ? 2 : use ? 0 : 1]++;
            if (use && person >= 0) {
                people.computeIfAbsent(code, c -> new HashSet<>()).add(person);
            }
        });
        assertThat(folded.facilities().values().stream()
                        .filter(use -> !use.equals(FacilityUse.NOTHING))
                        .count())
                .isEqualTo(counts.size())
                .isGreaterThan(1_500);
        counts.forEach((code, count) -> {
            FacilityUse use = folded.of(code);
            assertThat(use.tally()).as(code).isEqualTo(new Tally(count[0], count[1], 0, count[2]));
            assertThat(use.people())
                    .as(code)
                    .isEqualTo(people.getOrDefault(code, Set.of()).size());
        });
        Tally all =
                UsageReport.of(folded, Map.of(), FacilityMaster.none()).nation().tally();
        assertThat(all.counted() + all.other() + all.open()).isEqualTo(1_000_000);
        assertThat(all.open()).isGreaterThan(50_000);
    }

    @Test
    void aFileThatIsCutShortOrNoneAtAllIsRefused() throws IOException {
        Path file = folder.resolve("uses");
        new InventedUses(8, YearMonth.of(2025, 10), 100, 50, 20, 13).write(file);
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - 1));
        assertThatThrownBy(() -> UseFile.head(file)).isInstanceOf(IOException.class);
        whole[0] = 'X';
        Files.write(file, whole);
        assertThatThrownBy(() -> UseFile.head(file)).isInstanceOf(IOException.class);
    }

    /** Days that are over are written once; the month folded from them is that of the ledger; the running day waits. */
    @Test
    void aMonthFoldedFromDayFilesIsThatOfTheLedger() throws IOException {
        YearMonth month = YearMonth.of(2025, 9);
        Path file = folder.resolve("uses");
        InventedUses invented = new InventedUses(9, month, 30_000, 200, 5_000, 0);
        invented.write(file);
        List<Use> uses = new ArrayList<>();
        UseFile.each(
                file,
                (facility, person, second, cell) -> uses.add(new Use(
                        uses.size() + 1L,
                        month.atDay(Cell.day(cell))
                                .atTime(LocalTime.ofSecondOfDay(second))
                                .atZone(Use.TOKYO)
                                .toInstant(),
                        invented.codes().get(facility),
                        Cell.token(cell),
                        Cell.reading(cell),
                        Cell.lane(cell),
                        person < 0 ? OptionalLong.empty() : OptionalLong.of(person))));
        Ledger ledger = (asked, only, reader) -> uses.forEach(reader);
        List<LocalDate> written = new ArrayList<>();

        UseFolder early = folder(Instant.parse("2025-09-30T10:00:00Z"));
        early.export(ledger, month, (day, verifications) -> written.add(day));
        assertThat(early.missing(month)).containsExactly(LocalDate.of(2025, 9, 30));
        assertThat(early.fold(month, RuleBook.bundled(), 2, folder.resolve("spill")))
                .isEmpty();
        UseFolder late = folder(Instant.parse("2025-10-01T00:00:00Z"));
        late.export(ledger, month, (day, verifications) -> written.add(day));

        assertThat(written).hasSize(30).doesNotHaveDuplicates();
        assertThat(late.fold(month, RuleBook.bundled(), 2, folder.resolve("spill")))
                .contains(UsageMonth.of(ledger, COUNTING, month, Optional.empty(), folder.resolve("spill")));
        assertThat(pages(ledger, late).origin(month)).isEqualTo(Origin.FILES);
        Files.write(folder.resolve("days/2025-09/07.uses"), new byte[] {1});
        assertThatThrownBy(() -> late.fold(month, RuleBook.bundled(), 2, folder.resolve("spill")))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("07.uses: ");
        UsageMonths pages = pages(ledger, late);
        assertThat(pages.origin(month)).isEqualTo(Origin.LEDGER_FOR_BROKEN_FILES);
        assertThat(pages.of(month, Optional.empty()))
                .isEqualTo(UsageMonth.of(ledger, COUNTING, month, Optional.empty(), folder.resolve("spill")));
    }

    private UsageMonths pages(Ledger ledger, UseFolder days) {
        RuleBook book = RuleBook.bundled();
        return new UsageMonths(
                ledger,
                days,
                () -> book,
                folder.resolve("spill"),
                Clock.fixed(Instant.parse("2025-10-01T00:00:00Z"), Use.TOKYO));
    }

    private UseFolder folder(Instant now) {
        return new UseFolder(folder.resolve("days"), Clock.fixed(now, Use.TOKYO));
    }

    @Test
    void peopleAreCountedTheSameWhetherTheyStayInMemoryOrGoToDisk() {
        try (Pairs inMemory = new Pairs(folder, Pairs.LIMIT);
                Pairs onDisk = new Pairs(folder.resolve("spill"), 1_000)) {
            for (int i = 0; i < 50_000; i++) {
                int facility = (int) ((i * 2_654_435_761L) % 300);
                long person = (i * 40_503L) % 7_000;
                inMemory.add(facility, person);
                onDisk.add(facility, person);
            }
            assertThat(Pairs.people(List.of(onDisk), 300)).isEqualTo(Pairs.people(List.of(inMemory), 300));
        }
        assertThat(folder.resolve("spill")).isEmptyDirectory();
    }
}
