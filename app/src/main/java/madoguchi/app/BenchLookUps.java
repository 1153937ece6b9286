package madoguchi.app;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import madoguchi.hub.LookUp;

/** 照合だけの速さ – the hub's look-up from a few threads over JDBC, without HTTP, TLS, JSON and the verification log. */
final class BenchLookUps {

    static final int THREADS = 8;

    private final BenchStore store;
    private final int persons;

    BenchLookUps(BenchStore store, int persons) {
        this.store = store;
        this.persons = persons;
    }

    /** Look-ups a second, all threads together. */
    double perSecond(Duration length) throws InterruptedException, ExecutionException {
        long start = System.nanoTime();
        long count = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            Callable<Long> work = () -> lookUp(start + length.toNanos());
            for (Future<Long> part : threads.invokeAll(Collections.nCopies(THREADS, work))) {
                count += part.get();
            }
        }
        return count * 1e9 / (System.nanoTime() - start);
    }

    private long lookUp(long end) throws SQLException {
        long count = 0;
        try (LookUp lookUp = store.lookUp()) {
            while (System.nanoTime() - end < 0) {
                BenchPerson person = new BenchPerson(ThreadLocalRandom.current().nextInt(persons));
                if (lookUp.facts(person.id()) == 0) {
                    throw new IllegalStateException("a registered person was not found");
                }
                count++;
            }
        }
        return count;
    }
}
