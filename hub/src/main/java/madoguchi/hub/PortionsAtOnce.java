package madoguchi.hub;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;

/*
 * While one portion is on its way into the database, the next one begins. The caller hears of each in order: what it does then (progress, the index in memory)
 * is done before the next one is committed, so that a caller who breaks off finds stored what it has heard of, and nothing else.
 */

/** 二つずつの登録 – stores portions two at once, as if one followed the other. */
final class PortionsAtOnce<T> implements AutoCloseable {

    private record Begun<T>(CompletableFuture<T> stored, Turn turn) {}

    private final ExecutorService threads = Executors.newFixedThreadPool(
            2, task -> Thread.ofPlatform().name("bulk-load").daemon().unstarted(task));
    private final Consumer<T> heard;
    private Turn next = Turn.first();
    private Optional<Begun<T>> begun = Optional.empty();

    /** {@code heard} is told what {@link #begin}'s work returned, in order, on the caller's thread. */
    PortionsAtOnce(Consumer<T> heard) {
        this.heard = heard;
    }

    /** Begins to store a portion, and waits for the one before it. */
    void begin(Function<Turn, T> work) {
        Turn turn = next;
        next = turn.next();
        Begun<T> now = new Begun<>(CompletableFuture.supplyAsync(() -> work.apply(turn), threads), turn);
        Optional<Begun<T>> before = begun;
        begun = Optional.of(now);
        before.ifPresent(this::finish);
    }

    /** Waits for the last one. */
    void finish() {
        Optional<Begun<T>> last = begun;
        begun = Optional.empty();
        last.ifPresent(this::finish);
    }

    private void finish(Begun<T> portion) {
        try {
            heard.accept(portion.stored().join());
            portion.turn().isOver();
        } catch (CompletionException failed) {
            portion.turn().hasFailed(failed);
            throw failed.getCause() instanceof RuntimeException known ? known : failed;
        } catch (RuntimeException | Error failed) {
            portion.turn().hasFailed(failed);
            throw failed;
        }
    }

    /** Gives up what was begun and not finished; returns when no transaction is going on any more. */
    @Override
    public void close() {
        begun.ifPresent(portion -> portion.turn().hasFailed(new IllegalStateException("the load was broken off")));
        threads.close();
    }
}
