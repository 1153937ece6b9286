package madoguchi.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Where calls into the PC/SC library are made. */
final class SystemThreadsTest {

    @Test
    void aVirtualThreadNeverEntersTheLibraryItself() throws InterruptedException {
        AtomicReference<Boolean> virtual = new AtomicReference<>(true);
        Thread.ofVirtual()
                .start(() -> virtual.set(
                        SystemThreads.call(() -> Thread.currentThread().isVirtual())))
                .join();
        assertThat(virtual.get()).isFalse();
    }

    @Test
    void aThreadOfTheSystemMakesTheCallItself() {
        assertThat(SystemThreads.call(Thread::currentThread)).isSameAs(Thread.currentThread());
    }
}
