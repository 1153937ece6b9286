package madoguchi.desk;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** 生中継 – tells the open desks that something changed. It says that, never what: no personal data travels here. */
final class Live {

    private static final Duration LONGEST = Duration.ofMinutes(30);

    private final Set<SseEmitter> desks = ConcurrentHashMap.newKeySet();

    /** A new stream for one open page; the browser comes back by itself when it ends. */
    SseEmitter open() {
        SseEmitter desk = new SseEmitter(LONGEST.toMillis());
        desk.onCompletion(() -> desks.remove(desk));
        desk.onTimeout(desk::complete);
        desk.onError(gone -> desks.remove(desk));
        desks.add(desk);
        send(desk, SseEmitter.event().name("hello").data("").reconnectTime(2000));
        return desk;
    }

    /** Something in the log is new. */
    void changed() {
        // A stalled browser must not hold up whoever wrote the fact.
        Thread.ofVirtual()
                .name("desk-live")
                .start(() -> desks.forEach(
                        desk -> send(desk, SseEmitter.event().name("changed").data(""))));
    }

    /** Keeps the way open through proxies, and finds out who has gone. */
    void beat() {
        desks.forEach(desk -> send(desk, SseEmitter.event().comment("")));
    }

    int count() {
        return desks.size();
    }

    private void send(SseEmitter desk, SseEmitter.SseEventBuilder event) {
        try {
            desk.send(event);
        } catch (IOException | IllegalStateException gone) {
            desks.remove(desk);
        }
    }

    /** Ends the streams before the server waits for its last requests. */
    void end() {
        desks.forEach(SseEmitter::complete);
    }
}
