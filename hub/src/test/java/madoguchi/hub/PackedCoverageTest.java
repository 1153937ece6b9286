package madoguchi.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import madoguchi.core.Coverage;
import org.junit.jupiter.api.Test;

class PackedCoverageTest {

    private final Space space = new Space();
    private final Words words = new Words();

    @Test
    void everyCoverageComesBackAsItWas() {
        RandomCoverage random = new RandomCoverage(new Random(20261121));
        List<Coverage> coverages = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            coverages.add(random.next());
            places.add(pack(coverages.getLast()));
        }

        for (int i = 0; i < coverages.size(); i++) {
            assertThat(unpack(places.get(i), words).equals(coverages.get(i)))
                    .as("coverage %s", i)
                    .isTrue();
        }
    }

    @Test
    void wordsThatWereReadAgainTellTheSame() {
        RandomCoverage random = new RandomCoverage(new Random(7));
        List<Coverage> coverages =
                IntStream.range(0, 10_000).mapToObj(i -> random.next()).toList();
        List<Integer> places = coverages.stream().map(this::pack).toList();
        IntStream.range(0, 400_000).forEach(i -> words.of("架空" + i));
        assertThat(words.space().taken()).as("more than one block").isGreaterThan(1 << 22);

        Words again = Words.in(words.space());

        assertThat(again.count()).isEqualTo(words.count());
        for (int i = 0; i < coverages.size(); i++) {
            assertThat(unpack(places.get(i), again).equals(coverages.get(i))).isTrue();
        }
        coverages.forEach(this::pack);
        assertThat(words.count()).isEqualTo(again.count());
    }

    @Test
    void anOrdinaryCoverageTakesNoMoreRoomThanItsRareFieldsWouldNeed() {
        Coverage coverage = Said.said(1).coverage();
        pack(coverage);
        long before = space.used();
        pack(coverage);

        assertThat(space.used() - before).isLessThan(48);
    }

    private int pack(Coverage coverage) {
        Packing packing = new Packing(words);
        PackedCoverage.write(packing, coverage);
        return space.add(packing.bytes());
    }

    private Coverage unpack(int place, Words from) {
        return PackedCoverage.read(new Unpacking(space, place, 0, from));
    }
}
