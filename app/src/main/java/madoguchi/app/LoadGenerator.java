package madoguchi.app;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;

/** 負荷をかける – so many connections, each with its thread, that work through a schedule together. */
final class LoadGenerator implements AutoCloseable {

    private final SSLContext tls;
    private final int port;
    private final int connections;
    private final ExecutorService threads;

    LoadGenerator(SSLContext tls, int port, int connections) {
        this.tls = tls;
        this.port = port;
        this.connections = connections;
        this.threads = Executors.newFixedThreadPool(
                connections, Thread.ofPlatform().name("load-", 1).daemon().factory());
    }

    /**
     * Connects, then asks on schedule until it is over.
     *
     * @param schedule made once all connections stand, so that shaking hands is not measured
     * @throws IOException when a connection cannot be made at the beginning
     */
    LoadTally run(Supplier<LoadSchedule> schedule, Supplier<LoadQuestion> questions)
            throws IOException, InterruptedException {
        List<LoadConnection> open = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            open.add(new LoadConnection(tls, port));
        }
        LoadSchedule shared = schedule.get();
        long start = System.nanoTime();
        List<Callable<LoadTally>> work = new ArrayList<>();
        open.forEach(connection -> work.add(() -> ask(connection, shared, questions)));
        LoadTally total = new LoadTally();
        for (Future<LoadTally> part : threads.invokeAll(work)) {
            total.add(finished(part));
        }
        total.finish(shared.unsent(), System.nanoTime() - start);
        return total;
    }

    private static LoadTally finished(Future<LoadTally> part) throws InterruptedException {
        try {
            return part.get();
        } catch (ExecutionException broken) {
            throw new IllegalStateException("the load generator broke", broken.getCause());
        }
    }

    private LoadTally ask(LoadConnection first, LoadSchedule schedule, Supplier<LoadQuestion> questions)
            throws IOException {
        LoadTally tally = new LoadTally();
        LoadConnection connection = first;
        try {
            LoadQuestion question = questions.get();
            for (long due = schedule.next(); due != LoadSchedule.OVER; due = schedule.next()) {
                waitUntil(due);
                try {
                    LoadConnection.Response response = connection.send(question.request());
                    tally.add(question, response, System.nanoTime() - due);
                } catch (IOException broken) {
                    tally.addError();
                    connection.close();
                    connection = new LoadConnection(tls, port);
                }
                question = questions.get();
            }
        } finally {
            connection.close();
        }
        return tally;
    }

    private static void waitUntil(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
