package madoguchi.nation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import madoguchi.core.Coverage;
import madoguchi.core.InsuredId;
import madoguchi.core.Timeline;
import madoguchi.core.Timeline.Stay;
import madoguchi.fixture.ListedRegister;
import madoguchi.settle.InventedHistories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The mapped snapshot answers as a list of the same people that is looked through from the beginning. */
class SnapshotTest {

    private static final YearMonth MONTH = YearMonth.of(2026, 4);

    @TempDir
    Path folder;

    private static List<Timeline> people() {
        InventedHistories histories = new InventedHistories(7, MONTH, 700);
        List<Timeline> people = new ArrayList<>();
        for (long index = 0; index < 600; index++) {
            people.addAll(histories.people(index));
        }
        return people;
    }

    private Snapshot snapshot(List<Timeline> people) throws IOException {
        try (SnapshotBuilder builder = new SnapshotBuilder(folder.resolve("snapshot"))) {
            for (Timeline person : people) {
                builder.add(person);
            }
            return builder.finish();
        }
    }

    @Test
    void everyNumberIsAnsweredAsByThePlainList() throws IOException {
        List<Timeline> people = people();
        ListedRegister list = new ListedRegister(people);
        try (Snapshot snapshot = snapshot(people)) {
            assertThat(snapshot.people()).isEqualTo(people.size());
            for (Coverage coverage : coverages(people)) {
                LocalDate birth = coverage.holder().birth();
                assertThat(snapshot.of(coverage.id(), birth))
                        .isNotEmpty()
                        .isEqualTo(list.of(coverage.id(), birth).stream()
                                .map(Needed::byNumber)
                                .toList());
                assertThat(snapshot.of(wide(coverage.id()), birth)).isEqualTo(snapshot.of(coverage.id(), birth));
                assertThat(snapshot.of(coverage.id(), birth.plusDays(1))).isEmpty();
                assertThat(snapshot.of(longer(coverage.id()), birth))
                        .isEqualTo(list.of(longer(coverage.id()), birth).stream()
                                .map(Needed::byNumber)
                                .toList());
            }
        }
    }

    @Test
    void everyReadingIsAnsweredAsByThePlainList() throws IOException {
        List<Timeline> people = people();
        ListedRegister list = new ListedRegister(people);
        try (Snapshot snapshot = snapshot(people)) {
            for (Coverage coverage : coverages(people)) {
                String kana = coverage.holder().name().reading();
                LocalDate birth = coverage.holder().birth();
                assertThat(snapshot.named(kana, birth))
                        .isNotEmpty()
                        .isEqualTo(
                                list.named(kana, birth).stream().map(Needed::of).toList());
                assertThat(snapshot.named(kana + "ン", birth)).isEmpty();
            }
        }
    }

    @Test
    void aPersonFewWouldThinkOfIsKept() throws IOException {
        Coverage usual = people().getFirst().stays().getFirst().coverage();
        InsuredId odd =
                new InsuredId(usual.id().insurer(), Optional.of("髙﨑𠮷"), "00０-ｶﾅ1234567890123", Optional.empty());
        Coverage coverage = new Coverage(
                odd,
                usual.kind(),
                Optional.empty(),
                Optional.empty(),
                usual.holder(),
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of());
        Timeline person = new Timeline(List.of(new Stay(coverage, Optional.of(LocalDate.of(1899, 12, 31)))));
        try (Snapshot snapshot = snapshot(List.of(person))) {
            assertThat(snapshot.of(odd, usual.holder().birth())).containsExactly(Needed.byNumber(person));
        }
    }

    @Test
    void anEmptyRegisterIsASnapshotOfNobody() throws IOException {
        Coverage usual = people().getFirst().stays().getFirst().coverage();
        try (Snapshot snapshot = snapshot(List.of())) {
            assertThat(snapshot.of(usual.id(), usual.holder().birth())).isEmpty();
        }
    }

    @Test
    void whatIsNoSnapshotIsRefusedAndAnUnfinishedOneLeavesNothing() throws IOException {
        Path other = Files.writeString(
                folder.resolve("other"), "no snapshot at all, but longer than the tail of one would have to be");
        assertThatThrownBy(() -> Snapshot.open(other)).isInstanceOf(IOException.class);
        try (SnapshotBuilder builder = new SnapshotBuilder(folder.resolve("unfinished"))) {
            builder.add(people().getFirst());
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(other);
        }
    }

    private static List<Coverage> coverages(List<Timeline> people) {
        return people.stream()
                .flatMap(person -> person.stays().stream())
                .map(Stay::coverage)
                .toList();
    }

    private static InsuredId wide(InsuredId id) {
        return new InsuredId(id.insurer(), id.symbol(), "０" + id.number(), id.branch());
    }

    private static InsuredId longer(InsuredId id) {
        return new InsuredId(id.insurer(), id.symbol(), id.number() + "7", id.branch());
    }
}
