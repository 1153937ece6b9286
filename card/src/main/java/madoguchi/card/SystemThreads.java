package madoguchi.card;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * 計算機のスレッド – runs calls into the PC/SC library on threads of the system. A virtual thread inside such a call keeps the thread that carries it, and the library lets its callers wait for one another: on a machine with two processors two readers would stop
 * every other virtual thread of the program, its pages and its own virtual cards included, for as long as one card takes.
 */
final class SystemThreads {

    private static final ExecutorService THREADS = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("pcsc-", 0).factory());

    private SystemThreads() {}

    /** What the call answers: made here where this is a thread of the system, on another one where it is virtual. Throws what the call throws, within a {@link java.util.concurrent.CompletionException} where it was made elsewhere. */
    static <T> T call(Supplier<T> step) {
        return Thread.currentThread().isVirtual()
                ? CompletableFuture.supplyAsync(step, THREADS).join()
                : step.get();
    }
}
