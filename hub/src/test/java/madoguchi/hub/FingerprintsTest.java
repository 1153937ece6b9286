package madoguchi.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class FingerprintsTest {

    @Test
    void itTellsWhatAMapTells() {
        SplittableRandom random = new SplittableRandom(1);
        Fingerprints fingerprints = new Fingerprints();
        Map<Long, Integer> map = new HashMap<>();
        for (int i = 0; i < 200_000; i++) {
            long key = 1 + random.nextLong(20_000) * 0x9E3779B97F4A7C15L;
            int value = random.nextInt(4) == 0 ? Fingerprints.NOTHING : random.nextInt(1_000);
            fingerprints.put(key, value);
            map.put(key, value);
            long other = 1 + random.nextLong(25_000) * 0x9E3779B97F4A7C15L;
            assertThat(fingerprints.get(other)).isEqualTo(map.getOrDefault(other, Fingerprints.NOTHING));
        }
        assertThat(fingerprints.entries())
                .isEqualTo(map.values().stream()
                        .filter(value -> value != Fingerprints.NOTHING)
                        .count());
    }

    @Test
    void itTakesSixteenBytesAnEntryAtMost() {
        SplittableRandom random = new SplittableRandom(2);
        Fingerprints fingerprints = new Fingerprints();
        double most = 0;
        for (int i = 1; i <= 100_000; i++) {
            fingerprints.put(random.nextLong() | 1, i);
            most = i < 2_000 ? 0 : Math.max(most, (double) fingerprints.taken() / fingerprints.entries());
        }
        assertThat(most).isBetween(13.0, 16.0);
    }

    @Test
    void aReaderAlwaysFindsWhatIsThereWhileOthersAreEntered() throws InterruptedException {
        Fingerprints fingerprints = new Fingerprints();
        fingerprints.put(Long.MIN_VALUE, 7);
        AtomicBoolean writing = new AtomicBoolean(true);
        AtomicBoolean missed = new AtomicBoolean();
        Thread reader = Thread.ofPlatform().start(() -> {
            while (writing.get()) {
                if (fingerprints.get(Long.MIN_VALUE) != 7) {
                    missed.set(true);
                }
            }
        });
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 1; i <= 100_000; i++) {
            fingerprints.put(random.nextLong() | 1, i);
        }
        writing.set(false);
        reader.join();
        assertThat(missed).isFalse();
    }
}
