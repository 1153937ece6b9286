package madoguchi.web;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * 画面への知らせ – tells the open pages of one kind that something changed. It says that, never what: no personal data travels here.
 *
 * <p>A page that goes away is noticed only when something is written to it. The container then ends the request and soon uses its buffers for another one, so a stream is never written to or completed again once a write failed or the container said it is over.
 */
public final class EventStreams {

    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final int STUCK_SECONDS = 1;

    private final Set<Stream> streams = ConcurrentHashMap.newKeySet();
    private final String name;
    private final Duration back;

    /**
     * No streams yet.
     *
     * @param name names the threads that write
     * @param back after how long a browser comes back when a stream ended
     */
    public EventStreams(String name, Duration back) {
        this.name = name;
        this.back = back;
    }

    /** A new stream for one open page; it lives for 30 minutes at most, and the browser comes back by itself when it ends. */
    public SseEmitter open() {
        Stream stream = new Stream();
        streams.add(stream);
        stream.send(SseEmitter.event().name("hello").data("").reconnectTime(back.toMillis()));
        return stream.emitter;
    }

    /** Something is new. Returns at once: a stalled browser must not hold up whoever wrote the fact. */
    public void changed() {
        Thread.ofVirtual()
                .name(name)
                .start(() -> streams.forEach(
                        stream -> stream.send(SseEmitter.event().name("changed").data(""))));
    }

    /** Keeps the way open through proxies, and finds out who has gone. */
    public void beat() {
        streams.forEach(stream -> stream.send(SseEmitter.event().comment("")));
    }

    /** How many pages are listening, as far as is known. */
    public int count() {
        return streams.size();
    }

    /** Ends the streams, so that a server that shuts down does not wait for them. */
    public void end() {
        streams.forEach(Stream::complete);
    }

    /** One page. Whoever takes {@code over} first ends it; the container's own word takes no lock, because it may come while a write is stuck. */
    private final class Stream {

        private final SseEmitter emitter = new SseEmitter(LONGEST.toMillis());
        private final AtomicBoolean over = new AtomicBoolean();
        private final ReentrantLock writing = new ReentrantLock();

        Stream() {
            emitter.onCompletion(this::isOver);
            emitter.onTimeout(this::complete);
            emitter.onError(gone -> isOver());
        }

        private void isOver() {
            over.set(true);
            streams.remove(this);
        }

        void send(SseEmitter.SseEventBuilder event) {
            writing.lock();
            try {
                if (!over.get()) {
                    emitter.send(event);
                }
            } catch (IOException | IllegalStateException gone) {
                isOver();
            } finally {
                writing.unlock();
            }
        }

        /* Never while a write is under way: the container would take the response back under the writer's hands. One that is stuck ends when its write fails. */
        void complete() {
            streams.remove(this);
            if (over.compareAndSet(false, true) && isFree()) {
                try {
                    emitter.complete();
                } catch (IllegalStateException recycled) {
                    // The container was quicker and has ended the request by itself.
                } finally {
                    writing.unlock();
                }
            }
        }

        private boolean isFree() {
            try {
                return writing.tryLock(STUCK_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }
}
