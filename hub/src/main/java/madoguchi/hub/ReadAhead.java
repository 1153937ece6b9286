package madoguchi.hub;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/*
 * The reading thread makes one thing ahead and waits. Whoever takes the things sees them in order, and a failure of the reading where it happened.
 */

/**
 * 先読み – things that a thread of its own makes while those before them are used.
 *
 * @param <T> what is made
 */
final class ReadAhead<T> implements Iterator<T>, AutoCloseable {

    private sealed interface Step<T> {}

    private record Made<T>(T thing) implements Step<T> {}

    private record Ended<T>(Optional<Throwable> failure) implements Step<T> {}

    private final BlockingQueue<Step<T>> ahead = new ArrayBlockingQueue<>(1);
    private final Thread thread;
    private Optional<Step<T>> next = Optional.empty();

    /** Begins to read. */
    ReadAhead(Iterator<T> things) {
        thread = Thread.ofPlatform().name("file-reader").daemon().start(() -> read(things));
    }

    private void read(Iterator<T> things) {
        try {
            Optional<Throwable> failure = Optional.empty();
            try {
                while (things.hasNext()) {
                    ahead.put(new Made<>(things.next()));
                }
            } catch (RuntimeException | Error failed) {
                failure = Optional.of(failed);
            }
            ahead.put(new Ended<>(failure));
        } catch (InterruptedException nobodyWantsMore) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean hasNext() {
        return switch (peek()) {
            case Made<T> _ -> true;
            case Ended<T>(var failure) -> {
                failure.ifPresent(ReadAhead::fail);
                yield false;
            }
        };
    }

    private static void fail(Throwable failure) {
        switch (failure) {
            case RuntimeException exception -> throw exception;
            case Error error -> throw error;
            default -> throw new IllegalStateException(failure);
        }
    }

    @Override
    public T next() {
        Step<T> step = peek();
        if (step instanceof Made<T>(var thing)) {
            next = Optional.empty();
            return thing;
        }
        throw new NoSuchElementException();
    }

    private Step<T> peek() {
        if (next.isEmpty()) {
            try {
                next = Optional.of(ahead.take());
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while a file is taken", stopping);
            }
        }
        return next.orElseThrow();
    }

    /** Stops reading; returns when nothing is read any more. */
    @Override
    public void close() {
        thread.interrupt();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException hurried) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
