package madoguchi.app;

import io.netty.channel.EventLoop;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** 負荷の一段 – hands the questions of one schedule to whichever connection is free, and counts what comes back. Everything happens on the event loop's one thread. */
@SuppressWarnings("FutureReturnValueIgnored") // a timer that fires is all that is wanted of it
final class LoadStep implements LoadConnection.Owner {

    private static final long LONGEST = TimeUnit.SECONDS.toNanos(10);

    private final EventLoop loop;
    private final Supplier<LoadQuestion> questions;
    private final LoadTally tally = new LoadTally();
    private final CompletableFuture<LoadTally> finished = new CompletableFuture<>();
    private final CompletableFuture<Void> connected = new CompletableFuture<>();
    private final Deque<LoadConnection> free = new ArrayDeque<>();
    private LoadSchedule schedule = LoadSchedule.nothing();
    private long due = LoadSchedule.OVER;
    private long start;
    private int open;
    private int wanted;
    private boolean running;
    private boolean alarmed;

    /** A step of {@code connections} connections that are being made. */
    LoadStep(EventLoop loop, int connections, Supplier<LoadQuestion> questions) {
        this.loop = loop;
        this.wanted = connections;
        this.questions = questions;
    }

    /** Complete when all connections stand; exceptionally when one was refused. */
    CompletableFuture<Void> connected() {
        return connected;
    }

    /** Begins the schedule; complete when every question was answered or given up. */
    CompletableFuture<LoadTally> run(LoadSchedule times) {
        loop.execute(() -> {
            schedule = times;
            start = System.nanoTime();
            running = true;
            due = schedule.next();
            send();
        });
        return finished;
    }

    @Override
    public void ready(LoadConnection connection) {
        open++;
        free.add(connection);
        if (open == wanted) {
            connected.complete(null);
        }
    }

    @Override
    public void answered(
            LoadConnection connection, LoadQuestion question, LoadConnection.Response response, long dueAt) {
        tally.add(question, response, System.nanoTime() - dueAt);
        free.add(connection);
        send();
    }

    /** A connection that broke is not made anew: a hub that breaks connections shall be seen. */
    @Override
    public void lost(boolean asked) {
        open--;
        connected.completeExceptionally(new java.io.IOException("the hub refused a connection"));
        if (asked) {
            tally.addError();
        }
        if (running) {
            finishIfOver();
        }
    }

    private void send() {
        while (due != LoadSchedule.OVER && !free.isEmpty()) {
            long wait = due - System.nanoTime();
            if (wait > 0) {
                alarm(wait);
                return;
            }
            free.remove().send(questions.get(), due);
            due = schedule.next();
        }
        finishIfOver();
    }

    /** One alarm at a time: the next question's. */
    private void alarm(long wait) {
        if (!alarmed) {
            alarmed = true;
            loop.schedule(
                    () -> {
                        alarmed = false;
                        send();
                    },
                    wait,
                    TimeUnit.NANOSECONDS);
        }
    }

    private void finishIfOver() {
        boolean over = due == LoadSchedule.OVER && free.size() == open;
        boolean stuck = System.nanoTime() - start > LONGEST && open == 0;
        if ((over || stuck) && running) {
            running = false;
            tally.finish(schedule.unsent(), System.nanoTime() - start);
            free.forEach(LoadConnection::close);
            finished.complete(tally);
        }
    }
}
